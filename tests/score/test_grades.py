"""From points to the grade: one step after another, each said."""

import pytest
from outcomes import BANDS, BONUS, CAPS, COMBINE, EXEMPT, LOWERED, OPEN, VETO, grade_of, items

from evalcli.model.scorecard import Grade
from evalcli.score import STEPS


def test_the_steps_stand_in_the_order_in_which_they_are_applied():
    assert [step.__name__ for step in STEPS] == [
        "eligible", "stops", "base", "bonus", "not_applicable", "requires", "vetoes", "caps", "lowered", "combine",
    ]  # fmt: skip


# A9: the bands of Ningxia leave 89–90 and 79–80 undefined; lower bounds close the gap, and the result says so.
@pytest.mark.parametrize(
    ("points", "settled", "said"),
    [
        ("90", "优秀", "已定 90 分，达到优秀线 90 分"),
        ("89.5", "良好", "已定 89.5 分，达到良好线 80 分，不足优秀线 90 分，不进位"),
        ("89", "良好", "已定 89 分，达到良好线 80 分"),
        ("80", "良好", "已定 80 分，达到良好线 80 分"),
        ("79.5", "合格", "已定 79.5 分，达到合格线 65 分，不足良好线 80 分，不进位"),
        ("65", "合格", "已定 65 分，达到合格线 65 分"),
        ("64.99", "不合格", "已定 64.99 分，达到不合格线 0 分，不足合格线 65 分，不进位"),
        ("0", "不合格", "已定 0 分，达到不合格线 0 分"),
    ],
)
def test_the_edges_of_the_grades(points, settled, said):
    found = grade_of(items(("100", points)))

    assert (found.settled, found.possible, found.certain, found.may_be) == (settled, settled, True, (settled,))
    assert found.how == (said,)


def test_what_is_open_is_told_with_every_grade_that_it_may_bring():
    # 78 of 88, and 12 open: 78 to 90
    found = grade_of(items(("78", "100"), ("10", "0"), ("12", OPEN)))

    assert found == Grade(
        "合格", "优秀",
        ("已定 78 分，达到合格线 65 分", "另有 12 分待定，全部得到时为优秀", "可能的结论：优秀、良好、合格；不可能的结论：不合格"),
        ("优秀", "良好", "合格"), ("不合格",),
    )  # fmt: skip
    assert (found.certain, found.span) == (False, "合格–优秀")


def test_what_is_open_may_change_nothing():
    found = grade_of(items(("92", "100"), ("8", OPEN)))

    assert (found.certain, found.span, found.cannot_be) == (True, "优秀", ("良好", "合格", "不合格"))
    assert found.how == ("已定 92 分，达到优秀线 90 分", "另有 8 分待定，全部得到时为优秀")


def test_other_full_points_are_reckoned_out_of_a_hundred():
    # 899.96 of 1000 is 89.996 %, which two places would print as 90
    found = grade_of(items(("899.96", "100"), ("100.04", "0")), "points: 1000\n" + BANDS)

    assert (found.settled, found.how) == (
        "良好",
        ("已定 899.96 分，折合百分制 89.996 分，达到良好线 80 分，不足优秀线 90 分，不进位",),
    )


@pytest.mark.parametrize(
    ("figures", "settled", "said"),
    [
        ("years: 3年", "优秀", "具备申报条件：认定满三年"),
        ("years: 2年", "不具备申报条件", "不具备申报条件：没有做到认定满三年"),
        ("", "优秀", "申报条件未申报：认定满三年；等次为暂定"),
    ],
)
def test_a_county_must_be_eligible(figures, settled, said):
    found = grade_of(items(("100", "95")), BANDS + "eligible: [{when: years >= 3, say: 认定满三年}]\n", figures)

    assert (found.settled, found.how[0]) == (settled, said)


def test_who_is_not_eligible_has_no_grade():
    found = grade_of(items(("100", "95")), BANDS + "eligible: [{when: years >= 3, say: 认定满三年}]\n", "years: 2年")

    assert (found.may_be, found.cannot_be) == (("不具备申报条件",), ("优秀", "良好", "合格", "不合格"))
    assert (found.certain, len(found.how)) == (True, 1)


def test_an_eligibility_that_nobody_declared_may_still_fail():
    found = grade_of(items(("100", "95")), BANDS + "eligible: [{when: years >= 3, say: 认定满三年}]\n")

    assert (found.may_be, found.certain, found.span) == (("优秀", "不具备申报条件"), False, "优秀")


@pytest.mark.parametrize(
    ("figures", "settled", "may_be", "said"),
    [
        ("fraud: 是", "终止", ("终止",), "终止评价：弄虚作假"),
        ("fraud: 否", "优秀", ("优秀",), "没有出现终止评价的情形"),
        ("", "优秀", ("优秀", "终止"), "终止情形未申报：弄虚作假；等次为暂定"),
    ],
)
def test_fraud_ends_the_evaluation(figures, settled, may_be, said):
    found = grade_of(items(("100", "95")), BANDS + "stops: [{when: fraud, say: 弄虚作假}]\n", figures)

    assert (found.settled, found.may_be, found.how[0]) == (settled, may_be, said)


@pytest.mark.parametrize(
    ("figures", "settled", "said"),
    [
        (
            "model: 5分, prize: 2分",
            "优秀",
            "加分 7 分（示范县 5 分、获奖 2 分；最多 20 分），合计 95 分，达到优秀线 90 分",
        ),
        (
            "model: 19分, prize: 2分",
            "优秀",
            "加分 20 分（示范县 19 分、获奖 2 分；最多 20 分），合计 108 分，达到优秀线 90 分",
        ),
        (
            "model: 0分, prize: 0分",
            "良好",
            "加分 0 分（示范县 0 分、获奖 0 分；最多 20 分），合计 88 分，达到良好线 80 分",
        ),
        (
            "model: -3分, prize: 0分",
            "良好",
            "加分 0 分（示范县 -3 分、获奖 0 分；最多 20 分），合计 88 分，达到良好线 80 分",
        ),
    ],
)
def test_a_bonus_is_added_up_to_its_limit(figures, settled, said):
    found = grade_of(items(("100", "88")), BONUS, figures)

    assert (found.settled, found.how) == (settled, ("已定 88 分", said))


def test_a_bonus_that_nobody_declared_may_still_come():
    found = grade_of(items(("100", "88")), BONUS)

    assert (found.settled, found.possible, found.may_be, found.certain) == ("良好", "良好", ("优秀", "良好"), False)
    assert found.how[1:3] == (
        "加分 0 分（没有申报；最多 20 分），合计 88 分，达到良好线 80 分",
        "加分事项未申报：示范县、获奖；等次为暂定",
    )


@pytest.mark.parametrize(
    ("earned", "settled", "share"),
    [
        ("90", "优秀", "折合百分制 90 分，达到优秀线 90 分"),
        # 62.99 ÷ 70 = 89.9857… %
        ("89.98", "良好", "折合百分制 89.99 分，达到良好线 80 分，不足优秀线 90 分，不进位"),
        ("65", "合格", "折合百分制 65 分，达到合格线 65 分"),
    ],
)
def test_items_that_do_not_apply_drop_out(earned, settled, share):
    found = grade_of(items(("70", earned), ("30", EXEMPT)))

    points = {"90": "63", "89.98": "62.99", "65": "45.5"}[earned]
    assert (found.settled, found.how) == (
        settled,
        (f"已定 {points} 分", f"适用指标共 70 分，已定 {points} 分，{share}"),
    )


def test_a_bonus_is_not_scaled_with_the_items():
    # 63 of 70 is 90 of 100; the 3 points stay 3
    found = grade_of(items(("70", "90"), ("30", EXEMPT)), BONUS, "model: 3分, prize: 0分")

    assert found.how == (
        "已定 63 分",
        "加分 3 分（示范县 3 分、获奖 0 分；最多 20 分），合计 66 分",
        "适用指标共 70 分，已定 63 分，折合百分制 90 分，连同加分 93 分，达到优秀线 90 分",
    )


def test_what_is_open_is_scaled_too():
    # 56 of 70 is 80 of 100, 63 of 70 is 90
    found = grade_of(items(("56", "100"), ("7", OPEN), ("7", "0"), ("30", EXEMPT)))

    assert (found.settled, found.possible, found.may_be) == ("良好", "优秀", ("优秀", "良好"))
    assert found.how[2] == "另有 7 分待定，全部得到时为优秀"


def test_where_nothing_applies_nothing_is_earned():
    found = grade_of(items(("100", EXEMPT)))

    assert (found.settled, found.how[1]) == ("不合格", "适用指标共 0 分，已定 0 分，折合百分制 0 分，达到不合格线 0 分")


def test_a_pack_may_keep_its_full_points():
    found = grade_of(items(("70", "100"), ("30", EXEMPT)), BANDS + "outcome: {not_applicable: keep}\n")

    assert (found.settled, found.how) == ("合格", ("已定 70 分，达到合格线 65 分", "不适用的指标不折算：1.2"))


REQUIRES = BANDS + "requires: [{when: content >= 85, grade: 优秀, say: 满意度不低于85%}]\n"


@pytest.mark.parametrize(
    ("figures", "settled", "possible", "may_be", "state"),
    [
        ("content: 85%", "优秀", "优秀", ("优秀",), "已满足"),
        ("content: 84.99%", "良好", "良好", ("良好",), "未满足，最高评为良好"),
        ("", "良好", "优秀", ("优秀", "良好"), "未申报，暂按不满足，最高评为良好"),
    ],
)
def test_a_grade_may_ask_for_more_than_points(figures, settled, possible, may_be, state):
    found = grade_of(items(("100", "95")), REQUIRES, figures)

    assert (found.settled, found.possible, found.may_be) == (settled, possible, may_be)
    assert found.how[1] == f"优秀的附加条件“满意度不低于85%”{state}"


def test_a_requirement_leaves_lower_grades_alone():
    assert grade_of(items(("100", "70")), REQUIRES, "content: 10%").settled == "合格"


@pytest.mark.parametrize(
    ("pairs", "grades", "state"),
    [
        ([("85", "100"), ("15", "0")], ("合格", "合格", ("合格",)), "已满足"),
        ([("84.99", "100"), ("15.01", "0")], ("不合格", "不合格", ("不合格",)), "未满足，最高评为不合格"),
        (
            [("80", "100"), ("5", OPEN), ("15", "0")],
            ("不合格", "合格", ("合格", "不合格")),
            "按已定得分未满足，最高评为不合格",
        ),
    ],
)
def test_a_requirement_may_be_about_the_total(pairs, grades, state):
    head = "grades: {合格: 60, 不合格: 0}\nrequires: [{when: total >= 85, grade: 合格, say: 85分}]\n"
    found = grade_of(items(*pairs), head)

    assert (found.settled, found.possible, found.may_be) == grades
    assert f"合格的附加条件“85分”{state}" in found.how


def test_a_requirement_may_hold_on_what_is_settled_and_not_beyond():
    head = BANDS + "requires: [{when: total <= 90, grade: 良好, say: 不超过90分}]\n"
    found = grade_of(items(("85", "100"), ("15", OPEN)), head)

    assert (found.settled, found.possible, found.may_be) == ("良好", "合格", ("优秀", "良好", "合格"))
    assert "良好的附加条件“不超过90分”按已定得分满足，按其他可能的得分不满足" in found.how


def test_the_total_has_the_bonus_in_it():
    head = BONUS + "requires: [{when: total >= 95, grade: 优秀, say: 95分}]\n"

    assert grade_of(items(("100", "92")), head, "model: 3分, prize: 0分").settled == "优秀"
    assert grade_of(items(("100", "92")), head, "model: 2.99分, prize: 0分").settled == "良好"


@pytest.mark.parametrize(
    ("figures", "settled", "may_be", "said"),
    [
        ("fraud: 是", "不合格", ("不合格",), "一票否决：弄虚作假，等次降为不合格"),
        ("fraud: 是, accident: 是", "不合格", ("不合格",), "一票否决：弄虚作假、重大事故，等次降为不合格"),
        ("fraud: 否, accident: 否", "优秀", ("优秀",), "没有出现一票否决的情形"),
        ("fraud: 否", "优秀", ("优秀", "不合格"), "一票否决事项未申报：重大事故；等次为暂定"),
    ],
)
def test_a_veto_brings_the_lowest_grade(figures, settled, may_be, said):
    found = grade_of(items(("100", "95")), VETO, figures)

    assert (found.settled, found.may_be, found.how[1]) == (settled, may_be, said)


@pytest.mark.parametrize(
    ("points", "figures", "settled", "may_be", "said"),
    [
        ("95", "class_d: 0所, accident: 否", "优秀", ("优秀",), ("没有出现封顶的情形",)),
        ("95", "class_d: 1所, accident: 否", "良好", ("良好",), ("有D级危房：最高评为良好，等次为良好",)),
        ("95", "class_d: 1所, accident: 是", "合格", ("合格",),
         ("有D级危房：最高评为良好，等次为良好", "重大事故：最高评为合格，等次为合格")),
        ("70", "class_d: 1所, accident: 否", "合格", ("合格",), ("有D级危房：最高评为良好，等次为合格",)),
        ("95", "accident: 否", "优秀", ("优秀", "良好"),
         ("有D级危房未申报，有的最高评为良好；等次为暂定", "可能的结论：优秀、良好；不可能的结论：合格、不合格")),
    ],
)  # fmt: skip
def test_a_fact_may_leave_no_more_than_a_grade(points, figures, settled, may_be, said):
    found = grade_of(items(("100", points)), CAPS, figures)

    assert (found.settled, found.may_be, found.how[1:]) == (settled, may_be, said)


def test_a_cap_may_hang_on_points_that_are_open():
    head = BANDS + "caps: [{when: total > 95, at_most: 良好, say: 高于95分}]\n"
    found = grade_of(items(("90", "100"), ("10", OPEN)), head)

    assert (found.settled, found.possible, found.may_be) == ("优秀", "良好", ("优秀", "良好"))
    assert found.how[2] == "高于95分：按其他可能的得分最高评为良好"


SAFE = "accident: 否, decline: 否, class_d: 0所"


@pytest.mark.parametrize(
    ("points", "figures", "settled", "may_be", "said"),
    [
        ("95", SAFE, "优秀", ("优秀",), ("没有出现降等的情形",)),
        ("95", "accident: 是, decline: 否, class_d: 0所", "良好", ("良好",), ("重大事故：降低一个等次，等次为良好",)),
        ("95", "accident: 是, decline: 是, class_d: 0所", "良好", ("良好",), ("重大事故、体质下降：降低一个等次，等次为良好",)),
        ("95", "accident: 是, decline: 是, class_d: 2所", "合格", ("合格",),
         ("重大事故、体质下降：降低一个等次，等次为良好", "危房：降低一个等次，等次为合格")),
        ("60", "accident: 是, decline: 否, class_d: 1所", "不合格", ("不合格",),
         ("重大事故：降低一个等次，等次为不合格", "危房：降低一个等次，等次为不合格")),
        ("95", "accident: 是, class_d: 0所", "良好", ("良好",),
         ("重大事故：降低一个等次，等次为良好", "体质下降未申报，有的降低一个等次；等次为暂定")),
        ("95", "accident: 否, class_d: 0所", "优秀", ("优秀", "良好"),
         ("体质下降未申报，有的降低一个等次；等次为暂定", "可能的结论：优秀、良好；不可能的结论：合格、不合格")),
    ],
)  # fmt: skip
def test_facts_may_take_a_grade(points, figures, settled, may_be, said):
    found = grade_of(items(("100", points)), LOWERED, figures)

    assert (found.settled, found.may_be, found.how[1:]) == (settled, may_be, said)


def test_the_scores_of_several_sources_make_one():
    # 92 × 0.2 + 91.2 × 0.3 + 89 × 0.5 = 18.4 + 27.36 + 44.5 = 90.26
    found = grade_of(items(("100", "92")), COMBINE, "", "scores: {preliminary: 91.2, final: 89}\n")

    assert (found.settled, found.how) == (
        "优秀",
        (
            "已定 92 分，达到优秀线 90 分",
            "合成得分：自评 92 × 20% + 初评 91.2 × 30% + 终评 89 × 50% = 90.26 分，达到优秀线 90 分",
        ),
    )


def test_what_made_the_grade_worse_goes_on_doing_so():
    head = COMBINE + "caps: [{when: class_d > 0, at_most: 良好, say: 有D级危房}]\n"
    found = grade_of(items(("100", "92")), head, "class_d: 1所", "scores: {preliminary: 91.2, final: 89}\n")

    assert (found.settled, found.how[-1]) == ("良好", "前面的否决、封顶和降等照用，等次为良好")


def test_a_score_that_others_have_still_to_give_leaves_the_grade_provisional():
    # 92 × 0.2 + 90 × 0.3 = 45.4, and 50 more at the most: 95.4
    found = grade_of(items(("100", "92")), COMBINE, "", "scores: {preliminary: 90}\n")

    assert (found.settled, found.possible, found.may_be) == ("优秀", "优秀", ("优秀", "良好", "合格", "不合格"))
    assert found.how[1:] == ("合成得分还缺终评，等次按自评得分暂定", "可能的结论：优秀、良好、合格、不合格")


def test_a_source_may_have_a_name_of_its_own():
    head = BANDS + "combine: {self: 50%, 网评: 50%}\n"
    found = grade_of(items(("100", "92")), head, "", "scores: {网评: 80}\n")

    assert found.how[1] == "合成得分：自评 92 × 50% + 网评 80 × 50% = 86 分，达到良好线 80 分"

"""From points to the grade: packs without points, all steps together, and what holds for every county."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcomes import (
    ALL,
    BANDS,
    BONUS,
    CAPS,
    COUNTY,
    EXEMPT,
    LEVELS,
    LOWERED,
    OPEN,
    VETO,
    card_of,
    document,
    grade_of,
    items,
    levels,
    pack_of,
)

from evalcli import fill, packs
from evalcli.formula.facts import CountyFacts
from evalcli.model.notice import Stopped
from evalcli.model.scorecard import Grade
from evalcli.score.conditions import WithTotal


# A10: the three grades of Shenyang; only seven indicators can be 基本合格, so 28 + 8 reaches none.
@pytest.mark.parametrize(
    ("met", "nearly", "settled", "said"),
    [
        (36, 0, "创优", "达标 36 项；创优须达标不少于 33 项、其余基本达标，结论为创优"),
        (33, 3, "创优", "达标 33 项、基本达标 3 项；创优须达标不少于 33 项、其余基本达标，结论为创优"),
        (32, 4, "提高", "达标 32 项、基本达标 4 项；提高须达标不少于 31 项、其余基本达标，结论为提高"),
        (31, 5, "提高", "达标 31 项、基本达标 5 项；提高须达标不少于 31 项、其余基本达标，结论为提高"),
        (30, 6, "巩固", "达标 30 项、基本达标 6 项；巩固须达标不少于 29 项、其余基本达标，结论为巩固"),
        (29, 7, "巩固", "达标 29 项、基本达标 7 项；巩固须达标不少于 29 项、其余基本达标，结论为巩固"),
        (28, 8, "不通过", "达标 28 项、基本达标 8 项；巩固须达标不少于 29 项、其余基本达标，结论为不通过"),
    ],
)
def test_levels_by_counts_of_items(met, nearly, settled, said):
    found = grade_of(levels(met, nearly), LEVELS)

    assert (found.settled, found.may_be, found.how) == (settled, (settled,), (said,))
    assert found.cannot_be == tuple(name for name in ("创优", "提高", "巩固", "不通过") if name != settled)


@pytest.mark.parametrize(
    ("counts", "settled", "possible", "may_be"),
    [
        ({"met": 35, "nearly": 0, "missed": 1}, "不通过", "不通过", ("不通过",)),
        ({"met": 31, "nearly": 3, "still": 2}, "不通过", "创优", ("创优", "提高", "不通过")),
        ({"met": 31, "nearly": 4, "still": 1}, "不通过", "提高", ("提高", "不通过")),
        ({"met": 30, "nearly": 0, "missed": 1, "still": 5}, "不通过", "不通过", ("不通过",)),
    ],
)
def test_levels_with_items_missed_or_open(counts, settled, possible, may_be):
    found = grade_of(levels(**counts), LEVELS)

    assert (found.settled, found.possible, found.may_be) == (settled, possible, may_be)


def test_levels_ask_for_fewer_items_where_some_do_not_apply():
    found = grade_of(levels(32, 3, exempt=1), LEVELS)

    assert (found.settled, found.how) == (
        "创优",
        (
            "达标 32 项、基本达标 3 项、不适用 1 项",
            "1 项不适用，各级所需达标项数减 1 项；创优须达标不少于 32 项、其余基本达标，结论为创优",
        ),
    )


def test_levels_may_keep_their_counts():
    found = grade_of(levels(32, 3, exempt=1), LEVELS.replace("by: levels", "by: levels, not_applicable: keep"))

    assert (found.settled, found.how[1]) == ("提高", "不适用的指标不折算：1.36")


@pytest.mark.parametrize(
    ("counts", "settled", "possible", "said"),
    [
        ({"met": 4, "nearly": 0}, "通过", "通过", ("达标 4 项；须全部达标，结论为通过",)),
        ({"met": 3, "nearly": 1}, "不通过", "不通过", ("达标 3 项、基本达标 1 项；须全部达标，结论为不通过", "没有达标的指标：1.4")),
        ({"met": 2, "nearly": 0, "missed": 1, "still": 1}, "不通过", "不通过",
         ("达标 2 项、未达标 1 项、待评定 1 项；须全部达标，结论为不通过", "没有达标的指标：1.3")),
        ({"met": 3, "nearly": 0, "still": 1}, "不通过", "通过",
         ("达标 3 项、待评定 1 项；须全部达标，结论为不通过", "可能的结论：通过、不通过")),
        ({"met": 3, "nearly": 0, "exempt": 1}, "通过", "通过",
         ("达标 3 项、不适用 1 项；须全部达标，结论为通过", "不适用的指标不计：1.4")),
    ],
)  # fmt: skip
def test_every_item_must_be_met(counts, settled, possible, said):
    found = grade_of(levels(**counts), ALL)

    assert (found.settled, found.possible, found.how) == (settled, possible, said)


def test_a_pack_has_words_of_its_own_for_passing():
    head = (
        "points: 0\noutcome: {by: all, passed: 达到优质均衡, failed: 未达到}\nvetoes: [{when: fraud, say: 弄虚作假}]\n"
    )

    assert grade_of(levels(2, 0), head, "fraud: 否").settled == "达到优质均衡"
    assert grade_of(levels(2, 0), head, "fraud: 是").settled == "未达到"


def test_the_steps_follow_each_other():
    head = BONUS + (
        "eligible: [{when: years >= 3, say: 认定满三年}]\nstops: [{when: fraud, say: 弄虚作假}]\n"
        "requires: [{when: content >= 85, grade: 优秀, say: 满意度}]\nvetoes: [{when: fraud, say: 弄虚作假}]\n"
        "caps: [{when: class_d > 0, at_most: 良好, say: 危房}]\nlowered: [{when: accident, say: 事故}]\n"
        "combine: {self: 50%, final: 50%}\n"
    )
    figures = "years: 4年, fraud: 否, model: 5分, prize: 0分, content: 90%, class_d: 1所, accident: 是"

    # 81 of 90 is 90 of 100, with 5 more 95; (95 + 91) ÷ 2 = 93
    found = grade_of(items(("90", "90"), ("10", EXEMPT)), head, figures, "scores: {final: 91}\n")

    assert found == Grade(
        "合格", "合格",
        (
            "具备申报条件：认定满三年",
            "没有出现终止评价的情形",
            "已定 81 分",
            "加分 5 分（示范县 5 分、获奖 0 分；最多 20 分），合计 86 分",
            "适用指标共 90 分，已定 81 分，折合百分制 90 分，连同加分 95 分，达到优秀线 90 分",
            "优秀的附加条件“满意度”已满足",
            "没有出现一票否决的情形",
            "危房：最高评为良好，等次为良好",
            "事故：降低一个等次，等次为合格",
            "合成得分：自评 95 × 50% + 终评 91 × 50% = 93 分，达到优秀线 90 分",
            "前面的否决、封顶和降等照用，等次为合格",
        ),
        ("合格",), ("优秀", "良好", "不合格"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("vetoes: [{when: class_d + years > 0, say: 甲}]", "一票否决“甲”"),
        ("caps: [{when: class_d + years > 0, at_most: 良好, say: 乙}]", "封顶情形“乙”"),
        ("bonus: {most: 5, items: [{value: class_d + years, say: 丙}]}", "加分事项“丙”"),
    ],
)
def test_a_formula_that_cannot_be_reckoned_is_the_packs_fault(head, message):
    with pytest.raises(Stopped) as stopped:
        grade_of(items(("100", "95")), BANDS + head, "class_d: 1所, years: 3年")

    (notice,) = stopped.value.notices
    assert notice.message == f"{message}的公式算不下去：单位不同，不能相加减或比较：“所”和“年”"
    assert (notice.code, notice.advice, notice.place.line) == ("pack.formula", "请指标包作者核对公式和单位。", 9)


def test_conditions_may_use_the_members_of_a_field_but_no_schools():
    head = BANDS + "caps: [{when: sum(class_d) > 0, at_most: 良好, say: 危房}]\n"

    assert grade_of(items(("100", "95")), head, "class_d: 1所").settled == "良好"
    about_schools = pack_of(
        items(("100", "95")), BANDS + "caps: [{when: mean(class_d) > 0, at_most: 良好, say: 危房}]\n"
    )
    assert [notice.code for notice in packs.faults(about_schools)] == ["pack.formula"]
    filled, _notices = fill.county(about_schools, document(COUNTY, "county.yaml"), ())
    assert WithTotal(CountyFacts(about_schools, filled), Fraction(0)).schools() is None


def test_a_pack_without_points_still_has_a_card():
    card = card_of(levels(1, 1, 1, 1), ALL)

    assert (card.earned, card.open, card.full) == (0, 0, 0)
    assert [point.wanting for item in card.items for point in item.points] == [False, True, True, True]


FACTS = ("class_d: 1所", "accident: 是", "decline: 是", "fraud: 是")
WAYS = VETO + CAPS.removeprefix(BANDS) + LOWERED.removeprefix(BANDS)
NAMES = ("优秀", "良好", "合格", "不合格")


@given(st.integers(0, 100), st.integers(0, 100), st.sets(st.sampled_from(FACTS)))
def test_points_never_harm_and_facts_never_help(one, other, facts):
    less, more = sorted((one, other))
    figures = ", ".join(sorted(facts))

    found = [grade_of(items(("100", f"{points}")), WAYS, figures) for points in (less, more)]
    bare = grade_of(items(("100", f"{less}")), WAYS)

    assert NAMES.index(found[0].settled) >= NAMES.index(found[1].settled)
    assert NAMES.index(found[0].settled) >= NAMES.index(bare.settled)


@given(st.integers(0, 100), st.integers(0, 100), st.sets(st.sampled_from(FACTS)), st.sets(st.sampled_from(FACTS)))
def test_whatever_is_declared_or_earned_later_was_said_to_be_possible(earned, rest, declared, later):
    still = rest * (100 - earned) // 100
    pairs = [
        (f"{points}", level)
        for points, level in ((earned, "100"), (still, OPEN), (100 - earned - still, "0"))
        if points
    ]
    before = grade_of(items(*pairs), WAYS, ", ".join(sorted(declared)))

    for share in ("100", "60", "0"):
        after = grade_of(
            items(*((points, share if level == OPEN else level) for points, level in pairs)),
            WAYS,
            ", ".join(sorted(declared | later)),
        )

        assert after.settled in before.may_be
        assert after.settled not in before.cannot_be


def test_the_ladder_of_each_kind_of_pack():
    heads = (BANDS, ALL, LEVELS)

    assert [pack_of(items(("100", "1")), head).ladder for head in heads] == [
        NAMES, ("通过", "不通过"), ("创优", "提高", "巩固", "不通过"),
    ]  # fmt: skip


def test_points_with_decimals_add_up_exactly():
    # A11, Hunan: C1 = 1 + 0.6 + 0.4, C2 = 0.5 + 0.5, B1 = 3; the first was given 0.9
    card = card_of(
        items(("1", "90"), ("0.6", "100"), ("0.4", "100"), ("0.5", "100"), ("0.5", "100")), "points: 3\n" + BANDS
    )

    assert (str(card.full), str(card.earned)) == ("3.0", "2.90")
    assert card.grade.how == ("已定 2.9 分，折合百分制 96.67 分，达到优秀线 90 分",)

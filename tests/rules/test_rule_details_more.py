"""The rules of R8 to R31 as whole judgements: table texts, trace, edges, and faults of the pack."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from evalcli.model.facts import Judgement, Missing, Verdict
from evalcli.model.trace import Step
from evalcli.rules import RuleFault, rule

SCHOOLS = [{"when": "built <= 2010", "at_most": 2400, "until": "2026-12-31", "say": "老校"}, {"at_most": 2000}]


def judge(facts, **parameters):
    return rule(next(iter(parameters))).judge(facts, parameters)


def test_a_case_as_a_whole(facts_of):
    steps = (
        Step("built <= 2010", "成立", "2008 ≤ 2010", parts=(Step("built", "2008年"),)),
        Step("数值", "2300人"),
    )

    assert judge(facts_of("2300人 built=2008年"), by_condition=SCHOOLS) == Judgement(
        Verdict.MET, Fraction(4), "2300人", "≤2400人", "2300人，未超过标准2400人（老校）", steps
    )


def test_what_made_an_exception_run_out_stays_in_the_trace(facts_of):
    facts = facts_of("2300人 built=2008年 截至=2027-06-30")

    assert [step.label for step in judge(facts, by_condition=SCHOOLS).steps] == ["built <= 2010", "数值"]


def test_an_exception_without_a_name_is_called_by_its_condition(facts_of):
    cases = [{"when": "built <= 2010", "at_most": 2400, "until": "2020-12-31"}, {"at_most": 2000}]

    reason = judge(facts_of("1999人 built=2008年"), by_condition=cases).reason
    assert reason == "1999人，未超过标准2000人（“built <= 2010”的标准2020年12月31日到期，不再适用）"


def test_a_case_that_asks_nothing_needs_no_value(facts_of):
    found = judge(facts_of("- pupils=99人"), by_condition=[{"when": "pupils >= 100", "at_least": 1}, {"free": True}])

    assert (found.verdict, found.points, found.value, found.standard, found.reason) == (
        Verdict.MET,
        4,
        "",
        "不作要求",
        "不作要求",
    )


def test_a_value_without_any_standard_is_a_fault(facts_of):
    with pytest.raises(RuleFault, match="最后一种情形不写 when"):
        judge(facts_of("5人 a=1"), by_condition=[{"when": "a > 1", "at_least": 1}])


def test_a_day_of_an_exception_that_is_none_is_a_fault(facts_of):
    with pytest.raises(RuleFault, match="日期“2026-02-30”不存在"):
        judge(facts_of("5人"), by_condition=[{"at_least": 1, "until": "2026-02-30"}, {"at_least": 2}])


def test_completion_as_published(facts_of):
    # 95.31 ÷ 78.9 = 120.7985 %, 129 ÷ 108 = 119.4444 %
    found = [
        judge(facts_of(text), completion={"done": "a", "target": "b"})
        for text in ("a=95.31% b=78.9%", "a=129个 b=108个")
    ]

    assert [(one.value, one.standard, one.points) for one in found] == [
        ("120.8%", "≥100%", 4),
        ("119.44%", "≥100%", 4),
    ]
    assert [one.steps[0].how for one in found] == ["95.31% ÷ 78.9% × 100", "129个 ÷ 108个 × 100"]


def test_completion_without_a_known_limit(facts_of):
    found = judge(facts_of("a=1个 b=2个 c=-"), completion={"done": "a", "target": "b"}, at_least="c")

    assert (found.verdict, found.standard, found.missing) == (Verdict.NO_DATA, "", Missing(("c",), ("教育局",)))


@pytest.mark.parametrize("kind", ["in_proportion", "complete"])
def test_a_part_and_a_whole_in_two_units_are_a_fault(facts_of, kind):
    with pytest.raises(RuleFault, match="单位不同"):
        judge(facts_of("a=1万元 b=1元"), **{kind: {"part": "a", "of": "b"}})


def test_the_states_of_problems_have_one_unit(facts_of):
    with pytest.raises(RuleFault, match="单位不同"):
        judge(facts_of("a=1个 b=1%"), rectified={"listed": "a", "done": "b"})


def test_a_share_as_a_whole(facts_of):
    assert judge(facts_of("a=18个 b=24个"), in_proportion={"part": "a", "of": "b"}) == Judgement(
        Verdict.NEARLY,
        Fraction(3),
        "75%（18个/24个）",
        "100%",
        "24个中的18个，占75%",
        (Step("a", "18个"), Step("b", "24个")),
        earned="，得3分",
    )


def test_a_tolerated_share_as_a_whole(facts_of):
    found = judge(facts_of("a=7所 b=140所"), none_of="a", tolerate={"share": "5%", "of": "b", "verdict": "基本达标"})

    assert found == Judgement(
        Verdict.NEARLY,
        Fraction(4),
        "5%（7所/140所）",
        "≤5%",
        "140所中的7所，占5%，没有超出容许的5%",
        (Step("a", "7所"), Step("b", "140所")),
        earned="，得满分",
    )


def test_an_increment_without_a_unit(facts_of):
    assert judge(facts_of("7"), add_per_unit=1, above=5).reason == "7，比基数5高2；每1个单位加1分，得2分"


def test_three_fifths_of_what_can_be_added_is_nearly(facts_of):
    found = judge(facts_of("3040元"), add_per_unit=Decimal("0.6"), above=3000, unit=10)

    assert (found.verdict, found.points) == (Verdict.NEARLY, Fraction(12, 5))


def test_an_index_as_a_whole(facts_of):
    parts = [{"value": "a", "target": 98, "weight": 2}, {"value": "b", "target": "goal", "weight": 1}]
    found = judge(facts_of("a=49% b=60% goal=80%"), weighted_index=parts)

    # (2 × 50 % + 1 × 75 %) ÷ 3 = 58.33 %
    assert (found.verdict, found.points, found.value) == (Verdict.MISSED, Fraction(7, 3), "58.33%")
    assert found.steps == (
        Step(
            "加权指数",
            "58.33%",
            "(2 × 50% + 1 × 75%) ÷ 3",
            parts=(
                Step("a", "50%", "49% ÷ 98%，最多100%；权重2", parts=(Step("a", "49%"),)),
                Step("b", "75%", "60% ÷ 80%，最多100%；权重1", parts=(Step("b", "60%"), Step("goal", "80%"))),
            ),
        ),
    )


def test_a_part_of_an_index_below_zero_counts_nothing(facts_of):
    assert judge(facts_of("a=-5%"), weighted_index=[{"value": "a", "target": 98, "weight": 1}]).points == 0


def test_a_rank_as_a_whole(facts_of):
    bands = [{"from": 1, "to": 3, "earns": "100%"}, {"from": 4, "earns": "50%"}]

    assert judge(facts_of("4"), rank=bands) == Judgement(
        Verdict.NEARLY,
        Fraction(2),
        "第4名",
        "第1至3名",
        "第4名，在第4名及以后的档次",
        (Step("数值", "4"),),
        earned="，得2分",
    )


def test_points_of_a_percentage_only_exist_for_a_percentage(facts_of):
    with pytest.raises(RuleFault, match="x的单位是“人”，不是%，增减不能按百分点算"):
        judge(facts_of("x=3人→4人"), **{"change": "x", "at_least": 1, "in": "points"})


@pytest.mark.parametrize(
    ("unit", "given", "shown", "how"),
    [
        ("percent", "x=50%→49%", "下降2%", "(49% − 50%) ÷ 50% × 100"),
        ("points", "x=50%→49%", "下降1个百分点", "49% − 50%"),
        ("percent", "x=-→49%+-2%", "下降2%", "按填报增幅"),
    ],
)
def test_percent_and_points_are_two_things(facts_of, unit, given, shown, how):
    (step,) = judge(facts_of(given), **{"change": "x", "at_most": -5, "in": unit}).steps

    assert (step.shown, step.how) == (shown, how)


@pytest.mark.parametrize(
    ("limit", "standard"),
    [
        ({"at_most": -5}, "下降5%以上"),
        ({"at_least": 5}, "增长5%以上"),
        ({"at_most": 5}, "增长不超过5%"),
        ({"at_least": -5}, "下降不超过5%"),
        ({"at_least": 0}, "不下降"),
        ({"at_most": 0}, "不增长"),
        ({"at_most": "goal"}, "下降5%以上"),
    ],
)
def test_a_limit_of_change_in_words(facts_of, limit, standard):
    found = judge(facts_of("x=100人→100人 goal=-5%"), **{"change": "x", **limit, "in": "percent"})

    assert (found.value, found.standard) == ("持平", standard)


def test_a_tiny_change_is_not_printed_as_none(facts_of):
    found = judge(facts_of("x=1000000人→1000001人"), **{"change": "x", "at_most": 0, "in": "percent"})

    reason = "x由1000000人变为1000001人，增长0.0001%，标准为不增长，差0.0001个百分点，不得分"
    assert (found.verdict, found.reason) == (Verdict.MISSED, reason)


def test_a_change_that_nearly_reaches_its_limit_shows_it(facts_of):
    found = judge(facts_of("x=100000人→95001人"), **{"change": "x", "at_most": -5, "in": "percent"})

    assert (found.value, found.reason.split("，")[1]) == ("下降4.999%", "下降4.999%")


def test_a_change_without_a_known_limit(facts_of):
    found = judge(facts_of("x=1人→2人 goal=-"), **{"change": "x", "at_least": "goal", "in": "percent"})

    assert (found.verdict, found.standard) == (Verdict.NO_DATA, "")


def test_a_stated_growth_says_nothing_about_points(facts_of):
    found = judge(facts_of("x=-→49%+-2%"), **{"change": "x", "at_most": -1, "in": "points"})

    assert (found.verdict, found.standard) == (Verdict.NO_DATA, "下降1个百分点以上")


def test_every_member_is_named_where_all_keep_to_it(facts_of):
    found = judge(facts_of("x.a=1人→2人 x.b=1人→3人 x.c=-→-"), **{"change": "x", "at_least": 5, "in": "percent"})

    reason = "x.a由1人变为2人，增长100%；x.b由1人变为3人，增长200%，符合“增长5%以上”的标准"
    assert (found.value, found.reason) == ("增长100%、增长200%", reason)


def test_years_as_a_whole(facts_of):
    found = judge(
        facts_of("x=2020:1起,2021:0起"), years_running="x", of_last=2, met_when={"less_than": 1}, each_missed=1
    )

    assert found == Judgement(
        Verdict.NEARLY,
        Fraction(3),
        "1/2年",
        "至少2年符合“<1起”",
        "近2年中1年符合“<1起”，要求2年：2021年0起、2020年1起",
        (Step("x2021年", "0起"), Step("x2020年", "1起")),
        earned="，每差1年扣1分，得3分",
    )


def test_years_of_one_member(facts_of):
    facts = facts_of("x.中职=2020:2所,2021:1所,2019:3所")

    assert judge(facts, years_running="x", member="中职", of_last=2, met_when="not_rises").verdict is Verdict.MET


@pytest.mark.parametrize(("way", "verdict"), [("rises", "未达标"), ("not_falls", "达标")])
def test_the_same_as_before_is_no_rise(facts_of, way, verdict):
    assert judge(facts_of("x=2020:2所,2021:2所"), years_running="x", of_last=1, met_when=way).verdict == verdict


def test_at_most_so_many_years_of_a_limit(facts_of):
    judged = {"years_running": "x", "of_last": 2, "met_when": {"more_than": 0}, "at_most": 0}
    broken, missing = (judge(facts_of(f"x=2020:{last},2021:1起"), **judged) for last in ("1起", "-"))

    assert broken.reason == "近2年中2年符合“>0起”，最多0年：2021年1起、2020年1起，不得分"
    assert missing.reason == "缺少数据：x2020年（由教育局填报）"


def test_no_year_at_all(facts_of):
    found = judge(facts_of("x=2020:-,2021:-"), years_running="x", of_last=2, met_when={"at_most": 0})

    assert (found.verdict, found.reason) == (Verdict.NO_DATA, "缺少数据：x2021年、x2020年（由教育局填报）")


def test_years_without_a_known_limit(facts_of):
    found = judge(facts_of("x=2020:1起,2021:1起 y=-"), years_running="x", of_last=2, met_when={"at_most": "y"})

    assert found.missing == Missing(("y",), ("教育局",))


def test_every_year_too_many_costs_the_same(facts_of):
    judged = {"years_running": "x", "of_last": 3, "met_when": {"more_than": 0}, "at_most": 0, "each_missed": 1}
    two, all_ = (facts_of(f"x=2019:{first}起,2020:1起,2021:1起") for first in (0, 1))

    assert [judge(facts, **judged, zero_if_all=True).points for facts in (two, all_)] == [2, 0]
    assert [judge(facts, **judged).points for facts in (two, all_)] == [2, 1]


def test_not_every_year_wrong_is_not_wiped_out(facts_of):
    judged = {"years_running": "x", "of_last": 2, "met_when": {"at_most": 0}, "zero_if_all": True, "each_missed": 1}

    assert judge(facts_of("x=2020:1起,2021:0起"), **judged).points == 3


def test_points_by_steps_as_a_whole(facts_of):
    facts = facts_of("评分=3.9")
    facts.judged = replace(facts.judged, illustrative=True)

    assert judge(facts, by_steps=Decimal("0.1")) == Judgement(
        Verdict.NEARLY,
        Fraction(39, 10),
        "3.9分",
        "4分",
        "评定得3.9分（区教育督导室，2022年8月20日）",
        (Step("人工评定", "3.9分", "每步0.1分"),),
        earned="，满分4分",
        mark="（演示）",
    )


def test_steps_are_counted_from_the_full_points_downward(facts_of):
    facts = facts_of("评分=0.8")
    facts.points = Decimal("1.3")

    assert judge(facts, by_steps=Decimal("0.5")).points == Fraction(4, 5)


def test_a_span_of_points_ends_with_the_level(facts_of):
    levels = {"好": "100%", "差": "0%-50%"}

    assert judge(facts_of("评定=差 评分=2"), by_hand=levels).points == 2
    assert judge(facts_of("评定=好 评分=4"), by_hand=levels).verdict is Verdict.MET


@pytest.mark.parametrize(("met", "shown"), [("甲、乙", "甲、乙"), ("", "无")])
def test_what_was_ticked_off_stands_in_the_trace(facts_of, met, shown):
    (step,) = judge(facts_of(f"已有={met}"), checklist=["甲", "乙", "丙"]).steps

    assert (step.label, step.shown) == ("逐项核定", shown)


def test_a_breach_stands_in_the_trace_whether_it_is_there_or_not(facts_of):
    judged = {"deduct_per_case": 1, "zero_when": "a > 0"}

    assert [[step.label for step in judge(facts_of(f"1起 a={count}人"), **judged).steps] for count in (0, 1)] == [
        ["数值", "a > 0"],
        ["数值", "a > 0"],
    ]


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("1起 a=1人", "出现清零情形（1 > 0），按规定清零，不得分"),
    ],
)
def test_a_breach_without_a_name(facts_of, given, reason):
    assert judge(facts_of(given), deduct_per_case=1, zero_when="a > 0").reason == reason


def test_a_breach_that_is_a_yes(facts_of):
    found = judge(facts_of("1起 a=1"), deduct_per_case=1, zero_when="a", zero_say="瞒报")

    assert found.reason == "瞒报，按规定清零，不得分"


@pytest.mark.parametrize(
    ("given", "text", "reason"),
    [
        ({"deduct_per_case": 2}, "3起", "3起，标准为0"),
        ({"deduct_per_case": 2, "allowed": 1}, "3起", "3起，超出允许的1起"),
        ({"deduct_per_unit": 2, "below": 95}, "94%", "94%，低于标准95%，差1个百分点"),
    ],
)
def test_where_no_points_are_given_none_are_taken_off(facts_of, given, text, reason):
    facts = facts_of(text)
    facts.points = Decimal(0)
    found = rule(next(iter(given))).judge(facts, given)

    assert (found.verdict, found.reason) == (Verdict.MISSED, reason)

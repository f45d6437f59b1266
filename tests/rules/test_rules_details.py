"""Judgements as whole values: table texts, trace, missing data, and faults of the pack."""

from dataclasses import replace
from fractions import Fraction

import pytest

from evalcli.model.facts import Judgement, Missing, Verdict
from evalcli.model.trace import Step
from evalcli.rules import RuleFault, rule


def judge(facts, **parameters):
    return rule(next(iter(parameters))).judge(facts, parameters)


def test_a_pass_as_a_whole(facts_of):
    step = Step("数值", "95.0%")

    assert judge(facts_of("95.0%"), at_least=95) == Judgement(
        Verdict.MET, Fraction(4), "95.0%", "≥95%", "95%，达到标准95%", (step,)
    )


def test_missing_data_as_a_whole(facts_of):
    missing = Missing(("数值",), ("教育局",))

    assert judge(facts_of("-"), at_least=95) == Judgement(
        Verdict.NO_DATA, None, "", "≥95", "缺少数据：数值（由教育局填报）", (), missing
    )


def test_value_and_limit_both_missing_are_named_once_each(facts_of):
    found = judge(facts_of("- limit=-"), at_least="limit")

    assert (found.missing, found.standard) == (Missing(("数值", "limit"), ("教育局",)), "")


def test_a_field_as_limit_stands_in_the_trace(facts_of):
    found = judge(facts_of("98650元 civil_pay=99000元"), at_least="civil_pay")

    assert [step.label for step in found.steps] == ["数值", "civil_pay"]


@pytest.mark.parametrize(
    "parameters",
    [
        {"deduct_per_unit": 1, "below": "x"},
        {"milestone": "2022-12-31", "at_least": "x"},
        {"tiers": [{"from": "x", "earns": "100%"}, {"earns": "0%"}]},
        {"between": ["x", 100]},
    ],
)
def test_every_limit_that_is_a_field_stands_in_the_trace(facts_of, parameters):
    found = judge(facts_of("90% x=95%"), **parameters)

    assert "x" in [step.label for step in found.steps]


def test_rounding_does_not_hide_the_verdict_in_the_table(facts_of):
    facts = facts_of("0.5004")
    facts.own = replace(facts.own, decimals=3)
    found = judge(facts, at_most="0.50")

    assert (found.verdict, found.value, found.standard) == (Verdict.MISSED, "0.5004", "≤0.5")


def test_a_percentage_typed_as_a_limit_is_a_percentage(facts_of):
    assert judge(facts_of("95%"), at_least="95%").reason == "95%，达到标准95%"


@pytest.mark.parametrize(
    ("given", "limit"),
    [("98650元 civil_pay=9.865万元", "civil_pay"), ("0.95", "95%"), ("95% x=12.5比", "x"), ("95% x=95", "x")],
)
def test_different_units_are_a_fault_of_the_pack(facts_of, given, limit):
    with pytest.raises(RuleFault, match="单位不同，不能比较：数值的单位是"):
        judge(facts_of(given), at_least=limit)


@pytest.mark.parametrize("given", ["88名 x=88人", "2百分点 x=2%", "3比 x=3", "3 x=3所", "12.5 x=12.5比"])
def test_units_that_mean_the_same_compare(facts_of, given):
    assert judge(facts_of(given), at_least="x").verdict is Verdict.MET


def test_a_field_of_ratios_is_printed_as_its_standard_is_typed(facts_of):
    found = judge(facts_of("0.0125比"), at_least="1:100")

    assert (found.value, found.standard, found.reason) == ("1:80", "≥1:100", "1:80，达到标准1:100")


def test_a_plain_limit_over_a_ratio_reads_as_a_ratio(facts_of):
    assert judge(facts_of("13比"), at_most=12).reason == "13:1，高于标准12:1，超出1，不得分"


def test_parts_and_whole_of_different_units_are_a_fault(facts_of):
    with pytest.raises(RuleFault, match="亿元"):
        judge(facts_of("a=1亿元 b=1万元"), execution={"spent": "a", "of": "b"})


def test_a_corridor_with_a_missing_end_is_missing_data(facts_of):
    found = judge(facts_of("17% low=-"), between=["low", 18])

    assert (found.verdict, found.reason) == (Verdict.NO_DATA, "缺少数据：low（由教育局填报）")


def test_a_corridor_of_fields_keeps_them_in_the_trace(facts_of):
    found = judge(facts_of("17% low=16%"), between=["low", 18])

    assert (found.value, found.standard, len(found.steps)) == ("17%", "16%～18%", 3)


def test_a_corridor_is_told_where_the_value_is_not_filled_in(facts_of):
    assert judge(facts_of("-"), between=[16, 18]).standard == "16～18"


def test_complete_prints_share_and_counts(facts_of):
    found = judge(facts_of("a=133所 b=140所"), complete={"part": "a", "of": "b"})

    assert (found.value, found.standard) == ("95%（133所/140所）", "100%")


def test_a_complete_share_is_measured_against_a_hundred(facts_of):
    assert judge(facts_of("100%"), complete="100%").standard == "100%"


@pytest.mark.parametrize(("allowed", "standard"), [(0, "0"), (2, "≤2")])
def test_the_standard_of_cases_is_what_is_allowed(facts_of, allowed, standard):
    assert judge(facts_of("-"), deduct_per_case=1, allowed=allowed).standard == standard


def test_the_rate_of_execution_has_a_trace_that_can_be_redone(facts_of):
    (step,) = judge(facts_of("a=9万元 b=10万元"), execution={"spent": "a", "of": "b"}).steps

    assert (step.label, step.shown, step.how) == ("执行率", "90%", "9万元 ÷ 10万元 × 100")
    assert [part.label for part in step.parts] == ["a", "b"]


def test_a_rate_that_just_fails_shows_it(facts_of):
    found = judge(facts_of("a=99999万元 b=100000万元"), execution={"spent": "a", "of": "b"}, at_least=100)

    assert (found.verdict, found.value) == (Verdict.MISSED, "99.999%")


def test_the_rate_without_a_known_limit_is_missing_data(facts_of):
    found = judge(facts_of("a=1万元 b=1万元 limit=-"), execution={"spent": "a", "of": "b"}, at_least="limit")

    assert (found.verdict, found.standard) == (Verdict.NO_DATA, "")


def test_a_ratio_has_a_trace_that_can_be_redone(facts_of):
    (step,) = judge(facts_of("a=7875人 b=636人"), ratio={"of": "a", "to": "b"}, at_most="12.5:1").steps

    assert (step.label, step.shown, step.how) == ("a：b", "12.38:1", "7875人 ÷ 636人")


def test_a_tier_with_a_missing_bound_is_missing_data(facts_of):
    found = judge(facts_of("95% good=-"), tiers=[{"from": "good", "earns": "100%"}, {"earns": "0%"}])

    assert (found.verdict, found.missing) == (Verdict.NO_DATA, Missing(("good",), ("教育局",)))


def test_tiers_show_the_best_tier_as_the_standard(facts_of):
    tiers = [{"from": 3, "to": 5, "earns": "100%"}, {"earns": "0%"}]

    assert judge(facts_of("4所"), tiers=tiers).standard == "≥3所，≤5所"


def test_a_tier_without_bounds_needs_no_limit_to_print(facts_of):
    assert judge(facts_of("4所"), tiers=[{"earns": "60%"}]).reason == "4所，得2.4分"


def test_a_value_that_only_the_rest_takes_is_told_beside_the_nearest_bound(facts_of):
    tiers = [{"to": 5, "earns": "100%"}, {"from": 5, "to": 10, "earns": "50%"}, {"earns": "0%"}]

    assert judge(facts_of("11%"), tiers=tiers).reason == "11%，高于10%，不得分"


def test_a_limit_that_is_not_known_leaves_a_deduction_open(facts_of):
    found = judge(facts_of("4% x=-"), deduct_per_unit=1, above="x")

    assert (found.verdict, found.points) == (Verdict.NO_DATA, None)


def test_units_without_a_name_are_called_units(facts_of):
    assert "每2个单位扣1分" in judge(facts_of("3"), deduct_per_unit=1, below=5, unit=2).reason


def test_a_case_without_a_unit_is_called_a_time(facts_of):
    assert judge(facts_of("1"), deduct_per_case=1).reason == "1，每次扣1分，扣1分，得3分"


def test_part_of_a_case_is_a_case(facts_of):
    assert judge(facts_of("1.2起"), deduct_per_case=1).points == 2


def test_a_negative_count_does_not_add_points(facts_of):
    assert judge(facts_of("-1项"), checklist=["甲", "乙"]).points == 0


def test_a_list_ticked_off_for_show_says_so(facts_of):
    facts = facts_of("已有=甲")
    facts.judged = replace(facts.judged, illustrative=True)

    assert judge(facts, checklist=["甲"]).reason == "1项中落实1项，达到标准1项（演示）"


def test_a_division_by_zero_behind_a_count_is_no_data_and_not_an_open_judgement(facts_of):
    facts = facts_of("")
    facts.own = Missing((), because="分母为零")
    found = judge(facts, checklist=["甲"])

    assert (found.verdict, found.reason) == (Verdict.NO_DATA, "无法计算：分母为零")


def test_a_hand_judgement_without_name_and_day(facts_of):
    facts = facts_of("评定=优秀")
    facts.judged = replace(facts.judged, by="", on=None)

    assert judge(facts, by_hand={"优秀": "100%"}).reason == "评定为优秀，得满分"


def test_a_hand_judgement_keeps_its_trace(facts_of):
    found = judge(facts_of("评定=良好"), by_hand={"优秀": "100%", "良好": "85%"}, passes="良好")

    assert (found.value, found.standard) == ("良好", "良好及以上")
    assert found.steps == (Step("人工评定", "良好", "得该要点分值的85%"),)


def test_a_list_of_ticks_is_no_level(facts_of):
    assert judge(facts_of("已有=甲"), by_hand={"优秀": "100%"}).verdict is Verdict.PENDING


def test_a_level_that_the_rule_itself_does_not_know_is_a_fault(facts_of):
    with pytest.raises(RuleFault, match="没有“优良”"):
        judge(facts_of("评定=优秀"), by_hand={"优秀": "100%"}, passes="优良")


def test_a_day_that_is_none_is_a_fault(facts_of):
    with pytest.raises(RuleFault, match="日期“2022-02-30”不存在"):
        judge(facts_of("50%"), milestone="2022-02-30", at_least=50)


def test_a_milestone_names_its_day_in_the_standard(facts_of):
    assert judge(facts_of("50%"), milestone="2022-12-31", at_least=50).standard == "2022年12月31日前≥50%"


def test_only_up_redoes_the_reckoning_on_paper(facts_of):
    (step,) = judge(facts_of("x=8元→10元"), only_up=["x"]).steps

    assert (step.shown, step.how) == ("增长25%", "(10元 − 8元) ÷ 8元 × 100")
    assert [part.label for part in step.parts] == ["x", "x上年"]


def test_only_up_says_where_it_rests_on_a_stated_growth(facts_of):
    (step,) = judge(facts_of("x=-→10元+2%"), only_up=["x"]).steps

    assert (step.shown, step.how) == ("增长2%", "按填报增幅")


@pytest.mark.parametrize(
    ("given", "value"),
    [("x=8元→10元", "增长25%"), ("x=8元→10元 y=3元→2元", "2项中1项下降")],
)
def test_only_up_shows_one_series_as_growth_and_several_as_a_count(facts_of, given, value):
    fields = [word[0] for word in given.split()]

    assert judge(facts_of(given), only_up=fields).value == value


def test_a_loss_turns_into_a_gain(facts_of):
    assert judge(facts_of("x=-5万元→5万元"), only_up=["x"]).reason == "x增长200%"


def test_a_series_in_two_units_is_a_fault(facts_of):
    with pytest.raises(RuleFault, match="万元"):
        judge(facts_of("x=5万元→5元"), only_up=["x"])


def test_missing_data_without_office_and_without_name(facts_of):
    facts = facts_of("")
    unnamed = judge(facts, at_least=1).reason
    facts.own = Missing(("毛入园率",))

    assert (unnamed, judge(facts, at_least=1).reason) == ("缺少数据", "缺少数据：毛入园率")

"""Targets against the present value, and one value in two fields."""

import pytest
from counties import FIELDS, FULL, HEAD, filled_of, pack_of

from evalcli.check import targets, twins


def told(check, text, pack=None):
    pack = pack or pack_of()
    return [
        (str(n.level), n.code, n.message, n.advice, str(n.place)) for n in check.notices(pack, filled_of(pack, text))
    ]


@pytest.mark.parametrize("target", ["94%", "94.5%", "95%以上"])
def test_a_target_at_or_above_the_present_value_is_fine(target):
    assert told(targets, f"figures: {{coverage: 94%, coverage_target: {target}}}") == []


def test_a_target_below_the_present_value_is_doubted():
    text = "figures:\n  coverage: 94%\n  coverage_target: 91%"

    message = "普惠率目标为91%，低于现状 94%（普惠率，data/1.yaml:2:13）"
    advice = "核对两个数的口径和年份；目标不应低于现状。"
    assert told(targets, text) == [("疑似", "target.below-present", message, advice, "data/1.yaml:3:20")]


def test_a_target_without_a_present_value_is_worth_knowing():
    message = "普惠率目标为91%，但没有填报现状（普惠率），无法看出差距"

    expected = ("提示", "target.no-present", message, "请教体局补报普惠率。", "data/1.yaml:1:28")
    assert told(targets, "figures: {coverage_target: 91%}") == [expected]


def test_a_present_value_without_a_target_is_nobodys_business_here():
    assert told(targets, "figures: {coverage: 94%}") == []


def test_one_value_in_two_unrelated_fields_is_doubted():
    fields = FIELDS + "meals: {label: 供餐人数, item: '2.3', unit: 人, office: 教体局, meaning: 供餐。}\n"
    text = "figures:\n  students: 14726人\n  meals: 14726人"

    message = "学生数和供餐人数都是 14726人，像是抄了同一个数（另一处：data/1.yaml:2:13）"
    expected = ("疑似", "figure.twin", message, "核对两项的原始台账。", "data/1.yaml:3:10")
    assert told(twins, text, pack_of(HEAD, fields)) == [expected]


def test_two_members_of_one_field_are_twins_too():
    ((_level, _code, message, _advice, _place),) = told(twins, "figures: {per_pupil: {小学: 1472.6元, 初中: 1472.6元}}")

    assert message == "生均支出（小学）和生均支出（初中）都是 1472.6元，像是抄了同一个数（另一处：data/1.yaml:1:27）"


@pytest.mark.parametrize(
    "text",
    [
        "figures: {students: 14726人, teachers: 14726名}",  # a rule compares them
        "figures: {coverage: 94.321%, coverage_target: 94.321%}",  # the target of the other
        "figures: {coverage: 94.32%, coverage_target: 94.32%}",  # shares are few as well
        "figures: {opening_year: 2025年, closing_year: 2025年}",  # years are few
        "figures: {per_pupil: {小学: 147元, 初中: 147元}}",  # few digits
        "figures: {per_pupil: {小学: 500000元, 初中: 500000元}}",  # a round sum
        "figures: {per_pupil: {小学: 约14726元, 初中: 约14726元}}",  # an estimate
        "figures: {per_pupil: {小学: {2020: 14726元}, 初中: 14726元}}",  # another year
        "figures: {students: 14726人, repairs: 14726万元}",  # another unit
    ],
)
def test_equal_values_that_mean_nothing_are_left_alone(text):
    assert told(twins, text) == []


def test_a_relation_says_that_two_fields_may_be_equal():
    fields = FIELDS + "meals: {label: 供餐人数, item: '2.3', unit: 人, office: 教体局, meaning: 供餐。}\n"
    head = HEAD + 'relations: [{id: fed, holds: "meals <= students", say: 多了}]\n'

    assert told(twins, "figures: {students: 14726人, meals: 14726人}", pack_of(head, fields)) == []


def test_a_full_county_has_neither():
    assert told(twins, FULL) + told(targets, FULL) == []


RATE = (
    "rate: {label: 辍学率, item: '2.3', unit: '%', range: [0, 100], better: lower, office: 教体局, meaning: 辍学。}\n"
    "rate_target: {label: 辍学率目标, item: '2.3', unit: '%', range: [0, 100], target_for: rate, office: 教体局, meaning: 目标。}\n"
)


@pytest.mark.parametrize(("target", "codes"), [("0.2%", []), ("0.3%", []), ("0.5%", ["target.above-present"])])
def test_where_less_is_better_a_target_lies_below(target, codes):
    text = f"figures: {{rate: 0.3%, rate_target: {target}}}"

    assert [code for _level, code, *_rest in told(targets, text, pack_of(HEAD, FIELDS + RATE))] == codes

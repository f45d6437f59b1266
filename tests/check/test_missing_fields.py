"""What a county still owes."""

import pytest
from counties import HEAD, filled_of, pack_of

from evalcli.check import missing


def told(text):
    pack = pack_of()
    return {(n.code, n.message, n.advice) for n in missing.notices(pack, filled_of(pack, text))}


OWED = ("data.missing", "缺填报项“教育支出”（spending），涉及：1.1", "请财政局填报。")


@pytest.mark.parametrize("text", ["{}", "figures: {spending: {2020: 1亿元}}"])
def test_a_field_without_this_years_value_is_owed(text):
    assert OWED in told(text)


@pytest.mark.parametrize("text", ["figures: {spending: 1亿元}", "figures: {spending.growth: 1%}"])
def test_a_value_or_a_stated_growth_is_something(text):
    assert OWED not in told(text)


@pytest.mark.parametrize(
    ("figures", "label"), [("spending: 1亿元", "教育支出"), ("per_pupil: {小学: 1元}", "生均支出（小学）")]
)
def test_a_value_of_one_year_alone_cannot_be_compared(figures, label):
    expected = ("data.one-year", f"{label}只填了 2021 年的值，没有 2020 年的，无法比较", "请财政局补报 2020 年的值。")

    assert expected in told(f"figures: {{{figures}}}")


@pytest.mark.parametrize(
    "figures", ["spending: 1亿元, spending.growth: 2%", "spending: {2021: 1亿元, 2020: 1亿元}", "coverage: 90%"]
)
def test_two_years_a_growth_or_a_field_of_one_year_can(figures):
    assert {code for code, _message, _advice in told(f"figures: {{{figures}}}")} == {"data.missing"}


def test_every_step_to_the_grade_needs_its_fields():
    # `total` is the sum of points, and no field; a step is named once, however often it asks.
    head = HEAD.replace("vetoes:\n", "vetoes:\n  - {when: repairs > 5, say: 乙}\n") + (
        "eligible: [{when: opening_year > 2000 and students > 0, say: 甲}]\nstops: [{when: repairs > 9, say: 甲}]\n"
        "bonus: {most: 5, items: [{value: closing_year, say: 甲}, {value: closing_year * 2, say: 乙}]}\n"
        "requires: [{when: total >= 85 and closing_year > 0, grade: 优秀, say: 甲}]\n"
        "caps: [{when: opening_year > 0, at_most: 良好, say: 甲}]\nlowered: [{when: coverage_target > 0, say: 甲}]\n"
    )
    needed = missing.needed(pack_of(head))

    assert {
        name: needed[name]
        for name in ("repairs", "opening_year", "closing_year", "coverage_target", "students", "exam_admission")
    } == {
        "repairs": ["一票否决", "终止情形"],
        "opening_year": ["申报条件", "封顶情形"],
        "closing_year": ["加分事项", "附加条件"],
        "coverage_target": ["降等情形"],
        "students": ["1.2", "申报条件"],
        "exam_admission": ["一票否决"],
    }
    assert "total" not in needed

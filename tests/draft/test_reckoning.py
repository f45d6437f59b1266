"""What phrases reckon, by numbers worked out by hand, and that a sentence never says another number than its formula."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from phrases import said, written
from reports import stopped, writing

from evalcli.draft import reckoning
from evalcli.draft.markdown import text

SPENT = "figures: {{spending: {{2021: {this}亿元, 2020: {last}亿元}}}}"


def spoken(markup):
    return [(run.text, "缺" if run.missing else run.claim) for run in text(str(markup))]


@pytest.mark.parametrize(
    ("this", "last", "words"),
    [("8.3861", "8.3752", "0.0109亿元"), ("8", "10.5", "2.5000亿元"), ("8", "8", "0.0000亿元")],
)
def test_the_difference_to_last_year(this, last, words):
    found = written("{{ figures.spending | increase }}", SPENT.format(this=this, last=last))

    assert found == [(words.replace("2.5000", "2.5").replace("0.0000", "0"), "=spending - last(spending)")]


def test_a_difference_of_an_estimate_is_an_estimate():
    assert said("{{ figures.repairs | gap(1000) }}") == "约387万元"


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        ("85", [("9个百分点", "=abs(coverage - 85)")]),
        ("figures.coverage_target", [("1个百分点", "=abs(coverage - coverage_target)")]),
    ],
)
def test_rates_lie_percentage_points_apart(limit, words):
    assert written(f"{{{{ figures.coverage | gap({limit}) }}}}") == words


def test_a_gap_to_a_standard_that_is_not_there_is_marked():
    assert written("{{ figures.coverage | gap(figures.coverage_target) }}", "figures: {coverage: 94%}") == [
        ("【缺：普惠率目标】", "缺")
    ]


def test_a_difference_to_a_year_that_is_not_there_is_marked():
    assert written("{{ figures.spending | increase }}", "figures: {spending: 8亿元}") == [
        ("【缺：教育支出上年值】", "缺")
    ]


@pytest.mark.parametrize(
    ("limit", "found"), [("93", "高"), ("94", "平"), ("94.01", "低"), ("figures.coverage_target", "低")]
)
def test_a_figure_beside_a_standard(limit, found):
    sentence = "{% if figures.coverage is above(LIMIT) %}高{% elif figures.coverage is below(LIMIT) %}低{% else %}平{% endif %}"

    assert said(sentence.replace("LIMIT", limit)) == found


def test_a_figure_that_is_not_there_is_neither_above_nor_below():
    sentence = "{{ '高' if figures.coverage is above(1) }}{{ '低' if figures.coverage is below(100) }}无"

    assert said(sentence, "figures: {cases: 0起}") == "无"


@pytest.mark.parametrize(("this", "last", "way"), [("9", "8", "升。"), ("8", "9", "降。"), ("8", "8", "。")])
def test_the_way_of_a_figure(this, last, way):
    sentence = "{{ '升' if figures.spending is risen }}{{ '降' if figures.spending is fallen }}。"

    assert said(sentence, SPENT.format(this=this, last=last)) == way


def test_a_rate_without_its_sign():
    assert written("{{ figures.spending | grew_by }}", SPENT.format(this="8", last="10")) == [
        ("20.00%", "spending.growth")
    ]


def test_a_rate_that_is_not_known_is_marked():
    assert written("{{ figures.students | grew_by }}") == [("【缺：学生数增幅】", "缺")]


def test_what_parts_leave_of_a_whole():
    assert written("{{ figures.opening_year | rest([figures.closing_year]) }}") == [
        ("0年", "=opening_year - closing_year")
    ]


def test_a_part_that_is_not_there_is_marked():
    assert written("{{ figures.opening_year | rest([figures.closing_year]) }}", "figures: {opening_year: 2025年}") == [
        ("【缺：停用年份】", "缺")
    ]


def test_parts_that_come_to_more_than_the_whole_are_a_fault(tmp_path):
    sentence = "{{ figures.closing_year | rest([figures.opening_year, figures.opening_year]) }}"

    assert stopped(tmp_path, report=sentence)[:2] == (
        "template.fault",
        "模板这一行做不下去：“停用年份”的各部分合计比它多 2025年",
    )


def test_figures_of_two_units_are_not_subtracted(tmp_path):
    found = stopped(tmp_path, report="{{ figures.students | rest([figures.teachers]) }}")

    assert found[1] == "模板这一行做不下去：“学生数”的单位是“人”，“教师数”的是“名”，不能相减"


def test_figures_one_by_one():
    assert said("{{ ([figures.spending, figures.per_pupil] | each) | map('named') | join('，') }}") == (
        "教育支出，普通小学，普通初中"
    )


def test_the_same_item_always_has_the_same_wording():
    sentence = "{{ ['甲', '乙', '丙'] | varied('x') }}"

    assert [said(sentence, item="1.1") for _run in range(3)] == [said(sentence, item="1.1")] * 3


def test_items_have_different_wordings():
    assert {said("{{ ['甲', '乙', '丙'] | varied('x') }}", item=str(item)) for item in range(37)} == {"甲", "乙", "丙"}


@given(st.decimals(0, 1000, places=4), st.decimals(0, 1000, places=4))
def test_a_printed_difference_is_the_difference(this, last):
    with writing(SPENT.format(this=this, last=last)) as author:
        ((words, _claim),) = spoken(reckoning.increase(author.figures["spending"]))

    assert Fraction(Decimal(words.removesuffix("亿元"))) == abs(Fraction(this) - Fraction(last))


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_part_and_what_it_leaves_come_to_the_whole(part, more):
    with writing(f"figures: {{opening_year: {part + more}年, closing_year: {part}年}}") as author:
        ((words, _claim),) = spoken(reckoning.rest(author.figures["opening_year"], [author.figures["closing_year"]]))

    assert int(words.removesuffix("年")) == more

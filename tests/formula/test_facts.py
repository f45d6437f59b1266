"""What rules are told about a county's figures."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from counties import FULL, filled_of, pack_of
from hypothesis import given
from hypothesis import strategies as st

from evalcli.formula.facts import CountyFacts
from evalcli.model.facts import Missing, Quantity
from evalcli.model.place import Place
from evalcli.model.trace import Step


def facts(text="{}", point=""):
    pack = pack_of()
    points = {one.id: one for indicator in pack.indicators for one in indicator.key_points}
    return CountyFacts(pack, filled_of(pack, text), points.get(point))


def test_a_key_point_brings_its_points_its_value_and_what_people_judged():
    asked = facts(FULL, "2.3a")

    assert asked.points == Decimal(10)
    assert asked.on == date(2022, 6, 30)
    assert asked.value() == Quantity(
        Fraction(0), "起", 0, Step("违规起数", "0起", "财政决算", Place("data/1.yaml", 12, 12, 2))
    )
    assert asked.hand() is None
    assert facts(FULL, "2.3b").hand().level == "好"


def test_without_a_key_point_there_is_nothing_to_judge():
    asked = facts(FULL)

    assert (asked.points, asked.value(), asked.hand()) == (Decimal(0), Missing(()), None)


def test_a_key_point_that_people_judge_lacks_no_value():
    assert facts(FULL, "2.3b").value() == Missing(())


def test_what_is_not_filled_in_names_its_office():
    assert facts().number("coverage") == Missing(("普惠率",), ("教体局",))


def test_last_years_value_and_members_are_named():
    asked = facts()

    assert asked.look_up("spending", "", "last") == Missing(("教育支出（2020年）",), ("财政局",))
    assert asked.look_up("per_pupil", "小学", "this") == Missing(("生均支出（小学，2021年）",), ("财政局",))
    assert asked.look_up("per_pupil", "小学", "growth") == Missing(("生均支出（小学）增幅",), ("财政局",))


def test_members_are_those_of_the_dimension():
    asked = facts()

    assert (asked.members("per_pupil"), asked.members("coverage")) == (("小学", "初中"), ("",))


def test_runs_hold_both_years_and_what_was_stated():
    asked = facts("figures: {per_pupil: {小学: {2021: 110元, 2020: 100元}}, per_pupil.growth: {初中: 3.50%}}")

    first, second = asked.runs("per_pupil")

    assert (first.label, first.this.number, first.last.number, first.growth) == ("生均支出（小学）", 110, 100, None)
    assert (second.label, second.growth.number, second.growth.decimals) == ("生均支出（初中）", Fraction(7, 2), 2)
    assert second.growth.step == Step("生均支出（初中）增幅", "3.50%", "", Place("data/1.yaml", 1, 77, 5))
    assert isinstance(second.this, Missing)


@pytest.mark.parametrize(
    ("this", "last", "shown"),
    [
        ("8.3861", "8.3752", "0.13%"),  # 0.0109 ÷ 8.3752 = 0.1301… %
        ("99", "100", "-1.00%"),
        ("100", "100", "0.00%"),
        ("100000.1", "100000", "0.0001%"),  # would read 0.00% at two places
        ("3", "2", "50.00%"),
    ],
)
def test_growth_is_reckoned_from_both_years(this, last, shown):
    found = facts(f"figures: {{spending: {{2021: {this}亿元, 2020: {last}亿元}}}}").look_up("spending", "", "growth")

    assert (found.step.shown, found.number) == (shown, (Fraction(this) - Fraction(last)) / Fraction(last) * 100)
    assert [part.label for part in found.step.parts] == ["教育支出（2021年）", "教育支出（2020年）"]


def test_growth_over_nothing_is_what_was_stated():
    asked = facts("figures: {spending: {2021: 1亿元, 2020: 0亿元}, spending.growth: 5%}")

    found = asked.look_up("spending", "", "growth")

    assert (found.number, found.step.parts) == (5, ())


def test_an_estimated_growth_keeps_its_words():
    assert facts("figures: {spending.growth: 约5%}").look_up("spending", "", "growth").step.shown == "约5%"


numbers = st.decimals(min_value="0.0001", max_value="999999", places=4)


@given(numbers, numbers)
def test_the_growth_that_formulas_and_figures_reckon_is_one(this, last):
    asked = facts(f"figures: {{spending: {{2021: {this}亿元, 2020: {last}亿元}}}}")

    assert asked.number("growth(spending)").number == asked.look_up("spending", "", "growth").number


def test_years_come_newest_first_and_those_that_lack_are_named():
    (this, before) = facts("figures: {spending: {2021: 2亿元}}").years("spending", "", 2)

    assert (this[0], this[1].number) == (2021, 2)
    assert before == (2020, Missing(("教育支出（2020年）",), ("财政局",)))

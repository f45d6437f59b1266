"""Figures as templates see them."""

from decimal import Decimal
from fractions import Fraction

import pytest
from counties import FULL, filled_of, pack_of
from hypothesis import given
from hypothesis import strategies as st
from reports import PACK, writing

from evalcli.draft.figures import Figures, markup, told
from evalcli.draft.markdown import text


def figures(given_text=FULL):
    return Figures(PACK, filled_of(PACK, given_text))


def test_a_figure_is_printed_as_it_was_filled_in():
    found = figures()

    assert [found[name].text for name in ("spending", "coverage", "student_ratio", "repairs", "mechanisms", "cases", "exam_admission")] == [
        "8.3861亿元", "94%", "12.38:1", "1387万余元", "研判、处置", "0起", "否",
    ]  # fmt: skip


def test_a_figure_knows_last_year_and_growth():
    found = figures()["spending"]

    assert (found.last.text, found.last.claim, found.last.label) == ("8.3752亿元", "spending.last", "教育支出上年值")
    assert (found.growth.text, found.growth.claim, found.growth.label) == ("0.13%", "spending.growth", "教育支出增幅")


def test_a_member_is_asked_for_by_name():
    found = figures()["per_pupil"]

    assert (found["小学"].text, found["小学"].claim, found["小学"].member) == ("10799.07元", "per_pupil.小学", "小学")
    assert (found.filled, found.growth.filled, found.growth.label) == (True, True, "生均支出增幅")
    with pytest.raises(KeyError):
        found["大学"]


def test_all_members_are_printed_that_are_there():
    found = figures("figures: {per_pupil: {初中: 14572.85元}}")["per_pupil"]

    assert [(run.text, run.claim) for run in text(markup(found))] == [("14572.85元", "per_pupil.初中")]


def test_nothing_is_there_where_nothing_was_filled_in():
    found = figures("{}")["spending"]

    assert (found.filled, found.growth.filled, found.last.filled) == (False, False, False)
    assert (found.growth.label, found.last.claim) == ("教育支出增幅", "spending.last")
    with pytest.raises(KeyError):
        figures()["nobody"]


def test_a_figure_joined_with_text_keeps_its_claim_and_nothing_shows_how_it_is_made():
    with writing(FULL) as author:
        found = author.figures["coverage"]

        assert (found.__html__(), str(found)) == ("[94%](coverage)", "[94%](coverage)")


def test_a_text_is_told_in_parts():
    found = [
        (typed, view and view.claim)
        for typed, view in told(PACK, figures(), "共[[coverage]]，[[per_pupil.小学.growth]][[x]]。")
    ]

    assert found == [
        ("共", None), ("[[coverage]]", "coverage"), ("，", None), ("[[per_pupil.小学.growth]]", "per_pupil.小学.growth"), ("[[x]]", None), ("。", None),
    ]  # fmt: skip


amounts = st.decimals(min_value="0", max_value="99999", places=4)


@given(amounts)
def test_every_number_printed_equals_its_field_at_the_printed_precision(amount):
    found = figures(f"figures: {{spending: {amount}亿元, coverage: {amount % 100}%}}")

    assert found["spending"].text == f"{amount:.4f}亿元"
    assert Decimal(found["coverage"].text.removesuffix("%")) == amount % 100
    assert Fraction(Decimal(found["spending"].text.removesuffix("亿元"))) == found["spending"].number


@given(amounts, amounts.filter(bool))
def test_growth_is_printed_as_it_was_reckoned(this, last):
    found = figures(f"figures: {{spending: {{2021: {this}亿元, 2020: {last}亿元}}}}")["spending"].growth
    printed = Decimal(found.text.removesuffix("%"))
    step = Fraction(1, 10 ** -int(printed.as_tuple().exponent))

    assert abs(Fraction(printed) - found.number) <= step / 2
    assert bool(printed) == bool(found.number)


def test_the_pack_and_the_county_are_out_of_a_templates_reach():
    found = Figures(pack_of(), filled_of(pack_of(), FULL))

    assert [name for name in dir(found) if not name.startswith("_")] == []


def test_nothing_can_be_said_of_growth_over_nothing():
    found = figures("figures: {spending: {2021: 1亿元, 2020: 0亿元}}")["spending"]

    assert (found.filled, found.growth.filled) == (True, False)

"""Stated growth against both years."""

import pytest
from counties import filled_of, pack_of

from evalcli.check import growth


def told(text):
    pack = pack_of()
    return [
        (notice.code, notice.message, notice.advice, str(notice.place))
        for notice in growth.notices(pack, filled_of(pack, text))
    ]


@pytest.mark.parametrize(
    "stated",
    # 8.3861 / 8.3752 − 1 = 0.13014… %
    ["0.13%", "0.1%", "0%", "0.1301%"],
)
def test_growth_that_agrees_at_its_own_places_is_fine(stated):
    assert told(f"figures: {{spending: {{2021: 8.3861亿元, 2020: 8.3752亿元}}, spending.growth: {stated}}}") == []


@pytest.mark.parametrize(("stated", "again"), [("0.14%", "0.13%"), ("0.1321%", "0.1301%"), ("-0.13%", "0.13%")])
def test_growth_that_differs_is_told_with_the_right_one(stated, again):
    text = f"figures:\n  spending: {{2021: 8.3861亿元, 2020: 8.3752亿元}}\n  spending.growth: {stated}"

    message = f"教育支出填报增幅 {stated}，按两年的值复算是 {again}"
    assert told(text) == [("growth.differs", message, "核对两年的值和增幅；以复算的为准。", "data/1.yaml:3:20")]


def test_growth_of_a_member_is_told_by_its_name():
    ((code, message, _advice, _place),) = told(
        "figures: {per_pupil: {小学: {2021: 110元, 2020: 100元}}, per_pupil.growth: {小学: 9%}}"
    )

    assert (code, message) == ("growth.differs", "生均支出（小学）填报增幅 9%，按两年的值复算是 10%")


def test_growth_without_last_year_cannot_be_checked_and_is_told_once_a_field():
    text = "figures:\n  per_pupil: {小学: 110元, 初中: 120元}\n  per_pupil.growth: {小学: 9%, 初中: 3%}"

    message = "生均支出（小学、初中）只填了增幅，没有上年值，增幅无法复算"
    assert told(text) == [("growth.unverifiable", message, "请财政局补报 2020 年的值。", "data/1.yaml:3:26")]


def test_growth_of_a_field_without_members_cannot_be_checked_either():
    ((code, message, _advice, _place),) = told("figures: {spending.growth: 0.13%}")

    assert (code, message) == ("growth.unverifiable", "教育支出只填了增幅，没有上年值，增幅无法复算")


def test_growth_over_nothing_is_not_reckoned():
    assert told("figures: {spending: {2021: 1亿元, 2020: 0亿元}, spending.growth: 5%}") == []


def test_figures_without_stated_growth_are_not_looked_at():
    assert told("figures: {spending: {2021: 2亿元, 2020: 1亿元}}") == []

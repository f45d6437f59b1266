"""Rates, targets as a sentence asks for them, and what is still to be done."""

from datetime import date
from fractions import Fraction

import pytest
from work_packs import COUNTY, scored_of

from evalcli.draft.work import asked, later, moving, open_tasks, pace, rate, slow
from evalcli.model.completion import Standing, Status


def test_a_rate_has_two_places_at_most():
    assert [rate(Fraction(125, 2)), rate(Fraction(200, 3)), rate(Fraction(0)), rate(None)] == [
        "62.5%",
        "66.67%",
        "0%",
        "—",
    ]


@pytest.mark.parametrize(
    ("standard", "said"),
    [
        ("争取≥100%", "争取不低于100%"),
        ("基本≤0个（比上年）", "基本不超过0个（比上年）"),
        (">50%", "高于50%"),
        ("<0.15", "低于0.15"),
        ("=346所", "346所"),
        ("完成", "完成"),
    ],
)
def test_a_standard_as_a_sentence_says_it(standard, said):
    assert asked(standard) == said


def test_the_pace_of_a_number_shows_on_which_side_of_the_time_it_is():
    due = date(2018, 12, 31)

    assert pace(Standing(Status.NOT_DUE, due, None, Fraction(1, 2))) == ""
    assert (
        pace(Standing(Status.NOT_DUE, due, Fraction(4999, 10000), Fraction(1, 2))) == "完成目标的49.99%，时间已过50.00%"
    )


def test_there_is_no_pace_before_the_time_has_begun():
    assert pace(Standing(Status.ON_TRACK, date(2020, 12, 31), Fraction(0), Fraction(0))) == ""


def test_what_is_slow_and_what_moves():
    items = scored_of().card.items

    assert [point.key_point.id for point in slow(items)] == ["1.1b", "1.2a"]
    assert [item.indicator.id for item in items if moving(item)] == ["1.1", "2.1", "2.2"]


def test_what_is_open_stands_by_its_day():
    tasks = scored_of(COUNTY.replace("60所", "100所")).card.ledger

    assert [task.id for task in open_tasks(tasks)] == ["1.2a", "1.1b", "2.2a", "2.1a"]


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2018-01-01", "2018-06-30", "下半年"),
        ("2018-01-01", "2018-12-31", "2019年"),
        ("2018-01-01", "2018-10-31", "下一步"),
        ("2018-02-01", "2018-06-30", "下一步"),
    ],
)
def test_the_time_that_a_plan_is_for(start, end, said):
    text = COUNTY.replace("from: 2018-01-01, to: 2018-06-30", f"from: {start}, to: {end}")

    assert later(scored_of(text).filled) == said

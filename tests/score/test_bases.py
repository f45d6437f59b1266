"""What the grade stands on: points of a hundred and their bands, and what is said of them."""

from fractions import Fraction

import pytest
from outcomes import BANDS, items, pack_of

from evalcli.score.bases import placed, share, share_shown
from evalcli.score.way import Span, Totals, Way

HUNDRED = pack_of(items(("100", "90")))
# 60 points in all, so that a point is 5/3 of a hundred.
SIXTY = pack_of(items(("60", "100")), "points: 60\n" + BANDS)
LADDER = ("优秀", "良好", "合格", "不合格")


@pytest.mark.parametrize(
    ("total", "expected"), [(Fraction(60), Fraction(100)), (Fraction(39), Fraction(65)), (Fraction(1), Fraction(5, 3))]
)
def test_points_out_of_a_hundred_are_exact(total, expected):
    assert share(SIXTY, total) == expected


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (Fraction("53.7"), "89.5"),
        (Fraction(1), "1.67"),
        # 53.999 of 60 is 89.99833…, which two places would print as the next band.
        (Fraction("53.999"), "89.998"),
        (Fraction(60), "100"),
    ],
)
def test_as_many_places_as_tell_a_share_from_the_next_band(total, expected):
    assert share_shown(SIXTY, total) == expected


def test_every_band_between_the_least_and_the_most_may_come_out():
    # 66 is 合格, 92 优秀; 64 would be 不合格.
    way = placed(HUNDRED, Way(LADDER), Totals(Fraction(66), Fraction(92), Fraction(64), Fraction(92)))

    assert way.earned == Span(2, 0, frozenset({0, 1, 2, 3}))
    assert (way.settled, way.best) == ("合格", "优秀")


def test_a_total_below_every_line_is_in_the_lowest_band():
    way = placed(HUNDRED, Way(LADDER), Totals(*[Fraction(-1)] * 4))

    assert way.earned == Span(3, 3, frozenset({3}))

"""The way to the grade keeps what is settled, what is best and what may come out, each with every change."""

from fractions import Fraction

import pytest

from evalcli.score.way import Change, Span, Totals, Way

LADDER = ("优秀", "良好", "合格", "不合格")
OPEN = Span(2, 0, frozenset({0, 1, 2}))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (Change(cap=1), Span(2, 1, frozenset({1, 2}))),
        (Change(down=1), Span(3, 1, frozenset({1, 2, 3}))),
        # Two down from 合格 would be below the lowest.
        (Change(down=2), Span(3, 2, frozenset({2, 3}))),
        (Change(cap=1, down=1), Span(3, 2, frozenset({2, 3}))),
        (Change(cap=3, settled=False), Span(2, 3, frozenset({3}))),
        (Change(cap=3, best=False), Span(3, 0, frozenset({3}))),
        # Whether it comes is open: both may.
        (Change(cap=3, settled=False, best=False, sure=False), Span(2, 0, frozenset({0, 1, 2, 3}))),
    ],
)
def test_a_change_makes_grades_worse(change, expected):
    assert change.made(OPEN, 3) == expected


def test_changes_are_made_one_after_another():
    way = Way(LADDER, earned=OPEN).changed(Change(cap=1)).changed(Change(down=1))

    # 优秀 is held at 良好, then goes one down.
    assert (way.span, way.settled, way.best) == (Span(3, 2, frozenset({2, 3})), "不合格", "合格")
    assert way.earned == OPEN


def test_more_points_raise_the_least_by_what_is_settled():
    totals = Totals(Fraction(70), Fraction(90), Fraction(70), Fraction(90)).plus(Fraction(2), Fraction(3), Fraction(5))

    assert totals == Totals(Fraction(72), Fraction(93), Fraction(72), Fraction(95))
    assert totals.views == (72, 93, 95)


def test_what_was_said_stays_in_its_order():
    way = Way(LADDER).saying("一", "二").may_end("终止", "三")

    assert (way.how, way.outside, way.ended) == (("一", "二", "三"), ("终止",), "")
    assert (way.end("终止", "四").how, way.end("终止", "四").ended) == (("一", "二", "三", "四"), "终止")

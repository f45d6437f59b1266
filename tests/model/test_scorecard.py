"""Sums over key points, items, areas and the whole; what is open is not lost, and what does not apply counts nowhere."""

from dataclasses import replace
from decimal import Decimal

import pytest
from counties import FULL, pack_of, scored_of

from evalcli.model.facts import Judgement, Verdict
from evalcli.model.pack import KeyPoint
from evalcli.model.scorecard import Grade, PointResult, Scorecard

POINT = KeyPoint("1.1a", "甲", Decimal(4), "at_least", {})


def card(text: str) -> Scorecard:
    return scored_of(pack_of(), text).card


@pytest.mark.parametrize(
    ("verdict", "earned", "still_open", "lost"),
    [
        (Verdict.MET, "4", 0, 0),
        (Verdict.NEARLY, "2.4", 0, Decimal("1.6")),
        (Verdict.MISSED, "0", 0, 4),
        (Verdict.NO_DATA, None, 4, 0),
        (Verdict.PENDING, None, 4, 0),
    ],
)
def test_a_key_point(verdict: Verdict, earned: str | None, still_open: int, lost: Decimal) -> None:
    judgement = Judgement(verdict, None, "", "", "")
    result = PointResult(POINT, judgement, None if earned is None else Decimal(earned))

    assert (result.open, result.lost) == (still_open, lost)


def test_a_county_that_met_everything() -> None:
    # 8.3861 / 8.3752: every figure of FULL is at its standard or above, both judgements are the best.
    found = card(FULL)

    assert [(item.indicator.id, item.full, item.earned, item.open, item.lost) for item in found.items] == [
        ("1.1", 40, 40, 0, 0),
        ("1.2", 30, 30, 0, 0),
        ("2.3", 30, 30, 0, 0),
    ]
    assert [(area.full, area.earned, area.open) for area in found.areas] == [(70, 70, 0), (30, 30, 0)]
    assert (found.full, found.earned, found.open) == (100, 100, 0)


def test_what_is_open_is_not_lost() -> None:
    # Coverage misses its standard (15 lost), three cases cost 3 × 4 of 10 (all 10 lost); the rest nobody filled in.
    found = card("figures: {coverage: 80%, cases: 3起}")

    assert [(item.earned, item.open, item.lost) for item in found.items] == [(0, 40, 0), (0, 15, 15), (0, 20, 10)]
    assert (found.full, found.earned, found.open) == (100, 0, 75)


def test_what_does_not_apply_counts_nowhere() -> None:
    found = card('not_applicable: {"1.2": {because: 没有幼儿园, approved: 市督导办}}\nfigures: {cases: 0起}')

    assert [(item.full, item.earned, item.open) for item in found.items] == [(40, 0, 40), (0, 0, 0), (30, 10, 20)]
    assert (found.full, found.earned, found.open) == (70, 10, 60)


def test_a_grade_that_nothing_open_can_change() -> None:
    grade = Grade("合格", "优秀", ())

    assert (grade.certain, replace(grade, possible="合格").certain) == (False, True)

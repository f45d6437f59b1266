"""A confirmed statement becomes a field, a rule and worked examples."""

from decimal import Decimal
from typing import Any

import pytest

from evalcli.model.place import Place
from evalcli.model.statement import Comparator, Statement
from evalcli.packs.plan_points import day, merged, point

HAND = {"by_hand": {"完成": "100%", "基本完成": "60%", "未完成": "0%"}, "passes": "完成", "nearly": "基本完成"}


def row(
    comparator: str, value: str, unit: str, *, date: str = "", measures: str = "入学率", line: int = 1
) -> Statement:
    """Return a statement."""
    place = Place("要点.txt", line, 1)
    return Statement(place, "原文", measures, Comparator(comparator), Decimal(value), unit, date=date)


RULES = [
    (row(">=", "95", "%"), {"at_least": Decimal(95)}, "%", 1),
    (row("=", "12", "所"), {"at_least": Decimal(12)}, "所", 1),
    (row("<=", "5", "%"), {"at_most": Decimal(5)}, "%", 1),
    (row("=", "0", "起"), {"at_most": Decimal(0)}, "起", 1),
    (row(">", "300", "名"), {"at_least": Decimal(300), "strictly": True}, "名", 1),
    (row("<", "6", "个"), {"at_most": Decimal(6), "strictly": True}, "个", 1),
    (row(">=", "95", "%", date="2025"), {"milestone": "2025-12-31", "at_least": Decimal(95)}, "%", 1),
    (row("<=", "5", "%", date="2025-06"), {"milestone": "2025-06-30", "at_most": Decimal(5)}, "%", 1),
    (row(">=", "95", "%", date="2018"), {"at_least": Decimal(95)}, "%", 1),
    (row("increase", "2000", "个"), {"at_least": Decimal(2000)}, "个", 1),
    (row("increase", "5", "%"), {"change": "q", "at_least": Decimal(5), "in": "percent"}, "", 2),
    (row("decrease", "0.5", "百分点"), {"change": "q", "at_most": Decimal("-0.5"), "in": "points"}, "%", 2),
    (row("increase", "0", "%"), {"only_up": ["q"]}, "", 2),
    (row("decrease", "0", "%"), {"only_down": ["q"]}, "", 2),
    (row("<=", "12.5", ":1"), {"at_most": "12.5:1"}, "比", 1),
    (row("=", "19", ":1"), {"at_most": "19:1"}, "比", 1),
    (row(">=", "7", "1:"), {"at_least": "1:7"}, "比", 1),
    (row("<=", "7", "1:"), {"at_most": "1:7"}, "比", 1),
]
BY_HAND = [
    row(">=", "1", "倍"),
    row(">=", "3", ""),
    row(">=", "3", "所", measures=""),
    row("=", "-1.2", "所"),
    row("increase", "-1.2", "%"),
    row("increase", "3", ""),
    row("decrease", "200", "%"),
    row("increase", "60", "百分点"),
    row("<", "0", "个"),
    row(">=", "1", ":1"),
    row(">=", "3", ":0"),
]


@pytest.mark.parametrize(("statement", "judge", "unit", "years"), RULES)
def test_a_rule(statement: Statement, judge: dict[str, Any], unit: str, years: int) -> None:
    made = point(statement, "q")

    assert (made.judge, made.unit, made.years, made.by_hand) == (judge, unit, years, False)
    assert {case["expect"]["verdict"] for case in made.cases} >= {"达标", "未达标", "缺数据"}


@pytest.mark.parametrize("statement", BY_HAND)
def test_what_no_rule_can_reckon_is_judged_by_people(statement: Statement) -> None:
    made = point(statement, "q")

    assert (made.judge, made.by_hand, made.value) == (HAND, True, False)


def test_worked_examples_lie_on_both_sides_of_the_limit() -> None:
    made = point(row(">=", "95.5", "%", date="2025"), "q")

    assert [(case.get("given"), case.get("on"), case["expect"]["verdict"]) for case in made.cases] == [
        ({"q": "95.5%"}, "2025-12-31", "达标"),
        ({"q": "95.4%"}, "2025-12-31", "未达标"),
        ({"q": "95.4%"}, "2025-12-30", "待评定"),
        (None, None, "缺数据"),
    ]


def test_days() -> None:
    assert [str(day(written)) for written in ("2025", "2025-06", "2025-12", "2024-02-29", "2023-02-29")] == [
        "2025-12-31", "2025-06-30", "2025-12-31", "2024-02-29", "None",
    ]  # fmt: skip


def test_both_ends_of_a_range_are_one() -> None:
    ends = (row(">=", "1", "个"), row("<=", "3", "个"))
    other = row(">=", "1", "个", line=2)

    assert merged((*ends, other)) == (ends, (other,))
    assert merged((other, other)) == ((other,), (other,))

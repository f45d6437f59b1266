"""A statement that a person confirmed → field, rule and worked examples of one key point.

A number becomes a limit: 达到 and 完成 ask for at least so much, 控制在…以内 for at most. What has a day becomes a milestone,
what compares with last year a change. What no rule can reckon is judged by people.
"""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from evalcli.model.frozen import dataclass, replace
from evalcli.model.statement import Comparator, Statement

_LEVELS: Final = {"完成": "100%", "基本完成": "60%", "未完成": "0%"}
_HUNDRED: Final = Decimal(100)
_CHANGES: Final = (Comparator.INCREASE, Comparator.DECREASE)
_SHARES: Final = ("%", "百分点")
_YEAR, _MONTH, _DECEMBER = 4, 7, 12
# The year that the worked examples are about, and the one before.
_THIS, _LAST = 2021, 2020
# A change in percent is tried on last year's hundred.
_BASE: Final = Decimal(100)
_HALF: Final = Decimal(50)


@dataclass(frozen=True, slots=True)
class Point:
    """What becomes of one statement: the field it asks for (none where people judge), its rule, and its cases."""

    judge: dict[str, Any]
    cases: tuple[dict[str, Any], ...]
    unit: str = ""
    years: int = 1
    value: bool = False
    highest: Decimal = _HUNDRED

    @property
    def by_hand(self) -> bool:
        """Return whether people judge."""
        return "by_hand" in self.judge


def point(row: Statement, field: str) -> Point:
    """Return what becomes of a statement, whose field is called `field`."""
    if row.comparator in _CHANGES and (row.unit in _SHARES or row.unit == ""):
        return _change(row, field)
    if row.value < 0 or row.unit in ("", "倍") or not row.measures:
        return _by_hand()
    if row.unit.startswith(":") or row.unit.endswith(":"):
        return _ratio(row, field)
    return _limit(row, field)


def day(written: str) -> date | None:
    """Return the last day of what a date names: a year, a month or a day; None where there is no such day."""
    try:
        if len(written) == _YEAR:
            return date(int(written), _DECEMBER, 31)
        if len(written) == _MONTH:
            year, month = int(written[:_YEAR]), int(written[-2:])
            return date(year + month // _DECEMBER, month % _DECEMBER + 1, 1) - timedelta(days=1)
        return date.fromisoformat(written)
    except ValueError:
        return None


def _limit(row: Statement, field: str) -> Point:
    """Return a limit on a number, by a day where one is named."""
    upper = row.comparator in (Comparator.AT_MOST, Comparator.LESS) or (
        row.comparator is Comparator.EQUAL and row.value == 0
    )
    rule = "at_most" if upper else "at_least"
    step = _step(row.value) * (1 if upper else -1)
    beyond = row.comparator in (Comparator.MORE, Comparator.LESS)
    due = day(row.date) if row.date and not beyond else None
    if due and due.year <= _LAST:
        due = None  # a day before the year of the worked examples is long past: the limit alone says as much
    met, missed = (row.value - step, row.value) if beyond else (row.value, row.value + step)
    if min(met, missed) < 0:
        return _by_hand()
    judge: dict[str, Any] = {rule: row.value}
    if due:
        judge = {"milestone": due.isoformat(), **judge}
    elif beyond:
        judge["strictly"] = True
    cases = _cases(field, f"{met:f}{row.unit}", f"{missed:f}{row.unit}", due)
    return Point(judge, cases, row.unit, value=True, highest=max(_HUNDRED, met, missed))


def _ratio(row: Statement, field: str) -> Point:
    upper = row.comparator in (Comparator.AT_MOST, Comparator.LESS) or (
        row.comparator is Comparator.EQUAL and row.unit.startswith(":")
    )
    step = _step(row.value)
    # 1:100 is less than 1:99; 12.5:1 is more than 12.4:1.
    worse = step if upper == row.unit.startswith(":") else -step
    limit, missed = (_shown(value, row.unit) for value in (row.value, row.value + worse))
    if row.value + worse <= 0 or row.unit[-1:] == "0":
        return _by_hand()
    return Point({"at_most" if upper else "at_least": limit}, _cases(field, limit, missed, None), "比", value=True)


def _shown(value: Decimal, unit: str) -> str:
    return f"{value:f}{unit}" if unit.startswith(":") else f"{unit}{value:f}"


def _change(row: Statement, field: str) -> Point:
    """Return a change against last year: in percent, in points, or only not the wrong way."""
    sign = 1 if row.comparator is Comparator.INCREASE else -1
    if row.value == 0:
        rule = "only_up" if sign > 0 else "only_down"
        return Point({rule: [field]}, _two_years(field, _BASE, _BASE, _BASE - sign, ""), years=2)
    points = row.unit == "百分点"
    last, unit = (_HALF, "%") if points else (_BASE, "")
    met = last + sign * row.value
    missed = met - sign * _step(row.value)
    if row.value < 0 or row.unit == "" or not min(met, missed) >= 0 or (points and max(met, missed) > _HUNDRED):
        return _by_hand()
    limit = "at_least" if sign > 0 else "at_most"
    judge = {"change": field, limit: sign * row.value, "in": "points" if points else "percent"}
    return Point(judge, _two_years(field, last, met, missed, unit), unit, years=2)


def _by_hand() -> Point:
    cases = (
        {"judged": {"level": "完成"}, "expect": {"verdict": "达标", "points": 1}, "because": "评定为完成"},
        {"judged": {"level": "未完成"}, "expect": {"verdict": "未达标", "points": 0}, "because": "评定为未完成"},
        {"expect": {"verdict": "待评定"}, "because": "还没有评定"},
    )
    return Point({"by_hand": dict(_LEVELS), "passes": "完成", "nearly": "基本完成"}, cases)


def _cases(field: str, met: str, missed: str, due: date | None) -> tuple[dict[str, Any], ...]:
    on = {"on": due.isoformat()} if due else {}
    cases: list[dict[str, Any]] = [
        {"given": {field: met}, **on, "expect": {"verdict": "达标", "points": 1}, "because": "恰好达到"},
        {"given": {field: missed}, **on, "expect": {"verdict": "未达标", "points": 0}, "because": "差一点也不算"},
        {"expect": {"verdict": "缺数据"}, "because": "没有填报"},
    ]
    if due:
        early = (due - timedelta(days=1)).isoformat()
        cases.insert(
            2, {"given": {field: missed}, "on": early, "expect": {"verdict": "待评定"}, "because": "还没有到期"}
        )
    return tuple(cases)


def _two_years(field: str, last: Decimal, met: Decimal, missed: Decimal, unit: str) -> tuple[dict[str, Any], ...]:
    def given(this: Decimal) -> dict[str, Any]:
        return {"given": {field: {_THIS: f"{this:f}{unit}", _LAST: f"{last:f}{unit}"}}}

    return (
        {**given(met), "expect": {"verdict": "达标", "points": 1}, "because": "恰好达到"},
        {**given(missed), "expect": {"verdict": "未达标", "points": 0}, "because": "差一点也不算"},
        {"given": {field: {_THIS: f"{met:f}{unit}"}}, "expect": {"verdict": "缺数据"}, "because": "没有上年数"},
    )


def _step(value: Decimal) -> Decimal:
    """Return one in the last place of a number as it was written."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(min(0, exponent if isinstance(exponent, int) else 0))


def merged(rows: tuple[Statement, ...]) -> tuple[tuple[Statement, ...], ...]:
    """Return rows grouped by the number they stand for: both ends of a range are one."""
    groups: list[tuple[Statement, ...]] = []
    for row in rows:
        before = groups[-1][-1] if groups else row
        ends = {before.comparator, row.comparator} == {Comparator.AT_LEAST, Comparator.AT_MOST}
        if ends and replace(before, comparator=row.comparator, value=row.value) == row:
            groups[-1] += (row,)
        else:
            groups.append((row,))
    return tuple(groups)

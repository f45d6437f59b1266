"""Dates in a text: they are never quantities, and tell for when a quantity is meant."""

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Final

from evalcli.model.frozen import dataclass, replace

_YEAR: Final = r"(?:19|20)\d{2}"
_HAN_YEAR: Final = r"[一二]〇?[零〇一二三四五六七八九]{3}"
_RANGE: Final = re.compile(rf"({_YEAR})(?:年)?[-~至到]+({_YEAR}|\d{{2}}(?=年))(学年|年)?(?:度|底|末)?")
_END: Final = r"(?:年?(?P<end>[底末])|年(?:度|间|初)?)"
_DAY: Final = re.compile(
    rf"(?P<year>{_YEAR}|{_HAN_YEAR})(?:年(?P<month>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月"
    r"(?:份|(?P<day>\d{1,2})[日号]|(?P<monthend>[底末])|[初中上下]旬?)?|" + _END + ")"
)
_ISO: Final = re.compile(rf"({_YEAR})([-/.])(\d{{1,2}})\2(\d{{1,2}})(?!\d)")
_MONTH: Final = re.compile(
    r"(?<![\d.])(\d{1,2}|十[一二]?|[一二三四五六七八九])月(?!份额)(?:份|(\d{1,2})[日号]|([底末])|[初中上下]旬?)?"
)
_PLAN: Final = re.compile("[“\"']?(十[一二三四五六]|十)五[”\"']?(?=末|期末|时期末)")
_YEAR_END: Final = re.compile(
    "(?:今年|本年|当年|(?<![0-9零一二两三四五六七八九十几多])年)(?P<what>年底|底前|底|内|末)|(?P<next>明年)(?P<nextend>底)?|(?P<this>今年)"
)
_CLOCK: Final = re.compile(r"(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d)(?=[-~至到前后开,，。分]|$)")
# Before a date these say that a number is held against it. (占比2025年 is no comparison; its date is lost, not false.)
COMPARED: Final = ("比", "较", "由", "从", "自", "与")
_HAN: Final = {sign: str(value) for value, sign in enumerate("零一二三四五六七八九")} | {"〇": "0"}
_FIRST_PLAN_YEAR: Final = {
    "十一": 2010,
    "十二": 2015,
    "十三": 2020,
    "十四": 2025,
    "十五": 2030,
    "十六": 2035,
    "十": 2005,
}
_DECEMBER: Final = 12
_THIRTY_ONE: Final = 31


@dataclass(frozen=True, slots=True)
class Date:
    """A stretch that is a date; `value` is empty where it does not say for when (a span of years)."""

    start: int
    end: int
    value: str


def dates(text: str, year: int | None) -> list[Date]:
    """Return the dates of a text in order; `year` is the one that the whole document is about."""
    found = [_compared(text, date) for date in (*_spans(text), *_days(text), *_loose(text, year))]
    found.sort(key=lambda date: (date.start, -date.end))
    kept: list[Date] = []
    for date in found:
        if not kept or date.start >= kept[-1].end:
            kept.append(date)
    return kept


def _compared(text: str, date: Date) -> Date:
    """Return a date without its value where a number is only held against it: 比2015年, 由2016年的."""
    return replace(date, value="") if text[max(0, date.start - 1) : date.start] in COMPARED else date


def _spans(text: str) -> Iterator[Date]:
    for match in _RANGE.finditer(text):
        yield Date(match.start(), match.end(), "")
    for match in _ISO.finditer(text):
        yield Date(match.start(), match.end(), _iso(match[1], int(match[3]), int(match[4])))
    for match in _CLOCK.finditer(text):
        yield Date(match.start(), match.end(), "")


def _days(text: str) -> Iterator[Date]:
    for match in _DAY.finditer(text):
        year = "".join(_HAN.get(sign, sign) for sign in match["year"])
        month = _month(match["month"]) if match["month"] else 0
        if match["end"]:
            value = f"{year}-12-31"
        elif month and match["monthend"]:
            value = _last_of(year, month)
        else:
            value = _iso(year, month, int(match["day"] or 0))
        yield Date(match.start(), match.end(), value)


def _loose(text: str, year: int | None) -> Iterator[Date]:
    """Yield dates that leave their year to the document, and ends of five-year plans."""
    for match in _MONTH.finditer(text):
        month = _month(match[1])
        if not 1 <= month <= _DECEMBER:
            continue
        value = ""
        if year:
            value = _last_of(str(year), month) if match[3] else _iso(str(year), month, int(match[2] or 0))
        yield Date(match.start(), match.end(), value)
    for match in _PLAN.finditer(text):
        yield Date(match.start(), match.end(), f"{_FIRST_PLAN_YEAR[match[1]]}-12-31")
    for match in _YEAR_END.finditer(text):
        late = match["what"] or match["nextend"]
        when = year + bool(match["next"]) if year else None
        yield Date(match.start(), match.end(), f"{when}-12-31" if when and late else str(when or ""))


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    return 10 + int(_HAN.get(text[1:], "0")) if text[0] == "十" else int(_HAN[text])


def _iso(year: str, month: int, day: int) -> str:
    """Return a date as far as it is said and possible."""
    if not 1 <= month <= _DECEMBER:
        return year
    if not 1 <= day <= monthrange(int(year), month)[1]:
        return f"{year}-{month:02}"
    return f"{year}-{month:02}-{day:02}"


def _last_of(year: str, month: int) -> str:
    return _iso(year, month, monthrange(int(year), month)[1]) if 1 <= month <= _DECEMBER else year

"""Facts made from one line of text, as the docstrings of the rules write them."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from evalcli.formula.evaluate import evaluate
from evalcli.formula.parse import parse
from evalcli.formula.schools import spread_of
from evalcli.model.facts import Across, Missing, OfSchool, Quantity, Run
from evalcli.model.filled import HandJudgement
from evalcli.model.numbers import plain
from evalcli.model.place import Place
from evalcli.model.trace import Step

_AMOUNT = re.compile(r"(-?\d+(?:\.\d+)?)(\D*)")
_HAND = HandJudgement(level="", by="区教育督导室", on=date(2022, 8, 20), because="查阅资料")
_NO_VALUE = Missing(())


def quantity(text: str, label: str = "数值") -> Quantity | Missing:
    """Return `96.2%` as a figure; `-` is one that the education office owes."""
    if text == "-":
        return Missing((label,), ("教育局",))
    match = _AMOUNT.fullmatch(text)
    assert match, text
    places = len(match[1].partition(".")[2])
    return Quantity(Fraction(Decimal(match[1])), match[2], places, Step(label, text))


def run(label: str, text: str) -> Run:
    """Return `100元→101元+1%` as a series: last year, this year, stated growth; `-→--1%` states a fall alone."""
    last, _arrow, rest = text.partition("→")
    match = re.fullmatch(r"(-(?=$|[+-])|[^+-]+)([+-].+%)?", rest)
    assert match, text
    stated = quantity(match[2].removeprefix("+"), label + "增幅") if match[2] else None
    assert not isinstance(stated, Missing)
    return Run(label, _year(match[1], label), _year(last, label + "上年"), stated)


def _year(text: str, label: str) -> Quantity | Missing:
    found = quantity(text, label)
    return Missing(found.fields, ("财政局",)) if isinstance(found, Missing) else found


def years(label: str, text: str) -> tuple[tuple[int, Quantity | Missing], ...]:
    """Return `2020:1起,2021:-` as figures by year, newest first."""
    found = (entry.split(":") for entry in text.split(","))
    return tuple(sorted(((int(year), quantity(given, f"{label}{year}年")) for year, given in found), reverse=True))


@dataclass
class FakeFacts:
    """What a rule may ask, held in plain dictionaries."""

    points: Decimal = Decimal(4)
    on: date = date(2022, 6, 30)
    own: Quantity | Missing = _NO_VALUE
    numbers: dict[str, Quantity | Missing] = field(default_factory=dict)
    series: dict[str, tuple[Run, ...]] = field(default_factory=dict)
    annual: dict[str, tuple[tuple[int, Quantity | Missing], ...]] = field(default_factory=dict)
    judged: HandJudgement | None = None
    measures: dict[str, Across | Missing] = field(default_factory=dict)

    def value(self) -> Quantity | Missing:
        return self.own

    def number(self, expression: str) -> Quantity | Missing:
        return evaluate(parse(expression), self)

    def look_up(self, field: str, member: str, when: str) -> Quantity | Missing:
        assert (member, when) == ("", "this")
        return self.numbers[field]

    def members(self, _field: str) -> tuple[str, ...]:
        return ()

    def years(self, field: str, member: str, count: int) -> tuple[tuple[int, Quantity | Missing], ...]:
        found = self.annual[f"{field}.{member}" if member else field]
        assert len(found) == count
        return found

    def runs(self, field: str) -> tuple[Run, ...]:
        return self.series[field]

    def hand(self) -> HandJudgement | None:
        return self.judged

    def across(self, what: str) -> Across | Missing:
        return self.measures[what]

    def in_school(self, what: str, position: int) -> Step:
        found = self.measures[what]
        assert isinstance(found, Across)
        return Step(f"{found.values[position].school}：{what}", plain(found.values[position].number))


def _measure(text: str) -> tuple[str, Across | Missing]:
    """Return `甲≥4: 一小=279/45*45 二小=5` as a measure over schools; `*` gives a school's pupils."""
    head, _colon, schools = text.strip().partition(": ")
    name, _sign, limit = head.rpartition("≥")
    if schools.strip() == "-":
        return name, Missing(("学校表",))
    rows = [_row(*word.split("=")) for word in schools.split()]
    numbers, weights = [row.number for row in rows], [row.weight for row in rows]
    return name, Across(name, "", 2, Decimal(limit), tuple(rows), (), (), spread_of(numbers, weights))


def _row(school: str, given: str) -> OfSchool:
    number, _star, weight = given.partition("*")
    return OfSchool(school, Fraction(number), Fraction(weight or 1), Place("学校.csv"))


def facts_of(text: str) -> FakeFacts:
    """Return the facts that an example line states."""
    facts = FakeFacts()
    if "≥" in text:
        facts.measures = dict(_measure(part) for part in text.split(";"))
        return facts
    for word in text.split():
        _state(facts, word)
    return facts


def _state(facts: FakeFacts, word: str) -> None:
    """Put one figure or judgement into the facts."""
    name, equals, given = word.partition("=")
    if not equals:
        facts.own = _NO_VALUE if word == "无" else quantity(word)
    elif name == "评定":
        facts.judged = replace(_HAND, level=given)
    elif name == "评分":
        facts.judged = replace(facts.judged or _HAND, points=Decimal(given))
    elif name == "演示":
        facts.judged = replace(_HAND, level=given, illustrative=True)
    elif name == "已有":
        facts.judged = replace(_HAND, met=tuple(given.split("、")) if given else ())
    elif name == "截至":
        facts.on = date.fromisoformat(given)
    elif "→" in given:
        key = name.partition(".")[0]
        facts.series[key] = (*facts.series.get(key, ()), run(name, given))
    elif ":" in given:
        facts.annual[name] = years(name, given)
    else:
        facts.numbers[name] = quantity(given, name)


@pytest.fixture(scope="session", name="facts_of")
def _facts_of():
    return facts_of

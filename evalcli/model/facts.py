"""What a rule may ask about a county, and what it answers."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any, Protocol

from evalcli.model.filled import HandJudgement
from evalcli.model.frozen import dataclass, field
from evalcli.model.place import Place
from evalcli.model.trace import Step


class Verdict(StrEnum):
    """The closed set of answers. No data and not applicable are never a no."""

    MET = "达标"
    NEARLY = "基本达标"
    MISSED = "未达标"
    NO_DATA = "缺数据"
    NOT_APPLICABLE = "不适用"
    PENDING = "待评定"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, the places it is printed with, and how it came about."""

    number: Fraction
    unit: str
    decimals: int
    step: Step


@dataclass(frozen=True, slots=True)
class Missing:
    """No number, and why: `fields` are the labels of what is not filled in, `offices` who owe it, `unit` what it would be in."""

    fields: tuple[str, ...]
    offices: tuple[str, ...] = ()
    because: str = ""
    unit: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Run:
    """One series over time: this year, the year before, and the growth as stated (in %)."""

    label: str
    this: Quantity | Missing
    last: Quantity | Missing
    growth: Quantity | None = None


@dataclass(frozen=True, slots=True)
class OfSchool:
    """What a measure comes to in one school, and how much the school weighs (its pupils)."""

    school: str
    number: Fraction
    weight: Fraction
    place: Place


@dataclass(frozen=True, slots=True)
class Spread:
    """How far schools lie apart: X̄, S and S ÷ X̄, weighted by pupils; and the same ratio with every school alike."""

    mean: Fraction
    deviation: Fraction
    cv: Fraction
    plain: Fraction


@dataclass(frozen=True, slots=True)
class Across:
    """A measure over the schools of one stage, who was left out, and how joint schools were split."""

    label: str
    unit: str
    decimals: int
    standard: Decimal | None
    values: tuple[OfSchool, ...]
    left_out: tuple[tuple[str, str], ...]
    split: tuple[Step, ...]
    spread: Spread | Missing


class Facts(Protocol):
    """What the scoring stage offers to a rule."""

    @property
    def points(self) -> Decimal:
        """The full points of the key point."""

    @property
    def on(self) -> date:
        """The last day of the period: what is due is due by then."""

    def value(self) -> Quantity | Missing:
        """The key point's own `value` formula, reckoned."""

    def number(self, expression: str) -> Quantity | Missing:
        """Any formula over fields, or a plain number."""

    def runs(self, field: str) -> tuple[Run, ...]:
        """A field over time, one run for each member of its dimension that the county has."""

    def across(self, what: str) -> "Across | Missing":
        """A measure, or any formula over columns, for every school that the key point is about."""

    def in_school(self, what: str, position: int) -> Step:
        """How a measure, or a formula over columns, comes about in the school that stands there in `across`."""

    def years(self, field: str, member: str, count: int) -> tuple[tuple[int, Quantity | Missing], ...]:
        """A field, or one member of it, in the last `count` years that end with the data year; newest first."""

    def hand(self) -> HandJudgement | None:
        """What people judged, if they did."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a rule says. `points` is None while nothing can be said (缺数据, 待评定); `free` says that nothing was asked.

    The reason is what was `found`, what that earned, and a mark. `earned` begins with its comma (，得2分), and is nothing where
    there are no points; the `mark` says that a judgement only shows how it works (（演示）). `brief` is what was found for
    a paragraph, where `found` names schools one by one.
    """

    verdict: Verdict
    points: Fraction | None
    value: str
    standard: str
    found: str
    steps: tuple[Step, ...] = ()
    missing: Missing | None = None
    free: bool = False
    earned: str = ""
    mark: str = ""
    brief: str = ""

    @property
    def reason(self) -> str:
        """Return why it is so, in one sentence."""
        return self.found + self.earned + self.mark


Parameters = Mapping[str, Any]

"""What a county filled in."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from evalcli.model.checked import Mute
from evalcli.model.frozen import dataclass, field
from evalcli.model.pack import TableSpec
from evalcli.model.place import Place
from evalcli.model.table import Cell


@dataclass(frozen=True, slots=True)
class Value:
    """One figure: what was typed, what it means, and where it stood.

    `number` is in the field's unit. `approx` is how the source hedged it (约, 近, 余, 多, 万余 …)
    and is printed again. `said` is where the county took it from, in its own words. The typed number
    times `factor` is `number`.
    """

    raw: str
    number: Decimal | Fraction | None
    unit: str
    place: Place
    approx: str = ""
    text: str = ""
    said: str = ""
    factor: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Figure:
    """All that is known of one field (and one member of its dimension): by year, and stated growth."""

    years: Mapping[int, Value] = field(default_factory=dict)
    growth: Value | None = None


@dataclass(frozen=True, slots=True)
class HandJudgement:
    """A judgement made by people: level, points or list of what is met, who, when, why, on what evidence."""

    level: str
    by: str
    on: date | None
    because: str
    evidence: tuple[str, ...] = ()
    met: tuple[str, ...] = ()
    illustrative: bool = False
    place: Place | None = None
    points: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Exemption:
    """An item that does not apply: why, and who agreed."""

    because: str
    approved: str
    on: date | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One member of the 做法 of an item: a head phrase and what was done.

    `say` may name figures as `[[field]]`; nothing else in it is read as anything but text.
    """

    head: str
    say: str
    place: Place


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem and the plan that answers it."""

    item: str
    say: str
    plan: tuple[Paragraph, ...]
    head: str = ""
    plan_head: str = ""
    office: str = ""
    by: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Charge:
    """What a county says of one task in its ledger (台账): who answers for it, by when, how far it is, why it is not done."""

    offices: tuple[str, ...]
    by: date | None
    progress: Paragraph | None
    evidence: tuple[str, ...]
    because: str
    place: Place


class Mending(StrEnum):
    """How far a problem that an earlier round named is mended."""

    DONE = "已整改"
    GOING = "整改中"
    OPEN = "未整改"


@dataclass(frozen=True, slots=True)
class Rectification:
    """A problem that an earlier round named: what was done about it, by whom, by when, and how far that is."""

    problem: str
    status: Mending
    measure: str = ""
    office: str = ""
    by: date | None = None
    evidence: tuple[str, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class County:
    """Whose report this is."""

    name: str
    kind: str = "县"
    code: str = ""
    city: str = ""
    province: str = ""

    @property
    def government(self) -> str:
        """Return the name of the county's government."""
        return f"{self.name}人民政府"


@dataclass(frozen=True, slots=True)
class Notification:
    """The notice that asks for the report (评价通知)."""

    issuer: str = ""
    number: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class School:
    """One row: values by column and stage (the empty stage for what belongs to the whole school)."""

    code: str
    name: str
    kind: str
    values: Mapping[tuple[str, str], Value]
    place: Place


@dataclass(frozen=True, slots=True)
class SchoolTable:
    """The rows of one table, in the order of their codes."""

    spec: TableSpec
    schools: tuple[School, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Filled:
    """Everything that a county handed in, converted by the pack's fields.

    `read` says in words what every sheet of its offices was taken for.
    """

    county: County
    start: date
    end: date
    year: int
    notification: Notification
    signed_by: str
    signed_on: date | None
    figures: Mapping[tuple[str, str], Figure]
    judged: Mapping[str, HandJudgement]
    exemptions: Mapping[str, Exemption]
    text: Mapping[str, tuple[Paragraph, ...]]
    overview: tuple[Paragraph, ...]
    problems: tuple[Problem, ...]
    title: tuple[str, ...] = ()
    illustrative: str = ""
    merge_areas: bool = False
    scores: str = "none"
    inputs: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[str, SchoolTable] = field(default_factory=dict)
    other_scores: Mapping[str, Decimal] = field(default_factory=dict)
    read: tuple[str, ...] = ()
    deadlines: Mapping[str, date] = field(default_factory=dict)
    mutes: tuple[Mute, ...] = ()
    followup: tuple[Cell, ...] = ()
    ledger: Mapping[str, Charge] = field(default_factory=dict)
    genre: str = "self-assessment"
    longest: int = 0
    money: str = ""
    rectifications: tuple[Rectification, ...] = ()

    @property
    def period(self) -> str:
        """Return the period in words: 2021年—2022年上半年."""
        if (self.start.month, self.start.day) == (1, 1) and (self.end.month, self.end.day) == (12, 31):
            return (
                f"{self.start.year}年" if self.start.year == self.end.year else f"{self.start.year}—{self.end.year}年"
            )
        if (self.start.month, self.start.day) == (1, 1) and (self.end.month, self.end.day) == (6, 30):
            half = f"{self.end.year}年上半年"
            return half if self.start.year == self.end.year else f"{self.start.year}年—{half}"
        return f"{self.start.year}年{self.start.month}月—{self.end.year}年{self.end.month}月"

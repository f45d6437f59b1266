"""The criteria as data: fields, areas, indicators, key points, grades."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any

from evalcli.model.document import Node
from evalcli.model.frozen import dataclass, field
from evalcli.model.place import Place

# The stage of what belongs to a whole school.
ALL_STAGES = ""
# What a formula on the way to the grade calls the points with all that was added; no field may have this name.
TOTAL = "total"
# The source of a combined score that is the self-evaluation.
SELF = "self"


@dataclass(frozen=True, slots=True)
class Source:
    """The document that asks for something: 《title》（number）clause."""

    document: str
    number: str = ""
    clause: str = ""
    note: str = ""

    def __str__(self) -> str:
        """Return the source as it is cited."""
        number = f"（{self.number}）" if self.number else ""
        return f"《{self.document}》{number}{self.clause}"


@dataclass(frozen=True, slots=True)
class Field:
    """One figure or fact that a county fills in (填报项). `cited` marks what no rule needs and reports may tell.

    What `check` asks of it: `equals` is the formula that a stated value must come to, `sums` the column of a school
    table that it adds up (`schools.pupils`), `jump` the change in a year beyond which somebody asks (`30%`, `5百分点`),
    `better: lower` says that less of it is better.
    """

    id: str
    label: str
    unit: str = ""
    kind: str = "number"
    by: str = ""
    years: int = 1
    basis: str = ""
    office: str = ""
    decimals: int | None = None
    meaning: str = ""
    aliases: tuple[str, ...] = ()
    required: bool = False
    none_is_zero: bool = False
    low: Decimal | None = None
    high: Decimal | None = None
    target_for: str = ""
    due: str = ""
    equals: str = ""
    sums: str = ""
    jump: str = ""
    better: str = ""
    item: str = ""
    cited: bool = False
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One point that is judged (评估要点): its own points, value and rule; `spots` are where its formulas were typed.

    In a pack by completion it is a target with a day: `begins` and `due` are when the work on it starts and ends, `soft`
    how the document hedged it (争取), `base` what it is compared with (比上年), `starts_at` the value at the start.
    """

    id: str
    text: str
    points: Decimal
    rule: str
    parameters: Mapping[str, Any]
    value: str = ""
    table: str = ""
    stage: str = ""
    begins: date | None = None
    due: date | None = None
    soft: str = ""
    base: str = ""
    starts_at: str = ""
    place: Place | None = None
    spots: Mapping[str, Place] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Indicator:
    """One item (指标) of the criteria. `within` is how many months after the period what it lacks is to be mended."""

    id: str
    title: str
    short: str
    points: Decimal
    source: Source
    offices: tuple[str, ...]
    key_points: tuple[KeyPoint, ...]
    evidence: tuple[str, ...] = ()
    say: Mapping[str, str] = field(default_factory=dict)
    advice: Mapping[str, str] = field(default_factory=dict)
    tailored: str = ""
    within: int = 0
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """A group of indicators (一级指标)."""

    id: str
    title: str
    heading: str
    indicators: tuple[Indicator, ...]
    joins: str = ""

    @property
    def points(self) -> Decimal:
        """Return the full points of the area."""
        return sum((indicator.points for indicator in self.indicators), Decimal(0))


@dataclass(frozen=True, slots=True)
class Band:
    """A grade and the lowest share of points (out of 100) that earns it."""

    name: str
    from_points: Decimal


@dataclass(frozen=True, slots=True)
class Veto:
    """A fact that alone fails the county (一票否决)."""

    when: str
    say: str
    source: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """A fact that decides about the grade. `grade` is the one that it guards (requires) or the best that it leaves (caps).

    It holds where the formula `when` does, or where the indicator `item` is 达标 (requires). `each` (lowered) takes a
    grade of its own, even where others take one too.
    """

    when: str
    say: str
    grade: str = ""
    item: str = ""
    each: bool = False
    source: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Extra:
    """Points beside those of the items (加分)."""

    value: str
    say: str
    source: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Rung:
    """A level that is reached with so many items 达标 at least, while all others are 基本达标."""

    name: str
    least: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """How points, or verdicts, become the grade: everything between the items and the result.

    `by` is points (bands), all (every item 达标), levels (counts of 达标) or completion (the share of tasks that are
    done, between the days `begins` and `due`). `combine` gives the weights, in %, of the sources that make up the final
    score; `self` is the self-evaluation.
    """

    by: str = "points"
    begins: date | None = None
    due: date | None = None
    passed: str = "通过"
    failed: str = "不通过"
    levels: tuple[Rung, ...] = ()
    rescale: bool = True
    eligible: tuple[Condition, ...] = ()
    stops: tuple[Condition, ...] = ()
    bonus: tuple[Extra, ...] = ()
    most_bonus: Decimal = Decimal(0)
    requires: tuple[Condition, ...] = ()
    caps: tuple[Condition, ...] = ()
    lowered: tuple[Condition, ...] = ()
    combine: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between fields that must hold; `level` and `say` are used when it does not.

    With a `table` it is a relation between columns, which must hold in every school.
    """

    id: str
    holds: str
    say: str
    level: str = "疑似"
    advice: str = ""
    place: Place | None = None
    table: str = ""


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """Schools that a criterion does not count: of these kinds, where the formula holds; `say` names them in words."""

    kinds: tuple[str, ...]
    when: str
    say: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """One indicator that every school has (分学校指标): its formula over columns and its standard for each stage."""

    id: str
    label: str
    table: str
    value: str
    unit: str
    decimals: int
    at_least: Mapping[str, Decimal]
    source: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class TableSpec:
    """What a pack says about one table: columns as fields, stages, how joint schools are split, who is left out.

    `split` gives, for a kind of joint school, the weight of a pupil of each stage (九年一贯制 小学:初中 = 1:1.1);
    `shared` columns are divided by it. `weight` is the column that weighs schools in means and in the CV.
    `office` owes the table, and every column that names no office of its own.
    """

    id: str
    label: str
    key: str
    name: str
    kind: str
    weight: str
    columns: Mapping[str, Field]
    shared: frozenset[str]
    stages: Mapping[str, tuple[str, ...]]
    split: Mapping[str, Mapping[str, Fraction]]
    leave_out: tuple[LeaveOut, ...] = ()
    office: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A worked example: given these figures, expect this judgement of one key point or indicator."""

    indicator: str
    given: Node
    expect: Mapping[str, Any]
    because: str = ""
    place: Place | None = None


@dataclass(frozen=True)
class Pack:
    """The whole of the criteria (指标包).

    `subject` is what is evaluated; `mend_within` is how many months after the period shortcomings are to be mended, where an
    indicator says nothing else; `total` is what its full points are meant to add up to, `tailored` says what was changed
    in it (本地化), and `dropped` are the ids of indicators and key points that it had before; `spots` are where the keys of
    pack.yaml stand. `jump` is the change in a year beyond which `check` asks, of fields that say nothing themselves;
    `mixed_bases` are the time bases that it means to reckon together.
    """

    id: str
    version: str
    title: str
    source: Source
    provisional: str
    areas: tuple[Area, ...]
    fields: Mapping[str, Field]
    dimensions: Mapping[str, tuple[str, ...]]
    grades: tuple[Band, ...]
    vetoes: tuple[Veto, ...] = ()
    relations: tuple[Relation, ...] = ()
    tables: Mapping[str, TableSpec] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    outcome: Outcome = field(default_factory=Outcome)
    decimals: int = 2
    total: Decimal = Decimal(100)
    subject: str = "履行教育职责"
    genre: str = "self-assessment"
    mend_within: int = 0
    sha256: str = ""
    layers: tuple[str, ...] = ()
    tailored: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    spots: Mapping[str, Place] = field(default_factory=dict, compare=False)
    jump: str = ""
    mixed_bases: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """Return all indicators in order."""
        return tuple(indicator for area in self.areas for indicator in area.indicators)

    @cached_property
    def points(self) -> Decimal:
        """Return the full points."""
        return sum((area.points for area in self.areas), Decimal(0))

    @property
    def genres(self) -> tuple[str, ...]:
        """Return the kinds of report that can be written, the usual one first."""
        return ("work-points" if self.outcome.by == "completion" else "self-assessment", "summary-and-plan")

    @property
    def ladder(self) -> tuple[str, ...]:
        """Return the names of the grades, the best first."""
        if self.outcome.by == "points":
            return tuple(band.name for band in self.grades)
        passed = (
            tuple(level.name for level in self.outcome.levels)
            if self.outcome.by == "levels"
            else (self.outcome.passed,)
        )
        return (*passed, self.outcome.failed)

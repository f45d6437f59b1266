"""The criteria as data: fields, areas, indicators, key points, grades."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from evalcli.model.document import Node
from evalcli.model.place import Place


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
    """One figure or fact that a county fills in (填报项)."""

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
    low: Decimal | None = None
    high: Decimal | None = None
    target_for: str = ""
    due: str = ""
    item: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One point that is judged (评估要点): its own points, value and rule."""

    id: str
    text: str
    points: Decimal
    rule: str
    parameters: Mapping[str, Any]
    value: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """One item (指标) of the criteria."""

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
class Relation:
    """A relation between fields that must hold; `level` and `say` are used when it does not."""

    id: str
    holds: str
    say: str
    level: str = "疑似"
    advice: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A worked example: given these figures, expect this judgement of one key point or indicator."""

    indicator: str
    given: Node
    expect: Mapping[str, Any]
    because: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Pack:
    """The whole of the criteria (指标包).

    `total` is what its full points are meant to add up to, `tailored` says what was changed in it (本地化), and
    `dropped` are the ids of indicators and key points that it had before.
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
    decimals: int = 2
    total: Decimal = Decimal(100)
    genre: str = "self-assessment"
    sha256: str = ""
    layers: tuple[str, ...] = ()
    tailored: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Return all indicators in order."""
        return tuple(indicator for area in self.areas for indicator in area.indicators)

    @property
    def points(self) -> Decimal:
        """Return the full points."""
        return sum((area.points for area in self.areas), Decimal(0))

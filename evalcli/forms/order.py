"""What a form asks, and of whom: the pack's fields by office, its key points that people judge, its school tables."""

from collections.abc import Iterator, Mapping

from evalcli.model.filled import HandJudgement, SchoolTable, Value
from evalcli.model.frozen import dataclass, field
from evalcli.model.pack import ALL_STAGES, Field, Indicator, KeyPoint, Pack, TableSpec

# A figure of one year: field, member of its dimension, year.
Spot = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Order:
    """Which form is wanted: of which pack, for whom, and what it shows already.

    `last` is last year's, taken over from last year's folder and not to be changed; `typed`, `judged` and `tables` are
    what the county has filled in and may correct. A form for `office` asks that office alone, one for a `school` holds
    the school tables alone, with one row to fill in.
    """

    pack: Pack
    county: str = ""
    period: str = ""
    year: int = 0
    office: str = ""
    school: bool = False
    last: Mapping[Spot, Value] = field(default_factory=dict)
    typed: Mapping[Spot, Value] = field(default_factory=dict)
    judged: Mapping[str, HandJudgement] = field(default_factory=dict)
    tables: Mapping[str, SchoolTable] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """One row of a form: a field, or one member of its dimension."""

    field: Field
    member: str

    @property
    def key(self) -> str:
        """Return the key as a county file writes it."""
        return f"{self.field.id}.{self.member}" if self.member else self.field.id

    @property
    def label(self) -> str:
        """Return the name that people read."""
        return f"{self.field.label}（{self.member}）" if self.member else self.field.label


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a school table: a field, or one stage of it."""

    field: Field
    stage: str
    choices: tuple[str, ...] = ()

    @property
    def head(self) -> str:
        """Return the head by which the column is found again."""
        return f"{self.field.label}（{self.stage}）" if self.stage else self.field.label


@dataclass(frozen=True, slots=True)
class ByHand:
    """A key point that people judge: by level, by points, or by ticking off a list."""

    indicator: Indicator
    point: KeyPoint
    levels: tuple[str, ...]
    listed: tuple[str, ...]
    by_points: bool


def offices(pack: Pack) -> tuple[str, ...]:
    """Return the offices that a pack's fields name, in the pack's order."""
    return tuple(dict.fromkeys(office_of(one) for one in asked(pack)))


def office_of(one: Field) -> str:
    """Return who fills a field in."""
    return one.office or "责任单位"


def asked(pack: Pack) -> Iterator[Field]:
    """Yield the fields that are still asked for: those of items that were dropped are not."""
    return (one for one in pack.fields.values() if one.item not in pack.dropped)


def questions(pack: Pack, office: str) -> tuple[Question, ...]:
    """Return what an office is asked, in the pack's order."""
    return tuple(
        Question(one, member)
        for one in asked(pack)
        if office_of(one) == office
        for member in pack.dimensions.get(one.by, ("",))
    )


def by_hand(pack: Pack) -> tuple[ByHand, ...]:
    """Return the key points that people judge, in the pack's order."""
    return tuple(
        ByHand(
            indicator=indicator,
            point=point,
            levels=tuple(point.parameters.get("by_hand", ())),
            listed=tuple(point.parameters.get("checklist", ())),
            by_points="by_steps" in point.parameters or _has_span(point),
        )
        for indicator in pack.indicators
        for point in indicator.key_points
        if point.rule in ("by_hand", "by_steps") or (point.rule == "checklist" and not point.value)
    )


def _has_span(point: KeyPoint) -> bool:
    """Return whether a level spans points (0%-59%), so that people say the points too."""
    return any("-" in str(earns) for earns in point.parameters.get("by_hand", {}).values())


def columns(pack: Pack, spec: TableSpec) -> tuple[Column, ...]:
    """Return the columns of a school table in the pack's order, one for every stage that a column has."""
    return tuple(
        Column(one, stage, _kinds(spec) if one.id == spec.kind else ())
        for one in spec.columns.values()
        for stage in pack.dimensions.get(one.by, (ALL_STAGES,))
    )


def _kinds(spec: TableSpec) -> tuple[str, ...]:
    """Return the kinds of school that a table knows, in the order in which the pack names them."""
    counted = [kind for kinds in spec.stages.values() for kind in kinds]
    left_out = [kind for rule in spec.leave_out for kind in rule.kinds]
    return tuple(dict.fromkeys([*counted, *spec.split, *left_out]))

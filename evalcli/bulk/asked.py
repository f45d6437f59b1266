"""What is asked of the schools of one stage: the key points that a table alone decides, and the measures they are about."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from evalcli.formula.parse import parse
from evalcli.formula.tree import names_in
from evalcli.model.frozen import dataclass
from evalcli.model.pack import KeyPoint, Measure, Pack, TableSpec

# The rules that ask for nothing but the schools.
RULES: Final = ("spread", "mean_spread", "each_school", "no_school")
_SPREADS: Final = ("spread", "mean_spread")


@dataclass(frozen=True, slots=True)
class Asked:
    """The key points of one stage, and what they ask of every school: measures by their ids, and conditions as typed."""

    stage: str
    points: tuple[KeyPoint, ...]
    measures: Mapping[str, Measure]
    conditions: tuple[str, ...]

    @property
    def formulas(self) -> dict[str, str]:
        """Return the formula of every measure and condition."""
        return {name: measure.value for name, measure in self.measures.items()} | {
            what: what for what in self.conditions
        }

    @property
    def spreads(self) -> tuple[str, ...]:
        """Return the measures whose coefficient of variation is asked for."""
        return tuple(dict.fromkeys(name for point in self.points if point.rule in _SPREADS for name in named(point)))

    def limit(self, measure: str) -> Decimal | None:
        """Return the limit that a measure's coefficient of variation has of its own."""
        own = (point for point in self.points if point.rule == "spread" and measure in named(point))
        return next((Decimal(str(point.parameters["at_most"])) for point in own), None)


def named(point: KeyPoint) -> tuple[str, ...]:
    """Return the measures, or the condition, that a key point names."""
    given = point.parameters[point.rule]
    return (given,) if isinstance(given, str) else tuple(given)


def asked(pack: Pack, spec: TableSpec, have: frozenset[str]) -> tuple[tuple[Asked, ...], tuple[KeyPoint, ...]]:
    """Return what is asked by stage, and the key points about schools that cannot be decided.

    Those ask for more than the schools, or for a column that nobody has to fill in and that the sheet has not got.
    """
    about = [point for item in pack.indicators for point in item.key_points if point.table == spec.id]
    points = [point for point in about if point.rule in RULES and not set(_optional(pack, spec, point)) - have]
    stages = tuple(dict.fromkeys(point.stage for point in points))
    return tuple(_of_stage(pack, stage, points) for stage in stages), tuple(p for p in about if p not in points)


def _of_stage(pack: Pack, stage: str, points: list[KeyPoint]) -> Asked:
    own = tuple(point for point in points if point.stage == stage)
    names = tuple(dict.fromkeys(name for point in own for name in named(point)))
    measures = {name: pack.measures[name] for name in names if name in pack.measures}
    return Asked(stage, own, measures, tuple(name for name in names if name not in measures))


def _optional(pack: Pack, spec: TableSpec, point: KeyPoint) -> Iterator[str]:
    """Yield the columns that a key point needs and that nobody has to fill in."""
    for name in named(point):
        formula = pack.measures[name].value if name in pack.measures else name
        for column, _member in names_in(parse(formula).root):
            if not spec.columns[column].required:
                yield column

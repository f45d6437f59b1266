"""What a rule may ask, answered from a county's figures."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from evalcli.formula.evaluate import evaluate
from evalcli.formula.in_school import in_school
from evalcli.formula.parse import parse
from evalcli.formula.schools import StageRow, StageRows, across
from evalcli.language import _
from evalcli.model.facts import Across, Missing, Quantity, Run
from evalcli.model.filled import Figure, Filled, HandJudgement, Value
from evalcli.model.frozen import dataclass, replace
from evalcli.model.numbers import exact, fixed, rounded
from evalcli.model.pack import Field, KeyPoint, Pack
from evalcli.model.printing import conversion, places, printed
from evalcli.model.trace import Step

_NOTHING = Figure()
# A growth that is smaller still is printed as 0.
_MOST_PLACES = 12


@dataclass(frozen=True, slots=True)
class CountyFacts:
    """The figures of one county as one key point sees them; also the lookup of formulas."""

    pack: Pack
    filled: Filled
    key_point: KeyPoint | None = None

    @property
    def points(self) -> Decimal:
        """Return the full points of the key point."""
        return self.key_point.points if self.key_point else Decimal(0)

    @property
    def on(self) -> date:
        """Return the last day of the period."""
        return self.filled.end

    def value(self) -> Quantity | Missing:
        """Return the key point's own value; a key point that has none is judged by hand, and lacks nothing."""
        return self.number(self.key_point.value) if self.key_point and self.key_point.value else Missing(())

    def number(self, expression: str) -> Quantity | Missing:
        """Return what a formula over the county's figures comes to."""
        return evaluate(parse(str(expression)), self)

    def hand(self) -> HandJudgement | None:
        """Return what people judged of this key point, if they did."""
        return self.filled.judged.get(self.key_point.id) if self.key_point else None

    def members(self, field: str) -> tuple[str, ...]:
        """Return the members of a field's dimension, or one empty name."""
        dimension = self.pack.fields[field].by
        return self.pack.dimensions[dimension] if dimension else ("",)

    def schools(self) -> StageRows | Missing | None:
        """Return the schools that the key point is about; None where it is about none."""
        point = self.key_point
        return self.stage_rows(point.table, point.stage) if point and point.table else None

    def stage_rows(self, table: str, stage: str) -> StageRows | Missing:
        """Return the schools of a table in a stage, or that the table is missing."""
        found = self.filled.tables.get(table)
        spec = self.pack.tables[table]
        return StageRows(found, stage) if found else Missing((spec.label,), (spec.office,) if spec.office else ())

    def across(self, what: str) -> Across | Missing:
        """Return a measure, or any formula over columns, for every school of the key point."""
        measure = self.pack.measures.get(what)
        schools = self.schools()
        if not isinstance(schools, StageRows):
            return schools or Missing((), because=_("评估要点没有写明 table"))
        return across(schools, what, measure)

    def in_school(self, what: str, position: int) -> Step:
        """Return how a measure, or any formula over columns, comes about in the school that stands there in `across`."""
        schools = self.schools()
        assert isinstance(schools, StageRows)  # `across` has found the school
        found = self.of_row(what, schools.rows[position])
        assert isinstance(found, Step)  # what lacks a number has not come so far
        return found

    def of_row(self, what: str, row: StageRow) -> Step | Missing:
        """Return how a measure, or any formula over columns, comes about in one school, or what the school lacks."""
        measure = self.pack.measures.get(what)
        if measure is None:
            return in_school(parse(what), row)
        return in_school(parse(measure.value), row, measure.label, measure.unit)

    def runs(self, field: str) -> tuple[Run, ...]:
        """Return a field over time, one run for each member of its dimension."""
        return tuple(self._run(self.pack.fields[field], member) for member in self.members(field))

    def years(self, field: str, member: str, count: int) -> tuple[tuple[int, Quantity | Missing], ...]:
        """Return a field's figures of the last `count` years, newest first."""
        entry = self.pack.fields[field]
        figure = self.filled.figures.get((field, member), _NOTHING)
        wanted = range(self.filled.year, self.filled.year - count, -1)
        return tuple((year, _known(entry, _label(entry, member, year), figure.years.get(year))) for year in wanted)

    def look_up(self, field: str, member: str, when: str) -> Quantity | Missing:
        """Return a field's value `this` year or `last`, or its `growth` in %."""
        entry = self.pack.fields[field]
        figure = self.filled.figures.get((field, member), _NOTHING)
        if when == "growth":
            return self._growth(entry, member, figure)
        year = self.filled.year - (when == "last")
        value = figure.years.get(year)
        label = _label(entry, member, year if entry.years > 1 else 0)
        return _known(entry, label, value)

    def _run(self, field: Field, member: str) -> Run:
        figure = self.filled.figures.get((field.id, member), _NOTHING)
        stated = figure.growth
        label = _("{0}增幅").format(_label(field, member, 0))
        stated_in = field_of_growth(field)
        growth = _quantity(stated_in, label, stated.number, stated) if stated and stated.number is not None else None
        this, last = (self.look_up(field.id, member, when) for when in ("this", "last"))
        return Run(_label(field, member, 0), this, last, growth)

    def _growth(self, entry: Field, member: str, figure: Figure) -> Quantity | Missing:
        """Return the growth in %: reckoned where both years are known, else as it was stated."""
        this, last = (self.look_up(entry.id, member, when) for when in ("this", "last"))
        label = _("{0}增幅").format(_label(entry, member, 0))
        if isinstance(this, Missing) or isinstance(last, Missing) or not last.number:
            return _known(field_of_growth(entry), label, figure.growth)
        grown = (this.number - last.number) / abs(last.number) * 100
        decimals = _telling_places(grown)
        return Quantity(grown, "%", decimals, Step(label, f"{fixed(grown, decimals)}%", parts=(this.step, last.step)))


def _telling_places(grown: Fraction) -> int:
    """Return the usual two places, or as many as a tiny growth needs to be more than 0."""
    decimals = 2
    while grown and decimals < _MOST_PLACES and not rounded(grown, decimals):
        decimals += 1
    return decimals


def field_of_growth(field: Field) -> Field:
    """Return the field that a field's growth is: in %, with as many places as were typed."""
    return replace(field, unit="%", decimals=None)


def _label(field: Field, member: str, year: int) -> str:
    inner = "，".join(part for part in (member, f"{year}年" if year else "") if part)
    return f"{field.label}（{inner}）" if inner else field.label


def _missing(field: Field, label: str) -> Missing:
    return Missing((label,), (field.office,) if field.office else (), unit=field.unit)


def _known(field: Field, label: str, value: Value | None) -> Quantity | Missing:
    if value is None or value.number is None:
        return _missing(field, label)
    return _quantity(field, label, value.number, value)


def _quantity(field: Field, label: str, number: Decimal | Fraction, value: Value) -> Quantity:
    return Quantity(exact(number), value.unit, places(value, field), _step(field, label, value))


def _step(field: Field, label: str, value: Value) -> Step:
    return Step(label, printed(value, field), value.said, value.place, conversion=conversion(value, field))

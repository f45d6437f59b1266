"""Schools that lie far from all others of their stage, by median and MAD, or that slipped by a power of ten.

The modified z-score is 0.6745 × (x − median) ÷ MAD; beyond 3.5 a value is an outlier (Iglewicz and Hoaglin). Figures for
each pupil lean to one side: small schools have much of everything. So a school must lie out both as it is and on a scale of
ratios (logarithms), where ten times as much is as far off as a tenth.
"""

from collections.abc import Iterator
from contextlib import suppress
from decimal import Context, Decimal
from fractions import Fraction
from statistics import median

from evalcli.check import precision
from evalcli.check.subjects import of_school
from evalcli.formula.aggregates import NoNumber, reckon
from evalcli.formula.facts import CountyFacts
from evalcli.formula.parse import parse
from evalcli.formula.schools import StageRow, across
from evalcli.language import _, enumerated
from evalcli.model.facts import Across, Missing
from evalcli.model.filled import Filled, School, SchoolTable
from evalcli.model.frozen import dataclass
from evalcli.model.notice import Level, Notice
from evalcli.model.numbers import plain
from evalcli.model.pack import Measure, Pack
from evalcli.model.place import Place

# Fewer schools than this say nothing of what is usual.
_LEAST = 10
_FARTHEST = Fraction(35, 10)
_NORMAL = Fraction(6745, 10000)
# A value for each pupil may well be half or twice the median; tenfold, give or take, is a slip.
_NEAR = Fraction(3, 10)
# Of few schools the MAD itself is uncertain: the limit is wider by this many schools' part (a third for fifteen).
_UNCERTAIN = 5
# Within half and twice the median nobody is called: in a small school one teacher makes that much.
_WORTH = 2
# Counts below this make a difference of their own: three teachers instead of two.
_FEW = 30
# From so many measures on it is the number of pupils that is wrong, not the measures.
_MANY = 3
# Two schools do not differ in a digit that nobody looks at.
_LOGARITHM = Context(prec=28)


@dataclass(frozen=True, slots=True)
class _Far:
    """A school's value in one measure that is far from the median; `factor` is the power of ten by which, else 0."""

    measure: Measure
    stage: str
    value: Fraction
    middle: Fraction
    factor: int


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield a notice for every school that lies far out in some measure of a stage."""
    for name, table in filled.tables.items():
        found: dict[tuple[Place, str], list[_Far]] = {}
        for measure in (one for one in pack.measures.values() if one.table == name):
            # A formula that stands under two names is looked at once.
            if any(measure.value == far.measure.value for fars in found.values() for far in fars):
                continue
            for stage in table.spec.stages:
                for spot, far in _far(CountyFacts(pack, filled), measure, stage):
                    found.setdefault((spot, stage), []).append(far)
        schools = {school.place: school for school in table.schools}
        for (spot, stage), fars in found.items():
            yield _told(table, schools[spot], stage, fars)


def _far(facts: CountyFacts, measure: Measure, stage: str) -> Iterator[tuple[Place, _Far]]:
    rows = facts.stage_rows(measure.table, stage)
    if isinstance(rows, Missing) or len(rows.rows) < _LEAST:
        return
    # A measure that is asked of one stage only means nothing in another.
    if measure.at_least and stage not in measure.at_least:
        return
    found = across(rows, measure.value, measure)
    if isinstance(found, Across):
        usual = _usual([one.number for one in found.values])
        for row, one in zip(rows.rows, found.values, strict=True):
            factor = precision.slip(one.number, usual.middle, _NEAR)
            if usual.outside(one.number) and (
                factor or usual.outside(_nearest(measure, row, one.number, usual.middle))
            ):
                yield one.place, _Far(measure, stage, one.number, usual.middle, factor)


@dataclass(frozen=True, slots=True)
class _Usual:
    """What is usual among schools: median and MAD, plain and of logarithms (None where not all are above zero)."""

    middle: Fraction
    spread: Fraction
    middle_log: Fraction
    spread_log: Fraction | None
    limit: Fraction

    def outside(self, number: Fraction) -> bool:
        """Return whether a school lies far outside."""
        if self.middle / _WORTH < number < self.middle * _WORTH:
            return False
        if precision.slip(number, self.middle, _NEAR):
            return True
        scores = [_score(number, self.middle, self.spread)]
        if self.spread_log is not None and number > 0:
            scores.append(_score(_log(number), self.middle_log, self.spread_log))
        return min(scores) > self.limit


def _usual(numbers: list[Fraction]) -> _Usual:
    middle, spread = _median_and_mad(numbers)
    limit = _FARTHEST * (1 + Fraction(_UNCERTAIN, len(numbers)))
    if min(numbers) <= 0:
        return _Usual(middle, spread, middle, None, limit)
    return _Usual(middle, spread, *_median_and_mad([_log(number) for number in numbers]), limit)


def _median_and_mad(numbers: list[Fraction]) -> tuple[Fraction, Fraction]:
    middle = median(numbers)
    return middle, median([abs(number - middle) for number in numbers])


def _score(number: Fraction, middle: Fraction, spread: Fraction) -> Fraction:
    """Return the modified z-score; 0 where more than half of the schools are alike and nothing can be said."""
    return _NORMAL * abs(number - middle) / spread if spread else Fraction(0)


@dataclass(frozen=True)
class _Moved:
    """A school in which one count is one more or one less."""

    row: StageRow
    column: str
    by: int

    @property
    def name(self) -> str:
        """Return the school's name."""
        return self.row.name

    def number(self, column: str, member: str) -> Fraction | None:
        """Return a column's value, that of the one column moved."""
        found = self.row.number(column, member)
        return found if found is None or column != self.column else found + self.by

    def lacking(self, column: str, member: str) -> Missing:
        """Return what the school has not filled in, and who owes it."""
        return self.row.lacking(column, member)


def _nearest(measure: Measure, row: StageRow, number: Fraction, middle: Fraction) -> Fraction:
    """Return what of the school is nearest to the median when a small count of it is one more or less."""
    formula = parse(measure.value)
    found = [number]
    for column, member in sorted(formula.members):
        count = row.number(column, member)
        if count is not None and count.denominator == 1 and 0 < count < _FEW:
            for by in (-1, 1):
                with suppress(NoNumber):
                    found.append(reckon(formula.root, _Moved(row, column, by)))
    return min(found, key=lambda one: abs(one - middle))


def _log(number: Fraction) -> Fraction:
    context = _LOGARITHM
    return Fraction(context.ln(context.divide(Decimal(number.numerator), Decimal(number.denominator))))


def _told(table: SchoolTable, school: School, stage: str, fars: list[_Far]) -> Notice:
    said = "；".join(_said(far) for far in fars)
    message = _("{school}（{stage}）与其他学校相差很远：{said}").format(school=school.name, stage=stage, said=said)
    factors = {far.factor for far in fars if far.factor}
    spec = table.spec
    columns = dict.fromkeys(name for far in fars for name, _member in sorted(parse(far.measure.value).members))
    if len(fars) >= _MANY:
        advice = _("几项都偏得多，先核对“{column}”，再逐列核对。").format(column=spec.columns[spec.weight].label)
    else:
        names = enumerated(spec.columns[name].label for name in columns)
        advice = _("核对这所学校的{names}。").format(names=names)
    if factors:
        advice = _("像是差了 {factor} 倍；").format(factor=max(factors)) + advice
    office = next((spec.columns[name].office for name in columns if spec.columns[name].office), "")
    values = (stage, *(plain(far.value) for far in fars))
    return Notice(
        "school.outlier", Level.DOUBT, message, advice, school.place, of_school(spec, school, office, *values)
    )


def _said(far: _Far) -> str:
    return _("{label}{value}{unit}，中位数{middle}{unit}").format(
        label=far.measure.label,
        value=plain(far.value, far.measure.decimals),
        middle=plain(far.middle, far.measure.decimals),
        unit=far.measure.unit,
    )

"""One member of a dimension against the others: money a head or a ratio that is ten times that of every other stage."""

from collections.abc import Iterator
from fractions import Fraction
from statistics import median

from evalcli.check import precision
from evalcli.check.subjects import called, of_figure
from evalcli.language import _
from evalcli.model.filled import Filled, Value
from evalcli.model.notice import Level, Notice
from evalcli.model.numbers import plain
from evalcli.model.pack import Field, Pack
from evalcli.model.printing import printed

# What is told for each head or as a ratio lies in one order for all stages; totals and counts do not.
_ALIKE = ("元", "比", "册", "平方米")
# The others must agree among themselves before one can stand out, and there must be some.
_OTHERS = 2
_APART = 5
# Between a seventh and fourteen tenths of the factor: stages differ, tenfold they do not.
_NEAR = Fraction(1, 2)
_STANDS_OUT = 7


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield every member whose value is a power of ten away from those of the others."""
    for field in pack.fields.values():
        if field.by and field.unit in _ALIKE:
            for member, value, middle, factor in _of_field(dict(_given(pack, filled, field))):
                last = filled.figures[field.id, member].years.get(filled.year - 1)
                # Where last year's value shows the slip, that is told already.
                if last is None or not precision.slip(Fraction(value.number or 0), Fraction(last.number or 0), _NEAR):
                    yield _slipped(field, member, value, middle, factor)


def _given(pack: Pack, filled: Filled, field: Field) -> Iterator[tuple[str, Value]]:
    for member in pack.dimensions[field.by]:
        figure = filled.figures.get((field.id, member))
        value = figure.years.get(filled.year) if figure else None
        if value is not None and value.number is not None and value.number > 0:
            yield member, value


def _of_field(values: dict[str, Value]) -> Iterator[tuple[str, Value, Fraction, int]]:
    """Yield every member that stands out, with the median of the others and the factor."""
    for member, value in values.items():
        others = [Fraction(one.number or 0) for name, one in values.items() if name != member]
        if len(others) < _OTHERS or max(others) > _APART * min(others):
            continue
        number, middle = Fraction(value.number or 0), median(others)
        factor = precision.slip(number, middle, _NEAR)
        if factor and not middle / _STANDS_OUT < number < middle * _STANDS_OUT:
            yield member, value, middle, factor


def _slipped(field: Field, member: str, value: Value, middle: Fraction, factor: int) -> Notice:
    message = _("{label}是 {value}，其他分项的中位数是 {middle}{unit}，像是差了 {factor} 倍").format(
        label=called(field, member),
        value=printed(value, field),
        middle=plain(middle, 2),
        unit=":1" if field.unit == "比" else field.unit,
        factor=factor,
    )
    about = of_figure(field, member, value)
    return Notice("figure.stands-out", Level.DOUBT, message, _("核对单位和小数点。"), value.place, about)

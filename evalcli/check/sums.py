"""A county's own total against the sum of its school table, all rows of it."""

from collections.abc import Iterator
from fractions import Fraction

from evalcli.check import precision
from evalcli.check.subjects import called, of_figure
from evalcli.language import _
from evalcli.model.filled import Filled, SchoolTable, Value
from evalcli.model.notice import Level, Notice
from evalcli.model.numbers import plain
from evalcli.model.pack import ALL_STAGES, Field, Pack
from evalcli.model.printing import printed
from evalcli.model.units import SCALES

_SAME_DIGITS = Fraction(1, 50)


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield every total that its school table does not add up to; a table with gaps adds up to nothing."""
    for (name, member), figure in filled.figures.items():
        field, value = pack.fields[name], figure.years.get(filled.year)
        table, _dot, column = field.sums.partition(".")
        if table in filled.tables and value is not None and value.number is not None:
            yield from _compared(field, member, value, filled.tables[table], column)


def _compared(field: Field, member: str, value: Value, table: SchoolTable, column: str) -> Iterator[Notice]:
    spec = table.spec
    stages = (member,) if member else (tuple(spec.stages) if spec.columns[column].by else (ALL_STAGES,))
    found = _sum(table, column, stages)
    if found is not None:
        # A county counts in 万册 what its schools count in 册.
        found /= SCALES.get(field.unit.removesuffix(spec.columns[column].unit), 1)
    if found is None or not precision.apart(precision.stated(value), (found, found)):
        return
    message = _("{label}填报{value}，{table}各行“{column}”合计是 {found}{unit}").format(
        label=called(field, member),
        value=printed(value, field),
        table=spec.label,
        column=spec.columns[column].label,
        found=plain(found),
        unit=field.unit,
    )
    factor = precision.slip(Fraction(value.number or 0), found, _SAME_DIGITS)
    slipped = _("像是差了 {factor} 倍：核对单位和小数点。").format(factor=factor)
    advice = slipped if factor else _("核对学校表是否缺校、重复，口径是否相同。")
    yield Notice(
        "figure.sum",
        Level.DOUBT,
        message,
        advice,
        value.place,
        of_figure(field, member, value, Value(plain(found), None, "", value.place)),
    )


def _sum(table: SchoolTable, column: str, stages: tuple[str, ...]) -> Fraction | None:
    """Return the sum over all schools; None where a school that has the stage has not filled it in."""
    whole = Fraction(0)
    for school in table.schools:
        for stage in stages:
            value = school.values.get((column, stage))
            if value is not None and value.number is not None:
                whole += Fraction(value.number)
            elif stage == ALL_STAGES or school.kind in table.spec.stages.get(stage, ()):
                return None
    return whole if table.schools else None

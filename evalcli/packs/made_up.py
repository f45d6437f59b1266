"""A county that fills in the same number everywhere: what a pack reckons can be tried without anybody's data."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from evalcli.model.filled import County, Figure, Filled, Notification, School, SchoolTable, Value
from evalcli.model.pack import ALL_STAGES, Field, Pack, TableSpec
from evalcli.model.place import Place

_NOWHERE = Place("")
_YEAR = 2021
# No rule looks back further.
_YEARS = 10


def made_up(pack: Pack, number: Decimal = Decimal(1)) -> Filled:
    """Return what a county would hand in that has this number in every field, in the field's own unit."""
    return Filled(
        county=County(""),
        start=date(_YEAR, 1, 1),
        end=date(_YEAR + 1, 6, 30),
        year=_YEAR,
        notification=Notification(),
        signed_by="",
        signed_on=None,
        figures={
            (field.id, member): _figure(field, number)
            for field in pack.fields.values()
            for member in _members(pack, field)
        },
        judged={},
        exemptions={},
        text={},
        overview=(),
        problems=(),
        tables={name: SchoolTable(spec, tuple(_schools(pack, spec, number))) for name, spec in pack.tables.items()},
    )


def _members(pack: Pack, field: Field) -> tuple[str, ...]:
    return (ALL_STAGES, *pack.dimensions[field.by]) if field.by in pack.dimensions else (ALL_STAGES,)


def _value(field: Field, number: Decimal) -> Value:
    return Value(str(number), number, field.unit, _NOWHERE)


def _figure(field: Field, number: Decimal) -> Figure:
    return Figure({_YEAR - back: _value(field, number) for back in range(_YEARS)})


def _schools(pack: Pack, spec: TableSpec, number: Decimal) -> Iterator[School]:
    """Yield a school of every kind, so that every stage has one."""
    kinds = dict.fromkeys(kind for kinds in spec.stages.values() for kind in kinds)
    for kind in kinds:
        columns = spec.columns.values()
        values = {(column.id, stage): _value(column, number) for column in columns for stage in _members(pack, column)}
        yield School(kind, kind, kind, values, _NOWHERE)

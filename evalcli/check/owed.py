"""Who owes what: figures, last year's values, judgements and cells of school tables, by office and deadline (催报)."""

from collections.abc import Iterator, Mapping
from datetime import date

from evalcli.check.missing import needed
from evalcli.check.subjects import called
from evalcli.formula.parse import parse
from evalcli.language import _
from evalcli.model.checked import Owed
from evalcli.model.filled import Filled, School, SchoolTable
from evalcli.model.pack import ALL_STAGES, Field, Indicator, Pack, TableSpec

# Rules that people answer, not figures.
_BY_PEOPLE = ("by_hand", "by_steps", "checklist")
OTHERS = "其他"
# Whoever fills in a column of a school table himself is asked by his school's name.
_OWN = ("学校", "幼儿园", "")


def owed(pack: Pack, filled: Filled) -> tuple[Owed, ...]:
    """Return everything that is still to be handed in, by office; what several offices share each of them owes."""
    found = (*_figures(pack, filled), *_last_year(pack, filled), *_judgements(pack, filled), *_tables(pack, filled))
    return tuple(sorted(found, key=lambda one: one.office))


def _due(filled: Filled, office: str) -> date | None:
    return filled.deadlines.get(office, filled.deadlines.get(OTHERS))


def _of_field(filled: Filled, field: Field, items: str, kind: str, name: str, what: str) -> Owed:
    office = field.office or _("责任单位")
    return Owed(office, _due(filled, office), kind, items, field.id, name, what)


def _figures(pack: Pack, filled: Filled) -> Iterator[Owed]:
    have = {key[0] for key, figure in filled.figures.items() if filled.year in figure.years or figure.growth}
    for name, items in needed(pack).items():
        applying = [item for item in items if item not in filled.exemptions]
        if applying and name not in have:
            field = pack.fields[name]
            unit = field.unit or (_("是或否") if field.kind == "yes_no" else _("数值"))
            yield _of_field(filled, field, "、".join(applying), _("填报项"), field.label, unit)


def _last_year(pack: Pack, filled: Filled) -> Iterator[Owed]:
    for (name, member), figure in filled.figures.items():
        field = pack.fields[name]
        if field.years > 1 and filled.year - 1 not in figure.years:
            what = _("{year} 年的值（{unit}）").format(year=filled.year - 1, unit=field.unit)
            yield _of_field(filled, field, field.item, _("上年值"), called(field, member), what)


def _judgements(pack: Pack, filled: Filled) -> Iterator[Owed]:
    for indicator in pack.indicators:
        for point in indicator.key_points:
            # What a value counts is asked for as that value.
            asked = set(_BY_PEOPLE) & set(point.parameters) and not point.value
            if asked and indicator.id not in filled.exemptions and point.id not in filled.judged:
                yield from _judgement(filled, indicator, point.id, point.text)


def _judgement(filled: Filled, indicator: Indicator, at: str, text: str) -> Iterator[Owed]:
    for office in indicator.offices:
        what = _("等级或清单、评定人、日期、理由、佐证材料")
        yield Owed(office, _due(filled, office), _("人工评定"), indicator.id, at, text, what)


def _tables(pack: Pack, filled: Filled) -> Iterator[Owed]:
    for name, spec in pack.tables.items():
        wanted = tuple(column for column in spec.columns.values() if column.id in _wanted(pack, spec))
        if name in filled.tables:
            yield from _schools(filled, filled.tables[name], wanted)
            continue
        for office in dict.fromkeys(column.office or _("责任单位") for column in wanted):
            yield Owed(office, _due(filled, office), _("学校表"), "", name, spec.label, _("整张表"))


def _wanted(pack: Pack, spec: TableSpec) -> set[str]:
    """Return the columns that are asked of every school: the required ones, and those that a measure is made of."""
    measures = (measure for measure in pack.measures.values() if measure.table == spec.id)
    used = {name for measure in measures for name in parse(measure.value).names}
    return {spec.key, spec.kind} | used | {column.id for column in spec.columns.values() if column.required}


def _schools(filled: Filled, table: SchoolTable, wanted: tuple[Field, ...]) -> Iterator[Owed]:
    for school in table.schools:
        empty: dict[str, list[str]] = {}
        for column, stage in _empty(table.spec, school, wanted):
            office = school.name if column.office in _OWN else column.office
            empty.setdefault(office, []).append(called(column, stage))
        for office, names in empty.items():
            at = f"{table.spec.id}.{school.code}"
            day = _due(filled, office)
            yield Owed(office, day, _("学校表"), "", at, f"{table.spec.label} {school.name}", "、".join(names))


def _empty(spec: TableSpec, school: School, wanted: tuple[Field, ...]) -> Iterator[tuple[Field, str]]:
    """Yield the cells that a school has left empty; a stage that it has not got is asked of nobody."""
    if _left_out(spec, school):
        return
    for column in wanted:
        stages = [stage for stage, kinds in spec.stages.items() if school.kind in kinds] if column.by else [ALL_STAGES]
        yield from ((column, stage) for stage in stages if (column.id, stage) not in school.values)


def _left_out(spec: TableSpec, school: School) -> bool:
    """Return whether schools of this kind do not count at all."""
    return any(school.kind in rule.kinds and not rule.when for rule in spec.leave_out)


def by_office(found: tuple[Owed, ...]) -> Mapping[str, tuple[Owed, ...]]:
    """Return what every office owes, in the order of the offices' names."""
    offices = dict.fromkeys(one.office for one in found)
    return {office: tuple(one for one in found if one.office == office) for office in offices}

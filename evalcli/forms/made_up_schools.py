"""Schools that do not exist: of every kind, with what the standards ask for and a little more."""

import csv
import io
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from evalcli.forms.made_up import portion
from evalcli.forms.order import Column, columns
from evalcli.formula.parse import parse
from evalcli.formula.schools import StageRows, across
from evalcli.formula.tree import Binary, Comparison, Node, Unary, names_in
from evalcli.model.facts import Across
from evalcli.model.filled import School, SchoolTable, Value
from evalcli.model.frozen import replace
from evalcli.model.numbers import fixed
from evalcli.model.pack import ALL_STAGES, Field, Measure, Pack, TableSpec
from evalcli.model.place import Place

_NOWHERE = Place("")
# How many schools of a kind that has one stage, and of one that has several.
_MANY, _FEW = 5, 2
_PUPILS = (240, 1200)
# What a column has for each pupil before the standards are looked at, and how much of that what is taken off again has.
_EACH, _TAKEN_OFF = Fraction(1, 20), Fraction(1, 200)
# By how much a standard is passed, by how much a column grows at least, and how often at most.
_ABOVE, _ROUNDS = Fraction(21, 20), 12
_ALL = 100
Rates = dict[str, Fraction]


def schools_csv(pack: Pack, spec: TableSpec, county: str, year: int) -> bytes:
    """Return a school table as Excel takes a CSV file."""
    table = schools(pack, spec, county, year)
    heads = columns(pack, spec)
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow([column.head for column in heads])
    for school in table.schools:
        writer.writerow([_shown(school, column) for column in heads])
    return b"\xef\xbb\xbf" + page.getvalue().encode("utf-8")


def _shown(school: School, column: Column) -> str:
    value = school.values.get((column.field.id, column.stage))
    return value.raw if value else ""


def schools(pack: Pack, spec: TableSpec, county: str, year: int) -> SchoolTable:
    """Return made-up schools that reach the standards of the pack's measures."""
    rates = _first_rates(pack, spec)
    measures = [measure for measure in pack.measures.values() if measure.table == spec.id]
    for _round in range(_ROUNDS):
        before = dict(rates)
        table = SchoolTable(spec, tuple(_schools(pack, spec, rates, county, year)))
        short = [pair for measure in measures for pair in _short(table, measure)]
        if not short:
            break
        for name, times in sorted(short):
            rates[name] = max(rates[name], before[name] * times)
    for measure in measures:
        table = _no_more_than_all(table, measure) if measure.unit == "%" else table
    return replace(table, schools=tuple(_fitting(pack, spec, school) for school in table.schools))


def _fitting(pack: Pack, spec: TableSpec, school: School) -> School:
    """Return a school whose parts are no more than their whole, as the pack's relations between columns ask."""
    for relation in (one for one in pack.relations if one.table == spec.id):
        root = parse(relation.holds).root
        if isinstance(root, Comparison) and root.signs == ("<=",):
            parts, whole = ([name for name, _member in names_in(side)] for side in root.operands)
            school = _made_to_fit(spec, school, parts, whole)
    return school


def _made_to_fit(spec: TableSpec, school: School, parts: list[str], whole: list[str]) -> School:
    """Return a school in which one whole is raised to its parts, or else one part lowered to what it is part of."""
    values = dict(school.values)
    stages = dict.fromkeys(stage for _name, stage in values)
    for stage in (one for one in stages if all((name, one) in values for name in (*parts, *whole))):
        part, all_ = (_added(values, names, stage) for names in (parts, whole))
        if part > all_:
            name, number = (whole[0], part) if len(whole) == 1 else (parts[0], all_)
            values[name, stage] = _value(spec.columns[name], number)
    return replace(school, values=values)


def _added(values: Mapping[tuple[str, str], Value], names: list[str], stage: str) -> Fraction:
    return sum((Fraction(values[name, stage].number or 0) for name in names), Fraction(0))


def _no_more_than_all(table: SchoolTable, measure: Measure) -> SchoolTable:
    """Return the table with a share that came out above 100% brought back to it, school by school."""
    root = parse(measure.value).root
    parts = {name for name, _member in names_in(root)} - _lowering(root, table.spec)
    found = [across(StageRows(table, stage), measure.value, measure) for stage in measure.at_least]
    over = {one.school: one.number for spread in found if isinstance(spread, Across) for one in spread.values}
    schools_ = (_lowered(table.spec, school, parts, over.get(school.name, Fraction(0))) for school in table.schools)
    return replace(table, schools=tuple(schools_))


def _lowered(spec: TableSpec, school: School, parts: set[str], share: Fraction) -> School:
    if share <= _ALL:
        return school
    lower = {
        (name, stage): _value(spec.columns[name], Fraction(value.number or 0) * _ALL / share)
        for (name, stage), value in school.values.items()
        if name in parts
    }
    return replace(school, values={**school.values, **lower})


def _first_rates(pack: Pack, spec: TableSpec) -> Rates:
    taken = {name for one in pack.measures.values() for name in _turned(parse(one.value).root, "-")}
    return {name: _TAKEN_OFF if name in taken else _EACH for name in spec.columns}


def _short(table: SchoolTable, measure: Measure) -> Iterator[tuple[str, Fraction]]:
    """Yield the columns that must grow for a measure to reach its standard in every stage, and how many times."""
    root = parse(measure.value).root
    less = _lowering(root, table.spec)
    for stage, standard in measure.at_least.items():
        found = across(StageRows(table, stage), measure.value, measure)
        least = min(one.number for one in found.values) if isinstance(found, Across) else Fraction(standard)
        if least < standard:
            times = Fraction(standard) / least if least > 0 else Fraction(2)
            # A share that passes its standard by as much could be more than all.
            above = Fraction(1) if measure.unit == "%" else _ABOVE
            yield from ((name, times * above) for name, _member in names_in(root) if name not in less)


def _lowering(root: Node, spec: TableSpec) -> set[str]:
    """Return the columns that lower a measure when they grow, and the pupils, who are given."""
    return _turned(root, "-") | _turned(root, "/") | {spec.weight}


def _turned(node: Node, sign: str) -> set[str]:
    """Return the columns that stand to the right of a sign: what is taken off, or divided by."""
    match node:
        case Binary():
            right = {name for name, _member in names_in(node.right)} if node.sign == sign else _turned(node.right, sign)
            return right | _turned(node.left, sign)
        case Unary():
            return _turned(node.operand, sign)
        case _other:
            return set()


def _schools(pack: Pack, spec: TableSpec, rates: Rates, county: str, year: int) -> Iterator[School]:
    number = 0
    for kind, stages in _stages(spec).items():
        for place in range(_MANY if len(stages) == 1 else _FEW):
            number += 1
            code, name = f"99{number:04d}", f"{county}演示{kind}{place + 1}"
            values = dict(_values(pack, spec, rates, code, stages, year))
            said = {spec.key: code, spec.name: name, spec.kind: kind}
            values |= {(column, ""): Value(text, None, "", _NOWHERE, text=text) for column, text in said.items()}
            yield School(code, name, kind, values, _NOWHERE)


def _stages(spec: TableSpec) -> Mapping[str, tuple[str, ...]]:
    """Return the stages that a school of each kind has."""
    kinds = dict.fromkeys(kind for kinds in spec.stages.values() for kind in kinds)
    joint = {kind: tuple(weights) for kind, weights in spec.split.items()}
    single = {kind: tuple(stage for stage, named in spec.stages.items() if kind in named) for kind in kinds}
    return {kind: joint.get(kind, single[kind]) for kind in kinds}


def _values(
    pack: Pack, spec: TableSpec, rates: Rates, code: str, stages: tuple[str, ...], year: int
) -> Iterator[tuple[tuple[str, str], Value]]:
    counted = stages if spec.columns[spec.weight].by else (ALL_STAGES,)
    pupils = {stage: _between(*_PUPILS, f"{code}{stage}") for stage in counted}
    for column in columns(pack, spec):
        field, stage = column.field, column.stage
        if field.kind != "number" or (stage and stage not in stages):
            continue
        count = pupils.get(stage) or sum(pupils.values(), Fraction(0))
        number = (
            count
            if field.id == spec.weight
            else _number(field, count * rates[field.id], code, year, raised=rates[field.id] > _EACH)
        )
        yield (field.id, stage), _value(field, number)


def _between(low: int, high: int, key: str) -> Fraction:
    return Fraction(int(low + (high - low) * portion(key)))


def _number(field: Field, usual: Fraction, key: str, year: int, *, raised: bool) -> Fraction:
    """Return a column's number: shares are high, years lie back; what has an end is at its end, all else goes with pupils.

    Yes or no (0 or 1) is no, unless a standard has raised it.
    """
    if field.high is not None and field.unit != "%":
        return Fraction(field.high if field.high != 1 or raised else field.low or 0)
    if field.unit == "年":
        return Fraction(year - 15)
    if field.unit == "%":
        return Fraction(98) + Fraction(portion(key))
    return usual * (1 + Fraction(portion(key)) / 10)


def _value(field: Field, number: Fraction) -> Value:
    places = field.decimals if field.decimals is not None else (1 if field.unit == "%" else 0)
    shown = fixed(number, places)
    return Value(shown, Decimal(shown), field.unit, _NOWHERE)

"""What is wrong with what a pack says about school tables: columns, stages and measures that are not there."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from evalcli.formula.parse import FormulaFault, parse
from evalcli.language import _, enumerated
from evalcli.model.mention import Mention, split
from evalcli.model.notice import Level, Notice
from evalcli.model.pack import ALL_STAGES, Field, KeyPoint, Measure, Pack, Relation, TableSpec
from evalcli.model.place import Place

# The kinds of rules over schools: those that name measures, and the one with a condition over columns.
_OF_MEASURES = ("each_school", "spread", "mean_spread")
_OF_COLUMNS = "no_school"
# The one that compares a measure with its standard.
_WITH_STANDARD = "each_school"
Named = Iterable[tuple[str, str]]


def table_faults(pack: Pack) -> Iterator[Notice]:
    """Yield what is wrong with tables and measures themselves."""
    for spec in pack.tables.values():
        yield from _heads(spec)
        yield from _own_columns(spec)
        yield from _dimensions(pack, spec)
        yield from _stages(pack, spec)
        for out in (out for out in spec.leave_out if out.when):
            yield from _over_columns(pack, spec, out.when, out.place)
    for measure in pack.measures.values():
        yield from _measure(pack, measure)


def point_faults(pack: Pack, point: KeyPoint) -> Iterator[Notice]:
    """Yield what is wrong with what a key point says about schools."""
    over_schools = point.rule in (*_OF_MEASURES, _OF_COLUMNS)
    if not point.table:
        if over_schools or point.stage:
            message = _("评估要点 {id} 逐校核对，要写明 table").format(id=point.id)
            yield _fault("pack.unknown-table", point.place, message, _known(pack.tables))
        return
    spec = pack.tables.get(point.table)
    if spec is None:
        yield _unknown_table(pack, point.table, point.place)
        return
    if point.stage not in (ALL_STAGES, *spec.stages):
        yield _unknown_stage(point.stage, spec.stages, point.place)
    if point.rule in _OF_MEASURES:
        for name in point.parameters[point.rule]:
            yield from _named_measure(pack, point, name)
    if point.rule == _OF_COLUMNS:
        yield from _over_columns(pack, spec, point.parameters[_OF_COLUMNS], _spot(point, point.parameters[_OF_COLUMNS]))
    if point.value:
        yield from _in_aggregates(pack, spec, point.value, _spot(point, point.value))


def _spot(point: KeyPoint, formula: str) -> Place | None:
    """Return where a formula of a key point was typed."""
    return point.spots.get(formula, point.place)


def row_faults(pack: Pack, relation: Relation) -> Iterator[Notice]:
    """Yield what is wrong with a relation that must hold in every school."""
    spec = pack.tables.get(relation.table)
    if spec is None:
        yield _unknown_table(pack, relation.table, relation.place)
        return
    yield from _over_columns(pack, spec, relation.holds, relation.place)
    for part in split(relation.say):
        if isinstance(part, Mention) and (len(part.parts) > 1 or part.parts[0] not in spec.columns):
            yield _unknown_column(spec, part.typed, relation.place)


def sum_faults(pack: Pack, field: Field) -> Iterator[Notice]:
    """Yield what is wrong with the column of a school table that a field adds up."""
    if not field.sums:
        return
    table, _dot, column = field.sums.partition(".")
    spec = pack.tables.get(table)
    if spec is None:
        yield _unknown_table(pack, table, field.place)
    elif column not in spec.columns:
        yield _unknown_column(spec, column, field.place)


def _fault(code: str, place: Place | None, message: str, advice: str = "") -> Notice:
    return Notice(code, Level.STOP, message, advice, place)


def _near(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, sorted(known), 1, 0.5)
    return _("最接近的是“{near}”。").format(near=near[0]) if near else _known(known)


def _known(known: Iterable[str]) -> str:
    return _("现有的：{known}。").format(known=enumerated(known) or _("没有"))


def _heads(spec: TableSpec) -> Iterator[Notice]:
    """Yield columns that a head could not tell apart."""
    seen: dict[str, str] = {}
    for column in spec.columns.values():
        for name in {column.id, column.label, *column.aliases}:
            if seen.setdefault(name, column.id) != column.id:
                yield _fault("pack.twice", column.place, _("列名“{name}”用了不止一次").format(name=name))


def _own_columns(spec: TableSpec) -> Iterator[Notice]:
    for name in (spec.key, spec.name, spec.kind, spec.weight):
        if name not in spec.columns:
            yield _unknown_column(spec, name, spec.place)
    weight = spec.columns.get(spec.weight)
    if weight and spec.split and not weight.by:
        message = _("{table}要按学段拆分，权重列“{name}”就要按学段填（写 by）").format(
            table=spec.label, name=spec.weight
        )
        yield _fault("pack.unknown-stage", weight.place, message)


def _dimensions(pack: Pack, spec: TableSpec) -> Iterator[Notice]:
    for column in spec.columns.values():
        if column.by and column.by not in pack.dimensions:
            message = _("列“{id}”按“{by}”分项，但指标包没有这个维度").format(id=column.id, by=column.by)
            yield _fault("pack.unknown-dimension", column.place, message, _near(column.by, pack.dimensions))


def _stages(pack: Pack, spec: TableSpec) -> Iterator[Notice]:
    """Yield stages that no column can be filled in for."""
    members = {member for column in spec.columns.values() for member in pack.dimensions.get(column.by, ())}
    named = (*spec.stages, *(stage for weights in spec.split.values() for stage in weights))
    for stage in dict.fromkeys(named):
        if members and stage not in members:
            yield _unknown_stage(stage, members, spec.place)


def _measure(pack: Pack, measure: Measure) -> Iterator[Notice]:
    spec = pack.tables.get(measure.table)
    if spec is None:
        yield _unknown_table(pack, measure.table, measure.place)
        return
    yield from _over_columns(pack, spec, measure.value, measure.place)
    for stage in measure.at_least:
        if stage not in spec.stages:
            yield _unknown_stage(stage, spec.stages, measure.place)


def _named_measure(pack: Pack, point: KeyPoint, name: str) -> Iterator[Notice]:
    known = (ALL_STAGES, *pack.tables[point.table].stages)
    own = {measure.id: measure for measure in pack.measures.values() if measure.table == point.table}
    if name not in own:
        message = _("评估要点 {id} 用到的分学校指标“{name}”不在 tables.yaml 的 measures 里").format(
            id=point.id, name=name
        )
        yield _fault("pack.unknown-measure", point.place, message, _near(name, own))
    elif point.rule == _WITH_STANDARD and point.stage in known and point.stage not in own[name].at_least:
        message = _("分学校指标“{name}”没有{stage}的标准，评估要点 {id} 却要核对")
        message = message.format(name=name, stage=point.stage or _("全校"), id=point.id)
        yield _fault("pack.unknown-stage", point.place, message, _known(own[name].at_least))


def _over_columns(pack: Pack, spec: TableSpec, text: str, place: Place | None) -> Iterator[Notice]:
    """Yield what is wrong with a formula whose names are all columns."""
    try:
        formula = parse(text)
    except FormulaFault as fault:
        spot = place.part(text, fault.start, fault.end) if place else None
        yield _fault("pack.formula", spot, _("公式“{text}”读不懂：{why}").format(text=text, why=fault))
        return
    if formula.columns:
        message = _("公式“{text}”逐校计算，里面不能再有对全部学校的函数").format(text=text)
        yield _fault("pack.formula", place, message)
    yield from _columns(pack, spec, formula.members, place)


def _in_aggregates(pack: Pack, spec: TableSpec, text: str, place: Place | None) -> Iterator[Notice]:
    """Yield columns that the functions over rows in a formula name; a formula that cannot be read is told elsewhere."""
    try:
        yield from _columns(pack, spec, parse(text).columns, place)
    except FormulaFault:
        return


def _columns(pack: Pack, spec: TableSpec, named: Named, place: Place | None) -> Iterator[Notice]:
    for name, member in sorted(named):
        column = spec.columns.get(name)
        if column is None:
            yield _unknown_column(spec, name, place)
        elif member and member not in pack.dimensions.get(column.by, ()):
            message = _("公式用到的列“{name}”没有“{member}”这一分项").format(name=name, member=member)
            yield _fault("pack.unknown-member", place, message, _near(member, pack.dimensions.get(column.by, ())))
        elif column.kind != "number":
            message = _("公式用到的列“{name}”不是数值").format(name=name)
            yield _fault("pack.unknown-column", place, message)


def _unknown_table(pack: Pack, name: str, place: Place | None) -> Notice:
    message = _("tables.yaml 里没有表“{name}”").format(name=name)
    return _fault("pack.unknown-table", place, message, _near(name, pack.tables))


def _unknown_stage(stage: str, known: Iterable[str], place: Place | None) -> Notice:
    message = _("没有“{stage}”这个学段").format(stage=stage)
    return _fault("pack.unknown-stage", place, message, _near(stage, known))


def _unknown_column(spec: TableSpec, name: str, place: Place | None) -> Notice:
    message = _("{table}没有“{name}”这一列").format(table=spec.label, name=name)
    return _fault("pack.unknown-column", place, message, _near(name, spec.columns))

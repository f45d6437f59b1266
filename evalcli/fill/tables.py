"""Sheets and lists → school tables: heads to columns, cells to values, rows to schools in the order of their codes."""

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Dict
from difflib import get_close_matches
from functools import lru_cache

from evalcli.fill import convert
from evalcli.fill.grid import torn
from evalcli.fill.match import role_of
from evalcli.language import _, enumerated
from evalcli.model.document import Mapping, Node, Scalar, members
from evalcli.model.filled import School, SchoolTable, Value
from evalcli.model.frozen import replace
from evalcli.model.notice import Level, Notice
from evalcli.model.pack import ALL_STAGES, Field, Pack, TableSpec
from evalcli.model.place import Place
from evalcli.model.table import Cell, Table

Spot = tuple[str, str]
# What stands in the first columns of a row that adds up the others.
SUMS = ("合计", "总计", "小计", "全县")
# So many heads are remembered: where a sheet's head stands is found by trying.
_KEPT = 4096


def school_table(pack: Pack, spec: TableSpec, table: Table) -> tuple[SchoolTable, tuple[Notice, ...]]:
    """Return the schools of a sheet, and all that could not be read of it."""
    notices: list[Notice] = []
    columns = dict(spots(pack, spec, table.head, notices))
    notices += absent(spec, columns, table.name, table.head)
    schools: dict[str, School] = {}
    for row in table.rows:
        if not any(cell.text.strip() for cell in row):
            continue
        if not row[0].place.sheet and torn([cell.text for cell in row], len(table.head)):
            notices.append(convert.torn(row[0]))
            continue
        school = _school(spec, columns, row, notices)
        if school is None:
            continue
        if school.code in schools:
            first = schools[school.code]
            notices.append(twice(school.code, (school.name, school.place), (first.name, first.place)))
        else:
            schools[school.code] = school
    return SchoolTable(spec, tuple(schools[code] for code in sorted(schools))), tuple(notices)


def school_tables(
    pack: Pack, roots: list[Mapping], sheets: Dict[str, tuple[Table, ...]]
) -> tuple[Dict[str, SchoolTable], tuple[Notice, ...]]:
    """Return a county's school tables: those in files of their own, one or several a table, and those written out in YAML."""
    written = {
        key.text: (as_table(key.text, node),) for root in roots for key, node in root.pairs("tables") if members(node)
    }
    places = {key.text: key.place for root in roots for key, _node in root.pairs("tables")}
    found: dict[str, SchoolTable] = {}
    notices: list[Notice] = []
    for name, parts in {**written, **sheets}.items():
        if name in pack.tables:
            found[name], unread = _joined(pack, pack.tables[name], parts)
            notices += unread
        else:
            message = _("指标包没有表“{name}”").format(name=name)
            advice = _("可用的表：{known}。").format(known=enumerated(pack.tables) or _("没有"))
            notices.append(Notice("table.unknown", Level.MUST, message, advice, places.get(name)))
    return found, tuple(notices)


def _joined(pack: Pack, spec: TableSpec, parts: tuple[Table, ...]) -> tuple[SchoolTable, tuple[Notice, ...]]:
    """Return the schools of all parts of a table; a school that two parts have is told, and counts once."""
    read = [school_table(pack, spec, part) for part in parts]
    notices = [notice for _table, unread in read for notice in unread]
    schools: dict[str, School] = {}
    for school in (school for part, _unread in read for school in part.schools):
        if school.code in schools:
            notices.append(
                twice(school.code, (school.name, school.place), (schools[school.code].name, schools[school.code].place))
            )
        else:
            schools[school.code] = school
    return SchoolTable(spec, tuple(schools[code] for code in sorted(schools))), tuple(notices)


def as_table(name: str, node: Node) -> Table:
    """Return a list of mappings in YAML as a sheet: the heads in the order in which they first appear."""
    rows = [row for row in members(node) if isinstance(row, Mapping)]
    heads: dict[str, Cell] = {}
    for row in rows:
        for title, (key, _value) in row.by_key.items():
            if title not in heads:  # asked for in every row, their places would take as long as all the cells
                heads[title] = Cell(title, key.place)
    cells = tuple(tuple(_cell(row, head) for head in heads) for row in rows)
    return Table(name, "", tuple(heads.values()), cells)


def _cell(row: Mapping, head: str) -> Cell:
    node = row.get(head)
    return Cell(node.text, node.place) if isinstance(node, Scalar) else Cell("", row.place)


def spots(pack: Pack, spec: TableSpec, head: Iterable[Cell], notices: list[Notice]) -> Iterator[tuple[int, Spot]]:
    """Yield the position of every head that is a column's, and which column and stage it is."""
    known = dict(heads(pack, spec))
    taken: set[Spot] = set()
    for position, cell in enumerate(head):
        title = bare(cell.text)
        if not title:
            continue
        spot = known.get(title)
        if spot in taken:
            message = _("表头“{title}”和前面的一列重复，没有采用这一列").format(title=cell.text)
            notices.append(Notice("table.column-twice", Level.MUST, message, _("只留一列。"), cell.place))
        elif spot is None and role_of(title) == "other":
            continue
        elif spot is None:
            near = get_close_matches(title, known, 1)
            advice = _("最接近的是“{near}”。").format(near=near[0]) if near else _("没有用到的列可以删去。")
            message = _("表头“{title}”不是{table}的列").format(title=cell.text, table=spec.label)
            notices.append(Notice("table.unknown-column", Level.DOUBT, message, advice, cell.place))
        else:
            taken.add(spot)
            yield position, spot


def heads(pack: Pack, spec: TableSpec) -> Iterator[tuple[str, Spot]]:
    """Yield every way of writing a head: id, label or alias, with （学段） or .学段 where the column has stages."""
    for column in spec.columns.values():
        for name in (column.id, column.label, *column.aliases):
            title = bare(name)
            if not column.by:
                yield title, (column.id, ALL_STAGES)
            for stage in pack.dimensions.get(column.by, ()):
                yield f"{title}（{stage}）", (column.id, stage)
                yield f"{title}.{stage}", (column.id, stage)
                yield f"{stage}{title}", (column.id, stage)


@lru_cache(_KEPT)
def bare(title: str) -> str:
    """Return a head without blanks, its brackets full-width."""
    return "".join(title.split()).replace("(", "（").replace(")", "）")


def absent(spec: TableSpec, spots: dict[int, Spot], name: str, head: tuple[Cell, ...]) -> Iterator[Notice]:
    """Yield columns that every school needs and the sheet lacks: told once here, not once a row."""
    needed = {spec.key, spec.kind, *(column.id for column in spec.columns.values() if column.required)}
    for column in spec.columns.values():
        if column.id in needed and not _has(spots, column.id):
            place = head[0].place if head else Place(name)
            message = _("{table}缺“{label}”一列").format(table=spec.label, label=column.label)
            advice = _("补上这一列；表头写“{label}”。").format(label=column.label)
            yield Notice("table.missing-column", Level.MUST, message, advice, place)


def _has(spots: dict[int, Spot], column: str) -> bool:
    return any(name == column for name, _stage in spots.values())


def _school(spec: TableSpec, spots: dict[int, Spot], row: tuple[Cell, ...], notices: list[Notice]) -> School | None:
    values: dict[Spot, Value] = {}
    for position, (column, stage) in spots.items():
        if position < len(row):
            found = _value(spec.columns[column], stage, row[position])
            if isinstance(found, Notice):
                notices.append(found)
            elif found is not None:
                values[column, stage] = found
    code, name, kind = (_text(values, column) for column in (spec.key, spec.name, spec.kind))
    place = row[0].place
    if not code or code in SUMS or name in SUMS:
        if _has(spots, spec.key):
            notices.append(no_key(spec, place))
        return None
    if _has(spots, spec.kind) and kind not in kinds(spec):
        notices.append(strange_kind(spec, kind, place))
    notices += _without_pupils(spec, name or code, kind, values)
    return School(code, name or code, kind, values, place)


def _without_pupils(spec: TableSpec, name: str, kind: str, values: Dict[Spot, Value]) -> Iterator[Notice]:
    """Yield a school of whose stages none has pupils: it counts nowhere, and nobody would notice."""
    stages = [stage for stage, kinds in spec.stages.items() if kind in kinds]
    found = [values.get((spec.weight, stage if spec.columns[spec.weight].by else ALL_STAGES)) for stage in stages]
    weighed = [value for value in found if value is not None]
    if stages and len(weighed) == len(stages) and not any(value.number for value in weighed):
        label = spec.columns[spec.weight].label
        message = _("{school}的{label}是0，没有归入任何学段").format(school=name, label=label)
        advice = _("核对{label}；确实没有学生的学校请从表里删去。").format(label=label)
        yield Notice("table.no-pupils", Level.DOUBT, message, advice, weighed[0].place)


def _text(values: dict[Spot, Value], column: str) -> str:
    value = values.get((column, ALL_STAGES))
    return value.text if value else ""


def kinds(spec: TableSpec) -> set[str]:
    """Return the kinds of schools that a table knows."""
    left_out = {kind for rule in spec.leave_out for kind in rule.kinds}
    return {kind for kinds in spec.stages.values() for kind in kinds} | set(spec.split) | left_out


def _value(column: Field, stage: str, cell: Cell) -> Value | Notice | None:
    text = cell.text.strip()
    label = f"{column.label}（{stage}）" if stage else column.label
    if cell.fault:
        return convert.without_value(label, cell)
    if not text:
        return None
    if column.kind in ("text", "choice"):
        # Codes come out of workbooks as numbers: 110101.0 is the code 110101.
        code = text.removesuffix(".0") if column.kind == "text" and text.removesuffix(".0").isdigit() else text
        return Value(cell.text, None, "", cell.place, text=code)
    meaning = convert.number(text, replace(column, label=label) if stage else column)
    if isinstance(meaning, convert.Fault):
        return Notice(meaning.code, Level.MUST, meaning.message, meaning.advice, cell.place)
    if meaning is None:
        return None
    return Value(
        cell.text, meaning.number, column.unit, cell.place, meaning.approx, meaning.text, factor=meaning.factor
    )


def no_key(spec: TableSpec, place: Place) -> Notice:
    """Return that a row has no code or adds up the others."""
    message = _("这一行没有“{label}”，或者是合计行，没有采用").format(label=spec.columns[spec.key].label)
    return Notice("table.no-key", Level.MUST, message, _("补上代码；合计行请删去。"), place)


def twice(code: str, again: tuple[str, Place], first: tuple[str, Place]) -> Notice:
    """Return that two schools, each given by name and place, have one code."""
    message = _("学校代码“{code}”重复：{one}和{other}").format(code=code, one=first[0], other=again[0])
    advice = _("核对代码；同一所学校只留一行（另一行在 {place}）。").format(place=first[1])
    return Notice("table.twice", Level.MUST, message, advice, again[1])


def strange_kind(spec: TableSpec, kind: str, place: Place) -> Notice:
    """Return that a kind is none of the table's."""
    known = sorted(kinds(spec))
    near = get_close_matches(kind, known, 1)
    advice = (
        _("最接近的是“{near}”。").format(near=near[0])
        if near
        else _("可以填：{known}。").format(known=enumerated(known))
    )
    message = _("“{kind}”不是{table}认识的办学类型，这一行没有归入任何学段").format(kind=kind, table=spec.label)
    if not kind:
        message = _("这一行没有填“{label}”，没有归入任何学段").format(label=spec.columns[spec.kind].label)
    return Notice("table.kind", Level.MUST, message, advice, place)

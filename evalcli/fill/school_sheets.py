"""Sheets in which the schools of a pack's table stand, whatever lies above and below them → tables with one head."""

from collections.abc import Iterator
from itertools import pairwise

from evalcli.fill import convert
from evalcli.fill.grid import Grid, number_like, with_unit
from evalcli.fill.match import bare, is_sum, unit_of, without_unit
from evalcli.fill.tables import bare as as_head
from evalcli.fill.tables import heads
from evalcli.model.frozen import dataclass
from evalcli.model.pack import Pack, TableSpec
from evalcli.model.table import Cell, Table

_LOOKED_AT = 12
_MOST_HEAD_ROWS = 3


@dataclass(frozen=True, slots=True)
class Schools:
    """The schools of one sheet, as a table with a head that the pack knows, and what was passed over.

    `fractions` are columns in % that hold nothing above 1, each with the first of its cells that is a fraction;
    `torn` are lines in which cells do not stand under their heads.
    """

    id: str
    table: Table
    sums: int
    notes: int
    fractions: tuple[tuple[str, Cell], ...] = ()
    torn: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class _Head:
    spec: TableSpec
    rows: range
    titles: tuple[Cell, ...]
    columns: frozenset[str]
    units: tuple[str, ...]


def schools(grid: Grid, pack: Pack) -> Schools | None:
    """Return the schools of a sheet whose head has a table's key and most of the columns that it needs."""
    specs = [spec for spec in pack.tables.values() if _holds(grid, pack, spec, spec.key)]
    found = [head for spec in specs for head in _heads(grid, pack, spec) if _is_table(head)]
    if not found:
        return None
    head = max(found, key=lambda one: (len(one.columns), -len(one.rows), -one.rows.start))
    kept: list[int] = []
    torn_rows: list[Cell] = []
    sums = notes = 0
    for row in range(head.rows.stop, grid.height):
        columns = grid.filled(row)
        if not columns:
            continue
        if grid.is_note(row):
            notes += 1
        elif grid.is_torn(row, head.rows):
            torn_rows.append(grid.sheet.cell(row, 0))
        elif any(is_sum(grid.sheet.text(row, column)) for column in columns[:3]):
            sums += 1
        else:
            kept.append(row)
    rows = tuple(tuple(_cell(grid, row, column, head) for column in range(grid.width)) for row in kept)
    table = Table(grid.sheet.file, grid.sheet.sha256, head.titles, rows)
    return Schools(head.spec.id, table, sums, notes, tuple(_fractions(grid, kept, head)), tuple(torn_rows))


def lacking(grid: Grid, pack: Pack) -> tuple[TableSpec, str] | None:
    """Return the table that a sheet resembles but for the column that tells its schools apart, and that column's label."""
    for spec in (spec for spec in pack.tables.values() if _holds(grid, pack, spec, spec.name)):
        for head in _heads(grid, pack, spec):
            names = head.columns
            if spec.key not in names and spec.name in names and len(names) > 1:
                return spec, spec.columns[spec.key].label
    return None


def _holds(grid: Grid, pack: Pack, spec: TableSpec, column: str) -> bool:
    """Return whether the title of a column stands anywhere where a head could: most sheets are told apart by that."""
    titles = {title for title, (name, _stage) in heads(pack, spec) if name == column}
    rows = range(min(grid.height, _LOOKED_AT + _MOST_HEAD_ROWS))
    texts = (grid.sheet.text(row, place) for row in rows for place in grid.filled(row))
    return any(way in titles for text in texts for way in _ways((text,)))


def _is_table(head: _Head) -> bool:
    names, spec = head.columns, head.spec
    needed = {spec.key, spec.kind, *(column.id for column in spec.columns.values() if column.required)} - {""}
    return spec.key in names and len(names & needed) * 2 >= len(needed) and len(names) > 1


def _heads(grid: Grid, pack: Pack, spec: TableSpec) -> Iterator[_Head]:
    """Yield the sheet's possible heads: one to three rows within the first dozen."""
    known = {title: column for title, (column, _stage) in heads(pack, spec)}
    for top in range(min(grid.height, _LOOKED_AT)):
        if not grid.filled(top):
            continue
        for bottom in range(top + 1, min(top + _MOST_HEAD_ROWS, grid.height) + 1):
            if head := _head(grid, spec, known, range(top, bottom)):
                yield head


def _head(grid: Grid, spec: TableSpec, known: dict[str, str], rows: range) -> _Head | None:
    """Return the head that some rows are, or None where no title of the table stands in them."""
    paths = [grid.path(rows, column) for column in range(grid.width)]
    said = [next((way for way in _ways(path) if way in known), "") for path in paths]
    columns = frozenset(known[title] for title in said if title)
    if not columns:
        return None
    titles, units, stated = [], [], grid.stated_units(rows.start)
    for column, (title, path) in enumerate(zip(said, paths, strict=True)):
        titles.append(Cell(title or (path[-1] if path else ""), grid.sheet.spot(rows.stop - 1, column)))
        own = next((unit for word in path if (unit := _unit(word))), "")
        units.append(own or (convert.fitting(stated, spec.columns[known[title]]) if title else ""))
    below = rows.stop < grid.height and _is_unit_row(grid, rows.stop)
    if below:
        units = [unit_of(grid.text(rows.stop, column)) or unit for column, unit in enumerate(units)]
        rows = range(rows.start, rows.stop + 1)
    return _Head(spec, rows, tuple(titles), columns, tuple(units))


def _unit(word: str) -> str:
    return unit_of(word) or without_unit(bare(word))[1]


def _is_unit_row(grid: Grid, row: int) -> bool:
    texts = [text for column in grid.filled(row) if (text := grid.sheet.text(row, column)) not in ("单位", "计量单位")]
    return bool(texts) and all(unit_of(text) for text in texts)


def _ways(path: tuple[str, ...]) -> Iterator[str]:
    """Yield the titles that a head of several rows may mean, as `fill/tables.py` writes them."""
    words = [without_unit(bare(word))[0] for word in path if not unit_of(word)]
    whole = [as_head(word) for word in path]
    for upper, lower in pairwise(words):
        yield f"{upper}（{lower}）"
        yield f"{lower}（{upper}）"
        yield f"{upper}{lower}"
    yield from reversed(whole)
    yield from (as_head(word) for word in reversed(words))


def _fractions(grid: Grid, rows: list[int], head: _Head) -> Iterator[tuple[str, Cell]]:
    """Yield the columns in % of which every number lies between 0 and 1, and not all are 0."""
    for column, (title, unit) in enumerate(zip(head.titles, head.units, strict=True)):
        cells = [grid.sheet.cell(row, column) for row in rows if unit == "%"]
        numbers = [cell for cell in cells if number_like(cell.text)]
        fractions = [cell for cell in numbers if convert.hundredfold(cell.text)]
        whole = [cell for cell in numbers if cell not in fractions and cell.text not in ("0", "1")]
        if fractions and not whole:
            yield title.text, fractions[0]


def _cell(grid: Grid, row: int, column: int, head: _Head) -> Cell:
    cell = grid.sheet.cell(row, column)
    unit = head.units[column]
    return Cell(with_unit(cell, unit).text, cell.place, cell.fault) if unit and cell.text else cell

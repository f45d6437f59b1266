"""The sheet 评定 of our form → judgements made by people, as YAML would have them."""

from collections.abc import Iterator

from evalcli.fill.grid import Grid
from evalcli.fill.match import bare
from evalcli.model.document import Node, Scalar, Sequence, mapping
from evalcli.model.place import Place

_KEYS = {
    "等次": "level",
    "评定人": "by",
    "评定日期": "on",
    "评定理由": "because",
    "佐证材料": "evidence",
    "满足项": "met",
    "得分": "points",
}
_LISTS = ("evidence", "met")
# Who judged and when may be filled in beforehand; these say that somebody judged.
_JUDGED = ("level", "points", "met")
_SEPARATORS = str.maketrans("\r\n；;", "、、、、")


def head_row(grid: Grid) -> int | None:
    """Return the row that says 代码 and 等次, or None where the sheet is another."""
    for row in range(min(grid.height, 10)):
        texts = {bare(grid.sheet.text(row, column)) for column in grid.filled(row)}
        if {"代码", "等次"} <= texts:
            return row
    return None


def judged(grid: Grid, head: int) -> tuple[tuple[Scalar, Node], ...]:
    """Return the judgements under a head, by the key point's id; rows that nobody judged are left out."""
    columns = {bare(grid.sheet.text(head, column)): column for column in grid.filled(head)}
    return tuple(_rows(grid, head, columns))


def _rows(grid: Grid, head: int, columns: dict[str, int]) -> Iterator[tuple[Scalar, Node]]:
    for row in range(head + 1, grid.height):
        code = grid.sheet.cell(row, columns["代码"])
        entries = tuple(
            (Scalar(_KEYS[name], grid.sheet.spot(row, column)), _node(_KEYS[name], grid, row, column))
            for name, column in columns.items()
            if name in _KEYS and grid.sheet.text(row, column)
        )
        if code.text and any(key.text in _JUDGED for key, _value in entries):
            yield Scalar(code.text, code.place), mapping(entries, code.place)


def _node(key: str, grid: Grid, row: int, column: int) -> Node:
    text, place = grid.sheet.text(row, column), grid.sheet.spot(row, column)
    return _list(text, place) if key in _LISTS else Scalar(text, place)


def _list(text: str, place: Place) -> Sequence:
    names = (name.strip() for name in text.translate(_SEPARATORS).split("、"))
    return Sequence(tuple(Scalar(name, place) for name in names if name), place)

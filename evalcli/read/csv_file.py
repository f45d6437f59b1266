"""CSV and TSV → a `Table` with cell places."""

import csv
import hashlib
from io import StringIO

from evalcli.language import _
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.model.table import Cell, Table
from evalcli.read.encoding import decode

# A county has some hundred schools; a file of this many rows is something else.
MOST_ROWS = 20_000
# Longer than any head.
_HEAD = 100_000


def parse(data: bytes, name: str) -> tuple[Table | None, tuple[Notice, ...]]:
    """Return the sheet in `data`: the first row that is not empty is the head."""
    found, notices = decode(data, name)
    if found is None:
        return None, notices
    text, _encoding = found
    rows: list[tuple[Cell, ...]] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator(text), strict=True)
    try:
        rows.extend(tuple(_cell(name, reader.line_num, *cell) for cell in enumerate(cells, 1)) for cells in reader)
    except csv.Error:
        # A quotation mark that nobody closed would swallow every school below it.
        return None, (unpaired(Place(name, reader.line_num, 1)),)
    return as_table(name, hashlib.sha256(data).hexdigest(), rows)


def as_table(name: str, sha256: str, rows: list[tuple[Cell, ...]]) -> tuple[Table | None, tuple[Notice, ...]]:
    """Return rows as a sheet whose head is the first row that is not empty."""
    filled = [row for row in rows if any(cell.text.strip() for cell in row)]
    if len(filled) > MOST_ROWS:
        return None, (_too_long(name),)
    if not filled:
        return None, (Notice("table.empty", Level.STOP, _("表里没有内容"), _("填好后再试。"), Place(name)),)
    return Table(name, sha256, filled[0], tuple(filled[1:])), ()


def separator(text: str) -> str:
    """Return what sets cells apart: the most frequent of , tab and ; in the first line."""
    first = text[:_HEAD].lstrip("\n\r").partition("\n")[0]
    return max(",\t;", key=first.count)


def unpaired(place: Place) -> Notice:
    """Return that a quotation mark has no partner."""
    message = _("到这一行为止，有一格的英文引号没有配对")
    return Notice("table.syntax", Level.STOP, message, _("补上或删去引号，或用 Excel、WPS 另存为 CSV 再试。"), place)


def _cell(name: str, line: int, column: int, text: str) -> Cell:
    return Cell(text, Place(name, line, column, max(1, len(text))))


def _too_long(name: str) -> Notice:
    message = _("表超过 {most} 行").format(most=MOST_ROWS)
    return Notice("table.too-long", Level.STOP, message, _("一个县没有这么多学校；核对是不是放错了文件。"), Place(name))

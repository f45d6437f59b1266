"""CSV and TSV → a `Table` with cell places."""

import codecs
import csv
import hashlib
from io import StringIO

from evalcli.language import _
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.model.table import Cell, Sheet, Table
from evalcli.read.encoding import binary_kind, decode
from evalcli.read.limits import MOST_CELLS, MOST_ROWS

# Empty rows are none, but somebody may have left a million of them.
_MOST_LINES = 200_000
_SEPARATORS = ",\t;|"
_FIRST = 20_000


def parse(data: bytes, name: str) -> tuple[Table | None, tuple[Notice, ...]]:
    """Return the sheet in `data`: the first row that is not empty is the head."""
    found, notices = sheet(data, name)
    if found is None:
        return None, notices
    cells = (tuple(found.cell(row, column) for column in range(len(texts))) for row, texts in enumerate(found.rows))
    return as_table(name, found.sha256, list(cells))


def sheet(data: bytes, name: str) -> tuple[Sheet | None, tuple[Notice, ...]]:
    """Return what lies in `data`, row by row; how it was read is told where it is not UTF-8."""
    found, notices = decode(_marked(data), name)
    if found is None:
        return None, notices
    text, encoding = found
    rows: list[tuple[str, ...]] = []
    lines: list[int] = []
    left = MOST_CELLS
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator(text), strict=True)
    try:
        for cells in reader:
            rows.append(tuple(cells))
            lines.append(reader.line_num)
            left -= len(cells) if any(cells) else 0
            if len(rows) > _MOST_LINES:
                return None, (_too_long(name),)
            if left < 0:
                return None, (_too_wide(name),)
    except csv.Error:
        return None, (unpaired(Place(name, reader.line_num, 1)),)
    sha256 = hashlib.sha256(data).hexdigest()
    return Sheet(name, "", sha256, tuple(rows), tuple(lines), encoding=encoding), ()


def _marked(data: bytes) -> bytes:
    """Return UTF-16 without its mark with one: of commas, digits and line ends every other byte is empty."""
    first = data[:_FIRST]
    empty = first[1::2].count(0), first[::2].count(0)
    if not any(empty) or binary_kind(first) or first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data
    return (codecs.BOM_UTF16_LE if empty[0] > empty[1] else codecs.BOM_UTF16_BE) + data


def unpaired(place: Place) -> Notice:
    """Return that a quotation mark has no partner: it would swallow every school below it."""
    message = _("到这一行为止，有一格的英文引号没有配对")
    return Notice("table.syntax", Level.STOP, message, _("补上或删去引号，或用 Excel、WPS 另存为 CSV 再试。"), place)


def as_table(name: str, sha256: str, rows: list[tuple[Cell, ...]]) -> tuple[Table | None, tuple[Notice, ...]]:
    """Return rows as a sheet whose head is the first row that is not empty."""
    filled = [row for row in rows if any(cell.text.strip() for cell in row)]
    if len(filled) > MOST_ROWS:
        return None, (_too_long(name),)
    if not filled:
        return None, (Notice("table.empty", Level.STOP, _("表里没有内容"), _("填好后再试。"), Place(name)),)
    return Table(name, sha256, filled[0], tuple(filled[1:])), ()


def separator(text: str) -> str:
    """Return the sign that divides the cells: the one that stands equally often in most of the first lines."""
    first = [line for line in text[:_FIRST].splitlines() if line.strip()]
    return max(_SEPARATORS, key=lambda sign: _evenness([line.count(sign) for line in first]))


def _evenness(counts: list[int]) -> tuple[int, int]:
    return max(((counts.count(count), count) for count in counts if count), default=(0, 0))


def _too_long(name: str) -> Notice:
    message = _("表超过 {most} 行").format(most=MOST_ROWS)
    return Notice("table.too-long", Level.STOP, message, _("一个县没有这么多学校；核对是不是放错了文件。"), Place(name))


def _too_wide(name: str) -> Notice:
    message = _("表超过 {most} 格").format(most=MOST_CELLS)
    return Notice(
        "table.too-large", Level.STOP, message, _("一个县没有这么多数据；核对是不是放错了文件。"), Place(name)
    )

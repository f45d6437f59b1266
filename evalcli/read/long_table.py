"""A long CSV or TSV of many counties' schools → a `LongTable`: columns of text and the line of every row.

polars reads lines and separators; quotation marks, which may hold both, are read by the standard library first.
"""

import csv
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from evalcli.language import _
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.model.table import Cell, LongTable
from evalcli.read.csv_file import separator, unpaired
from evalcli.read.disk import contents
from evalcli.read.encoding import utf8

if TYPE_CHECKING:
    from _csv import Reader

    import polars as pl

Found = tuple[LongTable | None, tuple[Notice, ...]]
# Which columns are wanted, by their positions, once the head is known: of texts, and of numbers.
Wanted = Callable[[tuple[Cell, ...]], tuple[tuple[int, ...], tuple[int, ...]]]
# All schools of the country are a tenth of this.
_LARGEST = 500_000_000
# A sign that no text holds (`utf8` refuses it) separates cells that held the usual one.
_APART = "\x1f"
# So many rows from all over the file tell what a column holds.
_SAMPLES = 500


def long_table(path: Path, name: str, wanted: Wanted) -> Found:
    """Return the wanted columns of the table in the file at `path`, and what is wrong with it."""
    data, notices = contents(path, name, _LARGEST)
    if data is None:
        return None, notices
    if len(data) > _LARGEST:
        message = _("文件超过 {most} MB").format(most=_LARGEST // 1_000_000)
        return None, (Notice("table.too-large", Level.STOP, message, _("按省拆成几个文件分别计算。"), Place(name)),)
    if path.suffix.lower() in (".xlsx", ".xlsm", ".xls"):
        return None, (_workbook(name),)
    return parse(data, name, wanted)


def parse(data: bytes, name: str, wanted: Wanted) -> Found:
    """Return the wanted columns of a CSV: the first line that is not empty is the head."""
    text, notices = utf8(data, name)
    if text is None:
        return None, notices
    start = _first(text, 0)
    if start is None:
        return None, (_empty(name),)
    sign = separator(_line(text, start).decode("utf-8"))
    if b'"' in text or (b"\r" in text and text.count(b"\r") != text.count(b"\r\n")):
        unquoted = _unquoted(text.decode("utf-8"), sign, name)
        if isinstance(unquoted, Notice):
            return None, (unquoted,)
        text, sign = unquoted.encode("utf-8"), _APART
        start = _first(text, 0) or 0
    line = text.count(b"\n", 0, start) + 1
    titles = _line(text, start).decode("utf-8").split(sign)
    head = tuple(Cell(title, Place(name, line, at, max(1, len(title)))) for at, title in enumerate(titles, 1))
    positions = wanted(head)
    if _first(text, start + len(_line(text, start))) is None:
        return None, (_empty(name),)
    return LongTable(name, head, _frame(text, sign, line, len(head), *positions)), ()


def _line(data: bytes, start: int) -> bytes:
    """Return the line that begins at `start`, without its end."""
    end = data.find(b"\n", start)
    return data[start : None if end < 0 else end].rstrip(b"\r")


def _first(data: bytes, start: int) -> int | None:
    """Return where the first line begins that holds anything but blanks and separators."""
    while start < len(data):
        line = _line(data, start)
        if line.decode("utf-8").strip(" \t\r\u3000,;" + _APART):
            return start
        end = data.find(b"\n", start)
        start = len(data) if end < 0 else end + 1
    return None


def _unquoted(text: str, sign: str, name: str) -> str | Notice:
    """Return the text without quotation marks, its cells set apart by a sign of our own, every row on its last line."""
    rows = csv.reader(StringIO(text, newline=""), delimiter=sign, strict=True)
    try:
        return "".join(_lines(rows))
    except csv.Error:
        return unpaired(Place(name, rows.line_num, 1))


def _lines(rows: "Reader") -> Iterator[str]:
    before = 0
    for cells in rows:
        yield "\n" * (rows.line_num - before - 1)
        before = rows.line_num
        yield _APART.join(" ".join(cell.splitlines()) if "\n" in cell or "\r" in cell else cell for cell in cells)
        yield "\n"


def _frame(
    data: bytes, sign: str, line: int, width: int, texts: tuple[int, ...], numbers: tuple[int, ...]
) -> "pl.DataFrame":
    """Return the wanted columns below the head, which is line `line`.

    Columns of numbers that seem to hold whole ones only are read as such; where one does not, all are read as text.
    """
    import polars as pl

    begin = _below(data, line)
    # Columns are named by their positions: a first row that is shorter than the head must not say how many there are.
    named = b"".join((sign.join(map(str, range(width))).encode("utf-8"), b"\n", memoryview(data)[begin:]))

    def read(whole: tuple[int, ...]) -> pl.DataFrame:
        return pl.read_csv(
            named, schema={str(at): pl.Int64() if at in whole else pl.String() for at in range(width)},
            columns=[str(at) for at in sorted({*texts, *numbers})], separator=sign, quote_char=None,
            truncate_ragged_lines=True, row_index_name="line", row_index_offset=line + 1,
        )  # fmt: skip

    try:
        return read(_whole(data, sign, begin, numbers))
    except pl.exceptions.ComputeError:
        return read(())


def _below(data: bytes, line: int) -> int:
    """Return where the rows below a line begin."""
    begin = 0
    for _number in range(line):
        begin = data.find(b"\n", begin) + 1
    return begin


def _whole(data: bytes, sign: str, begin: int, positions: tuple[int, ...]) -> tuple[int, ...]:
    """Return the columns that hold digits, or nothing, in every row of a sample from the whole file."""
    spots = range(begin, len(data), max(1, (len(data) - begin) // _SAMPLES))
    starts = {begin, *(data.find(b"\n", spot) + 1 for spot in spots)} - {0, len(data)}
    rows = [_line(data, start).decode("utf-8").split(sign) for start in starts]
    found = []
    for position in positions:
        cells = [row[position] for row in rows if position < len(row) and row[position]]
        if cells and all(cell.isdecimal() and cell.isascii() for cell in cells):
            found.append(position)
    return tuple(found)


def _workbook(name: str) -> Notice:
    message = _("多县合在一起的学校表只读 CSV，这是工作簿")
    return Notice(
        "table.long-workbook", Level.STOP, message, _("在 Excel 或 WPS 里另存为 CSV UTF-8 再试。"), Place(name)
    )


def _empty(name: str) -> Notice:
    return Notice("table.empty", Level.STOP, _("表里没有内容"), _("填好后再试。"), Place(name))

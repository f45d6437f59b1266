"""A workbook → a `Table` for one of its sheets, with cell places; formulas by their stored values.

python-calamine builds the full rectangle of a sheet, so size and declared dimension are looked at first
(a stray cell in the last row would cost a gigabyte).
"""

import hashlib
import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from evalcli.language import _
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.model.table import Cell, Table
from evalcli.read.csv_file import MOST_ROWS, as_table

_LARGEST_SHEET = 50_000_000
_LARGEST_RATIO = 200
_DIMENSION = re.compile(rb'<dimension ref="[A-Z]+\d+:([A-Z]+)(\d+)"')


def parse(data: bytes, name: str, sheet: str = "") -> tuple[Table | None, tuple[Notice, ...]]:
    """Return a sheet of the workbook in `data`: the named one, else the first."""
    unfit = _unfit(data, name)
    if unfit:
        return None, (unfit,)
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        chosen = sheet or book.sheet_names[0]
        if chosen not in book.sheet_names:
            return None, (_no_sheet(name, chosen, book.sheet_names),)
        grid = book.get_sheet_by_name(chosen).to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError) as fault:
        message = _("读不出工作簿：{why}").format(why=fault)
        return None, (Notice("table.workbook", Level.STOP, message, _("用 Excel 或 WPS 打开另存为 .xlsx 再试。"), Place(name)),)
    rows = [tuple(_cell(name, chosen, line, column, value) for column, value in enumerate(row, 1)) for line, row in enumerate(grid, 1)]
    return as_table(name, hashlib.sha256(data).hexdigest(), rows)


def _cell(name: str, sheet: str, line: int, column: int, value: object) -> Cell:
    return Cell(_text(value), Place(name, line, column, sheet=sheet))


def _text(value: object) -> str:
    """Return a cell as a person reads it; whole numbers come out of workbooks as 12.0."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)


def _unfit(data: bytes, name: str) -> Notice | None:
    try:
        with ZipFile(BytesIO(data)) as book:
            return _too_big(book, name)
    except BadZipFile:
        message = _("不是 .xlsx 工作簿")
        return Notice("table.workbook", Level.STOP, message, _("加密的先去掉密码；.xls 请另存为 .xlsx。"), Place(name))


def _too_big(book: ZipFile, name: str) -> Notice | None:
    for part in book.infolist():
        if part.file_size > _LARGEST_SHEET or part.file_size > _LARGEST_RATIO * max(part.compress_size, 1_000):
            message = _("工作簿展开后太大（{part}）").format(part=part.filename)
            return Notice("table.too-large", Level.STOP, message, _("只留要用的工作表，另存后再试。"), Place(name))
        if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml"):
            wide = _dimension(book.read(part)[:4_000])
            if wide:
                message = _("工作表的范围到了 {corner}，远大于一个县的学校数").format(corner=wide)
                return Notice("table.too-large", Level.STOP, message, _("删去末尾的空行空列，另存后再试。"), Place(name))
    return None


def _dimension(start: bytes) -> str:
    match = _DIMENSION.search(start)
    if not match:
        return ""
    columns, rows = len(match[1]), int(match[2])
    return (match[1] + match[2]).decode() if rows > MOST_ROWS or columns > 2 else ""  # beyond ZZ


def _no_sheet(name: str, sheet: str, known: list[str]) -> Notice:
    message = _("工作簿里没有工作表“{sheet}”").format(sheet=sheet)
    return Notice("table.no-sheet", Level.STOP, message, _("有的是：{known}。").format(known="、".join(known)), Place(name))

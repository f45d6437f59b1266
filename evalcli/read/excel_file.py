"""A workbook → a `Table` for one of its sheets, with cell places; formulas by their stored values.

python-calamine builds the full rectangle of a sheet, so its size and its farthest cell are looked at first
(a stray cell in the last row would cost a gigabyte).
"""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from zipfile import ZipFile

from evalcli.language import _, enumerated
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.model.table import Cell, Table
from evalcli.read.limits import MOST_CELLS, MOST_ROWS
from evalcli.read.packages import BROKEN

_LARGEST_SHEET = 50_000_000
_LARGEST_RATIO = 200
# Parts as small as this are no bomb, however well they were packed.
_SMALL = 1_000
# Every sheet has it, wherever it lies: which part is one is said by relations that a hostile file can turn as it likes.
_ROWS = b"sheetData"
# Where cells and rows say that they stand, once blanks are gone: XML allows them about the sign, and a cell far out could hide
# behind one. The fixed text is asked for first, because Python finds it fastest.
_SPOT = rb"""r=(?<=["'cw]r=)["']%s["']"""
_BLANKS = b" \t\r\n"
# One that lies beyond row 999 or column RZ, the 494th: a sheet without any is within our limits.
_FAR = re.compile(_SPOT % rb"(?:[A-Za-z]*\d{4,}|(?:[A-Za-z]{3,}|[S-Zs-z][A-Za-z])\d+)")
_ANY = re.compile(_SPOT % rb"([A-Za-z]*)(\d+)")
# The letters and digits of a place that are looked at: the library takes more of them, and with fewer it is far out already.
_ENOUGH = 9
# Spreadsheets show and count fifteen digits; what binary fractions add behind them nobody typed.
_DIGITS = ".15g"


def parse(data: bytes, name: str, sheet: str = "") -> tuple[Table | None, tuple[Notice, ...]]:
    """Return a sheet of the workbook in `data`: the named one, else the first."""
    refused = unfit(data, name)
    if refused:
        return None, (refused,)
    from python_calamine import CalamineError, CalamineWorkbook

    from evalcli.read.csv_file import as_table

    try:
        with without_panic():
            book = CalamineWorkbook.from_filelike(BytesIO(data))
            chosen = sheet or next(iter(book.sheet_names), "")
            if chosen not in book.sheet_names:
                return None, (_no_sheet(name, chosen, book.sheet_names),)
            grid = book.get_sheet_by_name(chosen).to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError) as fault:
        return None, (
            _unreadable(name, _("读不出工作簿：{why}").format(why=fault), _("用 Excel 或 WPS 打开另存为 .xlsx 再试。")),
        )
    rows = [
        tuple(_cell(name, chosen, line, column, value) for column, value in enumerate(row, 1))
        for line, row in enumerate(grid, 1)
    ]
    return as_table(name, hashlib.sha256(data).hexdigest(), rows)


@contextmanager
def without_panic() -> Iterator[None]:
    """Turn what the reader library raises where it gives up into a fault that can be told: a damaged file is no bug of ours."""
    try:
        yield
    except BaseException as fault:
        # It is no Exception, and there is nowhere to import it from.
        if type(fault).__name__ != "PanicException":
            raise
        raise ValueError(_("文件残缺")) from fault


def _cell(name: str, sheet: str, line: int, column: int, value: object) -> Cell:
    return Cell(text(value), Place(name, line, column, sheet=sheet))


def text(value: object) -> str:
    """Return a cell as a person reads it: 12 and not 12.0, 36.3 and not 36.299999999999997, a day without midnight."""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        shown = format(value, _DIGITS)
        return _spelled_out(value, shown) if "e" in shown else shown
    return str(value).removesuffix(" 00:00:00")


def _spelled_out(value: float, shown: str) -> str:
    """Return a number that is too large or too small for fifteen digits without its power of ten."""
    from decimal import Decimal  # most workbooks have no such number

    return f"{value:.0f}" if value.is_integer() else f"{Decimal(shown):f}"


def percentage(shown: str) -> str:
    """Return a number that its cell shows as a percentage, exactly: 0.945 is 94.5%."""
    from decimal import Decimal

    from evalcli.model.numbers import plain

    return f"{plain(Decimal(shown) * 100, 12)}%"


def unfit(data: bytes, name: str) -> Notice | None:
    """Return why a workbook cannot be opened, or is larger than any county's."""
    try:
        with ZipFile(BytesIO(data)) as book:
            return next(_too_big(book, name), None)
    except BROKEN:
        return _unreadable(name, _("不是能读的 .xlsx 工作簿"), _("加密的先去掉密码；.xls 请另存为 .xlsx。"))


def _unreadable(name: str, message: str, advice: str) -> Notice:
    return Notice("table.workbook", Level.STOP, message, advice, Place(name))


def _too_big(book: ZipFile, name: str) -> Iterator[Notice]:
    for part in book.infolist():
        if part.file_size > _LARGEST_SHEET or part.file_size > _LARGEST_RATIO * max(part.compress_size, _SMALL):
            message = _("工作簿展开后太大（{part}）").format(part=part.filename)
            yield Notice("table.too-large", Level.STOP, message, _("只留要用的工作表，另存后再试。"), Place(name))
        elif corner := _corner(book.read(part)):
            message = _("工作表的范围到了 {corner}，远大于一个县的学校数").format(corner=corner)
            yield Notice("table.too-large", Level.STOP, message, _("删去末尾的空行空列，另存后再试。"), Place(name))


def _corner(sheet: bytes) -> str:
    """Return the far corner of a part that is a sheet larger than any county's, by its cells: what it declares may be wrong."""
    if _ROWS not in sheet or not _FAR.search(dense := sheet.translate(None, _BLANKS)):
        return ""
    spots = set(_ANY.findall(dense))
    rows = max(int(row[:_ENOUGH]) for row in {row for _letters, row in spots})
    column = max({letters[:_ENOUGH].upper() for letters in {letters for letters, _row in spots}}, key=_number) or b"A"
    too_far = rows > MOST_ROWS or rows * _number(column) > MOST_CELLS
    return f"{column.decode()}{rows}" if too_far else ""


def _number(letters: bytes) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    return sum((letter - 64) * 26**place for place, letter in enumerate(reversed(letters)))


def _no_sheet(name: str, sheet: str, known: list[str]) -> Notice:
    message = _("工作簿里没有工作表“{sheet}”").format(sheet=sheet)
    return Notice(
        "table.no-sheet", Level.STOP, message, _("有的是：{known}。").format(known=enumerated(known)), Place(name)
    )

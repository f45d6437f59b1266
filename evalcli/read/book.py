"""An office's file → all of its sheets as they lie there: workbooks of every kind that calamine reads, CSV and TSV."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError
from zipfile import ZipFile

from evalcli.language import _
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.model.table import Sheet, Span
from evalcli.read import excel_file
from evalcli.read.book_parts import Declared, Facts, sheet_facts
from evalcli.read.folder import TEXTS, XLSX
from evalcli.read.packages import BROKEN

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK"
# By its main part a workbook is told, whatever it is called.
_MAIN_PARTS = {"xl/workbook.xml": ".xlsx", "xl/workbook.bin": ".xlsb", "content.xml": ".ods"}
_MACROS = "xl/vbaProject.bin"
Values = Sequence[Sequence[object]]
Read = tuple[tuple[Sheet, ...], tuple[Notice, ...]]


def parse(data: bytes, name: str, suffix: str) -> Read:
    """Return the sheets in `data`, a file that ends with `suffix`, and what is wrong with it or worth knowing."""
    if suffix in TEXTS:
        from evalcli.read import csv_file

        found, notices = csv_file.sheet(data, name)
        return ((found,) if found else ()), notices
    suffix = _true_kind(data, suffix)
    unfit = _unfit(data, name, suffix)
    if unfit:
        return (), (unfit,)
    try:
        facts, told = _facts(data, name) if suffix in XLSX else (_other_facts(data, suffix), ())
        with excel_file.without_panic():
            return _sheets(data, name, facts), told
    except Declared:
        message = _("工作簿里声明了文档类型（DTD），办公软件不会这样写")
        return (), (_unreadable(name, message, _("用 Excel 或 WPS 打开，另存为 .xlsx 再试。")),)
    except _faults() as fault:
        message = _("读不出工作簿：{why}").format(why=" ".join(str(fault).split()))
        return (), (_unreadable(name, message, _("用 Excel 或 WPS 打开另存为 .xlsx 再试。")),)


def _true_kind(data: bytes, suffix: str) -> str:
    """Return the suffix that a workbook should have: the reader library goes by what it finds, and guards must do the same."""
    if suffix in XLSX or not data.startswith(_ZIP):
        return suffix
    try:
        with ZipFile(BytesIO(data)) as book:
            names = set(book.namelist())
    except BROKEN:
        return suffix
    return next((kind for part, kind in _MAIN_PARTS.items() if part in names), suffix)


def _faults() -> tuple[type[Exception], ...]:
    from python_calamine import CalamineError

    return (*BROKEN, CalamineError, ExpatError, KeyError)


def _unfit(data: bytes, name: str, suffix: str) -> Notice | None:
    if suffix in XLSX:
        if data.startswith(_OLE):
            return _unreadable(name, _("工作簿加了密码，或者其实是旧的 .xls"), _("去掉密码，另存为 .xlsx 再试。"))
        return excel_file.unfit(data, name)
    from evalcli.read import xls_parts  # formats that are seldom handed in
    from evalcli.read.book_size import too_far

    if suffix == ".xls" and data.startswith(_OLE) and xls_parts.is_cut(data):
        return _unreadable(name, _("文件残缺，没有读完就断了"), _("重新拷贝或下载这个文件，再试。"))
    far = too_far(data, suffix)
    if far:
        message = _("工作表的范围到了 {corner}，远大于一个县的学校数").format(corner=far)
        return Notice("table.too-large", Level.STOP, message, _("删去末尾的空行空列，另存后再试。"), Place(name))
    return None


def _unreadable(name: str, message: str, advice: str) -> Notice:
    return Notice("table.workbook", Level.STOP, message, advice, Place(name))


def _facts(data: bytes, name: str) -> tuple[Mapping[str, Facts], tuple[Notice, ...]]:
    with ZipFile(BytesIO(data)) as book:
        told = (_macros(name),) if _MACROS in book.namelist() else ()
        return sheet_facts(book), told


def _other_facts(data: bytes, suffix: str) -> Mapping[str, Facts]:
    from evalcli.read import ods_parts, xls_parts, xlsb_parts

    readers = {".ods": ods_parts.sheet_facts, ".xls": xls_parts.sheet_facts, ".xlsb": xlsb_parts.sheet_facts}
    return readers[suffix](data)


def _macros(name: str) -> Notice:
    message = _("工作簿里有宏：没有运行，只读单元格")
    return Notice("data.macros", Level.HINT, message, _("填报表用不着宏，可另存为 .xlsx。"), Place(name))


def _sheets(data: bytes, name: str, facts: Mapping[str, Facts]) -> tuple[Sheet, ...]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(BytesIO(data))
    sha256 = hashlib.sha256(data).hexdigest()
    # A sheet may be a chart, which has no cells.
    ones = [one for one in book.sheets_metadata if one.typ is SheetTypeEnum.WorkSheet]
    found = []
    for one in ones:
        sheet, seen = book.get_sheet_by_name(one.name), facts.get(one.name, Facts())
        values = sheet.to_python(skip_empty_area=False)
        found.append(
            Sheet(
                file=name,
                name=one.name,
                sha256=sha256,
                rows=_rows(values, seen),
                lines=tuple(range(1, len(values) + 1)),
                merged=_merged(sheet, seen, len(values)),
                faults=_no_value(seen),
                hidden=one.visible is not SheetVisibleEnum.Visible,
                hidden_rows=tuple(row for row in seen.hidden_rows if row < len(values)),
                hidden_columns=tuple(column for column in seen.hidden_columns if column < sheet.width),
                number_texts=frozenset(_number_texts(values)),
            )
        )
    return tuple(found)


def _number_texts(values: Values) -> Iterator[tuple[int, int]]:
    """Yield the cells that look like numbers and are text: typed after an apostrophe, or pasted."""
    for row, cells in enumerate(values):
        for column, value in enumerate(cells):
            if (
                isinstance(value, str)
                and value[:1].isdecimal()
                and value.replace(",", "").replace(".", "", 1).isdecimal()
            ):
                yield row, column


def _rows(values: Values, facts: Facts) -> tuple[tuple[str, ...], ...]:
    text = excel_file.text
    rows = [[text(value) for value in row] for row in values]
    for row, column in (*facts.percent, *facts.errors):
        if row < len(rows) and column < len(rows[row]):
            shown = rows[row][column]
            rows[row][column] = facts.errors.get((row, column)) or (shown and excel_file.percentage(shown))
    return tuple(tuple(row) for row in rows)


def _merged(sheet: "CalamineSheet", facts: Facts, height: int) -> tuple[Span, ...]:
    ranges = (*facts.merged, *((*first, *last) for first, last in sheet.merged_cell_ranges or ()))
    return tuple((top, left, min(bottom, height - 1), right) for top, left, bottom, right in ranges if top < height)


def _no_value(facts: Facts) -> dict[tuple[int, int], str]:
    unreckoned = dict.fromkeys(facts.unreckoned, _("只有公式，没有存下算出的值"))
    return unreckoned | {spot: _("显示错误值 {shown}").format(shown=shown) for spot, shown in facts.errors.items()}

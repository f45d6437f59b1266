"""Lists as the sheets of a workbook: locked but for the columns that somebody is to fill in, printed on A4."""

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from evalcli.model.frozen import dataclass

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

# Word and Excel files name a day on which they were made; ours is always this one, so that the bytes are the same.
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
_FONT = {"font_name": "宋体", "font_size": 10, "valign": "top", "text_wrap": True, "border": 1, "num_format": "@"}
# What a cell of a workbook can hold.
_LONGEST = 32_767
_A4 = 9
# Empty rows below the last one in which somebody could add something are not offered: the list is closed.
_ENTRY, _HEAD = "#FFF2CC", "#D9E2F3"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list: its name, its heads with their widths, its rows; `open` are the heads of the cells to fill in.

    `choices` gives drop-down lists by head.
    """

    name: str
    heads: Mapping[str, int]
    rows: tuple[tuple[str, ...], ...]
    open: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] | None = None


def workbook(sheets: tuple[Sheet, ...]) -> bytes:
    """Return the workbook of these lists."""
    from xlsxwriter import Workbook

    page = BytesIO()
    book = Workbook(page, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _MADE})
    for sheet in sheets:
        _write(book, book.add_worksheet(sheet.name), sheet)
    book.close()
    return page.getvalue()


def _write(book: "Workbook", page: "Worksheet", sheet: Sheet) -> None:
    head = book.add_format({**_FONT, "bold": True, "bg_color": _HEAD})
    shut = book.add_format(_FONT)
    entry = book.add_format({**_FONT, "bg_color": _ENTRY, "locked": False})
    for column, (name, width) in enumerate(sheet.heads.items()):
        page.set_column(column, column, width)
        page.write_string(0, column, name, head)
        for line, row in enumerate(sheet.rows, 1):
            page.write_string(line, column, row[column][:_LONGEST], entry if name in sheet.open else shut)
        if sheet.rows and name in (sheet.choices or {}):
            page.data_validation(1, column, len(sheet.rows), column, _one_of((sheet.choices or {})[name]))
    page.freeze_panes(1, 0)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.heads) - 1)
    page.protect("", {"autofilter": True, "sort": True, "format_columns": True, "format_rows": True})
    page.set_paper(_A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_footer("&C&P / &N")


def _one_of(words: tuple[str, ...]) -> dict[str, Any]:
    listed = "、".join(words)
    return {
        "validate": "list",
        "source": list(words),
        "error_title": "请从列表中选",
        "error_message": f"只能填：{listed}。",
    }

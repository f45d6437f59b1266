"""Excel: tables to sort, filter and pass on, one sheet each; the same tables give the same bytes."""

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from evalcli.model.numbers import number_of
from evalcli.model.report import Annex, Column, Draft, Row, Table
from evalcli.publish.grid import cells
from evalcli.publish.text import clean

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_FONT: Final = "宋体"
_LINE: Final = {"font_name": _FONT, "font_size": 10, "valign": "vcenter", "border": 1, "text_wrap": True}
_WIDE: Final = 150  # What a landscape page of A4 holds, in characters of Excel, when it is fitted to one page's width.
_LONGEST: Final = 32_767  # No cell of Excel holds more characters.


def excel(draft: Draft) -> bytes:
    """Return a workbook with a sheet for every annex of `draft`: its label names the sheet, its table fills it."""
    from xlsxwriter import Workbook

    page = BytesIO()
    with Workbook(page, {"in_memory": True}) as book:
        created = datetime.fromisoformat(draft.created)
        book.set_properties({"title": clean(draft.title), "author": clean(draft.author), "created": created})
        styles = _Styles(book)
        for annex in draft.blocks:
            if isinstance(annex, Annex):
                _sheet(book.add_worksheet(annex.label), styles, annex)
    return page.getvalue()


class _Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: "Workbook") -> None:
        """Keep the workbook."""
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def __call__(self, **look: Any) -> "Format":
        """Return the format of a look."""
        key = tuple(sorted(look.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(look)
        return self._made[key]


def _sheet(sheet: "Worksheet", styles: _Styles, annex: Annex) -> None:
    """Write title, head and rows; the head stays in sight and is repeated on every printed page."""
    table = next(block for block in annex.blocks if isinstance(block, Table))
    last = len(table.columns) - 1
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, clean(annex.name), styles(font_name=_FONT, font_size=14, bold=True))
    whole = sum(column.width for column in table.columns)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, max(6, column.width * _WIDE // whole))
        sheet.write_string(1, place, clean(column.head), styles(**_LINE, bold=True, align="center", bg_color="#D9E2F3"))
    for number, row in enumerate(table.rows, 2):
        _row(sheet, styles, number, table, row)
    end = 1 + len(table.rows)
    sheet.freeze_panes(2, 0)
    sheet.repeat_rows(1)
    sheet.autofilter(1, 0, end, last)
    if table.note:
        sheet.write_string(end + 1, 0, clean(table.note), styles(font_name=_FONT, font_size=10))


def _row(sheet: "Worksheet", styles: _Styles, number: int, table: Table, row: Row) -> None:
    """Write one row; columns that a cell spans stay blank, so that rows can be sorted and filtered."""
    place = 0
    for text, span in cells(table, row):
        _cell(
            sheet, styles, (number, place), table.columns[place], "".join(run.text for run in text), strong=row.strong
        )
        for blank in range(place + 1, place + span):
            sheet.write_blank(number, blank, None, styles(**_LINE))
        place += span


def _cell(sheet: "Worksheet", styles: _Styles, at: tuple[int, int], column: Column, text: str, *, strong: bool) -> None:
    look = {**_LINE, "align": "left" if column.align == "left" else "center", **({"bold": True} if strong else {})}
    found = number_of(text) if column.number else None
    if found is None:
        # As text, so that nothing that was typed becomes a formula or a link.
        sheet.write_string(*at, clean(text)[:_LONGEST], styles(**look))
    else:
        places = len(text.partition(".")[2])
        sheet.write_number(*at, found, styles(**look, num_format="0." + "0" * places if places else "0"))

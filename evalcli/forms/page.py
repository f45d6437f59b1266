"""What all sheets of a form share: head, notes, values, protection, and how they are printed."""

import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from evalcli.forms.styles import FONT, Styles
from evalcli.model.filled import Value
from evalcli.model.frozen import dataclass
from evalcli.model.numbers import plain
from evalcli.model.pack import Field

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_A4 = 9
# A line of text and a cell's inner edge, in points.
_LINE_HEIGHT, _EDGE = 14, 5
# Excel keeps no more digits of a number than these.
_DIGITS = 15
# About as many characters as stand side by side on a page that people can still read.
_PAGE = 200
# What a protected sheet lets people do who only want to read it better.
_ALLOWED = {"format_columns": True, "format_rows": True, "select_locked_cells": True, "select_unlocked_cells": True}


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of a sheet: its head, how wide it is, and the note on the head."""

    text: str
    width: int
    note: str = ""


def cells_of(text: str) -> int:
    """Return how many half-width cells a text takes."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WFA" else 1 for letter in text)


def height(texts: Sequence[tuple[str, int]]) -> int:
    """Return the height of a row in points: that of the text which needs the most lines in its column."""
    lines = max(
        sum(-(-max(1, cells_of(line)) // (width - 1)) for line in content.split("\n")) for content, width in texts
    )
    return lines * _LINE_HEIGHT + _EDGE


def top(sheet: "Worksheet", styles: Styles, title: str, lines: Sequence[str]) -> int:
    """Write the title and the lines under it; return the row that comes next."""
    sheet.set_row(0, 24)
    sheet.write_string(0, 1, title, styles("title"))
    for row, line in enumerate(lines, 1):
        sheet.write_string(row, 1, line, styles("mark"))
    return len(lines) + 1


def head(sheet: "Worksheet", styles: Styles, row: int, headings: Sequence[Heading]) -> None:
    """Write the head row, which stays on the screen and stands on every printed page."""
    sheet.set_row(row, height([(heading.text, heading.width) for heading in headings]))
    for column, heading in enumerate(headings):
        sheet.set_column(column, column, heading.width)
        sheet.write_string(row, column, heading.text, styles("head"))
        note(sheet, row, column, heading.note)


def note(sheet: "Worksheet", row: int, column: int, content: str) -> None:
    """Put a note on a cell, large enough to be read at once."""
    if content:
        lines = -(-cells_of(content) // 44) + content.count("\n") + 1
        size = {"x_scale": 2.4, "y_scale": max(0.5, lines * 0.24), "font_name": FONT, "font_size": 9}
        sheet.write_comment(row, column, content, {"author": "evalcli", **size})


def text(sheet: "Worksheet", row: int, column: int, content: str, look: Any) -> None:
    """Write a text as text, whatever it looks like; an empty one leaves the cell empty."""
    if content:
        sheet.write_string(row, column, content, look)
    else:
        sheet.write_blank(row, column, None, look)


def put(sheet: "Worksheet", row: int, column: int, value: Value | None, field: Field, look: Any) -> None:
    """Write a value as it would be typed into the cell: a number in the field's unit, or text; nothing where there is none."""
    content = "" if value is None else _content(value, field)
    if isinstance(content, Decimal):
        sheet.write_number(row, column, content, look)
    else:
        text(sheet, row, column, content, look)


def _content(value: Value, field: Field) -> Decimal | str:
    if field.kind != "number" or field.unit == "比" or value.approx:
        return value.text or value.raw
    number = value.number
    if not isinstance(number, Decimal) or len(number.normalize().as_tuple().digits) > _DIGITS:
        return value.raw
    if field.unit == "%" and 0 < abs(number) < 1:
        return f"{plain(number, _DIGITS)}%"  # without its sign nobody could tell 0.8% from a typed 80%
    return number


def finish(sheet: "Worksheet", *, row: int, frozen: int, last: tuple[int, int], widths: int, footer: str) -> None:
    """Lock the sheet, freeze its head, and set it up for printing on A4."""
    sheet.freeze_panes(row + 1, frozen)
    sheet.protect("", _ALLOWED)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.fit_to_pages(max(1, -(-widths // _PAGE)), 0)
    sheet.repeat_rows(row)
    sheet.print_area(0, 0, *last)
    left = footer.replace("&", "&&")
    sheet.set_footer("&L&9" + left + "&C&9" + "第 &P 页，共 &N 页")

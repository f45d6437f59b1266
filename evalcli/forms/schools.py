"""The sheet of a school table: one row a school, under heads that are recognised again."""

from typing import TYPE_CHECKING

from evalcli.forms import guards, page
from evalcli.forms.office import note_of, top_lines
from evalcli.forms.order import Column, Order
from evalcli.forms.styles import Styles
from evalcli.model.filled import School
from evalcli.model.pack import TableSpec

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

# More schools than any county has, and rows to spare under those that are there already.
_ROWS, _SPARE = 500, 50
# As many rows are printed of a table that is still empty.
_PRINTED = 25
_LETTERS = 26


def school_sheet(
    sheet: "Worksheet", styles: Styles, order: Order, spec: TableSpec, columns: tuple[Column, ...]
) -> None:
    """Write a table: one row to fill in for a school, many for a county."""
    lines = (
        *top_lines(order),
        "一校一行，从第一行起填。学校代码按文本填，开头的 0 要留着；没有的学段不填，确实为零填 0。",
    )
    row = page.top(sheet, styles, spec.label, lines)
    headings = [page.Heading(column.head, _width(column, spec), _note(column)) for column in columns]
    page.head(sheet, styles, row, headings)
    known = order.tables[spec.id].schools if spec.id in order.tables else ()
    rows = 1 if order.school else max(_ROWS, len(known) + _SPARE)
    for place, column in enumerate(columns):
        _entries(sheet, styles, (row + 1, rows, place), column, known)
        guard = guards.one_of(column.choices, column.head) or _guard(column, row + 1, place)
        if guard:
            sheet.data_validation(row + 1, place, row + rows, place, guard)
    frozen = 1 + max(
        (place for place, column in enumerate(columns) if column.field.id in (spec.key, spec.name)), default=0
    )
    widths = sum(heading.width for heading in headings)
    sheet.repeat_columns(0, frozen - 1)
    last = (row + (1 if order.school else max(_PRINTED, len(known))), len(columns) - 1)
    page.finish(sheet, row=row, frozen=frozen, last=last, widths=widths, footer=spec.label)


def _entries(
    sheet: "Worksheet", styles: Styles, spot: tuple[int, int, int], column: Column, known: tuple[School, ...]
) -> None:
    """Write a column's cells: the values that are known, and open cells under them."""
    first, rows, place = spot
    field = column.field
    look = styles.entry(required=field.required, number_format=guards.number_format(field))
    for number in range(rows):
        value = known[number].values.get((field.id, column.stage)) if number < len(known) else None
        page.put(sheet, first + number, place, value, field, look)


def _guard(column: Column, row: int, place: int) -> guards.Guard | None:
    return guards.for_field(column.field, column.head, f"{letters(place)}{row + 1}")


def letters(place: int) -> str:
    """Return the letters of a column: 0 is A, 26 is AA."""
    before, own = divmod(place, _LETTERS)
    return (letters(before - 1) if before else "") + chr(ord("A") + own)


def _width(column: Column, spec: TableSpec) -> int:
    if column.field.id == spec.name:
        return 32
    return 16 if column.field.kind == "text" else 13


def _note(column: Column) -> str:
    choices = "可以填：{choices}".format(choices="、".join(column.choices)) if column.choices else ""
    return "\n".join(part for part in (note_of(column.field), choices) if part)

"""A form → the bytes of a workbook, the same for the same form."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from evalcli.forms import cover, hand
from evalcli.forms.names import sheet_name
from evalcli.forms.office import office_sheet
from evalcli.forms.order import Order, by_hand, columns, offices, questions
from evalcli.forms.schools import school_sheet
from evalcli.forms.styles import FONT, Styles
from evalcli.model.frozen import dataclass
from evalcli.model.pack import Field

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

# A workbook notes when it was made; a day that never changes keeps the bytes the same.
_MADE = datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)
# What is typed stays text: no text becomes a formula, a number or a link.
_AS_TYPED = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}


@dataclass(frozen=True, slots=True)
class Part:
    """One sheet: its name, how much it asks, how much of that is required, and what writes it."""

    name: str
    asked: int
    required: int
    write: "Callable[[Worksheet, Styles], None]"


def workbook(order: Order) -> bytes:
    """Return the workbook of a form."""
    from xlsxwriter import Workbook

    page = BytesIO()
    looks = {"default_format_properties": {"font_name": FONT, "font_size": 10}}
    with Workbook(page, {"in_memory": True, **_AS_TYPED, **looks}) as book:
        book.set_properties({"title": cover.MARK, "author": "evalcli", "created": _MADE})
        styles = Styles(book)
        parts = list(_parts(order))
        front = book.add_worksheet(cover.SHEET)
        cover.cover_sheet(front, styles, order, [(part.name, part.asked, part.required) for part in parts])
        for part in parts:
            part.write(book.add_worksheet(part.name), styles)
    return page.getvalue()


def _parts(order: Order) -> Iterator[Part]:
    """Yield the sheets after the cover: of every office, or of one; what people judge; the school tables."""
    used = {cover.SHEET.casefold(), hand.SHEET.casefold()}
    if not order.school:
        yield from _of_offices(order, used)
    if not (order.school or order.office):
        yield from _judged(order)
    if not order.office:
        yield from _of_schools(order, used)


def _of_offices(order: Order, used: set[str]) -> Iterator[Part]:
    for office in (order.office,) if order.office else offices(order.pack):
        asked = questions(order.pack, office)
        write = partial(office_sheet, order=order, office=office, asked=asked)
        yield Part(sheet_name(office, used), len(asked), _required(question.field for question in asked), write)


def _judged(order: Order) -> Iterator[Part]:
    points = by_hand(order.pack)
    if points:
        yield Part(hand.SHEET, len(points), len(points), partial(hand.hand_sheet, order=order, points=points))


def _of_schools(order: Order, used: set[str]) -> Iterator[Part]:
    for spec in order.pack.tables.values():
        asked = columns(order.pack, spec)
        write = partial(school_sheet, order=order, spec=spec, columns=asked)
        yield Part(sheet_name(spec.label, used), len(asked), _required(column.field for column in asked), write)


def _required(fields: Iterator[Field]) -> int:
    return sum(field.required for field in fields)

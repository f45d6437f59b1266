"""Forms as Excel would open them, by another library than the one that wrote them."""

from io import BytesIO
from typing import Any

from counties import FULL, filled_of, pack_of
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from evalcli.forms import Order, workbook
from evalcli.handout import correction
from evalcli.model.pack import Pack

PACK = pack_of()


def order(pack: Pack = PACK, **more: Any) -> Order:
    """Return the order of the small county's form."""
    return Order(pack, "青川县", "2021年—2022年上半年", 2021, **more)


def filled() -> Order:
    """Return the order of a form that shows all that the small county filled in."""
    return correction(order(), filled_of(PACK, FULL))


def opened(wanted: Order) -> Workbook:
    """Return a form, opened."""
    return load_workbook(BytesIO(workbook(wanted)))


def head_row(sheet: Worksheet) -> int:
    """Return the row that holds the heads."""
    return next(row for row in range(1, 12) if sheet.cell(row, 1).value in ("代码", "学校代码"))


def rows(sheet: Worksheet) -> list[list[Any]]:
    """Return the rows under the head."""
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=head_row(sheet) + 1)]


def row_of(sheet: Worksheet, key: str) -> int:
    """Return the row of a key."""
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == key)


def guard(sheet: Worksheet, cell: str) -> Any:
    """Return the rule that guards a cell, None where there is none."""
    return next((rule for rule in sheet.data_validations.dataValidation if cell in rule.cells), None)

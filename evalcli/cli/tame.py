"""Cells that spreadsheets read as what they are."""

from decimal import Decimal

# A cell that begins with one of these would be a formula in a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def tame(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; numbers stay numbers."""
    if not cell.startswith(_FORMULA):
        return cell
    try:
        Decimal(cell)
    except ArithmeticError:
        return "'" + cell
    return cell

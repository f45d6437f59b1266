"""Cells of tables that other programs read: what a spreadsheet or Markdown would take for something else is tamed."""

from decimal import Decimal

# A cell that begins with one of these would be a formula in a spreadsheet; in East Asia the wide signs are taken for them too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARKS = str.maketrans({mark: "\\" + mark for mark in "\\`*_[]#|~"} | {"<": "&lt;", "&": "&amp;", "\n": " ", "\r": " "})


def tame(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; numbers stay numbers."""
    if not cell.startswith(_FORMULA):
        return cell
    try:
        Decimal(cell)
    except ArithmeticError:
        return "'" + cell
    return cell


def typed(text: str) -> str:
    """Return a text that Markdown shows as it was typed."""
    return text.translate(_MARKS)


def row(cells: tuple[str, ...]) -> str:
    """Return a row of a Markdown table."""
    return "| " + " | ".join(typed(cell) or " " for cell in cells) + " |"


def comma_separated(rows: tuple[tuple[str, ...], ...]) -> str:
    """Return rows as CSV that a spreadsheet reads without surprises."""
    import csv
    from io import StringIO

    page = StringIO()
    csv.writer(page, lineterminator="\r\n").writerows(tuple(tame(cell) for cell in one) for one in rows)
    return page.getvalue()


def table(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> list[str]:
    """Return a Markdown table, line by line."""
    return [row(head), "|" + " --- |" * len(head), *(row(one) for one in rows)]

"""A table as a grid: every row as wide as the head, every column an exact number of twips."""

from itertools import pairwise

from evalcli.language import _
from evalcli.model.report import Column, Row, Table, Text

Cell = tuple[Text, int]
_SHORT = 10  # Lines of a table, its head among them, that stays on one page.
_NARROWEST = 30  # A column gets at least a thirtieth of the shares, or its text would stand in a chimney.


def cells(table: Table, row: Row) -> list[Cell]:
    """Return the cells of `row` with the columns that each covers; missing cells at the end are blank."""
    spare = len(table.columns) - (len(row.cells) + row.span - 1)
    if spare < 0 or row.span < 1 or not row.cells:
        raise ValueError(
            _("表格“{caption}”第{number}行与表头不符：表头{columns}列，该行{cells}格").format(
                caption=table.caption,
                number=table.rows.index(row) + 1,
                columns=len(table.columns),
                cells=len(row.cells) + row.span - 1,
            )
        )
    spans = [row.span] + [1] * (len(row.cells) - 1)
    return [*zip(row.cells, spans, strict=True), *([((), 1)] * spare)]


def is_short(table: Table) -> bool:
    """Tell whether `table` stays on one page."""
    return len(table.rows) < _SHORT


def twips(columns: tuple[Column, ...], total: int) -> list[int]:
    """Return the width of each column; together they are exactly `total`."""
    sum_of_shares = sum(max(column.width, 1) for column in columns)
    shares = [max(column.width * _NARROWEST, sum_of_shares) for column in columns]
    edges = [total * sum(shares[:count]) // sum(shares) for count in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]

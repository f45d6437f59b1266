"""Tables that stand one below the other on a sheet → each read by itself, for their columns may mean different things."""

from collections.abc import Iterator, Sequence

from evalcli.fill.found import Layout
from evalcli.fill.grid import Grid, is_amount, is_head_word, number_like
from evalcli.fill.layout import code_column, layout
from evalcli.fill.match import Labels, role_of
from evalcli.model.frozen import replace


def layouts(grid: Grid, labels: Labels) -> Layout | None:
    """Return what all tables of a sheet hold of a pack's fields, or None where no label of any stands in it."""
    starts = [] if code_column(grid) else list(_starts(grid, labels))
    if not starts[1:]:
        return layout(grid, labels)
    whole = Layout()
    for first, end in zip(starts, [*starts[1:], grid.height], strict=True):
        part = _part(grid, first, end)
        held = layout(part, labels) or Layout()
        whole.add(held)
        if holds_nothing(part, held):
            whole.lost.append(grid.sheet.cell(first, grid.filled(first)[0]))
    return whole


def holds_nothing(grid: Grid, held: Layout) -> bool:
    """Return whether a table has labels and numbers, but no number stands where a value would."""
    if held.found or held.unclear or held.columns or held.torn or held.strange or held.by_code:
        return False
    return any(is_amount(text.strip()) for row in grid.sheet.rows for text in row)


def _starts(grid: Grid, labels: Labels) -> Iterator[int]:
    """Yield the first row of every table that an empty row parts from the one above: it has a head and labels of its own."""
    first = True
    pending: int | None = None
    for rows in _blocks(grid):
        if not _has_labels(grid, labels, rows):
            # A title or 单位：万元 belongs to what stands below it, numbers and notes to what stands above.
            above = rows.start if pending is None else pending
            pending = None if _has_numbers(grid, rows) else above
            continue
        if first:
            yield 0
        elif any(_is_head(grid, labels, row) for row in rows):
            yield rows.start if pending is None else pending
        first, pending = False, None


def _blocks(grid: Grid) -> Iterator[range]:
    """Yield the runs of rows between empty ones."""
    first: int | None = None
    for row in range(grid.height + 1):
        filled = row < grid.height and bool(grid.filled(row))
        if filled and first is None:
            first = row
        elif not filled and first is not None:
            yield range(first, row)
            first = None


def _has_labels(grid: Grid, labels: Labels, rows: Sequence[int]) -> bool:
    return any(labels.find(text) for row in rows for text in _texts(grid, row) if not number_like(text))


def _has_numbers(grid: Grid, rows: Sequence[int]) -> bool:
    return any(number_like(text) for row in rows for text in _texts(grid, row))


def _is_head(grid: Grid, labels: Labels, row: int) -> bool:
    """Return whether a row is a head: 项目 beside other words of heads, several labels, or one over a number; and no numbers."""
    texts = _texts(grid, row)
    if any(is_amount(text) for text in texts):
        return False
    over = [column for column in grid.filled(row) if labels.find(grid.sheet.text(row, column))]
    if row + 1 < grid.height and any(is_amount(grid.sheet.text(row + 1, column)) for column in over):
        return True
    named = any(role_of(text) in ("name", "code") for text in texts)
    words = [text for text in texts if is_head_word(text)]
    return (named and len(words) > 1) or len(over) > 1


def _texts(grid: Grid, row: int) -> list[str]:
    return [grid.sheet.text(row, column) for column in grid.filled(row)]


def _part(grid: Grid, first: int, end: int) -> Grid:
    """Return a sheet of which all but some rows are empty; what it says of units above them still holds."""
    rows = tuple(row if first <= number < end else () for number, row in enumerate(grid.sheet.rows))
    return Grid(replace(grid.sheet, rows=rows), grid.stated_units(first))

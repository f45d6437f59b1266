"""A sheet of figures, whatever its layout → values with the field, member, year and unit that its heads give them.

A label stands in the rows (one row a field) or over the columns (one column a field); the other direction gives years,
members and units. What cannot be placed is kept, to be told by name.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from evalcli.fill.found import PART, PLAIN, SUBTOTAL, TOTAL, Found, Layout, choose
from evalcli.fill.grid import Grid, is_amount, is_head_word, number_like, states_unit
from evalcli.fill.match import (
    THIS,
    Labels,
    Spot,
    bare,
    is_dated,
    is_subtotal,
    is_sum,
    role_of,
    unit_of,
    without_unit,
    year_of,
)
from evalcli.model.frozen import dataclass, replace
from evalcli.model.table import Cell

_MOST_HEAD_ROWS = 3
_LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class _Column:
    position: int
    words: tuple[str, ...]
    role: str
    unit: str


def layout(grid: Grid, labels: Labels) -> Layout | None:
    """Return what a sheet holds of a pack's fields, or None where no label of any stands in it."""
    coded = code_column(grid)
    if coded is not None:
        return _Rows(grid, labels, coded[1], coded[0] + 1, range(grid.width), by_code=True).read()
    hits = {spot: found for spot in _texts(grid) if (found := labels.find(grid.text(*spot)))}
    if not hits:
        return None
    columns, rows = Counter(column for _row, column in hits), Counter(row for row, _column in hits)
    column, down = min(columns.items(), key=lambda item: (-item[1], item[0]))
    row, across = min(rows.items(), key=lambda item: (-item[1], item[0]))
    if across > down or (across == down == 1 and _stands_over(grid, row, column)):
        return _Columns(grid, labels, row).read()
    return _side_by_side(grid, labels, hits, column)


def _side_by_side(grid: Grid, labels: Labels, hits: dict[tuple[int, int], Spot], column: int) -> Layout:
    """Return what the label column of a sheet holds, and what others beside it hold, each as far as the next."""
    rows = {row for row, place in hits if place == column}
    beside = Counter(
        place
        for (row, place), spot in hits.items()
        if place != column and (row not in rows or hits[row, column].field != spot.field)
    )
    starts = sorted([column, *(place for place, times in beside.items() if times * 2 >= len(rows))])
    whole = Layout()
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else grid.width
        first = min(row for row, place in hits if place == start)
        whole.add(_Rows(grid, labels, start, first, range(start if number else 0, end)).read())
    return whole


def _texts(grid: Grid) -> Iterator[tuple[int, int]]:
    for row in range(grid.height):
        for column in grid.filled(row):
            text = grid.sheet.text(row, column)
            if len(text) <= _LONGEST_LABEL and not number_like(text):
                yield row, column


def code_column(grid: Grid) -> tuple[int, int] | None:
    """Return where our own form says 代码, in a row that also says 本年值."""
    for row in range(min(grid.height, 10)):
        texts = {bare(grid.sheet.text(row, column)): column for column in grid.filled(row)}
        if "代码" in texts and "本年值" in texts:
            return row, texts["代码"]
    return None


def _stands_over(grid: Grid, row: int, column: int) -> bool:
    """Return whether the only label of a sheet stands over its value and not beside it."""
    if any(cell > column for cell in grid.filled(row)) or row + 1 >= grid.height:
        return False
    below = range(row + 1, grid.height)
    if any(is_amount(grid.text(under, column)) for under in below):
        return True
    beside = (grid.text(under, right) for under in below for right in grid.filled(under) if right > column)
    return bool(grid.text(row + 1, column)) and not any(is_amount(text) for text in beside)


def _column(grid: Grid, rows: Sequence[int], position: int) -> _Column:
    words = grid.path(rows, position)
    units = [unit for word in words if (unit := unit_of(word) or without_unit(bare(word))[1])]
    roles = [role for word in words if (role := role_of(without_unit(bare(word))[0]))]
    return _Column(position, words, roles[-1] if roles else "", units[-1] if units else "")


def _resolved(labels: Labels, spot: Spot, words: Iterable[str]) -> tuple[Spot, str, bool]:
    """Return a spot with the member and year that the words around its value give, of what kind it is, and if a year is told."""
    member, year, kind = spot.member, spot.year, PLAIN
    for word in words:
        if not member and (named := labels.member(spot.field, word)):
            member = named
        elif is_sum(word):
            kind = SUBTOTAL if is_subtotal(word) and kind != TOTAL else TOTAL
        elif (dated := year_of(word)) is not None:
            year = dated if year is None else year
        elif labels.is_member(word):
            kind = PART if kind == PLAIN else kind
    return Spot(spot.field, member, THIS if year is None else year), kind, year is not None


class _Rows:
    """A sheet with one row a field."""

    def __init__(
        self, grid: Grid, labels: Labels, column: int, first: int, across: range, *, by_code: bool = False
    ) -> None:
        self._grid, self._labels, self._column, self._first, self._across = grid, labels, column, first, across
        self._layout = Layout(by_code=by_code)
        self._heads = self._found_heads()
        self._columns = self._under(self._heads)
        self._stated = grid.stated_units(first)

    def _under(self, heads: Sequence[int]) -> list[_Column]:
        return [_column(self._grid, heads, position) for position in self._across if position != self._column]

    def _found_heads(self) -> list[int]:
        """Return the rows right above the first label in which words of heads stand."""
        heads: list[int] = []
        for row in range(self._first - 1, -1, -1):
            texts = {self._grid.text(row, column) for column in range(self._grid.width)} - {""}
            told = any((is_head_word(text) and not states_unit(text)) or self._labels.is_member(text) for text in texts)
            if len(heads) == _MOST_HEAD_ROWS or not told or len(texts) == 1:
                break
            heads.insert(0, row)
        return heads

    def read(self) -> Layout:
        values, found, above = self._values(), list[Found](), None
        for row in range(self._first, self._grid.height):
            text = self._label(row)
            named = self._labels.find(text) if text else None
            spot = named or (self._below(row, text, above) if above else None)
            if spot and self._heads and self._grid.is_torn(row, self._heads):
                self._layout.torn.append(self._grid.sheet.cell(row, self._column))
            elif spot:
                found += self._take(row, spot, values)
                above = named or above
            elif text and is_sum(text):
                self._layout.sums += 1
            else:
                above = above if not text else None
                values = self._passed_over(row, text, values)
        self._left_over(values)
        ends = max((column.position for column in values), default=0)
        choose(found, self._layout, parts=None, last=lambda one: one.cell.place.column == ends + 1)
        return self._layout

    def _below(self, row: int, text: str, above: Spot) -> Spot | None:
        """Return what a row holds of the field above it: one of its members (其中：小学), or what the words beside it say."""
        if above.member:
            return None
        if text:
            member = self._labels.member(above.field, text)
            return replace(above, member=member) if member else None
        words = [self._grid.sheet.text(row, one.position) for one in self._columns]
        told = any(self._labels.member(above.field, word) or is_sum(word) for word in words if word)
        return above if told else None

    def _passed_over(self, row: int, text: str, values: list[_Column]) -> list[_Column]:
        """Note what a row without a field holds; return the columns of values below it, which a second head may change."""
        cells = [self._grid.sheet.cell(row, column.position) for column in values]
        filled = [cell for cell in cells if number_like(cell.text)]
        if not filled and (stated := self._grid.units_in(row)):
            self._stated = stated
        elif self._grid.is_note(row):
            self._layout.notes += 1
        elif self._is_another_head(row, text):
            self._heads, self._columns = [row], self._under([row])
            return self._values()
        elif text and any(cell.text for cell in cells):
            self._layout.strange.append(self._grid.sheet.cell(row, self._column))
        elif not text:
            self._layout.nameless += filled
        return values

    def _left_over(self, values: list[_Column]) -> None:
        """Note the columns of numbers beside the columns of values; beside a total they are its parts."""
        rows = [row for row in range(self._first, self._grid.height) if self._labels.find(self._label(row))]
        summed = any(is_sum(word) for column in values for word in column.words)
        for column in self._columns:
            numbers = any(number_like(self._grid.sheet.text(row, column.position)) for row in rows)
            if values and numbers and column not in values and column.words and not column.role:
                head = Cell("".join(column.words[-2:]), self._grid.sheet.spot(rows[0], column.position))
                if is_dated(head.text):
                    self._layout.undated.append(head)
                elif not summed and not self._layout.by_code:
                    self._layout.strange.append(head)

    def _values(self) -> list[_Column]:
        """Return the columns of values: those whose heads say so, else the only one that holds any."""
        told = [column for column in self._columns if self._tells_value(column)]
        if told:
            return told
        rows = [row for row in range(self._first, self._grid.height) if self._labels.find(self._label(row))]
        right = [one for one in self._columns if one.position > self._column and not one.role]
        full = [one for one in right if any(self._grid.sheet.text(row, one.position) for row in rows)]
        full = [one for one in full if not self._is_units(one, rows)]
        numbers = [one for one in full if any(number_like(self._grid.sheet.text(row, one.position)) for row in rows)]
        chosen = numbers or full
        if len(chosen) > 1:
            label = self._grid.sheet.cell(rows[0], self._column)
            cells = [self._grid.sheet.cell(rows[0], one.position) for one in chosen]
            heads = ("".join(one.words) or label.text for one in chosen)
            self._layout.columns.append(
                tuple(replace(cell, text=head) for cell, head in zip(cells, heads, strict=True))
            )
            return []
        return chosen

    def _is_another_head(self, row: int, text: str) -> bool:
        """Return whether a second table begins below the first, whose columns may stand in another order."""
        beside = (self._grid.text(row, one.position) for one in self._columns)
        return role_of(text) in ("name", "code") and any(is_head_word(word) for word in beside)

    def _label(self, row: int) -> str:
        return self._grid.text(row, self._column)

    def _tells_value(self, column: _Column) -> bool:
        if column.role:
            return column.role == "value" or any(year_of(word) is not None for word in column.words)
        return any(
            year_of(word) is not None or self._labels.is_member(word) or is_sum(word) or unit_of(word)
            for word in column.words
        )

    def _is_units(self, column: _Column, rows: Iterable[int]) -> bool:
        texts = {self._grid.sheet.text(row, column.position) for row in rows} - {""}
        return bool(texts) and all(unit_of(text) for text in texts)

    def _take(self, row: int, spot: Spot, values: list[_Column]) -> Iterator[Found]:
        beside = [self._grid.text(row, one.position) for one in self._columns if one not in values]
        rivals = self._rivals(values)
        for column in values:
            cell = self._grid.sheet.cell(row, column.position)
            if cell.text or cell.fault:
                placed, kind, dated = _resolved(self._labels, spot, (*column.words, *beside))
                kind = PART if kind == PLAIN and column.position in rivals else kind
                unit = self._unit(row, spot, column)
                label = self._grid.sheet.cell(row, self._column)
                yield Found(placed, cell, unit, self._said(row), label, kind, dated)

    def _rivals(self, values: Iterable[_Column]) -> set[int]:
        """Return the columns that differ by words alone that nobody knows: under 2022年 预算数 and 决算数, or 甲乡 and 乙镇."""
        alike: dict[tuple[str, ...], list[tuple[int, tuple[str, ...]]]] = {}
        for column in values:
            told = [is_head_word(word) or self._labels.is_member(word) for word in column.words]
            known = tuple(word for word, yes in zip(column.words, told, strict=True) if yes)
            other = tuple(word for word, yes in zip(column.words, told, strict=True) if not yes)
            alike.setdefault(known, []).append((column.position, other))
        several = (ones for ones in alike.values() if len({other for _position, other in ones}) > 1)
        return {position for ones in several for position, _other in ones}

    def _unit(self, row: int, spot: Spot, column: _Column) -> str:
        stated = (self._grid.text(row, one.position) for one in self._columns if one.role == "unit" or not one.words)
        own = next((unit for text in stated if (unit := unit_of(text))), "")
        default = self._labels.fitting(spot.field, self._stated)
        return (
            column.unit if spot.year == 0 or 0 in map(year_of, column.words) else own or spot.unit or column.unit
        ) or default

    def _said(self, row: int) -> str:
        stated = (self._grid.text(row, one.position) for one in self._columns if one.role == "said")
        return next((text for text in stated if text), "")


class _Columns:
    """A sheet with one column a field, under a head of up to three rows and perhaps a row of units."""

    def __init__(self, grid: Grid, labels: Labels, row: int) -> None:
        self._grid, self._labels, self._layout = grid, labels, Layout()
        self._heads = self._block(row)
        self._columns = [_column(grid, self._heads, position) for position in range(grid.width)]
        self._spots = {
            column.position: spot for column in self._columns if (spot := labels.joined(column.words)) is not None
        }
        self._stated = grid.stated_units(row)

    def _block(self, row: int) -> list[int]:
        block = [row]
        while block[0] > 0 and len(block) < _MOST_HEAD_ROWS and self._is_head(block[0] - 1):
            block.insert(0, block[0] - 1)
        while block[-1] + 1 < self._grid.height and len(block) <= _MOST_HEAD_ROWS and self._is_head(block[-1] + 1):
            block.append(block[-1] + 1)
        return block

    def _is_head(self, row: int) -> bool:
        texts = [self._grid.text(row, column) for column in range(self._grid.width)]
        own = {text for text in texts if text}
        beside = own - {next(filter(None, texts), "")} or own
        known = [
            text for text in beside if is_head_word(text) or self._labels.is_member(text) or self._labels.find(text)
        ]
        numbers = any(is_amount(text) for text in own)
        return bool(known) and not numbers and not any(states_unit(text) for text in own)

    def read(self) -> Layout:
        heads = [column for column in self._columns if column.position not in self._spots]
        found, ends, places = list[Found](), 0, 0
        for row in range(self._heads[-1] + 1, self._grid.height):
            if self._grid.is_note(row):
                self._layout.notes += 1
                continue
            if self._grid.is_torn(row, self._heads):
                self._layout.torn.append(self._grid.sheet.cell(row, 0))
                continue
            ends = self._grid.sheet.lines[row] if self._grid.filled(row) else ends
            beside = tuple(self._grid.text(row, column.position) for column in heads)
            self._layout.sums += any(is_sum(text) for text in beside)
            places += any(self._names_a_part(column, text) for column, text in zip(heads, beside, strict=True))
            found += self._row(row, beside)
        self._layout.strange += [cell for column in heads for cell in self._strange(column)]
        choose(found, self._layout, parts=places > 1, last=lambda one: one.cell.place.line == ends)
        return self._layout

    def _names_a_part(self, column: _Column, text: str) -> bool:
        """Return whether a row is that of a town or school: what stands beside it is nothing that heads say."""
        return bool(text) and not (column.role or is_head_word(text) or self._labels.is_member(text))

    def _row(self, row: int, beside: tuple[str, ...]) -> Iterator[Found]:
        for position, spot in self._spots.items():
            cell = self._grid.sheet.cell(row, position)
            if cell.text or cell.fault:
                column = self._columns[position]
                placed, kind, dated = _resolved(self._labels, spot, (*column.words, *beside))
                default = self._labels.fitting(spot.field, self._stated)
                label = self._grid.sheet.cell(self._heads[-1], position)
                yield Found(placed, cell, spot.unit or column.unit or default, "", label, kind, dated)

    def _strange(self, column: _Column) -> Iterator[Cell]:
        """Yield the head of a column of numbers that names no field."""
        body = range(self._heads[-1] + 1, self._grid.height)
        texts = [self._grid.sheet.text(row, column.position) for row in body if not self._grid.is_note(row)]
        if column.words and not column.role and any(number_like(text) for text in texts):
            row = next(row for row in reversed(self._heads) if self._grid.text(row, column.position))
            place = self._grid.sheet.spot(row, column.position)
            yield Cell("".join(column.words[-2:]), place)

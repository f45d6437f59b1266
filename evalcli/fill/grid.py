"""Heads of a sheet as people see them: a merged cell says the same over all that it covers."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from evalcli.fill.convert import half_width
from evalcli.fill.match import bare, is_note, is_sum, role_of, unit_of, units_stated, without_unit, year_of
from evalcli.model.document import Scalar
from evalcli.model.table import Cell, Sheet

# So many cells may lie under merged ones; no form has more, and a hostile file could name any number.
_MOST_COVERED = 200_000
# All that `convert` reads as a number without a unit: the unit of a head must reach it.
_NUMBER_LIKE = re.compile(
    r"(?P<number>(?:约|近|逾|超)?\s*[+-]?(?:[0-9]{1,3}(?:\s[0-9]{3})+|[0-9][0-9,]*)(?:\.[0-9]+)?\s*(?:余|多)?)"
    r"\s*(?P<after>以上|以下|以内|左右)?"
)
_AMOUNT = re.compile(r"(?:约|近|逾|超)?\s*[+-]?[0-9][0-9,.]*\s*(?:余|多)?\s*")
# What a comma in a number leaves of it on either side.
_THOUSANDS = re.compile("[+-]?[1-9][0-9]{0,2}")
_REST = re.compile(r"[0-9]{3}(?:\.[0-9]+)?\D*")


class Grid:
    """A sheet with its merged cells spread out."""

    def __init__(self, sheet: Sheet, stated: tuple[str, ...] = ()) -> None:
        """Note which cells lie under which; `stated` are units that hold where the sheet itself states none."""
        self.sheet, self._stated = sheet, stated
        self.height, self.width = len(sheet.rows), sheet.width
        self._under: dict[tuple[int, int], tuple[int, int]] = {}
        for top, left, bottom, right in sheet.merged:
            if len(self._under) + (bottom - top + 1) * (min(right, self.width) - left + 1) > _MOST_COVERED:
                break
            covered = ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))
            self._under |= dict.fromkeys(covered, (top, left))
        self._filled = [tuple(place for place, text in enumerate(row) if text.strip()) for row in sheet.rows]

    def text(self, row: int, column: int) -> str:
        """Return what a cell shows: its own text, or that of the merged cell over it."""
        return self.sheet.text(*self._under.get((row, column), (row, column)))

    def path(self, rows: Iterable[int], column: int) -> tuple[str, ...]:
        """Return what stands over a column from top to bottom, each text once."""
        found: list[str] = []
        block = list(rows)
        for place, row in enumerate(block):
            text = self.text(row, column) or self._group(row, block[place + 1 :], column)
            if text and text not in found:
                found.append(text)
        return tuple(found)

    def _group(self, row: int, below: Sequence[int], column: int) -> str:
        """Return the head to the left that an empty cell belongs to: in a CSV nothing is merged, and 2021年 stands over 小学 alone."""
        lower = [text for under in below if (text := self.text(under, column))]
        if not lower or any(role_of(text) not in ("", "value") for text in lower):
            return ""
        for left in range(column - 1, -1, -1):
            text = self.text(row, left)
            if all(self.text(under, left) in ("", text) for under in below):
                return ""
            if text:
                return "" if any(year_of(word) is not None for word in lower) and year_of(text) is not None else text
        return ""

    def filled(self, row: int) -> tuple[int, ...]:
        """Return the columns of a row in which something stands."""
        return self._filled[row]

    def is_note(self, row: int) -> bool:
        """Return whether a row is a note or says who filled the sheet in: its first text says so."""
        columns = self.filled(row)
        return bool(columns) and is_note(self.sheet.text(row, columns[0]))

    def is_torn(self, row: int, heads: Iterable[int]) -> bool:
        """Return whether commas in the numbers of a line have moved its cells from under their heads; a workbook has no commas."""
        return not self.sheet.name and torn(self.sheet.rows[row], max(len(self.sheet.rows[head]) for head in heads))

    def stated_units(self, below: int) -> tuple[str, ...]:
        """Return the units that are stated above a row for all of the sheet (单位：万元、人), the nearest first."""
        rows = reversed(range(min(below, self.height)))
        return (*(unit for row in rows for unit in self.units_in(row)), *self._stated)

    def units_in(self, row: int) -> tuple[str, ...]:
        """Return the units that a row states for all below it."""
        texts = (self.sheet.text(row, column) for column in self.filled(row))
        return tuple(unit for text in texts for unit in units_stated(text))


def torn(cells: Sequence[str], width: int) -> bool:
    """Return whether a line has more cells than its head, and a number in two of them: 1,234 without quotation marks."""
    if len(cells) <= width:
        return False
    pairs = pairwise(cell.strip() for cell in cells)
    return any(_THOUSANDS.fullmatch(first) and _REST.fullmatch(second) for first, second in pairs)


def states_unit(text: str) -> bool:
    """Return whether a text does nothing but state a unit for all of a sheet: 单位：万元."""
    return "单位" in text and bool(unit_of(text))


def number_like(text: str) -> bool:
    """Return whether a text is a number that has no unit yet."""
    return bool(_NUMBER_LIKE.fullmatch(half_width(text)))


def is_amount(text: str) -> bool:
    """Return whether a text is a number, with a unit or without; a year is none."""
    if number_like(text):
        return year_of(text) is None
    match = _AMOUNT.match(half_width(text))
    return match is not None and bool(unit_of(text[match.end() :])) and year_of(text) is None


def with_unit(cell: Cell, unit: str) -> Scalar:
    """Return what stands in a cell as one would type it in YAML: a bare number with the unit of its row or head."""
    match = _NUMBER_LIKE.fullmatch(half_width(cell.text)) if unit and unit != "比" else None
    after = (match["after"] or "") if match else ""
    typed = cell.text.removesuffix(after).rstrip() + unit + after if match else cell.text
    return Scalar(typed, cell.place, quoted=True)


def is_head_word(text: str) -> bool:
    """Return whether a text is one that stands in heads: a year, a unit, a total, what a column is for."""
    word, unit = without_unit(bare(text))
    return bool(role_of(word) or unit or unit_of(text)) or year_of(text) is not None or is_sum(text)

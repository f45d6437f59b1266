"""A sheet as read: cells with places, before any meaning."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from evalcli.model.frozen import dataclass, field
from evalcli.model.place import Place

if TYPE_CHECKING:
    import polars as pl

# Top, left, bottom and right of cells that were merged into one, counted from 0.
Span = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """A text as it stood in a cell; `fault` says why the cell has no value (a formula never reckoned, #DIV/0!)."""

    text: str
    place: Place
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: the head and the rows under it; a row may be shorter than the head."""

    name: str
    sha256: str
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of an office's file as it lies there, whatever it holds; rows and columns count from 0.

    `name` is empty for files without sheets (CSV). `lines` gives for every row the line where it stands in its file.
    `faults` says of cells without a value why they have none, `number_texts` are numbers that were kept as text.
    """

    file: str
    name: str
    sha256: str
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    merged: tuple[Span, ...] = ()
    faults: Mapping[tuple[int, int], str] = field(default_factory=dict)
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    number_texts: frozenset[tuple[int, int]] = frozenset()
    encoding: str = ""

    @property
    def title(self) -> str:
        """Return how messages name the sheet: file › sheet."""
        return f"{self.file} › {self.name}" if self.name else self.file

    @property
    def place(self) -> Place:
        """Return the place of the whole sheet."""
        return Place(self.title)

    @property
    def width(self) -> int:
        """Return how many columns the longest row has."""
        return max((len(row) for row in self.rows), default=0)

    def text(self, row: int, column: int) -> str:
        """Return what stands in a cell, without blanks around it; rows may be shorter than others."""
        cells = self.rows[row]
        return cells[column].strip() if column < len(cells) else ""

    def spot(self, row: int, column: int) -> Place:
        """Return the place of a cell."""
        if self.name:
            return Place(self.file, self.lines[row], column + 1, sheet=self.name)
        return Place(self.file, self.lines[row], column + 1, max(1, len(self.text(row, column))))

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell with its place."""
        return Cell(self.text(row, column), self.spot(row, column), self.faults.get((row, column), ""))


@dataclass(frozen=True, slots=True)
class LongTable:
    """A sheet too long for cells one by one: the head, and columns of text, or of whole numbers where all cells are.

    A column is named by its position (`0` is the first), `line` holds where each row stood.
    """

    name: str
    head: tuple[Cell, ...]
    texts: "pl.DataFrame"
    sheet: str = ""

    def place(self, line: int, position: int) -> Place:
        """Return where a cell stood."""
        return Place(self.name, line, position + 1, sheet=self.sheet)

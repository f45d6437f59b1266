"""A sheet as read: cells with places, before any meaning."""

from typing import TYPE_CHECKING

from evalcli.model.frozen import dataclass
from evalcli.model.place import Place

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Cell:
    """A text as it stood in a cell."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: the head and the rows under it; a row may be shorter than the head."""

    name: str
    sha256: str
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


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

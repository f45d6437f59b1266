"""A sheet as read: cells with places, before any meaning."""

from evalcli.model.frozen import dataclass
from evalcli.model.place import Place


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

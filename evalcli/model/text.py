"""A finished document as read: numbered paragraphs under their headings, and its tables, before any meaning.

Last year's report, a plan, a web page: whatever people wrote as running text comes as `Text`.
"""

from enum import StrEnum

from evalcli.model.frozen import dataclass
from evalcli.model.place import Place
from evalcli.model.table import Cell


class Origin(StrEnum):
    """From which part of a document a paragraph comes."""

    BODY = "正文"
    TABLE = "表格"
    BOX = "文本框"
    NOTE = "脚注"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as its reader sees it, with the number that Word puts before it.

    `place.line` is the line of a text file, or the paragraph's number where a file has no lines. `headings` are those
    that it stands under, the outermost first; a heading's own are those above it. `level` is its own level as a
    heading, 1 the highest, 0 where it is none.
    """

    text: str
    place: Place
    headings: tuple[str, ...] = ()
    level: int = 0
    origin: Origin = Origin.BODY


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that stands in a document: rows of cells; cells merged into others are empty."""

    rows: tuple[tuple[Cell, ...], ...]
    place: Place
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """One document: its name as people know it, the hash of its bytes, its paragraphs and tables in order."""

    name: str
    sha256: str
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Grid, ...] = ()

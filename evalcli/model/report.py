"""A report before it is Word, HTML or Markdown: blocks of runs, and the claims in them."""

from evalcli.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one look. `claim` names the field a figure came from; `missing` is printed yellow."""

    text: str
    bold: bool = False
    claim: str = ""
    missing: bool = False


Text = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """The title, one entry a line."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on a line of its own. Level 1 is 一、, 2 is （一）, 3 is 1., 4 is （1）; the number is in the text."""

    level: int
    text: Text


@dataclass(frozen=True, slots=True)
class Body:
    """A paragraph of the text, two characters in."""

    text: Text


@dataclass(frozen=True, slots=True)
class Addressee:
    """The organ that is addressed, flush left, with a colon."""

    text: Text


@dataclass(frozen=True, slots=True)
class Attachments:
    """The list of annexes after the text (附件说明)."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """The signing organ and the date in words: 2022年9月30日."""

    organ: str
    date: str


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: head, width as a share of the table, `left`, `right` or `center`, and whether it holds numbers."""

    head: str
    width: int
    align: str = "center"
    number: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A table row. `span` is how many columns the first cell covers; `strong` marks subtotals and totals."""

    cells: tuple[Text, ...]
    span: int = 1
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption above, a unit line under the caption, and a note below (each may be empty)."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    unit: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex on pages of its own; `name` is word for word the same as in the list of annexes."""

    label: str
    name: str
    blocks: tuple["Block", ...]
    landscape: bool = False


Block = Title | Heading | Body | Addressee | Attachments | Signature | Table | Annex


@dataclass(frozen=True, slots=True)
class Draft:
    """A report ready to publish. `author` and `created` go into the file's properties."""

    blocks: tuple[Block, ...]
    title: str
    author: str
    created: str
    missing: tuple[str, ...] = ()

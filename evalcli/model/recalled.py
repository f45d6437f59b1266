"""What an old report says, laid beside this year's criteria: nothing of it counts before a person has confirmed it."""

from evalcli.model.frozen import dataclass
from evalcli.model.statement import Statement
from evalcli.model.text import Paragraph


@dataclass(frozen=True, slots=True)
class Block:
    """A numbered part of an old report and the item that it seems to be about; `alike` is from 0 to 100."""

    item: str
    alike: int
    heading: Paragraph
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Guess:
    """A figure of an old report and the field that it probably is; the empty field where none is like it."""

    statement: Statement
    field: str = ""
    member: str = ""
    growth: bool = False


@dataclass(frozen=True, slots=True)
class Recalled:
    """An old report: its blocks in the order of the items, its figures, and the paragraphs that belong to no item."""

    document: str
    year: int | None
    blocks: tuple[Block, ...]
    guesses: tuple[Guess, ...]
    unplaced: tuple[Paragraph, ...]

"""A report as whoever proofreads it sees it: paragraphs under headings, and the figures with what they came from."""

import re
from collections.abc import Iterable, Iterator

from evalcli.model.filled import Filled
from evalcli.model.frozen import dataclass
from evalcli.model.pack import Pack
from evalcli.model.place import Place
from evalcli.model.report import Addressee, Annex, Block, Body, Draft, Heading, Run, Table, Text

_SENTENCE = re.compile("[^。；！？]+[。；！？]?")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A heading (its level above 0) or a paragraph of the report, with its number; `runs` carry the claims of figures."""

    number: int
    level: int
    runs: Text
    annex: str = ""

    @property
    def words(self) -> str:
        """Return the text."""
        return "".join(run.text for run in self.runs)

    @property
    def place(self) -> Place:
        """Return where this stands: the paragraph's number, counted as in the Markdown of the report."""
        return Place(self.annex or "报告正文", self.number, 1, text=self.words)

    def at(self, phrase: str) -> Place:
        """Return where a phrase stands in this paragraph."""
        return self.place.at(phrase)

    @property
    def sentences(self) -> Iterator[str]:
        """Return the sentences, each with its end."""
        return (match[0].strip() for match in _SENTENCE.finditer(self.words))


@dataclass(frozen=True, slots=True)
class Read:
    """A whole report to be proofread."""

    body: tuple[Paragraph, ...]
    cells: tuple[Paragraph, ...]
    pack: Pack
    filled: Filled
    empty: tuple[str, ...]

    @property
    def claimed(self) -> Iterator[tuple[Paragraph, Run]]:
        """Return every figure that names the field it came from, in the text and in the annexes."""
        return ((part, run) for part in (*self.body, *self.cells) for run in part.runs if run.claim)


def of_draft(draft: Draft, pack: Pack, filled: Filled, empty: tuple[str, ...]) -> Read:
    """Return a draft as it is proofread."""
    body = [(block, "") for block in draft.blocks if not isinstance(block, Annex)]
    annexes = [(inner, block.label) for block in draft.blocks if isinstance(block, Annex) for inner in block.blocks]
    return Read(tuple(_numbered(body)), tuple(_numbered(annexes)), pack, filled, empty)


def _numbered(blocks: Iterable[tuple[Block, str]]) -> Iterator[Paragraph]:
    parts = ((level, runs, annex) for block, annex in blocks for level, runs in _parts(block))
    yield from (Paragraph(number, level, runs, annex) for number, (level, runs, annex) in enumerate(parts, 1))


def _parts(block: Block) -> Iterator[tuple[int, Text]]:
    if isinstance(block, Heading):
        yield block.level, block.text
    elif isinstance(block, Body | Addressee):
        yield 0, block.text
    elif isinstance(block, Table):
        yield from ((0, cell) for row in block.rows for cell in row.cells)

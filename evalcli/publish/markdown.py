"""Markdown: the plain text of a report, CommonMark with pipe tables, every character read as it was typed."""

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from unicodedata import category

from evalcli.model.report import (
    Addressee,
    Attachments,
    Block,
    Body,
    Draft,
    Heading,
    Row,
    Signature,
    Table,
    Text,
    Title,
)
from evalcli.publish.attachments import labels
from evalcli.publish.grid import cells
from evalcli.publish.text import clean, flat

_ACTIVE = re.compile(r"([\\`*_\[\]<>&~|#$])")
# What would begin a list or a rule at the start of a line.
_AT_START = re.compile(r"^([-+](?=[\s-]|$)|\d{1,9}(?=[.)](?:\s|$)))")
_EDGE = re.compile(r"^\s+|\s+$|\t")
_RULES = {"left": ":---", "right": "---:"}


def markdown(draft: Draft) -> bytes:
    """Return `draft` as a Markdown file."""
    return ("\n\n".join(part for part in _blocks(draft.blocks) if part) + "\n").encode()


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Title(lines):
            yield _heading(1, _plain("".join(flat(line) for line in lines)))
        case Heading(level, text):
            yield _heading(min(max(level, 1), 4) + 1, _text(text))
        case Body(text) | Addressee(text):
            yield _text(text)
        case Attachments(names):
            yield from (_plain(flat(label + name)) for label, name in zip(labels(names), names, strict=True))
        case Signature():
            yield from (_plain(flat(line)) for line in (block.organ, block.date))
        case Table():
            yield from _table(block)
        case _:
            yield from (_plain(flat(block.label)), _heading(1, _plain(flat(block.name))))
            yield from _blocks(block.blocks)


def _heading(level: int, text: str) -> str:
    return f"{'#' * level} {text}" if text else ""


def _table(table: Table) -> Iterator[str]:
    yield _plain(flat(table.caption))
    yield _plain(flat(table.unit))
    heads = [_cell(_plain(clean(column.head))) for column in table.columns]
    rules = [_RULES.get(column.align, ":---:") for column in table.columns]
    yield "\n".join([_line(heads), _line(rules), *(_row(table, row) for row in table.rows)])
    yield _plain(flat(table.note))


def _row(table: Table, row: Row) -> str:
    entries: list[str] = []
    for text, span in cells(table, row):
        # Markdown knows no spans: the cells that are covered stay blank.
        entries += [_cell(_text(text, clean, strong=row.strong))] + [""] * (span - 1)
    return _line(entries)


def _line(entries: list[str]) -> str:
    return f"| {' | '.join(entries)} |"


def _cell(text: str) -> str:
    return text.replace("\n", "<br>")


def _text(text: Text, prepare: Callable[[str], str] = flat, *, strong: bool = False) -> str:
    """Return the runs as one line, neighbours of one weight joined so that no two marks meet."""
    pieces = [(run.bold or strong, prepare(run.text)) for run in text if run.text]
    joined = [
        (bold, "".join(piece for _weight, piece in group)) for bold, group in groupby(pieces, lambda piece: piece[0])
    ]
    marked = "".join(_bold(piece) if bold else _escaped(piece) for bold, piece in joined)
    return _edges(marked)


def _bold(text: str) -> str:
    """Return `text` in bold, marks and blanks at its ends left outside: `**` fails beside them in Chinese text."""
    inside = [place for place, character in enumerate(text) if category(character)[0] in "LN"]
    if not inside:
        return _escaped(text)
    start, end = inside[0], inside[-1] + 1
    return f"{_escaped(text[:start])}**{_escaped(text[start:end])}**{_escaped(text[end:])}"


def _plain(text: str) -> str:
    return _edges(_escaped(text))


def _escaped(text: str) -> str:
    return _ACTIVE.sub(r"\\\1", text)


def _edges(text: str) -> str:
    """Return a line whose start is no markup and whose outer blanks stay."""
    text = _AT_START.sub(lambda found: found[1] + "\\" if found[1].isdigit() else "\\" + found[1], text)
    return _EDGE.sub(lambda found: "".join(f"&#{ord(character)};" for character in found[0]), text)

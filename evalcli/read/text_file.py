"""Plain text and Markdown → a `Text` of numbered paragraphs: a line is a paragraph."""

import hashlib
import re
from collections.abc import Iterator
from typing import Final

from evalcli.model.notice import Notice
from evalcli.model.place import Place
from evalcli.model.table import Cell
from evalcli.model.text import Grid, Paragraph, Text
from evalcli.read.encoding import decode
from evalcli.read.headings import Outline
from evalcli.read.lines import split

_HEADING: Final = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
_ROW: Final = re.compile(r"\s*\|.*\|\s*$")
_RULE: Final = re.compile(r"[\s|:-]+$")
_MARKS: Final = re.compile(r"(\*\*|__|`)(?=\S)|(?<=\S)(\*\*|__|`)")
_BULLET: Final = re.compile(r"\s*[-*+]\s+")


def parse(data: bytes, name: str, *, marked: bool = False) -> tuple[Text | None, tuple[Notice, ...]]:
    """Return the text in `data`; `marked` where it is Markdown."""
    found, notices = decode(data, name)
    if found is None:
        return None, notices
    lines = split(found[0])
    paragraphs = tuple(_paragraphs(lines, name, marked=marked))
    tables = tuple(_tables(lines, name)) if marked else ()
    return Text(name, hashlib.sha256(data).hexdigest(), paragraphs, tables), ()


def _paragraphs(lines: list[str], name: str, *, marked: bool) -> Iterator[Paragraph]:
    outline = Outline()
    for number, line in enumerate(lines, 1):
        heading = _HEADING.match(line) if marked else None
        if not line.strip() or (marked and _ROW.match(line)):
            continue
        text = heading[2] if heading else _MARKS.sub("", _BULLET.sub("", line)) if marked else line
        above, level = outline.under(text, len(heading[1]) if heading else 0)
        yield Paragraph(text, Place(name, number, 1, text=text), above, level)


def _tables(lines: list[str], name: str) -> Iterator[Grid]:
    rows: list[tuple[Cell, ...]] = []
    for number, line in enumerate([*lines, ""], 1):
        if _ROW.match(line):
            if not _RULE.match(line):
                cells = line.strip().strip("|").split("|")
                rows.append(
                    tuple(Cell(cell.strip(), Place(name, number, place)) for place, cell in enumerate(cells, 1))
                )
        elif rows:
            yield Grid(tuple(rows), rows[0][0].place)
            rows = []

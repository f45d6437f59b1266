"""The Markdown that templates write → blocks.

    # 标题的一行            one line of the title; lines that follow one another make one title
    ## 一、…  ### （一）…  #### 1.…  ##### （1）…    headings of the four levels
    > 受文机关：             the organ addressed
    ::: insert NAME          a block made by evalcli (a table, an annex, the signature)
    other lines              a paragraph; an empty line ends it
    **bold**  [8.3861亿元](education_spending)  ==【缺：…】==

A link is a claim: its target is the field that the figure came from. Data cannot write any of this (`escape.py`).
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape

from evalcli.model.frozen import replace
from evalcli.model.report import Addressee, Block, Body, Heading, Run, Text, Title

_INLINE = re.compile(r"\*\*(?P<bold>.+?)\*\*|\[(?P<figure>[^\]]*)\]\((?P<claim>[^)]*)\)|==(?P<missing>.+?)==")
_HEADING = re.compile(r"(#{1,5}) +(.*)")


class UnknownInsert(ValueError):
    """A line asks for a block that nobody makes."""

    def __init__(self, line: str) -> None:
        """Keep the line."""
        self.line = line
        super().__init__(line)


def blocks(markdown: str, inserts: Mapping[str, tuple[Block, ...]]) -> tuple[Block, ...]:
    """Return the blocks of a report."""
    # Only these end a line: a separator of another kind is part of the text that somebody typed.
    lines = markdown.replace("\r\n", "\n").split("\n")
    return tuple(_merged(_blocks([line.strip(" \t") for line in lines], inserts)))


def _blocks(lines: list[str], inserts: Mapping[str, tuple[Block, ...]]) -> Iterator[Block]:
    paragraph: list[str] = []
    for line in [*lines, ""]:
        heading = _HEADING.fullmatch(line)
        special = heading or not line or line.startswith((">", ":::"))
        if not special:
            paragraph.append(line)
            continue
        if paragraph:
            yield Body(text("".join(paragraph)))
            paragraph = []
        if heading:
            yield _headed(len(heading[1]), heading[2])
        elif line.startswith(">"):
            yield Addressee(text(line[1:].strip()))
        elif line:
            yield from _inserted(line, inserts)


def _inserted(line: str, inserts: Mapping[str, tuple[Block, ...]]) -> tuple[Block, ...]:
    name = line.removeprefix("::: insert ").strip()
    if name not in inserts:
        raise UnknownInsert(line)
    return inserts[name]


def _headed(depth: int, words: str) -> Block:
    if depth == 1:
        return Title(("".join(run.text for run in text(words)),))
    return Heading(depth - 1, text(words))


def _merged(found: Iterator[Block]) -> Iterator[Block]:
    """Yield the blocks with title lines that follow one another made one."""
    lines: tuple[str, ...] = ()
    for block in found:
        if isinstance(block, Title):
            lines += block.lines
            continue
        if lines:
            yield Title(lines)
            lines = ()
        yield block
    if lines:
        yield Title(lines)


def text(words: str) -> Text:
    """Return a line of inline Markdown as runs."""
    runs: list[Run] = []
    end = 0
    for match in _INLINE.finditer(words):
        runs.append(Run(unescape(words[end : match.start()])))
        runs += _runs(match)
        end = match.end()
    runs.append(Run(unescape(words[end:])))
    return tuple(run for run in runs if run.text)


def _runs(match: re.Match[str]) -> Text:
    if match["bold"] is not None:
        return tuple(replace(run, bold=True) for run in text(match["bold"]))
    if match["missing"] is not None:
        return (Run(unescape(match["missing"]), missing=True),)
    return (Run(unescape(match["figure"]), claim=unescape(match["claim"])),)

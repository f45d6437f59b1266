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

from evalcli.model.report import Addressee, Block, Body, Heading, Run, Text, Title

_INLINE = re.compile(r"\*\*(?P<bold>.+?)\*\*|\[(?P<figure>[^\]]*)\]\((?P<claim>[^)]*)\)|==(?P<missing>.+?)==")
_HEADING = re.compile(r"(#{1,5}) +(.*)")


def blocks(markdown: str, inserts: Mapping[str, tuple[Block, ...]]) -> tuple[Block, ...]:
    """Return the blocks of a report."""
    return tuple(_merged(_blocks(markdown.splitlines(), inserts)))


def _blocks(lines: list[str], inserts: Mapping[str, tuple[Block, ...]]) -> Iterator[Block]:
    paragraph: list[str] = []
    for line in [*(line.strip() for line in lines), ""]:
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
            yield from inserts[line.split()[-1]]


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
        runs.append(_run(match))
        end = match.end()
    runs.append(Run(unescape(words[end:])))
    return tuple(run for run in runs if run.text)


def _run(match: re.Match[str]) -> Run:
    if match["bold"] is not None:
        return Run(unescape(match["bold"]), bold=True)
    if match["missing"] is not None:
        return Run(unescape(match["missing"]), missing=True)
    return Run(unescape(match["figure"]), claim=unescape(match["claim"]))

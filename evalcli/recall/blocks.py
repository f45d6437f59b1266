"""Parts of an old report → the items of the pack that they seem to be about, by number and by name.

A part begins with a heading, or with a numbered paragraph (4.落实…), and goes on to the next one.
"""

import re
from collections.abc import Iterator

from evalcli.model.pack import Indicator, Pack
from evalcli.model.recalled import Block
from evalcli.model.text import Origin, Paragraph, Text
from evalcli.recall.likeness import alike

# Below this two names have too little in common to belong together.
_ENOUGH = 30
# The same number makes up for some words that changed since last year.
_SAME_NUMBER = 25
# A numbered paragraph opens with what it is about; later it tells what was done.
_OPENING = 40
_NUMBERED = re.compile(r"^[（(]?(?P<number>[0-9]{1,3})[）)]?[.．、 ]")
_FIRST = re.compile("^[^。；]*")


def placed(text: Text, pack: Pack) -> tuple[tuple[Block, ...], tuple[Paragraph, ...]]:
    """Return the parts of a report in the order of the items, and the paragraphs of all other parts."""
    found: dict[str, list[Block]] = {}
    unplaced: list[Paragraph] = []
    for heading, inner in _parts(text):
        item, score = _nearest(heading, pack) if heading else ("", 0)
        if heading and item:
            found.setdefault(item, []).append(Block(item, score, heading, inner))
        else:
            unplaced += [*([heading] if heading else []), *inner]
    blocks = tuple(block for indicator in pack.indicators for block in found.get(indicator.id, ()))
    return blocks, tuple(part for part in unplaced if not part.level)


def _parts(text: Text) -> Iterator[tuple[Paragraph | None, tuple[Paragraph, ...]]]:
    heading: Paragraph | None = None
    inner: list[Paragraph] = []
    for paragraph in text.paragraphs:
        if paragraph.origin is not Origin.BODY or not paragraph.text.strip():
            continue
        if paragraph.level or _NUMBERED.match(paragraph.text):
            yield heading, tuple(inner)
            heading, inner = paragraph, []
        else:
            inner.append(paragraph)
    yield heading, tuple(inner)


def _nearest(heading: Paragraph, pack: Pack) -> tuple[str, int]:
    """Return the item that a part seems to be about and how alike they are; nothing where none is alike enough."""
    opening = _FIRST.match(heading.text)
    words = (opening[0] if opening else "")[:_OPENING]
    number = _NUMBERED.match(heading.text)
    scores = [(_score(words, number["number"] if number else "", one), one.id) for one in pack.indicators]
    best, item = max(scores, key=lambda found: found[0], default=(0, ""))
    return (item, min(best, 100)) if best >= _ENOUGH else ("", 0)


def _score(words: str, number: str, indicator: Indicator) -> int:
    by_name = max(alike(words, indicator.title), alike(words, indicator.short))
    own = indicator.id.rpartition(".")[2].lstrip("0")
    same = bool(number) and number.lstrip("0") == own
    return by_name + _SAME_NUMBER if same and by_name else by_name

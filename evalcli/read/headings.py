"""Which paragraphs of a document head others: by their level in Word or HTML, or by the numbers that Chinese documents use."""

import re
from typing import Final

_SIGNS: Final = "一二三四五六七八九十百零〇"
# From the outermost in: a chapter, a section, 一、, (一), 1., (1).
_NUMBERS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"第[{_SIGNS}\d]{{1,5}}[编章部]",
        rf"第[{_SIGNS}\d]{{1,5}}节",
        rf"[{_SIGNS}]{{1,4}}[、.．]",
        rf"[(（][{_SIGNS}]{{1,4}}[)）]",
        r"\d{1,3}[、.．](?!\d)",
        r"[(（]\d{1,3}[)）]|[①-⑳]",
    )
)
# Levels that a file itself gives come before those that numbers give.
_BELOW_STYLES: Final = 10
# A heading is no longer than two lines; a sentence that opens an item and heads it is no longer than one.
# From here down a number is an item's.
_ITEMS: Final = 4
_LONGEST: Final = 60
_LONGEST_LABEL: Final = 40
_LABEL: Final = re.compile(rf"[^。:：;；]{{2,{_LONGEST_LABEL}}}(?=[。:：])")


class Outline:
    """The headings above what is being read."""

    def __init__(self) -> None:
        """Begin a document."""
        self._stack: list[tuple[int, str]] = []

    def under(self, text: str, level: int = 0) -> tuple[tuple[str, ...], int]:
        """Return the headings above a paragraph and its own level (0: none); it heads what follows where it is one.

        `level` is the one that the file gives. A paragraph that begins with a numbered label and goes on stands under
        its own label.
        """
        text = text.strip()
        rank = _rank(text)
        if level or (rank and _heads(text, rank)):
            self._pop(rank or level)
            above = self._path()
            self._stack.append((rank or level, text))
            return above, len(self._stack)
        label = _LABEL.match(text) if rank else None
        if rank:
            self._pop(rank)
        if label:
            self._stack.append((rank, label[0]))
        return self._path(), 0

    def _pop(self, rank: int) -> None:
        while self._stack and self._stack[-1][0] >= rank:
            self._stack.pop()

    def _path(self) -> tuple[str, ...]:
        return tuple(text for _rank_of_it, text in self._stack)


def _heads(text: str, rank: int) -> bool:
    """Return whether a numbered paragraph is a heading: an item that is a sentence states something itself."""
    if len(text) > _LONGEST or text.rstrip("。").count("。") or text.endswith(("；", ";")):
        return False
    return rank < _BELOW_STYLES + _ITEMS or not text.endswith("。")


def _rank(text: str) -> int:
    """Return how deep a paragraph's number stands; 0 where it has none."""
    found = (_BELOW_STYLES + depth for depth, pattern in enumerate(_NUMBERS) if pattern.match(text))
    return next(found, 0)

"""Around a number: its clause, its sentence, and what stands to the left and right of it."""

import re
from typing import Final

from evalcli.model.frozen import dataclass

_CLAUSE_ENDS: Final = frozenset(",，;；。!！?？:：\n")
_SENTENCE_ENDS: Final = frozenset("。!！?？\n")
# A clause longer than this is no clause; looking further would make long texts slow.
_FARTHEST: Final = 90
_SENTENCE: Final = 400
_ASIDE: Final = re.compile(r"[(（〔\[][^()（）〔〕\[\]]*[)）〕\]]")
_OPEN: Final = frozenset("(（〔[")
_CLOSE: Final = frozenset(")）〕]")


@dataclass(frozen=True, slots=True)
class Clause:
    """The clause that a stretch stands in: where it begins and ends, and its words on both sides without asides."""

    start: int
    end: int
    left: str
    right: str


def clause(text: str, start: int, end: int) -> Clause:
    """Return the clause of the stretch from `start` to `end`."""
    begin, last = _begin(text, start), _last(text, end)
    return Clause(begin, last, _ASIDE.sub("", text[begin:start]), _ASIDE.sub("", text[end:last]))


def sentence_start(text: str, start: int) -> int:
    """Return where the sentence around `start` begins, or as far back as it is worth to look."""
    farthest = max(0, start - _SENTENCE)
    return next((spot + 1 for spot in range(start - 1, farthest - 1, -1) if text[spot] in _SENTENCE_ENDS), farthest)


def sentence_end(text: str, end: int) -> int:
    """Return where the sentence around `end` ends, or as far on as it is worth to look."""
    farthest = min(len(text), end + _SENTENCE)
    return next((spot for spot in range(end, farthest) if text[spot] in _SENTENCE_ENDS), farthest)


def _begin(text: str, start: int) -> int:
    depth = 0
    for spot in range(start - 1, max(-1, start - _FARTHEST), -1):
        sign = text[spot]
        if sign in _CLOSE:
            depth += 1
        elif sign in _OPEN:
            if not depth:
                return spot + 1
            depth -= 1
        elif not depth and _ends(text, spot):
            return spot + 1
    return max(0, start - _FARTHEST)


def _last(text: str, end: int) -> int:
    depth = 0
    for spot in range(end, min(len(text), end + _FARTHEST)):
        sign = text[spot]
        if sign in _OPEN:
            depth += 1
        elif sign in _CLOSE:
            if not depth:
                return spot
            depth -= 1
        elif not depth and _ends(text, spot):
            return spot
    return min(len(text), end + _FARTHEST)


def _ends(text: str, spot: int) -> bool:
    """Return whether a clause ends here: the comma in 6,650 and the colon in 12:1 end none."""
    if text[spot] not in _CLAUSE_ENDS:
        return False
    inside = 0 < spot < len(text) - 1 and text[spot - 1].isdigit() and text[spot + 1].isdigit()
    return not (inside and text[spot] in ",:")

"""How alike two names are: the pairs of neighbouring characters that they share (Dice's coefficient)."""

import re
from collections import Counter
from functools import lru_cache

# What says nothing of what is meant: marks, blanks, digits, and the words that every item of every report has.
_NOISE = re.compile(r"[^\u4e00-\u9fffA-Za-z]|坚持|落实|加强|推进|全面|进一步|不断|切实")


def alike(one: str, other: str) -> int:
    """Return how alike two names are, from 0 (nothing shared) to 100 (the same pairs)."""
    first, second = _pairs(one), _pairs(other)
    total = sum(first.values()) + sum(second.values())
    return 200 * sum((first & second).values()) // total if total else 0


@lru_cache(maxsize=4096)
def _pairs(name: str) -> Counter[str]:
    letters = _NOISE.sub("", name)
    return Counter(letters[at : at + 2] for at in range(len(letters) - 1))

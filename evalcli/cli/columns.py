"""Text for eyes: Chinese characters are two cells wide, and no line begins with a full stop."""

import re
from unicodedata import combining, east_asian_width

# What is not torn apart: a word, number or path; any other character stands alone, with the closing signs behind it.
_UNITS = r"(?s)\s+|[“‘（《〔【]*(?:[!-~]+|.)[、，。；：！？）》〕】”’…%]*"


def width(text: str) -> int:
    """Return how many cells a text takes on a screen."""
    return len(text) if text.isascii() else sum(_cells(letter) for letter in text)


def _cells(letter: str) -> int:
    if combining(letter):
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1


def pad(text: str, cells: int, *, right: bool = False) -> str:
    """Return a text filled up with blanks."""
    blanks = " " * (cells - width(text))
    return blanks + text if right else text + blanks


def fold(text: str, cells: int) -> list[str]:
    """Return a text as lines of at most `cells`."""
    lines = [""]
    for unit in (piece for found in re.findall(_UNITS, text) for piece in _pieces(found, cells)):
        if width(lines[-1] + unit.rstrip()) <= cells:
            lines[-1] += unit
        elif unit.strip():
            lines.append(unit)
    return [line.rstrip() for line in lines]


def _pieces(unit: str, cells: int) -> list[str]:
    """Return a unit whole where it fits on a line, else in its characters."""
    return [unit] if width(unit) <= cells else list(unit)

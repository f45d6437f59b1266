"""What a paragraph's style says in a Word document: its level as a heading, and the list it counts on."""

import re
from typing import TYPE_CHECKING, Final

from evalcli.read.word_numbers import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING: Final = re.compile(r"(?:heading|标题)\s*(\d)", re.IGNORECASE)
# Outline level 9 is body text.
_BODY: Final = 9


class Styles:
    """The paragraph styles of a document."""

    def __init__(self, root: "_Element | None") -> None:
        """Read them; a document without styles has none."""
        found = [] if root is None else root.iterchildren(f"{W}style")
        self._by_id = {style.get(f"{W}styleId", ""): style for style in found}

    def outline(self, paragraph: "_Element") -> int:
        """Return a paragraph's level as a heading, 1 the highest; 0 where it is none."""
        for part in self._chain(paragraph):
            level = part.find(f"{W}pPr/{W}outlineLvl") if part.tag == f"{W}style" else part.find(f"{W}outlineLvl")
            if level is not None:
                value = _number(level.get(f"{W}val", ""), _BODY)
                return value + 1 if value < _BODY else 0
            name = part.find(f"{W}name")
            named = _HEADING.match(name.get(f"{W}val", "")) if name is not None else None
            if named:
                return int(named[1])
        return 0

    def listed(self, paragraph: "_Element") -> tuple[str, int] | None:
        """Return the list that a paragraph counts on, and its level there; None where Word prints no number."""
        for part in self._chain(paragraph):
            found = part.find(f"{W}pPr/{W}numPr") if part.tag == f"{W}style" else part.find(f"{W}numPr")
            if found is not None:
                name, level = found.find(f"{W}numId"), found.find(f"{W}ilvl")
                listed = "" if name is None else name.get(f"{W}val", "")
                return (
                    (listed, 0 if level is None else _number(level.get(f"{W}val", ""), 0))
                    if listed not in ("", "0")
                    else None
                )
        return None

    def _chain(self, paragraph: "_Element") -> "list[_Element]":
        """Return a paragraph's own properties, then its style and those that this one is based on."""
        own = paragraph.find(f"{W}pPr")
        if own is None:
            return []
        chain, style = [own], own.find(f"{W}pStyle")
        name = "" if style is None else style.get(f"{W}val", "")
        seen: set[str] = set()
        while name in self._by_id and name not in seen:
            seen.add(name)
            chain.append(self._by_id[name])
            base = self._by_id[name].find(f"{W}basedOn")
            name = "" if base is None else base.get(f"{W}val", "")
        return chain


def _number(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _BODY else default

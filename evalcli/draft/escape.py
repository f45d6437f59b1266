"""Data on its way into Markdown: escaped once, so that nothing in it is ever markup, template or claim."""

import re
from collections.abc import Iterable
from typing import Any, Self

from markupsafe import Markup

# Every character that the dialect of `markdown.py` or Jinja's own escaping could read as more than itself.
_MARKS = "&<>\"'*[]()#=:\n\r"
_SPECIAL = {ord(mark): f"&#{ord(mark)};" for mark in _MARKS}
# Looking first is twenty times as fast as translating Chinese text character by character, and most has nothing special.
_ANY_SPECIAL = re.compile(f"[{re.escape(_MARKS)}]").search


class Written(Markup):
    """Text in the dialect of `markdown.py`. What is added to it is escaped for that dialect, not for HTML."""

    __slots__ = ()

    def __new__(cls, text: str = "") -> Self:
        """Take `text` as it is; Markup's own way asks every text what it would be as HTML."""
        return str.__new__(cls, text)

    @classmethod
    def escape(cls, s: Any, /) -> "Written":
        """Return what may be added: markup as it is, all else so that it reads as typed."""
        return cls(s) if isinstance(s, Markup) else escaped(str(s))


NOTHING = Written()


def together(parts: Iterable[Markup]) -> Written:
    """Return what is already written, one after the other."""
    return Written("".join(parts))


def escaped(text: str) -> Written:
    """Return `text` so that it reads as typed."""
    return Written(_plain(text))


def claimed(text: str, claim: str) -> Written:
    """Return a figure's text with the field that it came from."""
    return Written(f"[{_plain(text)}]({_plain(claim)})")


def lacking(label: str) -> Written:
    """Return the yellow mark of a figure that is not there."""
    return Written(f"=={_plain('【缺：' + label + '】')}==")


def _plain(text: str) -> str:
    return text.translate(_SPECIAL) if _ANY_SPECIAL(text) else text

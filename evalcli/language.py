"""The language of what evalcli says.

Chinese is the source language: a message stands in the code as its reader sees it.
English is a gettext catalogue beside it (`locale/en/messages.po`), read only when asked for.
`EVALCLI_LANG` decides, else the locale, else Chinese.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

_SPOKEN: ContextVar[str] = ContextVar("spoken", default="")
_CATALOGUES = Path(__file__).resolve().parent / "locale"


@cache
def chosen() -> str:
    """Return `zh` or `en`: what the environment asks for when it is first asked."""
    for name in ("EVALCLI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        wish = os.environ.get(name, "").lower()
        if wish.startswith("en"):
            return "en"
        if wish.startswith("zh"):
            return "zh"
    return "zh"


@contextmanager
def chinese() -> Iterator[None]:
    """Speak Chinese within: what goes into a report is of the report, whatever its writer reads."""
    before = _SPOKEN.set("zh")
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def spoken() -> str:
    """Return the language that is spoken now: that of a report within `chinese`, else the reader's."""
    return _SPOKEN.get() or chosen()


def _(message: str) -> str:
    """Return `message` in the reader's language."""
    language = _SPOKEN.get() or chosen()  # as `spoken`, without a call: nothing is asked as often
    # The empty msgid is the catalogue's own header.
    return message if language == "zh" or not message else _catalogue(language).gettext(message)


def enumerated(words: Iterable[str]) -> str:
    """Return words in a row, as the reader's language parts them."""
    return _("、").join(words)


def day_in_words(when: date) -> str:
    """Return a date as its reader writes it: 2022年8月9日, or 2022-08-09."""
    return f"{when.year}年{when.month}月{when.day}日" if spoken() == "zh" else when.isoformat()


@cache
def _catalogue(language: str) -> "NullTranslations":
    # polib and gettext only load when a catalogue is wanted: Chinese needs neither.
    from gettext import GNUTranslations, NullTranslations

    import polib

    place = _CATALOGUES / language / "messages.po"
    if not place.is_file():
        return NullTranslations()  # an installation without its catalogues still says what it has to say
    catalogue = polib.pofile(str(place), encoding="utf-8")
    return GNUTranslations(BytesIO(catalogue.to_binary()))

"""Everything that reaches the screen. The only module that prints."""

import json
import sys
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from evalcli.language import _
from evalcli.model.notice import Level, Notice

if TYPE_CHECKING:
    from rich.console import Console

_ORDER = {level: number for number, level in enumerate(Level)}
_STYLE = {Level.STOP: "bold red", Level.MUST: "red", Level.DOUBT: "yellow", Level.HINT: "cyan"}


def payload(text: str) -> None:
    """Print what was asked for."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def talk(text: str) -> None:
    """Print what accompanies it."""
    sys.stderr.write(text + "\n")


def console(*, stderr: bool = False) -> "Console":
    """Return a console: colours and boxes only on a terminal, no wrapping elsewhere."""
    from rich.console import Console

    made = Console(stderr=stderr, highlight=False, soft_wrap=False)
    return made if made.is_terminal else Console(stderr=stderr, highlight=False, width=400, no_color=True)


def in_order(notices: Iterable[Notice]) -> list[Notice]:
    """Return notices with the gravest first, then by file and line."""
    return sorted(notices, key=lambda notice: (_ORDER[notice.level], _spot(notice)))


def _spot(notice: Notice) -> tuple[str, int, int]:
    place = notice.place
    return (place.file, place.line, place.column) if place else ("", 0, 0)


def notice_text(notice: Notice) -> str:
    """Return a notice as people read it: place, level, code, message; the line with a caret; the repair."""
    where = f"{notice.place} " if notice.place else ""
    lines = [f"{where}{_(notice.level.value)} [{notice.code}] {notice.message}"]
    lines += _caret(notice)
    if notice.advice and notice.place is None:
        return lines[0] + _("。{advice}").format(advice=notice.advice)
    if notice.advice:
        lines.append(_("    改法：{advice}").format(advice=notice.advice))
    return "\n".join(lines)


def _caret(notice: Notice) -> list[str]:
    place = notice.place
    if place is None or not place.text.strip():
        return []
    head = f"{place.line:>6} | "
    before = place.text[: place.column - 1]
    start = max(0, len(before) - 60)
    shown = place.text[start : start + 100]
    under = place.text[place.column - 1 : place.column - 1 + place.width][:100]
    return [head + shown, " " * 6 + " | " + " " * _wide(before[start:]) + "^" * max(1, _wide(under))]


def _wide(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def notices(found: Iterable[Notice], *, to_stdout: bool = False) -> None:
    """Print notices, coloured on a terminal."""
    ordered = in_order(found)
    stream = sys.stdout if to_stdout else sys.stderr
    if not stream.isatty():
        stream.write("".join(notice_text(notice) + "\n" for notice in ordered))
        return
    from rich.text import Text

    screen = console(stderr=not to_stdout)
    for notice in ordered:
        text = Text(notice_text(notice))
        text.highlight_words([_(notice.level.value)], _STYLE[notice.level])
        screen.print(text)


def tally(found: Iterable[Notice]) -> str:
    """Return how many notices of each level there are."""
    counted = Counter(notice.level for notice in found)
    parts = [_("{level} {count} 条").format(level=_(level.value), count=counted[level]) for level in Level if counted[level]]
    return "，".join(parts) or _("没有发现问题")


def as_json(data: Any) -> str:
    """Return data as JSON, in the order given, with Chinese as it is."""
    return json.dumps(data, ensure_ascii=False, indent=2)

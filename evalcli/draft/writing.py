"""Who is writing now: environments are shared by reports, and filters and imported macros see no context."""

from collections.abc import Iterable
from contextvars import ContextVar
from typing import Any, Protocol

from jinja2.exceptions import SecurityError
from markupsafe import Markup

from evalcli.language import _

# No report has a text of more characters than this in one piece.
_LONGEST = 1_000_000
# A hundred times what our longest report costs. A template that calls itself twice, again and again, would otherwise
# fill the memory, or never end.
_MOST_EFFORT = 10_000_000


class Writer(Protocol):
    """What turns values into the text of one report."""

    item: str
    spent: int

    def printed(self, value: Any) -> Markup:
        """Return what an expression prints."""

    def absent(self, label: str, field: str) -> Markup:
        """Return the mark of a figure that is not there, and remember it."""


WRITING: ContextVar[Writer] = ContextVar("WRITING")


def printed(value: Any) -> Markup:
    """Return what an expression prints in the report that is being written; what is already written stays as it is."""
    return value if isinstance(value, Markup) else WRITING.get().printed(value)


def absent(label: str, field: str) -> Markup:
    """Return the mark of a figure that the report being written lacks."""
    return WRITING.get().absent(label, field)


def about() -> str:
    """Return the item that is being told, or nothing between items."""
    return WRITING.get().item


def spend(effort: int) -> None:
    """Count what the report being written costs: a character costs one, each step of a template as many as take as long.

    Templates are looked at outside of a report too, and then nothing is written.
    """
    writer = WRITING.get(None)
    if writer:
        writer.spent += effort
        if writer.spent > _MOST_EFFORT:
            raise SecurityError(_("模板没完没了，一份报告用不了这么多"))


def measured(texts: Iterable[str], between: str = "") -> None:
    """Refuse to put together what is longer than any text of a report."""
    length = sum(len(text) + len(between) for text in texts)
    if length > _LONGEST:
        raise SecurityError(_("拼出的文字超过 {most} 个字符").format(most=_LONGEST))
    spend(length)

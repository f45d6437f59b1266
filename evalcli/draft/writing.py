"""Who is writing now: environments are shared by reports, and filters and imported macros see no context."""

from contextvars import ContextVar
from typing import Any, Protocol

from markupsafe import Markup


class Writer(Protocol):
    """What turns values into the text of one report."""

    item: str

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

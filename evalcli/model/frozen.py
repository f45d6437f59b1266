"""Frozen data at the price of plain data.

A frozen dataclass sets every field by a call that gets round its own lock: four times the time of a plain one, and a county
makes ten thousand of them. mypy, which checks every line here, sees the real decorator and refuses to write to a field;
at run time the lock is left out. Equality, hash and slots are those of the frozen class.
"""

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    _Class = TypeVar("_Class", bound=type)

    def dataclass(*, frozen: bool = False, slots: bool = False) -> Callable[[_Class], _Class]:
        """Return the decorator: a dataclass that hashes as a frozen one does."""
        return dataclasses.dataclass(slots=slots, unsafe_hash=frozen)

"""Frozen data at the price of plain data.

A frozen dataclass sets every field by a call that gets round its own lock: four times the time of a plain one, and a county
makes ten thousand of them. mypy, which checks every line here, sees the real decorator and refuses to write to a field;
at run time the lock is left out. Equality, hash and slots are those of the frozen class. How two of a kind are compared, hashed
and shown is written once for all kinds: dataclasses would compile it anew for each of some hundred and fifty, at every start.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    _Class = TypeVar("_Class", bound=type)

    def dataclass(*, frozen: bool = False, slots: bool = False) -> Callable[[_Class], _Class]:
        """Return the decorator: a dataclass that compares, hashes and shows itself as a frozen one does."""

        def made(cls: _Class) -> _Class:
            kind = dataclasses.dataclass(slots=slots, eq=False, repr=False)(cls)
            kind.__compared__ = _values([one.name for one in dataclasses.fields(kind) if one.compare])
            kind.__eq__, kind.__repr__ = _same, _shown
            kind.__hash__ = _hashed if frozen else None
            return kind

        return made


def _values(names: list[str]) -> Callable[[Any], Any]:
    """Return what gives the values that count, in one go: of one field its value, of several a tuple, of none nothing."""
    return staticmethod(attrgetter(*names) if names else lambda _noun: ())


def _same(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self is other or self.__compared__(self) == self.__compared__(other)


def _hashed(self: Any) -> int:
    return hash(self.__compared__(self))


def _shown(self: Any) -> str:
    parts = (f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr)
    return f"{type(self).__qualname__}({', '.join(parts)})"

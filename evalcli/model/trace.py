"""How a result came about: a tree that can be redone on paper."""

from dataclasses import dataclass

from evalcli.model.place import Place


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the reckoning: what, how, and the result; `parts` are what it was made of."""

    label: str
    shown: str
    how: str = ""
    place: Place | None = None
    parts: tuple["Step", ...] = ()

"""How a result came about: a tree that can be redone on paper."""

from evalcli.model.frozen import dataclass
from evalcli.model.place import Place


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the reckoning: what, how, and the result; `parts` are what it was made of.

    `conversion` is what was typed and what it comes to, where the two differ: 83861万元 = 8.3861亿元，÷10000.
    """

    label: str
    shown: str
    how: str = ""
    place: Place | None = None
    parts: tuple["Step", ...] = ()
    conversion: str = ""

"""A file as read: raw text with places, before any meaning.

A YAML scalar keeps what was typed (`010203`, `no`, `1:30`); the field it belongs to gives it meaning.
"""

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Mapping as Dict
from typing import Any

from evalcli.model.frozen import dataclass, field
from evalcli.model.place import Place

_NULL = ("~", "null", "Null", "NULL")
_TRUE = ("true", "True", "TRUE")


# Where a node stands; or whom to ask, and what of: one in six is ever asked for its place.
Spot = Place | tuple[Callable[[Any, Any], Place], Any, Any]


class _Placed:
    """What stands somewhere. Nodes that say the same are equal and show themselves alike, wherever they stand."""

    __slots__ = ()
    spot: Spot

    @property
    def place(self) -> Place:
        """Return where it stands."""
        if isinstance(self.spot, Place):
            return self.spot
        ask, start, end = self.spot
        return ask(start, end)


@dataclass(frozen=True, slots=True)
class Scalar(_Placed):
    """A text as typed. `quoted` text is text and nothing else."""

    text: str
    spot: Spot = field(compare=False, repr=False)
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Sequence(_Placed):
    """A list."""

    items: tuple["Node", ...]
    spot: Spot = field(compare=False, repr=False)

    def __iter__(self) -> Iterator["Node"]:
        """Iterate over the members."""
        return iter(self.items)


@dataclass(frozen=True, slots=True)
class Mapping(_Placed):
    """Keys and values in the order of the file; no key stands twice."""

    by_key: Dict[str, tuple[Scalar, "Node"]]
    spot: Spot = field(compare=False, repr=False)

    @property
    def entries(self) -> tuple[tuple[Scalar, "Node"], ...]:
        """Return the keys, each with its place, and their values."""
        return tuple(self.by_key.values())

    def get(self, key: str) -> "Node | None":
        """Return the value under `key`, or None."""
        entry = self.by_key.get(key)
        return entry[1] if entry else None

    def text(self, key: str) -> str:
        """Return the text under `key`, empty where there is none or where YAML's null stands."""
        node = self.get(key)
        if not isinstance(node, Scalar) or (node.text in _NULL and not node.quoted):
            return ""
        return node.text

    def flag(self, key: str) -> bool:
        """Return whether `key` says YAML's true."""
        node = self.get(key)
        return isinstance(node, Scalar) and node.text in _TRUE and not node.quoted

    def items(self, key: str) -> tuple["Node", ...]:
        """Return the members of the list under `key`, none where there is no list."""
        return members(self.get(key))

    def pairs(self, key: str) -> tuple[tuple[Scalar, "Node"], ...]:
        """Return the entries of the mapping under `key`, none where there is no mapping."""
        node = self.get(key)
        return node.entries if isinstance(node, Mapping) else ()

    def key(self, name: str) -> Scalar | None:
        """Return the key itself, with its place."""
        entry = self.by_key.get(name)
        return entry[0] if entry else None


Node = Scalar | Sequence | Mapping


def mapping(pairs: Iterable[tuple[Scalar, Node]], place: Place) -> Mapping:
    """Return the mapping of these keys and values."""
    return Mapping({key.text: (key, value) for key, value in pairs}, place)


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its name as people know it, the hash of its bytes, and what it holds."""

    name: str
    sha256: str
    root: Node
    encoding: str = field(default="utf-8")


def members(node: Node | None) -> tuple[Node, ...]:
    """Return the members of a list, none where `node` is no list."""
    return node.items if isinstance(node, Sequence) else ()


def texts(node: Node | None) -> tuple[str, ...]:
    """Return the texts of a list, or the one text that stands where a list could."""
    if isinstance(node, Scalar):
        return (node.text,)
    return tuple(item.text for item in members(node) if isinstance(item, Scalar))

"""A checked formula: what is left after parsing. Two trees are equal when they mean the same, wherever they stood."""

from fractions import Fraction

from evalcli.model import frozen
from evalcli.model.frozen import dataclass

Span = tuple[int, int]
NOWHERE: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Number:
    """A number, exact, with the text it was typed as."""

    value: Fraction
    text: str = frozen.field(compare=False)
    span: Span = frozen.field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A field, or one member of its dimension."""

    field: str
    member: str = ""
    span: Span = frozen.field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """A function of the catalogue with its arguments."""

    function: str
    arguments: tuple["Node", ...]
    span: Span = frozen.field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Unary:
    """A sign before one operand: `-` or `not`."""

    sign: str
    operand: "Node"
    span: Span = frozen.field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Binary:
    """One of `+ - * /` between two operands."""

    sign: str
    left: "Node"
    right: "Node"
    span: Span = frozen.field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One or more comparisons in a chain: `a < b <= c`."""

    signs: tuple[str, ...]
    operands: tuple["Node", ...]
    span: Span = frozen.field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Logic:
    """Conditions joined by `and` or by `or`."""

    sign: str
    operands: tuple["Node", ...]
    span: Span = frozen.field(default=NOWHERE, compare=False)


Node = Number | Name | Call | Unary | Binary | Comparison | Logic


def names_in(node: Node, stop: frozenset[str] = frozenset()) -> frozenset[tuple[str, str]]:
    """Return the fields that a tree names, each with its member (empty for the field itself).

    What stands inside a function of `stop` is left out: those are columns of a table, not fields.
    """
    if isinstance(node, Name):
        return frozenset({(node.field, node.member)})
    if isinstance(node, Call) and node.function in stop:
        return frozenset()
    return frozenset().union(*(names_in(part, stop) for part in _parts(node)))


def columns_in(node: Node, functions: frozenset[str]) -> frozenset[tuple[str, str]]:
    """Return the columns that a tree names inside these functions, each with its stage."""
    inside = isinstance(node, Call) and node.function in functions
    return frozenset().union(*(names_in(part) if inside else columns_in(part, functions) for part in _parts(node)))


def calls_in(node: Node, functions: frozenset[str]) -> tuple[Call, ...]:
    """Return the outermost calls of these functions in a tree."""
    if isinstance(node, Call) and node.function in functions:
        return (node,)
    return tuple(call for part in _parts(node) for call in calls_in(part, functions))


def _parts(node: Node) -> tuple[Node, ...]:
    match node:
        case Number() | Name():
            return ()
        case Call():
            return node.arguments
        case Unary():
            return (node.operand,)
        case Binary():
            return (node.left, node.right)
    return node.operands

"""How far a formula can reach, from what its fields may hold; and which of two formulas is the larger, whatever is filled in."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final

from evalcli.formula.tree import Binary, Call, Comparison, Logic, Name, Node, Number, Unary
from evalcli.model.frozen import dataclass

Sums = Mapping[Node, Fraction]
# What a sum is made of beside its atoms: so many times one.
_ONE: Final = Number(Fraction(1), "1")
_ZERO: Final = Fraction(0)


@dataclass(frozen=True, slots=True)
class Span:
    """Numbers from `low` to `high`, both included; None is open."""

    low: Fraction | None = None
    high: Fraction | None = None

    def __add__(self, other: "Span") -> "Span":
        """Return what two numbers can come to together."""
        return Span(_plus(self.low, other.low), _plus(self.high, other.high))

    def times(self, factor: Fraction) -> "Span":
        """Return what a number can come to so many times."""
        low, high = (None if end is None else end * factor for end in (self.low, self.high))
        return Span(low, high) if factor >= 0 else Span(high, low)


Known = Callable[[Name], Span]
_ANYTHING: Final = Span()
_FROM_ZERO: Final = Span(_ZERO)
_TRUTH: Final = Span(_ZERO, Fraction(1))
_OF_CALLS: Final[Mapping[str, Span]] = {
    "share_of": Span(_ZERO, Fraction(100)), "cv": _FROM_ZERO, "count": _FROM_ZERO, "abs": _FROM_ZERO,
}  # fmt: skip


def span(node: Node, known: Known) -> Span:
    """Return how far a formula reaches; `known` says what a field may hold."""
    return _total(_sums(node), known)


def apart(left: Node, right: Node, known: Known) -> Span:
    """Return how far `left` lies above `right`: what both hold alike cancels out."""
    sums = dict(_sums(left))
    for atom, times in _sums(right).items():
        sums[atom] = sums.get(atom, _ZERO) - times
    return _total(sums, known)


def _total(sums: Sums, known: Known) -> Span:
    total = Span(_ZERO, _ZERO)
    for atom, times in sums.items():
        # What cancels out may be anything.
        total += _of_atom(atom, known).times(times) if times else Span(_ZERO, _ZERO)
    return total


def _plus(left: Fraction | None, right: Fraction | None) -> Fraction | None:
    return None if left is None or right is None else left + right


def _sums(node: Node) -> Sums:
    """Return a formula as a sum: how many times it holds each of the parts that cannot be taken apart."""
    match node:
        case Number():
            return {_ONE: node.value}
        case Unary(sign="-"):
            return _scaled(_sums(node.operand), Fraction(-1))
        case Binary(sign="+" | "-"):
            left, right = _sums(node.left), _scaled(_sums(node.right), Fraction(1 if node.sign == "+" else -1))
            return {atom: left.get(atom, _ZERO) + right.get(atom, _ZERO) for atom in {**left, **right}}
        case (
            Binary(sign="*", left=Number(value=value), right=other)
            | Binary(sign="*", left=other, right=Number(value=value))
        ):
            return _scaled(_sums(other), value)
        case Binary(sign="/", right=Number(value=value)) if value:
            return _scaled(_sums(node.left), 1 / value)
    return {node: Fraction(1)}


def _scaled(sums: Sums, factor: Fraction) -> Sums:
    return {atom: times * factor for atom, times in sums.items()}


def _of_atom(node: Node, known: Known) -> Span:
    match node:
        case Number():
            return Span(node.value, node.value)
        case Name():
            return known(node)
        case Comparison() | Logic() | Unary():
            return _TRUTH
        case Call():
            return _FROM_ZERO if _is_share(node, known) else _OF_CALLS.get(node.function, _ANYTHING)
    return _FROM_ZERO if all(_not_negative(part, known) for part in (node.left, node.right)) else _ANYTHING


def _is_share(node: Call, known: Known) -> bool:
    return node.function == "share" and all(_not_negative(part, known) for part in node.arguments)


def _not_negative(node: Node, known: Known) -> bool:
    low = span(node, known).low
    return low is not None and low >= 0

"""Formulas in words: what stands in a pack as `share(a, b)` as a person writes it on paper, with labels for names."""

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from evalcli.formula.printing import on_paper
from evalcli.formula.tree import Binary, Call, Comparison, Logic, Name, Node, Number, Unary
from evalcli.language import _

Label = Callable[[str, str], str]
_HUNDRED: Final = Number(Fraction(100), "100")


def worded(node: Node, label: Label) -> str:
    """Return a tree as on paper; `label` says how a name and its member are called."""
    return on_paper(_labelled(node, label))


def _labelled(node: Node, label: Label) -> Node:
    """Return the tree with every name, and every function that has a sign of its own, as it stands on paper."""
    match node:
        case Number():
            return node
        case Name():
            return _word(label(node.field, node.member))
        case Call():
            return _called(node, label)
        case Unary():
            return Unary(node.sign, _labelled(node.operand, label))
        case Binary():
            return Binary(node.sign, _labelled(node.left, label), _labelled(node.right, label))
    operands = tuple(_labelled(operand, label) for operand in node.operands)
    return Comparison(node.signs, operands) if isinstance(node, Comparison) else Logic(node.sign, operands)


def _called(node: Call, label: Label) -> Node:
    arguments = tuple(_labelled(argument, label) for argument in node.arguments)
    if node.function == "share":
        part, whole = arguments
        return Binary("*", Binary("/", part, whole), _HUNDRED)
    of_field = {"growth": _("{label}增幅"), "last": _("{label}（上年）"), "sum": _("{label}各分项之和")}
    if node.function in of_field:
        return _word(of_field[node.function].format(label=on_paper(arguments[0])))
    return Call(node.function, arguments)


def _word(text: str) -> Number:
    """Return a leaf that prints as `text`."""
    return Number(Fraction(0), text)

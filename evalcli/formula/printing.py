"""Trees as text: as a pack author writes them, or as they stand on paper."""

from collections.abc import Mapping
from typing import Final

from evalcli.formula.tree import Binary, Call, Comparison, Logic, Name, Node, Number, Unary

_PAPER: Final[dict[str, str]] = {"-": "−", "*": "×", "/": "÷", "==": "=", "!=": "≠", "<=": "≤", ">=": "≥"}
_LEVELS: Final[dict[str, int]] = {"or": 1, "and": 2, "not": 3, "+": 5, "-": 5, "*": 6, "/": 6}
_COMPARISON: Final = 4
_SIGNED: Final = 7
_WHOLE: Final = 9


def written(node: Node) -> str:
    """Return the formula as it is typed; parsing it again gives the same tree."""
    return _text(node, {})


def on_paper(node: Node) -> str:
    """Return the formula with × ÷ − ≥ as a person writes it."""
    return _text(node, _PAPER)


def with_signs(node: Node, signs: Mapping[str, str]) -> str:
    """Return the formula as on paper, with other words for some of its signs."""
    return _text(node, {**_PAPER, **signs})


def _text(node: Node, signs: Mapping[str, str]) -> str:
    match node:
        case Number():
            return node.text
        case Name():
            return f'{node.field}["{node.member}"]' if node.member else node.field
        case Call():
            return f"{node.function}({', '.join(_text(part, signs) for part in node.arguments)})"
        case Unary(sign="not"):
            return f"not {_inside(node.operand, _LEVELS['not'], signs)}"
        case Unary():
            return f"{signs.get('-', '-')}{_inside(node.operand, _SIGNED, signs)}"
    return _chained(node, signs)


def _chained(node: Binary | Comparison | Logic, signs: Mapping[str, str]) -> str:
    match node:
        case Binary():
            return _joined((node.left, node.right), (node.sign,), (_level(node), _level(node) + 1), signs)
        case Comparison():
            return _joined(node.operands, node.signs, (_COMPARISON + 1,) * len(node.operands), signs)
    several = len(node.operands)
    return _joined(node.operands, (node.sign,) * (several - 1), (_level(node) + 1,) * several, signs)


def _joined(
    operands: tuple[Node, ...], between: tuple[str, ...], levels: tuple[int, ...], signs: Mapping[str, str]
) -> str:
    parts = [_inside(operand, level, signs) for operand, level in zip(operands, levels, strict=True)]
    rest = (f" {signs.get(sign, sign)} {part}" for sign, part in zip(between, parts[1:], strict=True))
    return parts[0] + "".join(rest)


def _inside(node: Node, level: int, signs: Mapping[str, str]) -> str:
    text = _text(node, signs)
    return text if _level(node) >= level else f"({text})"


def _level(node: Node) -> int:
    match node:
        case Number():
            # A negative figure put into a formula stands in brackets: 5 − (−3).
            return _SIGNED if node.value >= 0 else 0
        case Unary(sign="not") | Binary() | Logic():
            return _LEVELS[node.sign]
        case Unary():
            return _SIGNED
        case Comparison():
            return _COMPARISON
    return _WHOLE

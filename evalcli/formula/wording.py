"""Formulas in words: what stands in a pack as `share(a, b)` as a person writes it on paper, with labels for names."""

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from evalcli.formula.printing import with_signs
from evalcli.formula.tree import Binary, Call, Comparison, Logic, Name, Node, Number, Unary
from evalcli.language import _, enumerated

Label = Callable[[str, str], str]
_WEIGHTED: Final = ("mean", "cv", "share_of")
_HUNDRED: Final = Number(Fraction(100), "100")


def worded(node: Node, label: Label) -> str:
    """Return a tree as on paper; `label` says how a name and its member are called."""
    return with_signs(_labelled(node, label), {"and": _("且"), "or": _("或者")})


def _labelled(node: Node, label: Label) -> Node:
    """Return the tree with every name, and every function, as it stands on paper."""
    match node:
        case Number():
            return node
        case Name():
            return _word(label(node.field, node.member))
        case Call():
            return _called(node, label)
        case Unary():
            return _signed(node, label)
        case Binary():
            return Binary(node.sign, _labelled(node.left, label), _labelled(node.right, label))
    operands = tuple(_labelled(operand, label) for operand in node.operands)
    return Comparison(node.signs, operands) if isinstance(node, Comparison) else Logic(node.sign, operands)


def _signed(node: Unary, label: Label) -> Node:
    if node.sign == "not":
        return _word(_("不符合“{condition}”").format(condition=worded(node.operand, label)))
    return Unary(node.sign, _labelled(node.operand, label))


def _called(node: Call, label: Label) -> Node:
    if node.function == "share":
        part, whole = (_labelled(argument, label) for argument in node.arguments)
        return Binary("*", Binary("/", part, whole), _HUNDRED)
    inner = [_bracketed(argument, label) for argument in node.arguments]
    if node.function in ("min", "max"):
        text = _("{all}中最小的") if node.function == "min" else _("{all}中最大的")
        return _word(text.format(all=enumerated(inner)))
    if node.function == "bands":
        return _word(_banded(inner))
    if node.function in _WEIGHTED and len(inner) > 1:
        weighted = _("（按{weight}加权）").format(weight=inner[1])
        return _word(_functions()[node.function].format(*inner) + weighted)
    return _word(_functions()[node.function].format(*inner))


def _banded(inner: list[str]) -> str:
    """Return how values by bands of size read: the size, each upper bound with its value, the value of the rest."""
    size, *pairs, rest = inner
    bands = [
        _("不超过{upper}的为{value}").format(upper=upper, value=value)
        for upper, value in zip(pairs[::2], pairs[1::2], strict=True)
    ]
    return _("（按{size}分档：{bands}，其余为{rest}）").format(size=size, bands=_("，").join(bands), rest=rest)


def _functions() -> dict[str, str]:
    """Return how functions of one or more parts read; `{0}` is the first part."""
    return {
        "growth": _("{0}增幅"), "last": _("{0}（上年）"), "sum": _("{0}各分项之和"), "abs": _("{0}的绝对值"),
        "round": _("{0}四舍五入"), "ceil": _("{0}向上取整"), "floor": _("{0}向下取整"),
        "choose": _("（{0}时为{1}，否则为{2}）"), "mean": _("{0}各校平均"), "cv": _("{0}差异系数"),
        "total": _("{0}各校之和"), "count": _("符合{0}的学校数"), "share_of": _("符合{0}的学校占比"),
        "least": _("{0}各校最小值"), "most": _("{0}各校最大值"),
    }  # fmt: skip


def _bracketed(node: Node, label: Label) -> str:
    """Return a part of a function: what is put together stands in brackets, a condition in quotes."""
    text = worded(node, label)
    if isinstance(node, Comparison | Logic):
        return f"“{text}”"
    return text if isinstance(node, Name | Number | Call) else f"（{text}）"


def _word(text: str) -> Number:
    """Return a leaf that prints as `text`."""
    return Number(Fraction(0), text)

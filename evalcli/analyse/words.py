"""A formula in words: what stands in a pack as `share(a, b)` as a person writes it on paper, with the fields' labels."""

from fractions import Fraction

from evalcli.formula.fault import FormulaFault
from evalcli.formula.parse import parse
from evalcli.formula.printing import on_paper
from evalcli.formula.tree import Binary, Call, Comparison, Logic, Name, Node, Number, Unary, names_in
from evalcli.language import _, spoken
from evalcli.model.pack import Pack
from evalcli.rules import rule

_HUNDRED = Number(Fraction(100), "100")


def in_words(pack: Pack, text: str) -> str:
    """Return a formula with labels for names; what is no formula over the pack's fields stays as it is."""
    try:
        root = parse(text).root
    except FormulaFault:
        return text
    names = names_in(root)
    known = names and all(name in pack.fields for name, _member in names)
    return on_paper(_labelled(pack, root)) if known else text


def _labelled(pack: Pack, node: Node) -> Node:
    """Return the tree with every name, and every function that has a sign of its own, as it stands on paper."""
    match node:
        case Number():
            return node
        case Name():
            return _word(_label(pack, node))
        case Call():
            return _called(pack, node)
        case Unary():
            return Unary(node.sign, _labelled(pack, node.operand))
        case Binary():
            return Binary(node.sign, _labelled(pack, node.left), _labelled(pack, node.right))
    operands = tuple(_labelled(pack, operand) for operand in node.operands)
    return Comparison(node.signs, operands) if isinstance(node, Comparison) else Logic(node.sign, operands)


def _called(pack: Pack, node: Call) -> Node:
    arguments = tuple(_labelled(pack, argument) for argument in node.arguments)
    if node.function == "share":
        part, whole = arguments
        return Binary("*", Binary("/", part, whole), _HUNDRED)
    of_field = {"growth": _("{label}增幅"), "last": _("{label}（上年）"), "sum": _("{label}各分项之和")}
    if node.function in of_field:
        return _word(of_field[node.function].format(label=on_paper(arguments[0])))
    return Call(node.function, arguments)


def _label(pack: Pack, name: Name) -> str:
    label = pack.fields[name.field].label
    return f"{label}（{name.member}）" if name.member else label


def _word(text: str) -> Number:
    """Return a leaf that prints as `text`."""
    return Number(Fraction(0), text)


def rule_in_words(kind: str) -> str:
    """Return what a kind of rule asks for: the first line of its manual, or the first sentence of the English after it."""
    first, _blank, manual = (rule(kind).__doc__ or "").partition("\n\n")
    if spoken() == "zh":
        return first.partition("Covers")[0].strip().rstrip("。")
    return " ".join(manual.split()).partition(". ")[0]

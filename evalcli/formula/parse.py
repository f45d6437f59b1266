"""Text → checked tree.

The grammar is that of Python's own expressions, and of these only what is listed here passes: numbers, fields,
`x["member"]`, `+ - * /`, comparisons, `and or not`, and calls of the catalogue. Numbers are exact, from the text.
"""

import ast
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

from evalcli.formula.aggregates import AGGREGATES
from evalcli.formula.fault import FormulaFault
from evalcli.formula.functions import FUNCTIONS
from evalcli.formula.spelling import MOST_DEPTH, Spelling, respell, too_deep
from evalcli.formula.tree import Binary, Call, Comparison, Logic, Name, Node, Number, Span, Unary, columns_in, names_in
from evalcli.language import _, enumerated
from evalcli.model.frozen import dataclass

__all__ = ["Formula", "FormulaFault", "parse"]

MOST_NODES = 200
MOST_PLACES = 6
Reader = Callable[[Any, int], Node]

_SIGNS: Final[dict[type[ast.AST], str]] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.USub: "-",
    ast.UAdd: "+",
    ast.Not: "not",
    ast.And: "and",
    ast.Or: "or",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}


# Formulas of the packs at hand.
_KNOWN: dict[str, "Formula"] = {}


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that may be reckoned: its text as typed, its tree, the fields it names, and the columns of schools."""

    text: str
    root: Node
    names: frozenset[str]
    members: frozenset[tuple[str, str]]
    columns: frozenset[tuple[str, str]] = frozenset()


def parse(text: str) -> Formula:
    """Return the checked formula, or raise a `FormulaFault` that says what stands where."""
    return _KNOWN.get(text) or _parsed(text)


def learn(formulas: Iterable[Formula]) -> None:
    """Take up formulas that were parsed before, in an earlier run say."""
    _KNOWN.update((formula.text, formula) for formula in formulas)


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Formula:
    spelling = respell(text)
    tree = _python_tree(spelling)
    count = sum(isinstance(node, ast.expr) for node in ast.walk(tree))
    if count > MOST_NODES:
        message = _("公式太繁：{count}个部分，最多{most}个").format(count=count, most=MOST_NODES)
        raise FormulaFault(message, 0, len(text))
    root = _Reader(spelling).node(tree, 0)
    found = names_in(root, frozenset(AGGREGATES))
    return Formula(
        text, root, frozenset(field for field, _member in found), found, columns_in(root, frozenset(AGGREGATES))
    )


def _python_tree(spelling: Spelling) -> ast.expr:
    try:
        return ast.parse(spelling.text, mode="eval").body
    except (SyntaxError, MemoryError, RecursionError) as fault:
        # Python gives column 0 where the text ends too early.
        start = (getattr(fault, "offset", 0) or len(spelling.text) + 1) - 1
        end = (getattr(fault, "end_offset", 0) or start + 2) - 1
        raise FormulaFault(_("这里读不懂，是否少了运算符、逗号或名称"), *spelling.span(start, end)) from None


class _Reader:
    """Reads Python's tree into ours; whatever is not on its list is refused where it stands."""

    def __init__(self, spelling: Spelling) -> None:
        self._spelling = spelling
        # Python counts columns in UTF-8 bytes.
        self._characters = [n for n, sign in enumerate(spelling.text) for _byte in sign.encode()]
        self._characters.append(len(spelling.text))
        self._readers: dict[type[ast.expr], Reader] = {
            ast.Constant: self._number,
            ast.Name: self._name,
            ast.Subscript: self._member,
            ast.Call: self._call,
            ast.UnaryOp: self._unary,
            ast.BinOp: self._binary,
            ast.Compare: self._comparison,
            ast.BoolOp: self._logic,
        }

    def node(self, node: ast.expr, depth: int) -> Node:
        """Return our node for Python's."""
        if depth > MOST_DEPTH:
            raise self._fault(node, too_deep())
        reader = self._readers.get(type(node))
        if reader is None:
            raise self._fault(node, _refused(node))
        return reader(node, depth)

    def _span(self, node: ast.expr) -> Span:
        end = node.end_col_offset or node.col_offset
        return self._spelling.span(self._characters[node.col_offset], self._characters[end])

    def _typed(self, node: ast.expr) -> str:
        end = node.end_col_offset or node.col_offset
        return self._spelling.text[self._characters[node.col_offset] : self._characters[end]]

    def _fault(self, node: ast.expr, message: str) -> FormulaFault:
        return FormulaFault(message, *self._span(node))

    def _number(self, node: ast.Constant, _depth: int) -> Node:
        typed = self._typed(node)
        if isinstance(node.value, str):
            raise self._fault(node, _('文字只能写在填报项的方括号里，如 x["中职"]'))
        if not typed.replace(".", "", 1).isdigit():
            raise self._fault(node, _("“{typed}”不是数字").format(typed=typed))
        return Number(Fraction(typed), typed, self._span(node))

    def _name(self, node: ast.Name, _depth: int) -> Node:
        if node.id.startswith("_"):
            raise self._fault(node, _("名称不能以下划线开头"))
        return Name(node.id, "", self._span(node))

    def _member(self, node: ast.Subscript, _depth: int) -> Node:
        name, member = node.value, node.slice
        if not isinstance(name, ast.Name) or not isinstance(member, ast.Constant) or not isinstance(member.value, str):
            raise self._fault(node, _('方括号里写维度成员的名称，如 x["中职"]'))
        return Name(name.id, member.value, self._span(node))

    def _call(self, node: ast.Call, depth: int) -> Node:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name in AGGREGATES:
            return self._over_rows(node, name, depth)
        if name not in FUNCTIONS:
            raise self._fault(node.func, _unknown_function(name))
        if node.keywords:
            raise self._fault(node, _("函数的参数不写名称"))
        call = Call(name, tuple(self.node(part, depth + 1) for part in node.args), self._span(node))
        self._check_arguments(node, call)
        return call

    def _over_rows(self, node: ast.Call, name: str, depth: int) -> Node:
        """Return a function over the rows of a table; its weight may be named."""
        function = AGGREGATES[name]
        arguments = [_weight(argument) for argument in node.args]
        if node.keywords or not arguments or len(arguments) > 1 + function.weighted:
            raise self._fault(node, _("函数 {name} 的写法是 {usage}").format(name=name, usage=function.usage))
        return Call(name, tuple(self.node(part, depth + 1) for part in arguments), self._span(node))

    def _check_arguments(self, node: ast.Call, call: Call) -> None:
        function = FUNCTIONS[call.function]
        given = len(call.arguments)
        if given < function.least or (function.most is not None and given > function.most):
            message = _("函数 {name} 的写法是 {usage}").format(name=call.function, usage=function.usage)
            raise self._fault(node, message)
        if function.of_field and not isinstance(call.arguments[0], Name):
            raise self._fault(node.args[0], _("函数 {name} 里只写一个填报项").format(name=call.function))
        if call.function == "round" and given > 1 and not _is_places(call.arguments[1]):
            message = _("保留的小数位数写0到{most}的整数").format(most=MOST_PLACES)
            raise self._fault(node.args[1], message)
        if call.function == "bands" and not _are_bands(call.arguments):
            message = _("bands 里先写要分档的数，再成对写上限和取值，最后写其余的取值；上限写数字，从小到大")
            raise self._fault(node, message)

    def _unary(self, node: ast.UnaryOp, depth: int) -> Node:
        # The spelling lets no `~` through, so only these three signs are left.
        sign = _SIGNS[type(node.op)]
        operand = self.node(node.operand, depth + 1)
        return operand if sign == "+" else Unary(sign, operand, self._span(node))

    def _binary(self, node: ast.BinOp, depth: int) -> Node:
        sign = _SIGNS.get(type(node.op))
        if sign is None:
            raise self._fault(node, _refused(node))
        # A long sum nests to the left in Python's tree but reads as one level.
        left = self.node(node.left, depth if isinstance(node.left, ast.BinOp) else depth + 1)
        return Binary(sign, left, self.node(node.right, depth + 1), self._span(node))

    def _comparison(self, node: ast.Compare, depth: int) -> Node:
        signs = tuple(_SIGNS.get(type(op), "") for op in node.ops)
        if not all(signs):
            raise self._fault(node, _refused(node))
        operands = tuple(self.node(part, depth + 1) for part in (node.left, *node.comparators))
        return Comparison(signs, operands, self._span(node))

    def _logic(self, node: ast.BoolOp, depth: int) -> Node:
        operands = tuple(self.node(part, depth + 1) for part in node.values)
        return Logic(_SIGNS[type(node.op)], operands, self._span(node))


def _weight(argument: ast.expr) -> ast.expr:
    """Return what `weight=x` names: the spelling has made its sign a comparison, as it does with every single =."""
    match argument:
        case ast.Compare(left=ast.Name(id="weight"), ops=[ast.Eq()], comparators=[chosen]):
            return chosen
    return argument


def _is_places(node: Node) -> bool:
    return isinstance(node, Number) and node.value.denominator == 1 and node.value <= MOST_PLACES


def _are_bands(arguments: tuple[Node, ...]) -> bool:
    """Return whether every band has its upper end and its value, and the ends rise: of others the last would be dead."""
    uppers = [node.value if isinstance(node, Number) else None for node in arguments[1:-1:2]]
    known = [upper for upper in uppers if upper is not None]
    return len(arguments) % 2 == 0 and len(known) == len(uppers) and all(low < high for low, high in pairwise(known))


def _unknown_function(name: str) -> str:
    near = get_close_matches(name.lower(), [*FUNCTIONS, *AGGREGATES], 1)
    if near:
        return _("没有函数“{name}”，最接近的是“{near}”").format(name=name, near=near[0])
    return _("没有函数“{name}”，能用的有：{known}").format(name=name, known=enumerated(FUNCTIONS))


def _refused(node: ast.expr) -> str:
    match node:
        case ast.Attribute(attr="growth" | "last" as wanted):
            return _("公式里不写“.{wanted}”，请写 {wanted}(填报项)").format(wanted=wanted)
        case ast.BinOp(op=ast.Pow()):
            return _("公式里不能用乘方")
        case ast.Tuple():
            return _("数字里不写千分位逗号，一个公式只算一个数")
        case _other:
            return _("公式里不能这样写：只用数字、填报项、加减乘除、比较、and、or、not和函数")

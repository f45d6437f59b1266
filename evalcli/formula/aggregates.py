"""Functions over the rows of a school table: `cv(rooms / pupils, weight=pupils)`.

Their arguments are reckoned once for every school, exactly. A square root is taken to 40 places, or exactly where the
number is a square: a limit typed by people is never hit or missed by a binary fraction.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from math import isqrt
from operator import eq, ge, gt, le, lt, ne
from typing import Final, Protocol

from evalcli.formula.tree import Binary, Call, Comparison, Logic, Name, Node, Number, Unary
from evalcli.language import _
from evalcli.model.facts import Missing

_PLACES: Final = 40
_SIGNS: Final[dict[str, Callable[[Fraction, Fraction], bool]]] = {
    "<": lt, "<=": le, ">": gt, ">=": ge, "==": eq, "!=": ne,
}  # fmt: skip


class Row(Protocol):
    """One school as a formula sees it."""

    @property
    def name(self) -> str:
        """The school's name, for what is missing."""

    def number(self, column: str, member: str, /) -> Fraction | None:
        """Return the value of a column, or None where it is not filled in."""


class Rows(Protocol):
    """The schools that count, and the column that weighs them."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The schools."""

    @property
    def weight(self) -> str:
        """The column that weighs schools where a formula does not say otherwise."""

    def unit(self, node: Node, /) -> str:
        """Return the unit of a tree over columns."""


class NoNumber(Exception):
    """A row lacks what the formula needs."""

    def __init__(self, missing: Missing) -> None:
        """Keep what is missing."""
        self.missing = missing
        super().__init__(missing.because)


@dataclass(frozen=True, slots=True)
class Aggregate:
    """One function over rows: how it is written, and how its numbers and weights become one."""

    usage: str
    work: Callable[[list[Fraction], list[Fraction]], Fraction]
    weighted: bool = True
    unit: str | None = None


def reckon(node: Node, row: Row) -> Fraction:
    """Return what a tree comes to for one school; a condition is 1 or 0."""
    match node:
        case Number():
            return node.value
        case Name():
            return _of_column(node, row)
        case Unary():
            inner = reckon(node.operand, row)
            return Fraction(inner == 0) if node.sign == "not" else -inner
        case Binary():
            return _binary(node, row)
        case Comparison():
            values = [reckon(operand, row) for operand in node.operands]
            pairs = zip(values, values[1:], strict=False)
            return Fraction(all(_SIGNS[sign](a, b) for sign, (a, b) in zip(node.signs, pairs, strict=True)))
        case Logic():
            truths = (reckon(operand, row) != 0 for operand in node.operands)
            return Fraction(all(truths) if node.sign == "and" else any(truths))
        case Call():
            return _plain_call(node, row)


def _of_column(node: Name, row: Row) -> Fraction:
    found = row.number(node.field, node.member)
    if found is None:
        raise NoNumber(Missing((f"{row.name}：{node.field}",)))
    return found


def _binary(node: Binary, row: Row) -> Fraction:
    left, right = reckon(node.left, row), reckon(node.right, row)
    if node.sign == "+":
        return left + right
    if node.sign == "-":
        return left - right
    if node.sign == "*":
        return left * right
    if right == 0:
        raise NoNumber(Missing((), because=_("{school}的分母为零").format(school=row.name)))
    return left / right


def _plain_call(node: Call, row: Row) -> Fraction:
    values = [reckon(argument, row) for argument in node.arguments]
    plain = {
        "abs": lambda: abs(values[0]),
        "min": lambda: min(values),
        "max": lambda: max(values),
        "choose": lambda: values[1] if values[0] else values[2],
    }
    if node.function == "share":
        return _binary(Binary("/", Number(values[0] * 100, ""), Number(values[1], "")), row)
    if node.function not in plain:
        raise NoNumber(Missing((), because=_("函数 {name} 不能逐校计算").format(name=node.function)))
    return plain[node.function]()


def root(number: Fraction) -> Fraction:
    """Return the square root: exact where the number is a square, else to 40 places."""
    top, bottom = isqrt(number.numerator), isqrt(number.denominator)
    if top * top == number.numerator and bottom * bottom == number.denominator:
        return Fraction(top, bottom)
    with localcontext() as context:
        context.prec = _PLACES + 20
        return Fraction((Decimal(number.numerator) / Decimal(number.denominator)).sqrt())


def mean(values: list[Fraction], weights: list[Fraction]) -> Fraction:
    """`mean(x, weight=w)` is the mean over schools, weighted by pupils unless said otherwise."""
    whole = sum(weights, Fraction(0))
    if whole == 0:
        raise NoNumber(Missing((), because=_("没有可以计算的学校")))
    return sum((value * weight for value, weight in zip(values, weights, strict=True)), Fraction(0)) / whole


def cv(values: list[Fraction], weights: list[Fraction]) -> Fraction:
    """`cv(x, weight=w)` is the coefficient of variation: the population deviation over the mean, weighted by pupils.

    CV = S ÷ X̄, X̄ = Σ(Pᵢ Xᵢ) ÷ ΣPᵢ, S² = Σ Pᵢ (Xᵢ − X̄)² ÷ ΣPᵢ (教督〔2017〕6号 工作规程). A mean of 0 has no CV.
    """
    middle = mean(values, weights)
    if middle == 0:
        raise NoNumber(Missing((), because=_("平均值为零，差异系数无从计算")))
    return root(mean([(value - middle) ** 2 for value in values], weights)) / abs(middle)


def total(values: list[Fraction], _weights: list[Fraction]) -> Fraction:
    """`total(x)` adds x over all schools."""
    return sum(values, Fraction(0))


def count(values: list[Fraction], _weights: list[Fraction]) -> Fraction:
    """`count(condition)` is how many schools meet the condition."""
    return Fraction(sum(value != 0 for value in values))


def share_of(values: list[Fraction], weights: list[Fraction]) -> Fraction:
    """`share_of(condition)` is the share of schools, in %, that meet the condition; `weight=pupils` counts pupils."""
    return 100 * mean([Fraction(value != 0) for value in values], weights)


def least(values: list[Fraction], _weights: list[Fraction]) -> Fraction:
    """`least(x)` is the smallest x of any school."""
    return min(values)


def most(values: list[Fraction], _weights: list[Fraction]) -> Fraction:
    """`most(x)` is the largest x of any school."""
    return max(values)


AGGREGATES: Final[dict[str, Aggregate]] = {
    "mean": Aggregate("mean(x, weight=w)", mean),
    "cv": Aggregate("cv(x, weight=w)", cv, unit=""),
    "total": Aggregate("total(x)", total, weighted=False),
    "count": Aggregate("count(condition)", count, weighted=False, unit="所"),
    "share_of": Aggregate("share_of(condition, weight=w)", share_of, unit="%"),
    "least": Aggregate("least(x)", least, weighted=False),
    "most": Aggregate("most(x)", most, weighted=False),
}


def aggregate(call: Call, table: Rows) -> Fraction:
    """Return what a function over rows comes to, or raise `NoNumber`."""
    function = AGGREGATES[call.function]
    if not table.rows:
        raise NoNumber(Missing((), because=_("没有可以计算的学校")))
    values = over_rows(call.arguments[0], table.rows)
    return function.work(values, _weights(call, function, table))


def _weights(call: Call, function: Aggregate, table: Rows) -> list[Fraction]:
    if not function.weighted or (call.function == "share_of" and len(call.arguments) == 1):
        return [Fraction(1)] * len(table.rows)
    chosen = call.arguments[1] if len(call.arguments) > 1 else Name(table.weight)
    return over_rows(chosen, table.rows)


def over_rows(node: Node, rows: Iterable[Row]) -> list[Fraction]:
    """Return what a tree comes to for every school; all that is missing is named at once."""
    found, lacking = [], []
    for row in rows:
        try:
            found.append(reckon(node, row))
        except NoNumber as none:
            lacking.append(none.missing)
    if lacking:
        fields = tuple(dict.fromkeys(name for missing in lacking for name in missing.fields))
        because = "；".join(dict.fromkeys(missing.because for missing in lacking if missing.because))
        raise NoNumber(Missing(fields, (), because))
    return found

"""Functions over the rows of a school table: `cv(rooms / pupils, weight=pupils)`.

Their arguments are reckoned once for every school, exactly. A square root is taken to 40 places, or exactly where the
number is a square: a limit typed by people is never hit or missed by a binary fraction.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor, isqrt
from operator import eq, ge, gt, le, lt, ne
from typing import Final, Protocol

from evalcli.formula.tree import Binary, Call, Comparison, Logic, Name, Node, Number, Unary
from evalcli.language import _
from evalcli.model.facts import Missing
from evalcli.model.frozen import dataclass
from evalcli.model.numbers import rounded

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

    def label(self, column: str, member: str, /) -> str:
        """Return what a column is called, for what is missing."""


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

    @property
    def about(self) -> str:
        """Return the manual of the function."""
        return self.work.__doc__ or ""


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
            return _SUMS[node.sign](reckon(node.left, row), reckon(node.right, row), row)
        case Call():
            return _called(node, row)
    return Fraction(_holds(node, row))


def _holds(node: Comparison | Logic, row: Row) -> bool:
    values = [reckon(operand, row) for operand in node.operands]
    if isinstance(node, Comparison):
        return all(_SIGNS[sign](a, b) for sign, (a, b) in zip(node.signs, pairwise(values), strict=True))
    return all(values) if node.sign == "and" else any(values)


def _of_column(node: Name, row: Row) -> Fraction:
    found = row.number(node.field, node.member)
    if found is None:
        raise NoNumber(
            Missing((_("{school}：{column}").format(school=row.name, column=row.label(node.field, node.member)),))
        )
    return found


def _divided(left: Fraction, right: Fraction, row: Row) -> Fraction:
    if right == 0:
        raise NoNumber(Missing((), because=_("{school}的分母为零").format(school=row.name)))
    return left / right


def _called(node: Call, row: Row) -> Fraction:
    if node.function == "choose":
        condition, first, second = node.arguments
        # The one that does not count need not be there.
        return reckon(first if reckon(condition, row) else second, row)
    values = [reckon(argument, row) for argument in node.arguments]
    if node.function == "share":
        part, whole = values
        return 100 * _divided(part, whole, row)
    if node.function not in _PLAIN:
        raise NoNumber(Missing((), because=_("函数 {name} 不能逐校计算").format(name=node.function)))
    return Fraction(_PLAIN[node.function](*values))


def _rounded(number: Fraction, places: Fraction = Fraction(0)) -> Fraction:
    return Fraction(rounded(number, int(places)))


def _banded(size: Fraction, *rest: Fraction) -> Fraction:
    """Return the value of the first band whose upper end is not exceeded, or the last value."""
    fitting = (value for upper, value in zip(rest[:-1:2], rest[1::2], strict=True) if size <= upper)
    return next(fitting, rest[-1])


_SUMS: Final[dict[str, Callable[[Fraction, Fraction, Row], Fraction]]] = {
    "+": lambda left, right, _row: left + right,
    "-": lambda left, right, _row: left - right,
    "*": lambda left, right, _row: left * right,
    "/": _divided,
}
_PLAIN: Final[dict[str, Callable[..., Fraction | int]]] = {
    "abs": abs, "min": min, "max": max, "round": _rounded, "ceil": ceil, "floor": floor,
    "bands": _banded,
}  # fmt: skip


def root(number: Fraction) -> Fraction:
    """Return the square root: exact where the number is a square, else to 40 places."""
    top, bottom = isqrt(number.numerator), isqrt(number.denominator)
    if top * top == number.numerator and bottom * bottom == number.denominator:
        return Fraction(top, bottom)
    with localcontext() as context:
        context.prec = _PLACES + 20
        return Fraction((Decimal(number.numerator) / Decimal(number.denominator)).sqrt())


def mean(values: list[Fraction], weights: list[Fraction]) -> Fraction:
    """`mean(x, weight=w)` 各校的平均，不写weight时按学生数加权；weight=1是每校同等。The mean over schools.

    mean(rooms / pupils)           | 0.13间/人
    mean(rooms / pupils, weight=1) | 0.1333间/人
    """
    whole = sum(weights, Fraction(0))
    if whole == 0:
        raise NoNumber(Missing((), because=_("没有可以计算的学校")))
    return sum((value * weight for value, weight in zip(values, weights, strict=True)), Fraction(0)) / whole


def cv(values: list[Fraction], weights: list[Fraction]) -> Fraction:
    """`cv(x, weight=w)` 差异系数：总体标准差÷平均值，不写weight时按学生数加权。The coefficient of variation.

    cv(rooms / pupils)           | 0.3525
    cv(rooms / pupils, weight=1) | 0.3536
    cv(rooms * 0)                | 平均值为零，差异系数无从计算

    CV = S ÷ X̄, X̄ = Σ(Pᵢ Xᵢ) ÷ ΣPᵢ, S² = Σ Pᵢ (Xᵢ − X̄)² ÷ ΣPᵢ (教督〔2017〕6号 工作规程). A mean of 0 has no CV.
    """
    middle = mean(values, weights)
    if middle == 0:
        raise NoNumber(Missing((), because=_("平均值为零，差异系数无从计算")))
    return root(mean([(value - middle) ** 2 for value in values], weights)) / abs(middle)


def total(values: list[Fraction], _weights: list[Fraction]) -> Fraction:
    """`total(x)` 各校之和。The sum over schools.

    total(pupils)                | 100人
    total(rooms) / total(pupils) | 0.13间/人
    """
    return sum(values, Fraction(0))


def count(values: list[Fraction], _weights: list[Fraction]) -> Fraction:
    """`count(condition)` 符合条件的学校数。How many schools meet the condition.

    count(pupils < 50)  | 2所
    count(pupils > 100) | 0所
    """
    return Fraction(sum(value != 0 for value in values))


def share_of(values: list[Fraction], weights: list[Fraction]) -> Fraction:
    """`share_of(condition, weight=w)` 符合条件的学校占百分之几；写weight=pupils是学生占百分之几。The share of schools, in %.

    share_of(pupils < 50)                | 66.6667%
    share_of(pupils < 50, weight=pupils) | 40%
    """
    return 100 * mean([Fraction(value != 0) for value in values], weights)


def least(values: list[Fraction], _weights: list[Fraction]) -> Fraction:
    """`least(x)` 各校中最小的。The smallest of any school.

    least(pupils)         | 10人
    least(rooms / pupils) | 0.1间/人
    """
    return min(values)


def most(values: list[Fraction], _weights: list[Fraction]) -> Fraction:
    """`most(x)` 各校中最大的。The largest of any school.

    most(pupils)                       | 60人
    most(choose(rooms > 1, pupils, 0)) | 60
    """
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

"""A formula over a school table → polars expressions that reckon it for every school at once.

A number is kept as one whole number over another: decimals as typed are whole numbers of tenths or hundredths, and a
joint school's share is a quotient of pupils. Binary fractions hold whole numbers below 2**53 exactly, so that a
comparison of two such quotients, multiplied out, is as exact as one of fractions. Where numbers grow beyond `EXACT`, or a
cell had more places than are kept, what comes too close to call is a doubt: that county is reckoned in fractions.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import reduce
from itertools import pairwise
from math import lcm
from typing import Final

import polars as pl

from evalcli.formula import tree
from evalcli.formula.parse import parse
from evalcli.formula.tree import Binary, Call, Comparison, Logic, Name, Node, Unary
from evalcli.model.frozen import dataclass, replace
from evalcli.model.numbers import Number
from evalcli.model.pack import ALL_STAGES, LeaveOut, TableSpec

# Whole numbers below this are exact in every step: a rounding error begins at 2**53.
EXACT: Final = 2.0**50
# Closer than this, relative to their size, two numbers that were rounded cannot be told apart.
_CLOSE: Final = 2.0**-40
Spot = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of numbers: how many decimal places its whole numbers hold, the largest of them, and whether all do."""

    places: int
    most: float
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Ratio:
    """A number of every row: `top` ÷ (`whole` × `bottom`), the denominator above zero, no number where it is not there.

    `size` is `top` with every minus made a plus, `most` and `deep` are bounds of it and of the denominator; `factors`
    name what the bottom is made of. `doubts` are true in rows where a comparison was too close to call.
    """

    top: pl.Expr
    size: pl.Expr
    most: float
    whole: int = 1
    bottom: pl.Expr | None = None
    factors: tuple[object, ...] = ()
    deep: float = 1.0
    exact: bool = True
    signed: bool = False
    truth: bool = False
    doubts: tuple[pl.Expr, ...] = ()

    @property
    def value(self) -> pl.Expr:
        """Return the number itself, correct to a few units in its last binary place."""
        return self.top / self.under

    @property
    def under(self) -> pl.Expr:
        """Return the whole denominator."""
        return pl.lit(float(self.whole)) if self.bottom is None else _times(self.bottom, self.whole)

    @property
    def unsure(self) -> tuple[pl.Expr, ...]:
        """Return where the number itself may be far from right: below zero, or a small difference of what was rounded."""
        if not self.signed:
            return self.doubts
        small = self.size > 4 * self.top.abs()
        if self.exact:
            return (*self.doubts, self.top < 0, small & (self.size >= EXACT))
        return (*self.doubts, self.top < 0, small)


@dataclass(frozen=True, slots=True)
class StageColumns:
    """The columns of a table as the schools of one stage see them."""

    spec: TableSpec
    stage: str
    columns: Mapping[Spot, Column]

    def number(self, column: str, member: str) -> Ratio:
        """Return a column: the stage's own, the stage's share of what joint schools share, or the school's."""
        if self.spec.columns[column].by:
            if column == self.spec.weight and self.stage == member == ALL_STAGES:
                return self._in_all(column)
            wanted = member or self.stage
            return self._of_kinds(column, wanted)
        whole = self._cell(column, ALL_STAGES)
        return _product(whole, self._part) if column in self.spec.shared and self._splits else whole

    @property
    def weight(self) -> Ratio:
        """Return the column that weighs schools."""
        return self.number(self.spec.weight, "")

    @property
    def belongs(self) -> pl.Expr:
        """Return which schools have the stage: by their kind, and unless they have no pupils in it."""
        if self.stage == ALL_STAGES:
            return pl.lit(value=True)
        return pl.col("kind").is_in(self.spec.stages[self.stage]) & (self.weight.top != 0).fill_null(value=True)

    @property
    def parts(self) -> tuple[pl.Expr, ...]:
        """Return the columns that `number` needs beside those of the sheet: which part of a joint school is the stage's."""
        top, bottom = pl.lit(1.0), pl.lit(1.0)
        for kind in self._splits:
            own, whole = self._weighed(kind)
            chosen = (pl.col("kind") == kind) & (whole.top != 0).fill_null(value=True)
            top = pl.when(chosen).then(_times(own.top, whole.whole)).otherwise(top)
            bottom = pl.when(chosen).then(_times(whole.top, own.whole)).otherwise(bottom)
        return (top.alias("part_top"), bottom.alias("part_bottom")) if self._splits else ()

    def out(self, rules: tuple[LeaveOut, ...]) -> tuple[pl.Expr, tuple[pl.Expr, ...]]:
        """Return the number of the rule that leaves a school out, none where it counts; and what is in doubt."""
        found: pl.Expr = pl.lit(None, dtype=pl.Int32)
        doubts: tuple[pl.Expr, ...] = ()
        for number, rule in reversed(tuple(enumerate(rules))):
            applies = pl.col("kind").is_in(rule.kinds) if rule.kinds else pl.lit(value=True)
            if rule.when:
                condition = reckon(parse(rule.when).root, self)
                doubts += condition.doubts
                applies &= (_truth(condition).top != 0).fill_null(value=False)
            found = pl.when(applies).then(pl.lit(number, dtype=pl.Int32)).otherwise(found)
        return found, doubts

    @property
    def _splits(self) -> tuple[str, ...]:
        return tuple(kind for kind, weights in self.spec.split.items() if self.stage in weights)

    @property
    def _part(self) -> Ratio:
        weighed = [self._weighed(kind) for kind in self._splits]
        most = max((own.most * whole.whole for own, whole in weighed), default=1.0)
        deep = max((whole.most * own.whole for own, whole in weighed), default=1.0)
        top, exact = pl.col("part_top"), all(own.exact and whole.exact for own, whole in weighed)
        return Ratio(top, top, most, 1, pl.col("part_bottom"), ("part",), deep, exact)

    def _weighed(self, kind: str) -> tuple[Ratio, Ratio]:
        """Return the weighted pupils of the stage and of all stages of a joint school."""
        weights = self.spec.split[kind]
        counted = {stage: _product(constant(weight), self._pupils(kind, stage)) for stage, weight in weights.items()}
        return counted[self.stage], reduce(_sum, counted.values())

    def _pupils(self, kind: str, stage: str) -> Ratio:
        return self._cell(self.spec.weight, stage) if kind in self._kinds_with(stage) else _NONE

    def _kinds_with(self, stage: str) -> tuple[str, ...]:
        if stage in self.spec.stages:
            return self.spec.stages[stage]
        return tuple(kind for kind, weights in self.spec.split.items() if stage in weights)

    def _of_kinds(self, column: str, stage: str) -> Ratio:
        """Return a stage's column: a school of a kind that cannot have the stage has 0, whatever its cell holds."""
        cell = self._cell(column, stage)
        if stage in (ALL_STAGES, self.stage):
            return cell
        top = pl.when(pl.col("kind").is_in(self._kinds_with(stage))).then(cell.top).otherwise(pl.lit(0.0))
        return replace(cell, top=top, size=top)

    def _in_all(self, column: str) -> Ratio:
        named = (*self.spec.stages, *(stage for weights in self.spec.split.values() for stage in weights))
        return reduce(_sum, [self.number(column, stage) for stage in dict.fromkeys(named)])

    def _cell(self, column: str, stage: str) -> Ratio:
        held = self.columns.get((column, stage))
        if held is None:
            return _MISSING
        low = self.spec.columns[column].low
        name = pl.col(f"{column}.{stage}")
        signed = low is None or low < 0
        size = name.abs() if signed else name
        return Ratio(name, size, held.most, 10**held.places, exact=held.exact, signed=signed)


_MISSING: Final = Ratio(pl.lit(None, dtype=pl.Float64), pl.lit(None, dtype=pl.Float64), 0.0)
_NONE: Final = Ratio(pl.lit(0.0), pl.lit(0.0), 0.0)


def reckon(node: Node, row: StageColumns) -> Ratio:
    """Return what a tree comes to for every school; a condition is 1 or 0."""
    match node:
        case tree.Number():
            return constant(node.value)
        case Name():
            return row.number(node.field, node.member)
        case Call():
            return _called(node, row)
        case Binary():
            return _SUMS[node.sign](reckon(node.left, row), reckon(node.right, row))
        case Unary():
            return _UNARY[node.sign](reckon(node.operand, row))
    return _condition(node, [reckon(operand, row) for operand in node.operands])


def _condition(node: Comparison | Logic, values: list[Ratio]) -> Ratio:
    if isinstance(node, Comparison):
        pairs = zip(node.signs, pairwise(values), strict=True)
        return _all([compared(left, sign, right) for sign, (left, right) in pairs])
    truths = [_truth(value) for value in values]
    return _all(truths) if node.sign == "and" else _any(truths)


def compared(left: Ratio, sign: str, right: Ratio) -> Ratio:
    """Return whether one number is less, more, equal …: multiplied out, so that nothing is rounded."""
    mine, its = _over(left.top, right), _over(right.top, left)
    most = left.most * right.deep * right.whole + right.most * left.deep * left.whole
    doubts = left.doubts + right.doubts
    exact = left.exact and right.exact
    if most >= EXACT or not exact:
        size = _over(left.size, right) + _over(right.size, left)
        close = (mine - its).abs() <= _CLOSE * size
        doubts += (close & (size >= EXACT) if exact else close,)
    holds = {
        "<": mine < its, "<=": mine <= its, ">": mine > its, ">=": mine >= its, "==": mine == its, "!=": mine != its,
    }[sign].cast(pl.Float64)  # fmt: skip
    return Ratio(holds, holds, 1.0, truth=True, doubts=doubts)


def _times(expression: pl.Expr, factor: int) -> pl.Expr:
    return expression if factor == 1 else expression * float(factor)


def _over(top: pl.Expr, other: Ratio) -> pl.Expr:
    """Return a top brought to the other's denominator."""
    wide = _times(top, other.whole)
    return wide if other.bottom is None else wide * other.bottom


def constant(value: Number | int) -> Ratio:
    """Return a number that is the same for every school."""
    exact = Fraction(value)
    top = pl.lit(float(exact.numerator))
    return Ratio(top, top.abs(), abs(float(exact.numerator)), exact.denominator)


def _joined(left: Ratio, right: Ratio) -> tuple[pl.Expr | None, tuple[object, ...]]:
    """Return the bottom of a product."""
    if left.bottom is None or right.bottom is None:
        return (right.bottom, right.factors) if left.bottom is None else (left.bottom, left.factors)
    return left.bottom * right.bottom, (*left.factors, *right.factors)


def _product(left: Ratio, right: Ratio) -> Ratio:
    bottom, factors = _joined(left, right)
    return Ratio(
        left.top * right.top, left.size * right.size, left.most * right.most, left.whole * right.whole, bottom, factors,
        left.deep * right.deep, left.exact and right.exact, left.signed or right.signed,
        doubts=left.doubts + right.doubts,
    )  # fmt: skip


def _negative(number: Ratio) -> Ratio:
    return replace(number, top=-number.top, signed=True)


def _sum(left: Ratio, right: Ratio) -> Ratio:
    exact, signed, doubts = left.exact and right.exact, left.signed or right.signed, left.doubts + right.doubts
    if left.factors == right.factors:
        whole = lcm(left.whole, right.whole)
        up, down = whole // left.whole, whole // right.whole
        top, size = (_times(a, up) + _times(b, down) for a, b in ((left.top, right.top), (left.size, right.size)))
        most, deep = left.most * up + right.most * down, max(left.deep, right.deep)
        return Ratio(top, size, most, whole, left.bottom, left.factors, deep, exact, signed, doubts=doubts)
    top, size = _over(left.top, right) + _over(right.top, left), _over(left.size, right) + _over(right.size, left)
    most = left.most * right.deep * right.whole + right.most * left.deep * left.whole
    bottom, factors = _joined(left, right)
    deep = left.deep * right.deep
    return Ratio(top, size, most, left.whole * right.whole, bottom, factors, deep, exact, signed, doubts=doubts)


def _difference(left: Ratio, right: Ratio) -> Ratio:
    return _sum(left, _negative(right))


def _quotient(left: Ratio, right: Ratio) -> Ratio:
    """Return a quotient; nothing divides by zero."""
    sign = right.top.sign() if right.signed else None
    below = pl.when(right.top != 0).then(right.top.abs() if right.signed else right.top)
    over = right.top.meta.serialize()
    turned = Ratio(
        pl.lit(float(right.whole)) if sign is None else sign * float(right.whole), pl.lit(float(right.whole)),
        float(right.whole), 1, below, (over,), max(right.most, 1.0), right.exact, right.signed, doubts=right.doubts,
    )  # fmt: skip
    if right.bottom is not None:
        turned = replace(
            turned, top=turned.top * right.bottom, size=turned.size * right.bottom, most=turned.most * right.deep
        )
    return _product(left, turned)


def _truth(number: Ratio) -> Ratio:
    return number if number.truth else compared(number, "!=", _NONE)


def _all(truths: list[Ratio]) -> Ratio:
    """Return whether all hold; what one of them lacks, all lack."""
    holds = reduce(lambda one, other: one * other, (truth.top for truth in truths))
    return Ratio(holds, holds, 1.0, truth=True, doubts=tuple(doubt for truth in truths for doubt in truth.doubts))


def _any(truths: list[Ratio]) -> Ratio:
    holds = (reduce(lambda one, other: one + other, (truth.top for truth in truths)) > 0).cast(pl.Float64)
    return Ratio(holds, holds, 1.0, truth=True, doubts=tuple(doubt for truth in truths for doubt in truth.doubts))


def _called(node: Call, row: StageColumns) -> Ratio:
    """Return what a function comes to; one that looks at years or members has no number for a school."""
    values = [reckon(argument, row) for argument in node.arguments]
    if node.function == "round":
        return _rounded(values[0], node.arguments[1:])
    return _FUNCTIONS[node.function](*values) if node.function in _FUNCTIONS else _MISSING


def _chosen(condition: Ratio, first: Ratio, second: Ratio) -> Ratio:
    """Return one of two; the one that does not count need not be there."""

    def pick(one: pl.Expr, other: pl.Expr) -> pl.Expr:
        return pl.when(condition.top.is_null()).then(None).when(condition.top != 0).then(one).otherwise(other)

    under = pick(first.under, second.under)
    return Ratio(
        pick(first.top, second.top), pick(first.size, second.size), max(first.most, second.most), 1, under,
        (under.meta.serialize(),), max(first.deep * first.whole, second.deep * second.whole),
        first.exact and second.exact, first.signed or second.signed,
        doubts=condition.doubts + first.doubts + second.doubts,
    )  # fmt: skip


def _floor(number: Ratio) -> Ratio:
    """Return the whole number below: a quotient of whole numbers below `EXACT` never rounds up to the next one."""
    value = number.value
    whole = value.floor()
    doubts = number.doubts
    if number.most >= EXACT or not number.exact:
        doubts += ((value - value.round()).abs() <= _CLOSE * (number.size / number.under + 1),)
    return Ratio(whole, whole.abs(), number.most, exact=number.exact, signed=True, doubts=doubts)


def _rounded(number: Ratio, places: tuple[Node, ...]) -> Ratio:
    """Return a number half up, away from zero, at so many places."""
    tens = 10 ** int(sum(node.value for node in places if isinstance(node, tree.Number)))
    size = replace(number, top=number.top.abs())
    whole = _floor(_sum(_product(size, constant(tens)), constant(Fraction(1, 2))))
    return replace(whole, top=whole.top * number.top.sign(), whole=tens, doubts=whole.doubts)


_SUMS: Final = {"+": _sum, "-": _difference, "*": _product, "/": _quotient}
_UNARY: Final[dict[str, Callable[[Ratio], Ratio]]] = {
    "-": _negative,
    "not": lambda number: compared(number, "==", _NONE),
}
_FUNCTIONS: Final[dict[str, Callable[..., Ratio]]] = {
    "choose": lambda condition, first, second: _chosen(_truth(condition), first, second),
    "share": lambda part, whole: _product(constant(100), _quotient(part, whole)),
    "abs": lambda number: replace(number, top=number.top.abs()),
    "min": lambda *numbers: reduce(lambda one, other: _chosen(compared(one, "<=", other), one, other), numbers),
    "max": lambda *numbers: reduce(lambda one, other: _chosen(compared(one, ">=", other), one, other), numbers),
    "ceil": lambda number: _negative(_floor(_negative(number))),
    "floor": _floor,
}

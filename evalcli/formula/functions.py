"""The catalogue of functions; each docstring is the manual of its function, and its examples are run as tests.

In the examples x is 110元 this year and 100元 last year, n has 小学 3人 and 初中 4人, and a share of 8% is written 8.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import reduce
from math import ceil, floor
from typing import Final

from evalcli.formula.fault import FormulaFault
from evalcli.formula.terms import Lookup, Term, exact_places, merged, term_of, united
from evalcli.formula.tree import Binary, Call, Node, Number, Span, names_in
from evalcli.formula.units import same
from evalcli.language import _
from evalcli.model.facts import Missing, Quantity
from evalcli.model.frozen import dataclass
from evalcli.model.numbers import rounded

HUNDRED: Final = Number(Fraction(100), "100")
_SHARE_PLACES: Final = 1
_GROWTH_PLACES: Final = 2

Work = Callable[[Call, tuple[Term, ...], Lookup], Term | Missing]


@dataclass(frozen=True, slots=True)
class Function:
    """One function: how it is written, how many arguments it takes, and whether it takes a field and nothing else."""

    usage: str
    work: Work
    least: int = 1
    most: int | None = 1
    of_field: bool = False
    # The first argument says which of the other two counts; the one that does not may be missing.
    chooses: bool = False

    @property
    def about(self) -> str:
        """Return the manual of the function."""
        return self.work.__doc__ or ""


def zero_denominator() -> Missing:
    """Return what a division by zero comes to: nothing that can be said."""
    return Missing((), because=_("分母为零"))


def common_unit(terms: tuple[Term, ...], span: Span) -> str:
    """Return the unit that all terms share; typed numbers take the unit of the others."""
    units = [term.unit for term in terms if not term.bare]
    for unit in units:
        if not same(units[0], unit):
            message = _("单位不同，不能相加减或比较：“{left}”和“{right}”")
            raise FormulaFault(message.format(left=units[0], right=unit), *span)
    return units[0] if units else ""


def share(call: Call, terms: tuple[Term, ...], _lookup: Lookup) -> Term | Missing:
    """`share(a, b)` a占b的百分比，即a÷b×100。The share of a in b, in %; both have one unit.

    share(133, 140) | 95%
    share(1, 3)     | 33.3333%
    share(1, 0)     | 分母为零
    """
    part, whole = terms
    common_unit(terms, call.span)
    if whole.number == 0:
        return zero_denominator()
    how = Binary("*", Binary("/", part.how, whole.how), HUNDRED)
    return Term(part.number / whole.number * 100, "%", _SHARE_PLACES, how, united(part, whole))


def growth(call: Call, _terms: tuple[Term, ...], lookup: Lookup) -> Term | Missing:
    """`growth(x)` 比上年增长的百分比，两年都有时按两年计算，否则用填报的增幅。The growth of x over last year, in %.

    growth(x) | 10%
    """
    this = _looked_up(call, lookup, "this")
    last = _looked_up(call, lookup, "last")
    if isinstance(this, Quantity) and isinstance(last, Quantity) and last.number != 0:
        now, before = term_of(this), term_of(last)
        number = (now.number - before.number) / abs(before.number) * 100
        how = Binary("*", Binary("/", Binary("-", now.how, before.how), _size(before)), HUNDRED)
        return Term(number, "%", _GROWTH_PLACES, how, united(now, before))
    stated = _looked_up(call, lookup, "growth")
    if isinstance(stated, Quantity):
        return term_of(stated)
    lacking = tuple(one for one in (this, last) if isinstance(one, Missing))
    return merged(lacking) if lacking else zero_denominator()


def last(call: Call, _terms: tuple[Term, ...], lookup: Lookup) -> Term | Missing:
    """`last(x)` 上年的值。The figure of the year before.

    last(x)     | 100元
    x - last(x) | 10元
    """
    found = _looked_up(call, lookup, "last")
    return found if isinstance(found, Missing) else term_of(found)


def total(call: Call, _terms: tuple[Term, ...], lookup: Lookup) -> Term | Missing:
    """`sum(x)` 各分项之和；不分项的就是它自己。The sum of all members of x.

    sum(n) | 7人
    sum(x) | 110元
    """
    field, given = _named(call)
    wanted = (given,) if given else (lookup.members(field) or ("",))
    found = [lookup.look_up(field, member, "this") for member in wanted]
    lacking = tuple(one for one in found if isinstance(one, Missing))
    if lacking:
        return merged(lacking)
    terms = tuple(term_of(one) for one in found if isinstance(one, Quantity))
    how: Node = reduce(lambda left, right: Binary("+", left, right), (term.how for term in terms))
    number = sum((term.number for term in terms), Fraction(0))
    return Term(number, common_unit(terms, call.span), max(term.decimals for term in terms), how, united(*terms))


def size(call: Call, terms: tuple[Term, ...], _lookup: Lookup) -> Term:
    """`abs(a)` 绝对值。The number without its sign.

    abs(2 - 5)     | 3
    abs(last(x) - x) | 10元
    """
    (term,) = terms
    how = Call("abs", (term.how,), call.span)
    return Term(abs(term.number), term.unit, term.decimals, how, term.steps, term.bare)


def smallest(call: Call, terms: tuple[Term, ...], _lookup: Lookup) -> Term:
    """`min(a, b, …)` 几个数中最小的，单位要相同。The smallest of several figures of one unit.

    min(3, 2, 5) | 2
    min(x, 200)  | 110元
    """
    return _picked(call, terms, min(term.number for term in terms))


def largest(call: Call, terms: tuple[Term, ...], _lookup: Lookup) -> Term:
    """`max(a, b, …)` 几个数中最大的，单位要相同。The largest of several figures of one unit.

    max(3, 2, 5)  | 5
    max(0, 5 - 8) | 0
    """
    return _picked(call, terms, max(term.number for term in terms))


def rounding(call: Call, terms: tuple[Term, ...], _lookup: Lookup) -> Term:
    """`round(a, n)` 四舍五入到n位小数，不写n时到整数。The number with n decimal places, half up.

    round(2.345, 2) | 2.35
    round(2.5)      | 3
    round(-2.5)     | -3
    """
    term = terms[0]
    places = int(terms[1].number) if len(terms) > 1 else 0
    how = Call("round", tuple(each.how for each in terms), call.span)
    number = Fraction(rounded(term.number, places))
    return Term(number, term.unit, places, how, term.steps, term.bare)


def rounding_up(call: Call, terms: tuple[Term, ...], _lookup: Lookup) -> Term:
    """`ceil(a)` 向上取整，单位不变。The next whole number, such as the rooms that 12 classes apiece need.

    ceil(25 / 12) | 3
    ceil(24 / 12) | 2
    ceil(-2.5)    | -2
    """
    return _whole(call, terms[0], ceil(terms[0].number))


def rounding_down(call: Call, terms: tuple[Term, ...], _lookup: Lookup) -> Term:
    """`floor(a)` 向下取整，单位不变。The whole number below, such as the full tens of an increase.

    floor(35 / 10) | 3
    floor(-2.5)    | -3
    """
    return _whole(call, terms[0], floor(terms[0].number))


def choose(call: Call, terms: tuple[Term, ...], _lookup: Lookup) -> Term:
    """`choose(condition, a, b)` 条件成立时取a，否则取b；a和b的单位要相同，没有取到的一个可以缺数据。One of two figures.

    choose(8 > 5, (80 - 1000 * 0.05) * 0.2, 0) | 6
    choose(5 > 5, (50 - 1000 * 0.05) * 0.2, 0) | 0
    choose(x > last(x), x, last(x))            | 110元
    choose(1 > 2, 1 / 0, 7)                    | 7
    """
    condition, picked, *other = terms
    unit = common_unit((picked, *other), call.span)
    left = tuple(term.how for term in other) or (call.arguments[2 if condition.number else 1],)
    sides = (picked.how, *left) if condition.number else (*left, picked.how)
    how = Call(call.function, (condition.how, *sides), call.span)
    bare = all(term.bare for term in (picked, *other))
    return Term(picked.number, unit, picked.decimals, how, united(condition, picked), bare)


def banded(call: Call, terms: tuple[Term, ...], _lookup: Lookup) -> Term:
    """`bands(a, 上限, 取值, …, 其余)` 按a落在哪一档取值：上限从小到大写，含本数；都超过的取最后一个。What the band of a gives.

    bands(20, 20, 4, 50, 3, 1)  | 4
    bands(21, 20, 4, 50, 3, 1)  | 3
    bands(51, 20, 4, 50, 3, 1)  | 1
    bands(21, 20, 80, 21 * 3)   | 63
    bands(x, 99, 0, x)          | 110元
    """
    size, *rest = terms
    uppers, values = rest[:-1:2], (*rest[1::2], rest[-1])
    unit = common_unit(values, call.span)
    for upper in uppers:
        common_unit((size, upper), call.span)
    picked = values[sum(size.number > upper.number for upper in uppers)]
    how = Call(call.function, tuple(term.how for term in terms), call.span)
    bare = all(term.bare for term in values)
    return Term(picked.number, unit, picked.decimals, how, united(size, picked), bare)


FUNCTIONS: Final[dict[str, Function]] = {
    "share": Function("share(a, b)", share, least=2, most=2),
    "growth": Function("growth(x)", growth, of_field=True),
    "last": Function("last(x)", last, of_field=True),
    "sum": Function("sum(x)", total, of_field=True),
    "abs": Function("abs(a)", size),
    "min": Function("min(a, b)", smallest, least=2, most=None),
    "max": Function("max(a, b)", largest, least=2, most=None),
    "round": Function("round(a, n)", rounding, least=1, most=2),
    "ceil": Function("ceil(a)", rounding_up),
    "floor": Function("floor(a)", rounding_down),
    "choose": Function("choose(condition, a, b)", choose, least=3, most=3, chooses=True),
    "bands": Function("bands(a, upper, x, …, rest)", banded, least=4, most=None),
}


def _named(call: Call) -> tuple[str, str]:
    """Return the field and member that the function is asked about: the parser lets exactly one through."""
    (name,) = names_in(call)
    return name


def _looked_up(call: Call, lookup: Lookup, when: str) -> Quantity | Missing:
    return lookup.look_up(*_named(call), when)


def _size(term: Term) -> Node:
    return term.how if term.number >= 0 else Call("abs", (term.how,))


def _whole(call: Call, term: Term, number: int) -> Term:
    how = Call(call.function, (term.how,), call.span)
    return Term(Fraction(number), term.unit, 0, how, term.steps, term.bare)


def _picked(call: Call, terms: tuple[Term, ...], number: Fraction) -> Term:
    unit = common_unit(terms, call.span)
    how = Call(call.function, tuple(term.how for term in terms), call.span)
    places = max(exact_places(number, 2), *(term.decimals for term in terms if term.number == number))
    return Term(number, unit, places, how, united(*terms), all(term.bare for term in terms))

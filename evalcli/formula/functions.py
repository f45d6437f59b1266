"""The catalogue of functions; each docstring is the manual of its function."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import Final

from evalcli.formula.fault import FormulaFault
from evalcli.formula.terms import Lookup, Term, exact_places, merged, term_of, united
from evalcli.formula.tree import Binary, Call, Node, Number, Span, names_in
from evalcli.formula.units import same
from evalcli.language import _
from evalcli.model.facts import Missing, Quantity
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
    """`share(a, b)` is a ÷ b × 100, in %: the share of a in b."""
    part, whole = terms
    common_unit(terms, call.span)
    if whole.number == 0:
        return zero_denominator()
    how = Binary("*", Binary("/", part.how, whole.how), HUNDRED)
    return Term(part.number / whole.number * 100, "%", _SHARE_PLACES, how, united(part, whole))


def growth(call: Call, _terms: tuple[Term, ...], lookup: Lookup) -> Term | Missing:
    """`growth(x)` is how much x grew over last year, in %: reckoned where both years are known, else as stated."""
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
    """`last(x)` is the figure of the year before."""
    found = _looked_up(call, lookup, "last")
    return found if isinstance(found, Missing) else term_of(found)


def total(call: Call, _terms: tuple[Term, ...], lookup: Lookup) -> Term | Missing:
    """`sum(x)` adds all members of x that the county has; without a dimension it is x itself."""
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
    """`abs(a)` is a without its sign."""
    (term,) = terms
    how = Call("abs", (term.how,), call.span)
    return Term(abs(term.number), term.unit, term.decimals, how, term.steps, term.bare)


def smallest(call: Call, terms: tuple[Term, ...], _lookup: Lookup) -> Term:
    """`min(a, b, …)` is the smallest of several figures of one unit."""
    return _picked(call, terms, min(term.number for term in terms))


def largest(call: Call, terms: tuple[Term, ...], _lookup: Lookup) -> Term:
    """`max(a, b, …)` is the largest of several figures of one unit."""
    return _picked(call, terms, max(term.number for term in terms))


def rounding(call: Call, terms: tuple[Term, ...], _lookup: Lookup) -> Term:
    """`round(a, n)` is a with n decimal places (none without n), half up."""
    term = terms[0]
    places = int(terms[1].number) if len(terms) > 1 else 0
    how = Call("round", tuple(each.how for each in terms), call.span)
    number = Fraction(rounded(term.number, places))
    return Term(number, term.unit, places, how, term.steps, term.bare)


FUNCTIONS: Final[dict[str, Function]] = {
    "share": Function("share(a, b)", share, least=2, most=2),
    "growth": Function("growth(x)", growth, of_field=True),
    "last": Function("last(x)", last, of_field=True),
    "sum": Function("sum(x)", total, of_field=True),
    "abs": Function("abs(a)", size),
    "min": Function("min(a, b)", smallest, least=2, most=None),
    "max": Function("max(a, b)", largest, least=2, most=None),
    "round": Function("round(a, n)", rounding, least=1, most=2),
}


def _named(call: Call) -> tuple[str, str]:
    """Return the field and member that the function is asked about: the parser lets exactly one through."""
    (name,) = names_in(call)
    return name


def _looked_up(call: Call, lookup: Lookup, when: str) -> Quantity | Missing:
    return lookup.look_up(*_named(call), when)


def _size(term: Term) -> Node:
    return term.how if term.number >= 0 else Call("abs", (term.how,))


def _picked(call: Call, terms: tuple[Term, ...], number: Fraction) -> Term:
    unit = common_unit(terms, call.span)
    how = Call(call.function, tuple(term.how for term in terms), call.span)
    places = max(exact_places(number, 2), *(term.decimals for term in terms if term.number == number))
    return Term(number, unit, places, how, united(*terms), all(term.bare for term in terms))

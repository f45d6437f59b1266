"""Tree + figures → a number with its trace, or who owes what is missing."""

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from operator import eq, ge, gt, le, lt, ne
from typing import Final

from evalcli.formula.aggregates import AGGREGATES, NoNumber, aggregate
from evalcli.formula.fault import FormulaFault
from evalcli.formula.functions import FUNCTIONS, common_unit, zero_denominator
from evalcli.formula.parse import Formula
from evalcli.formula.printing import on_paper, written
from evalcli.formula.terms import Lookup, Term, exact_places, merged, term_of, united
from evalcli.formula.tree import Binary, Call, Comparison, Logic, Name, Node, Number, Unary
from evalcli.language import _
from evalcli.model.facts import Missing, Quantity
from evalcli.model.frozen import replace
from evalcli.model.numbers import plain
from evalcli.model.trace import Step
from evalcli.model.units import over, same, times

__all__ = ["FormulaFault", "Lookup", "evaluate"]

_TRACE_PLACES: Final = 4
_QUOTIENT_PLACES: Final = 2
_CV_PLACES: Final = 3
# What these come to is in % whatever they are given, also where it cannot be reckoned.
_SHARES: Final = ("share", "growth")
_COMPARISONS: Final[dict[str, Callable[[Fraction, Fraction], bool]]] = {
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
    "==": eq,
    "!=": ne,
}


def evaluate(formula: Formula, lookup: Lookup) -> Quantity | Missing:
    """Return what a formula comes to, exactly; a condition is 1 or 0."""
    if isinstance(formula.root, Name):
        return lookup.look_up(formula.root.field, formula.root.member, "this")
    term = _term(formula.root, lookup)
    if isinstance(term, Missing):
        return replace(term, unit="%") if isinstance(formula.root, Call) and formula.root.function in _SHARES else term
    return Quantity(term.number, term.unit, term.decimals, _step(formula, term))


def _step(formula: Formula, term: Term) -> Step:
    how = "" if isinstance(formula.root, Number) else on_paper(term.how)
    return Step(formula.text, _shown(formula.root, term), how, parts=term.steps)


def _shown(root: Node, term: Term) -> str:
    if _is_condition(root):
        return _("成立") if term.number else _("不成立")
    unit = ":1" if term.unit == "比" else term.unit
    return f"{plain(term.number, max(term.decimals, _TRACE_PLACES))}{unit}"


def _is_condition(root: Node) -> bool:
    return isinstance(root, Comparison | Logic) or (isinstance(root, Unary) and root.sign == "not")


def _term(node: Node, lookup: Lookup) -> Term | Missing:
    match node:
        case Number():
            return Term(node.value, "", exact_places(node.value, _QUOTIENT_PLACES), node, bare=True)
        case Name():
            found = lookup.look_up(node.field, node.member, "this")
            return found if isinstance(found, Missing) else term_of(found)
        case Call():
            return _called(node, lookup)
        case Unary():
            return _over_terms(node, (node.operand,), lookup)
        case Binary():
            return _over_terms(node, (node.left, node.right), lookup)
    return _over_terms(node, node.operands, lookup)


def _over_schools(node: Call, lookup: Lookup) -> Term | Missing:
    schools = lookup.schools()
    if schools is None:
        message = _("函数 {name} 要在写明 table 的评估要点里用").format(name=node.function)
        raise FormulaFault(message, *node.span)
    if isinstance(schools, Missing):
        return schools
    try:
        number = aggregate(node, schools)
    except NoNumber as none:
        return none.missing
    fixed_unit = AGGREGATES[node.function].unit
    unit = schools.unit(node.arguments[0]) if fixed_unit is None else fixed_unit
    shown = f"{plain(number, _TRACE_PLACES)}{unit}"
    how = _("{count}所学校").format(count=len(schools.rows))
    step = Step(written(node), shown, how)
    return Term(number, unit, exact_places(number, _CV_PLACES), Number(number, plain(number, _TRACE_PLACES)), (step,))


def _called(node: Call, lookup: Lookup) -> Term | Missing:
    if node.function in AGGREGATES:
        return _over_schools(node, lookup)
    function = FUNCTIONS[node.function]
    if function.of_field:
        return function.work(node, (), lookup)
    terms = _picked(node, lookup) if function.chooses else _terms(node.arguments, lookup)
    return terms if isinstance(terms, Missing) else function.work(node, terms, lookup)


def _picked(node: Call, lookup: Lookup) -> tuple[Term, ...] | Missing:
    """Return the condition, what it picks, and the other where that is known: only its unit matters then."""
    condition, *sides = (_term(part, lookup) for part in node.arguments)
    if isinstance(condition, Missing):
        return condition
    picked, other = sides if condition.number else reversed(sides)
    if isinstance(picked, Missing):
        return picked
    return (condition, picked) if isinstance(other, Missing) else (condition, picked, other)


def _terms(nodes: tuple[Node, ...], lookup: Lookup) -> tuple[Term, ...] | Missing:
    found = [_term(node, lookup) for node in nodes]
    lacking = tuple(one for one in found if isinstance(one, Missing))
    return merged(lacking) if lacking else tuple(one for one in found if isinstance(one, Term))


def _over_terms(node: Unary | Binary | Comparison | Logic, nodes: tuple[Node, ...], lookup: Lookup) -> Term | Missing:
    terms = _terms(nodes, lookup)
    if isinstance(terms, Missing):
        return terms
    match node:
        case Unary():
            return _signed(node, terms[0])
        case Binary():
            return _reckoned(node, *terms)
        case Comparison():
            return _compared(node, terms)
    truths = [term.number != 0 for term in terms]
    how = Logic(node.sign, tuple(term.how for term in terms))
    return _truth(all(truths) if node.sign == "and" else any(truths), how, terms)


def _signed(node: Unary, term: Term) -> Term:
    how = Unary(node.sign, term.how)
    if node.sign == "not":
        return _truth(term.number == 0, how, (term,))
    return Term(-term.number, term.unit, term.decimals, how, term.steps, term.bare)


def _truth(holds: bool, how: Node, terms: tuple[Term, ...]) -> Term:
    return Term(Fraction(holds), "", 0, how, united(*terms))


def _compared(node: Comparison, terms: tuple[Term, ...]) -> Term:
    pairs = list(pairwise(terms))
    for left, right in pairs:
        # A plain number compares with anything: a counted quotient with a share, 0 with money.
        if "" not in (left.unit, right.unit) and not same(left.unit, right.unit):
            common_unit((left, right), node.span)
    holds = all(_COMPARISONS[sign](a.number, b.number) for sign, (a, b) in zip(node.signs, pairs, strict=True))
    return _truth(holds, Comparison(node.signs, tuple(term.how for term in terms)), terms)


def _reckoned(node: Binary, left: Term, right: Term) -> Term | Missing:
    how = Binary(node.sign, left.how, right.how)
    steps, bare = united(left, right), left.bare and right.bare
    if node.sign in "+-":
        number = left.number + right.number if node.sign == "+" else left.number - right.number
        unit = common_unit((left, right), node.span)
        return Term(number, unit, max(left.decimals, right.decimals), how, steps, bare)
    if node.sign == "*":
        number, unit = left.number * right.number, times(left.unit, right.unit)
    elif right.number == 0:
        return zero_denominator()
    else:
        number, unit = left.number / right.number, over(left.unit, right.unit)
    rated = not bare and (left.bare or right.bare)
    return Term(number, unit, exact_places(number, _QUOTIENT_PLACES), how, steps, bare, rated)

"""What lies a power of ten from what a rule holds it against: an amount, money for each head, a ratio; or has its very digits."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import Any

from evalcli.check import precision
from evalcli.check.subjects import called, in_order, of_figure
from evalcli.check.years import digits
from evalcli.formula.evaluate import evaluate
from evalcli.formula.facts import CountyFacts
from evalcli.formula.parse import FormulaFault, parse
from evalcli.formula.tree import Binary, Name
from evalcli.language import _, enumerated
from evalcli.model.facts import Missing, Quantity
from evalcli.model.filled import Filled, Value
from evalcli.model.notice import Level, Notice
from evalcli.model.numbers import plain
from evalcli.model.pack import KeyPoint, Pack
from evalcli.model.printing import printed
from evalcli.rules import rule

Keys = tuple[tuple[str, str], ...]
_LEAST, _MOST = ("at_least", "more_than"), ("at_most", "less_than")
_SIGNS = (*_LEAST, *_MOST)
# Money a head, pay and ratios may miss a standard, but hardly by a factor of seven; totals and shares may.
_NEAR = Fraction(3, 10)
# Fewer digits than this are often alike by chance: 60 of 600.
_DIGITS = 3


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield a notice for every value, or pair of values, that looks slipped beside what it is held against."""
    facts, seen = CountyFacts(pack, filled), set[Keys]()
    for point in (point for indicator in pack.indicators for point in indicator.key_points):
        for value, bound, sign in _held(point):
            keys = in_order(value) + in_order(bound)
            if keys not in seen and (said := _slipped(facts, value, bound, sign)):
                seen.add(keys)
                yield _told(pack, filled, keys, said)
    for one, other in _pairs(pack):
        keys = ((one, ""), (other, ""))
        if not seen & {keys, keys[::-1]} and (factor := _alike(filled, keys)):
            seen.add(keys)
            yield _told(pack, filled, keys, _("像是差了 {factor} 倍").format(factor=factor))


def _held(point: KeyPoint) -> Iterator[tuple[str, str, str]]:
    """Yield the formulas that a rule holds against each other and that are of one order, with the side that is missed.

    A ratio or money a head that is far better than asked may be that of a small county; two amounts go together either way.
    """
    given: Mapping[str, Any] = point.parameters
    sign = next((sign for sign in _SIGNS if sign in given), "")
    bound = _ratio(str(given.get(sign, "")))
    if point.rule == "execution":
        spent, planned = given["execution"]["spent"], given["execution"]["of"]
        # What several amounts come to has no decimal point that could slip.
        if all(isinstance(parse(one).root, Name) for one in (spent, planned)):
            yield spent, planned, ""
    elif point.rule == "ratio":
        yield f"({given['ratio']['of']}) / ({given['ratio']['to']})", bound, sign
    elif point.value and bound and not point.table:
        root = parse(point.value).root
        if isinstance(root, Name) and isinstance(parse(bound).root, Name):
            yield point.value, bound, ""
        elif isinstance(root, Binary) and root.sign == "/":
            yield point.value, bound, sign


def _ratio(written: str) -> str:
    """Return a limit as a formula: 12.5:1 is 12.5 / 1, 95% is 95."""
    return written.replace("：", ":").replace(":", " / ").rstrip("%％")


def _slipped(facts: CountyFacts, value: str, bound: str, sign: str) -> str:
    """Return what to say of a value that lies a power of ten from its standard, or nothing."""
    try:
        one, other = (evaluate(parse(text), facts) for text in (value, bound))
    except FormulaFault:
        return ""
    if isinstance(one, Missing) or isinstance(other, Missing) or not _of_order(one):
        return ""
    if (sign in _LEAST and one.number > other.number) or (sign in _MOST and one.number < other.number):
        return ""
    factor = precision.slip(one.number, other.number, _NEAR)
    said = _("算得 {value}，与 {bound} 像是差了 {factor} 倍")
    return said.format(value=plain(one.number, 4), bound=plain(other.number, 4), factor=factor) if factor else ""


def _of_order(value: Quantity) -> bool:
    """Return whether a value is money or a ratio; a share or a count may well be a tenth of what is asked."""
    return "元" in value.unit or value.unit in ("", "比")


def _pairs(pack: Pack) -> Iterator[tuple[str, str]]:
    """Yield every two fields of one unit that a rule or a relation reckons with together."""
    points = (point for indicator in pack.indicators for point in indicator.key_points)
    groups = [frozenset(_names(point)) for point in points]
    groups += [parse(one.holds).names for one in pack.relations if not one.table]
    for group in dict.fromkeys(groups):
        known = sorted(name for name in group if name in pack.fields and not pack.fields[name].by)
        for one, other in combinations(known, 2):
            if pack.fields[one].unit == pack.fields[other].unit not in ("", "%", "比", "年"):
                yield one, other


def _names(point: KeyPoint) -> Iterator[str]:
    for text in (*rule(point.rule).fields(point.parameters), *([point.value] if point.value else [])):
        yield from parse(str(text)).names


def _value(filled: Filled, key: tuple[str, str]) -> Value | None:
    figure = filled.figures.get(key)
    return figure.years.get(filled.year) if figure else None


def _alike(filled: Filled, keys: Keys) -> int:
    """Return the power of ten between two values with the very same digits, else 0."""
    numbers = [value.number for key in keys if (value := _value(filled, key)) and not value.approx]
    exact = [number for number in numbers if isinstance(number, Decimal) and digits(number) >= _DIGITS]
    return precision.slip(Fraction(exact[0]), Fraction(exact[1]), Fraction(0)) if len(exact) == len(keys) else 0


def _told(pack: Pack, filled: Filled, keys: Keys, said: str) -> Notice:
    values = [(pack.fields[key[0]], key[1], value) for key in keys if (value := _value(filled, key))]
    listed = enumerated(f"{called(field, member)} {printed(value, field)}" for field, member, value in values)
    field, member, first = values[0]
    about = of_figure(field, member, *(value for _field, _member, value in values))
    return Notice("figure.slip", Level.DOUBT, f"{listed}，{said}", _("核对单位和小数点。"), first.place, about)

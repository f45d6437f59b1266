"""How exactly a typed value is known: 12.38 stands for anything that rounds to it, and so does what is reckoned from it."""

import re
from fractions import Fraction

from evalcli.model.filled import Value

Range = tuple[Fraction, Fraction]
_NUMBER = re.compile(r"[0-9０-９][0-9０-９,，]*(?:[.．]([0-9０-９]+))?")
_ONE_TO = re.compile(r"[1１] ?[:：∶比](?! ?[1１]$)")
# 约, 近, 余 and the like: nobody knows how far off, and a doubt should be worth a telephone call.
_HEDGED = Fraction(1, 20)
# By what a number is too large or too small when somebody slips: a digit, %, 千, 万.
SLIPS = (10, 100, 1000, 10000)


def operand(value: Value) -> Range:
    """Return between which numbers a value lies that others are reckoned from; whole numbers are counted, and exact."""
    return _hedged(value) if value.approx else _around(value, _half(value) if _places(value.raw) else Fraction(0))


def stated(value: Value) -> Range:
    """Return which numbers print as the value: 94% is anything from 93.5% to 94.5%."""
    return _hedged(value) if value.approx else _around(value, _half(value))


def middle(one: Range) -> Fraction:
    """Return the number in the middle."""
    return (one[0] + one[1]) / 2


def apart(one: Range, other: Range) -> bool:
    """Return whether no number lies in both."""
    return one[1] < other[0] or other[1] < one[0]


def slip(one: Fraction, other: Fraction, off: Fraction) -> int:
    """Return the power of ten by which one number is the other, give or take `off` (0.1 is a tenth), else 0."""
    if one <= 0 or other <= 0:
        return 0
    ratio, near = max(one, other) / min(one, other), 1 - off
    if ratio < SLIPS[0] * near:  # nearly all values are of the same size
        return 0
    return next((factor for factor in SLIPS if factor * near <= ratio <= factor / near), 0)


def _exact(value: Value) -> Fraction:
    return Fraction(value.number or 0)


def _places(raw: str) -> int:
    found = _NUMBER.search(raw)
    return len(found[1] or "") if found else 0


def _half(value: Value) -> Fraction:
    """Return half of the last place that was typed, in the field's unit."""
    return Fraction(1, 2 * 10 ** _places(value.raw)) * value.factor


def _around(value: Value, half: Fraction) -> Range:
    number = _exact(value)
    # 1:15 is typed with its first part exact; what is rounded is the 15.
    if number > 0 and _ONE_TO.match(value.raw.strip()):
        inverse = 1 / number
        return 1 / (inverse + half), 1 / (inverse - half)
    return number - half, number + half


def _hedged(value: Value) -> Range:
    number = _exact(value)
    off = abs(number) * _HEDGED
    return number - off, number + off

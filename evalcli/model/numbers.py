"""Exact numbers and how they are printed.

Values are held as typed (Decimal), reckoned with as fractions, and rounded once, half up, when printed.
So 1/3 of 3 is 1, and a value exactly at a standard reaches it.
"""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

Number = Decimal | Fraction | int


def rounded(number: Number, decimals: int) -> Decimal:
    """Return `number` with `decimals` places, half up (away from zero)."""
    exact = Fraction(number)
    scaled = abs(exact) * 10**decimals
    whole = int(scaled + Fraction(1, 2))
    with localcontext() as context:
        context.prec = max(28, len(str(whole)) + 1)
        value = Decimal(whole).scaleb(-decimals)
        return -value if exact < 0 and whole else value


def plain(number: Number, most: int = 6) -> str:
    """Return `number` without needless zeros: 12.5, 95, 0.05; at most `most` places."""
    text = f"{rounded(number, most):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def fixed(number: Number, decimals: int) -> str:
    """Return `number` with exactly `decimals` places."""
    return f"{rounded(number, decimals).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):f}"


def telling(number: Number, decimals: int, against: Number) -> str:
    """Return `number` with as many places as show on which side of `against` it lies.

    0.5004 against 0.5 prints 0.5004 even where three places are usual.
    """
    exact, limit = Fraction(number), Fraction(against)
    places = decimals
    while exact != limit and places < 12 and rounded(exact, places) == rounded(limit, places):
        places += 1
    return fixed(exact, places) if places > decimals else plain(exact, decimals)

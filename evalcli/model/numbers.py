"""Exact numbers and how they are printed.

Values are held as typed (Decimal), reckoned with as fractions, and rounded once, half up, when printed.
So 1/3 of 3 is 1, and a value exactly at a standard reaches it.
"""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

Number = Decimal | Fraction | int
# Nobody reads further; a number that is closer to its limit than this prints as the limit.
_MOST_PLACES = 12


def number_of(text: str) -> Decimal | None:
    """Return the number that a text is as it was printed, or None."""
    try:
        found = Decimal(text)
    except ArithmeticError:
        return None
    return found if found.is_finite() else None


def exact(number: Number) -> Fraction:
    """Return the fraction that a number is; the same few points and limits are asked for over and over."""
    return number if isinstance(number, Fraction) else _exact(number)


@lru_cache(maxsize=4096)
def _exact(number: Decimal | int) -> Fraction:
    return Fraction(number)


def rounded(number: Number, decimals: int) -> Decimal:
    """Return `number` with `decimals` places, half up (away from zero)."""
    top, bottom = number.as_integer_ratio()
    whole = (2 * abs(top) * 10**decimals + bottom) // (2 * bottom)
    sign = "-" if top < 0 and whole else ""
    return Decimal(f"{sign}{whole}E-{decimals}")


def plain(number: Number, most: int = 6) -> str:
    """Return `number` without needless zeros: 12.5, 95, 0.05; at most `most` places."""
    text = f"{rounded(number, most):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def fixed(number: Number, decimals: int) -> str:
    """Return `number` with exactly `decimals` places."""
    return f"{rounded(number, decimals):f}"


def telling(number: Number, decimals: int, against: Number) -> str:
    """Return `number` with as many places as show on which side of `against` it lies.

    0.5004 against 0.5 prints 0.5004 even where three places are usual.
    """
    value, limit = exact(number), exact(against)
    places = decimals
    while value != limit and places < _MOST_PLACES and rounded(value, places) == rounded(limit, places):
        places += 1
    return fixed(value, places) if places > decimals else plain(value, decimals)

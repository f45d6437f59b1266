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
    return number if type(number) is Fraction else _exact(number)


@lru_cache(maxsize=4096)
def _exact(number: Decimal | int) -> Fraction:
    return Fraction(number)


def rounded(number: Number, decimals: int) -> Decimal:
    """Return `number` with `decimals` places, half up (away from zero)."""
    return _rounded(*number.as_integer_ratio(), decimals)[0]


def plain(number: Number, most: int = 6) -> str:
    """Return `number` without needless zeros: 12.5, 95, 0.05; at most `most` places."""
    text = fixed(number, most)
    return text.rstrip("0").rstrip(".") if "." in text else text


def fixed(number: Number, decimals: int) -> str:
    """Return `number` with exactly `decimals` places."""
    return _rounded(*number.as_integer_ratio(), decimals)[1]


@lru_cache(maxsize=4096)
def _rounded(top: int, bottom: int, decimals: int) -> tuple[Decimal, str]:
    """Return a fraction rounded, and as it is printed: the same points and limits are printed over and over."""
    whole = (2 * abs(top) * 10**decimals + bottom) // (2 * bottom)
    sign = "-" if top < 0 and whole else ""
    found = Decimal(f"{sign}{whole}E-{decimals}")
    return found, f"{found:f}"


def telling(number: Number, decimals: int, against: Number) -> str:
    """Return `number` with as many places as show on which side of `against` it lies.

    0.5004 against 0.5 prints 0.5004 even where three places are usual.
    """
    if number == against:
        return plain(number, decimals)
    places = decimals
    while places < _MOST_PLACES and rounded(number, places) == rounded(against, places):
        places += 1
    return fixed(number, places) if places > decimals else plain(number, decimals)

"""How many units a distance comes to."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Final

# What becomes of a unit that is only begun.
UNITS: Final[Mapping[str, Callable[[Fraction], Fraction | int]]] = {"counts": ceil, "ignored": floor, "exact": Fraction}


def units(distance: Fraction, unit: Decimal | int, part: str) -> Fraction:
    """Return how many units of a size lie in a distance."""
    return Fraction(UNITS[part](distance / Fraction(unit)))

"""One column of typed text → whole numbers of its smallest decimal place, for all schools at once.

Plain digits are read by polars; whatever else was typed goes through `fill/convert.py`, once for every different text.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import inf
from typing import Final

import polars as pl

from evalcli.bulk.columns import Column
from evalcli.fill import convert
from evalcli.model.frozen import dataclass
from evalcli.model.pack import Field
from evalcli.model.units import split

# As many places as any sheet needs; what has more is kept as near as a binary fraction comes, and said to be inexact.
_MOST_PLACES: Final = 6
# What `convert` takes for a number at most.
_DIGITS: Final = 15
_PLAIN: Final = r"^[0-9]{1,15}(\.[0-9]{1,6})?$"


@dataclass(frozen=True, slots=True)
class Cells:
    """A column read: its numbers in whole units, what they are, and the texts that are no number, with why."""

    numbers: pl.Series
    column: Column
    faults: dict[str, convert.Fault]


def cells(texts: pl.Series, field: Field) -> Cells:
    """Return the numbers in `texts`; an empty cell, and one that says that nothing is known, is no number."""
    whole = _whole(texts, field)
    if whole is not None:
        return Cells(whole.cast(pl.Float64), Column(0, _most(whole)), {})
    texts = texts.cast(pl.String)
    numbers = texts.cast(pl.Float64, strict=False)
    plain = pl.select(_is_plain(texts, numbers, field)).to_series()
    lookups = texts.filter(~plain.fill_null(value=False) & texts.is_not_null()).unique()
    odd = {text: _meaning(text, field) for text in lookups}
    meanings = {text: meant for text, meant in odd.items() if isinstance(meant, Fraction)}
    if odd:
        numbers = pl.select(pl.when(plain).then(numbers).alias("")).to_series()
    needed = max(_places_of(numbers), *(_places(meant) for meant in meanings.values()), 0)
    places = min(_MOST_PLACES, needed)
    numbers = (numbers * 10**places).round()
    if meanings:
        numbers = pl.select(pl.coalesce(numbers, _scaled(texts, meanings, places))).to_series()
    faults = {text: meant for text, meant in odd.items() if isinstance(meant, convert.Fault)}
    return Cells(numbers, Column(places, _most(numbers), needed <= _MOST_PLACES), faults)


def _scaled(texts: pl.Series, meanings: Mapping[str, Fraction], places: int) -> pl.Series:
    """Return what texts mean that are not plain numbers."""
    scaled = [meant * 10**places for meant in meanings.values()]
    near = [number.numerator / number.denominator for number in scaled]
    return texts.replace_strict(list(meanings), near, default=None, return_dtype=pl.Float64)


def _whole(texts: pl.Series, field: Field) -> pl.Series | None:
    """Return the numbers of a column that holds whole numbers in range and empty cells only; else None."""
    if field.unit == "比":
        return None
    whole = texts.cast(pl.Int64, strict=False)
    if whole.null_count() > texts.null_count():
        return None
    if _most(whole) >= 10**_DIGITS or (texts.dtype == pl.String and (texts.str.len_bytes() > _DIGITS).any()):
        return None
    inside = all(_inside(bound, field) for bound in (whole.min(), whole.max()))
    return whole if inside else None


def _inside(number: object, field: Field) -> bool:
    if not isinstance(number, int):
        return True
    return (field.low is None or number >= field.low) and (field.high is None or number <= field.high)


def _is_plain(texts: pl.Series, numbers: pl.Series, field: Field) -> pl.Expr:
    """Return which texts are plain numbers that mean what they say."""
    if field.unit == "比":
        return pl.lit(pl.repeat(value=False, n=len(texts), eager=True))
    text, number = pl.lit(texts), pl.lit(numbers)
    # Decimals as near to a bound as this are looked at one by one: a binary fraction does not say on which side they lie.
    inside = (number >= _bound(field.low, 1)) & (number <= _bound(field.high, -1))
    plain = inside & (text.str.len_bytes() <= _DIGITS + 1) & text.str.contains(_PLAIN)
    # 0.95 in a column of % is more likely a share that was not multiplied by 100.
    return plain & ~((number > 0) & (number < 1)) if split(field.unit)[1] == "%" else plain


def _bound(limit: Decimal | None, sign: int) -> pl.Expr:
    if limit is None:
        return pl.lit(-inf * sign)
    near = Fraction(limit) + sign * Fraction(abs(limit)) / 10**12
    return pl.lit(near.numerator / near.denominator)


def _places_of(numbers: pl.Series) -> int:
    """Return how many decimal places numbers of fifteen digits have: as whole numbers of so many they lose nothing."""
    for places in range(_MOST_PLACES):
        # Divided by a column: by a single number polars multiplies with its inverse, which is rounded.
        tens = pl.repeat(10**places, len(numbers), dtype=pl.Float64, eager=True)
        if ((numbers * tens).round() / tens == numbers).all():
            return places
    return _MOST_PLACES


def _meaning(text: str, field: Field) -> Fraction | convert.Fault | None:
    meant = convert.number(text, field)
    return Fraction(meant.number) if isinstance(meant, convert.Meaning) else meant


def _places(number: Fraction) -> int:
    """Return how many decimal places a number needs; one more than are kept where it has no end or is too long."""
    found = (places for places in range(_MOST_PLACES + 1) if (number * 10**places).denominator == 1)
    return next(found, _MOST_PLACES + 1)


def _most(numbers: pl.Series) -> float:
    most = numbers.abs().max()
    return most if isinstance(most, int | float) else 0.0

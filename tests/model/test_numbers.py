"""Numbers are exact, rounded once, half up, and printed without a binary fraction in sight."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from evalcli.model.numbers import fixed, plain, rounded, telling

FRACTIONS = st.fractions(-(10**12), 10**12)
HUGE = Decimal(999999999999999000000000000)


@pytest.mark.parametrize(
    ("number", "decimals", "expected"),
    [
        (Decimal("0.425"), 2, "0.43"),
        (Decimal("1.275"), 2, "1.28"),
        (Decimal("-0.425"), 2, "-0.43"),
        (Decimal("2.5"), 0, "3"),
        (Decimal("-2.5"), 0, "-3"),
        (Fraction(1, 3), 4, "0.3333"),
        (Fraction(2, 3), 2, "0.67"),
        (Decimal("-0.001"), 2, "0.00"),
        (7, 2, "7.00"),
        (0, 0, "0"),
        (Decimal("1E+3"), 1, "1000.0"),
        # 27 digits and 4 places are more than Python's decimals hold by themselves.
        (HUGE, 4, "999999999999999000000000000.0000"),
        (-HUGE, 4, "-999999999999999000000000000.0000"),
    ],
)
def test_rounding_half_up_away_from_zero(number: Decimal | Fraction | int, decimals: int, expected: str) -> None:
    assert (fixed(number, decimals), f"{rounded(number, decimals):f}") == (expected, expected)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (Decimal("12.50"), "12.5"),
        (Decimal("95.0"), "95"),
        (Decimal(100), "100"),
        (Decimal("0.05"), "0.05"),
        (Fraction(1, 3), "0.333333"),
        (Decimal("-1.10"), "-1.1"),
        (0, "0"),
    ],
)
def test_without_needless_zeros(number: Decimal | Fraction | int, expected: str) -> None:
    assert plain(number) == expected


@pytest.mark.parametrize(
    ("number", "decimals", "against", "expected"),
    [
        ("94.96", 1, "95", "94.96"),
        ("0.5004", 3, "0.5", "0.5004"),
        ("95", 2, "95", "95"),
        ("94.9", 1, "95", "94.9"),
        ("94.50", 2, "95", "94.5"),
        # Nearer than twelve places: nobody reads further.
        ("94.99999999999999", 1, "95", "95.000000000000"),
    ],
)
def test_as_many_places_as_tell_on_which_side_it_lies(number: str, decimals: int, against: str, expected: str) -> None:
    assert telling(Decimal(number), decimals, Decimal(against)) == expected


@given(FRACTIONS, st.integers(0, 8))
def test_what_is_rounded_is_off_by_half_a_unit_at_most(number: Fraction, decimals: int) -> None:
    assert abs(Fraction(rounded(number, decimals)) - number) <= Fraction(1, 2 * 10**decimals)


@given(FRACTIONS, st.integers(0, 8))
def test_rounding_twice_changes_nothing(number: Fraction, decimals: int) -> None:
    once = rounded(number, decimals)

    assert rounded(once, decimals) == once


@given(FRACTIONS, st.integers(0, 8))
def test_rounding_mirrors_at_zero(number: Fraction, decimals: int) -> None:
    assert rounded(-number, decimals) == -rounded(number, decimals)


@given(FRACTIONS, st.integers(0, 8))
def test_a_fixed_number_has_its_places(number: Fraction, decimals: int) -> None:
    _whole, _point, places = fixed(number, decimals).partition(".")

    assert len(places) == decimals


@given(FRACTIONS, FRACTIONS, st.integers(0, 6))
def test_a_telling_number_is_on_its_side(number: Fraction, against: Fraction, decimals: int) -> None:
    assume(number != against)
    shown = Fraction(telling(number, decimals, against))
    limit = Fraction(rounded(against, 12))

    assert (shown > limit) <= (number > against)
    assert (shown < limit) <= (number < against)

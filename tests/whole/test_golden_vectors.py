"""Published sums that anybody can redo: what real reports and forms print must come out here to the last digit."""

from decimal import Decimal
from fractions import Fraction

import pytest

from evalcli.formula.aggregates import cv, mean
from evalcli.formula.evaluate import evaluate
from evalcli.formula.parse import parse
from evalcli.model.facts import Missing, Quantity
from evalcli.model.numbers import fixed
from evalcli.model.trace import Step

ALIKE = [Fraction(1)] * 7
# Seven coefficients of variation of the primary schools of a published county table.
PRIMARY = [
    Fraction(text) for text in ["0.297929", "0.501787", "0.401952", "0.288419", "0.375450", "0.312782", "0.394205"]
]


class Figures:
    """Figures by name: this year, and last year under `name_last`."""

    def __init__(self, **figures: str) -> None:
        self._figures = {name: Fraction(text) for name, text in figures.items()}

    def look_up(self, field: str, _member: str, when: str) -> Quantity | Missing:
        name = f"{field}_last" if when == "last" else field
        return Quantity(self._figures[name], "", 2, Step(name, name)) if when != "growth" else Missing(())

    def members(self, _field: str) -> tuple[str, ...]:
        return ()

    def schools(self) -> None:
        return None


@pytest.mark.parametrize(
    ("formula", "figures", "places", "printed"),
    [
        # Growth of two stages of a county: both are published as 0.81 %, cut off and not rounded.
        ("growth(x)", {"x": "17443.63", "x_last": "17302.62"}, 4, "0.8150"),
        ("growth(x)", {"x": "24843.16", "x_last": "24644.62"}, 4, "0.8056"),
        # A county's teachers, training bodies and schools.
        ("a / b", {"a": "7875", "b": "636"}, 4, "12.3821"),
        ("share(a, b)", {"a": "25", "b": "29"}, 4, "86.2069"),
        ("share(a, b)", {"a": "133", "b": "140"}, 1, "95.0"),
        # Completion of a target may exceed 100 %.
        ("share(a, b)", {"a": "95.31", "b": "78.9"}, 4, "120.7985"),
        ("share(a, b)", {"a": "129", "b": "108"}, 4, "119.4444"),
        # Temporary teachers: above 5 % a fifth of the part above has to go; exactly 5 % asks nothing.
        ("choose(share(a, b) > 5, (a - b * 0.05) * 0.2, 0)", {"a": "80", "b": "1000"}, 0, "6"),
        ("choose(share(a, b) > 5, (a - b * 0.05) * 0.2, 0)", {"a": "50", "b": "1000"}, 0, "0"),
    ],
)
def test_sums_of_real_reports(formula: str, figures: dict[str, str], places: int, printed: str) -> None:
    found = evaluate(parse(formula), Figures(**figures))

    assert isinstance(found, Quantity)
    assert fixed(found.number, places) == printed


def test_the_second_indicator_of_the_published_table_fails_by_a_hair() -> None:
    over = [number - Fraction("0.5") for number in PRIMARY if number > Fraction("0.5")]

    assert over == [Fraction("0.001787")]
    assert fixed(mean(PRIMARY, ALIKE), 7) == "0.3675034"


def test_weighted_and_plain_turn_the_verdict() -> None:
    pupils = [Fraction(number) for number in (45, 37, 89, 76, 55)]
    books = [Fraction(number) for number in (279, 137, 935, 160, 402)]
    each = [book / pupil for book, pupil in zip(books, pupils, strict=True)]

    assert fixed(mean(each, pupils), 4) == "6.3344"
    assert (fixed(cv(each, pupils), 5), fixed(cv(each, ALIKE[:5]), 5)) == ("0.51526", "0.48877")


def test_a_joint_school_of_an_older_example() -> None:
    primary, junior, books = Fraction(166), Fraction(210), Fraction(23226)
    each = books / (primary + junior * Fraction("1.1"))

    # The example rounds 58.5038 to 58.50 before it goes on, and says 9711 and 13515; together they are all the books.
    assert fixed(each, 2) == "58.50"
    assert [fixed(Fraction(Decimal("58.50")) * primary, 0), fixed(books - 9711, 0)] == ["9711", "13515"]

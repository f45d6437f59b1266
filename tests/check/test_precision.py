"""How exactly a typed value is known."""

from fractions import Fraction

import pytest
from counties import filled_of, pack_of

from evalcli.check import precision


def value(field, typed):
    return filled_of(pack_of(), f"figures: {{{field}: '{typed}'}}").figures[field, ""].years[2021]


@pytest.mark.parametrize(
    ("field", "typed", "operand", "stated"),
    [
        ("coverage", "94%", ("94", "94"), ("93.5", "94.5")),
        ("coverage", "94.0%", ("93.95", "94.05"), ("93.95", "94.05")),
        ("students", "7875人", ("7875", "7875"), ("7874.5", "7875.5")),
        ("spending", "8.39亿元", ("8.385", "8.395"), ("8.385", "8.395")),
        ("spending", "83861.5万元", ("8.386145", "8.386155"), ("8.386145", "8.386155")),
        ("spending", "约8亿元", ("7.6", "8.4"), ("7.6", "8.4")),
        ("student_ratio", "12.38:1", ("12.375", "12.385"), ("12.375", "12.385")),
        ("student_ratio", "0.64:1", ("0.635", "0.645"), ("0.635", "0.645")),
        ("student_ratio", "1:1", ("1", "1"), ("0.5", "1.5")),
    ],
)
def test_a_value_stands_for_all_that_prints_alike(field, typed, operand, stated):
    found = value(field, typed)

    assert precision.operand(found) == tuple(map(Fraction, operand))
    assert precision.stated(found) == tuple(map(Fraction, stated))


def test_of_one_to_fifteen_the_fifteen_is_rounded():
    assert precision.stated(value("student_ratio", "1:15")) == (Fraction(2, 31), Fraction(2, 29))


@pytest.mark.parametrize(
    ("one", "other", "apart"), [((1, 2), (2, 3), False), ((1, 2), (3, 4), True), ((3, 4), (1, 2), True)]
)
def test_ranges_that_touch_are_not_apart(one, other, apart):
    assert precision.apart(tuple(map(Fraction, one)), tuple(map(Fraction, other))) is apart


@pytest.mark.parametrize(
    ("one", "other", "factor"),
    [
        (100, 10, 10),
        (10, 101, 10),
        (1, 100, 100),
        (5000, 5, 1000),
        (3, 30000, 10000),
        (20, 10, 0),
        (0, 10, 0),
        (-1, 10, 0),
    ],
)
def test_a_slip_is_a_power_of_ten(one, other, factor):
    assert precision.slip(Fraction(one), Fraction(other), Fraction(1, 50)) == factor

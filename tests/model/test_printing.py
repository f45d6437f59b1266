"""A value is printed the same everywhere: with its field's places, or as it was typed."""

from decimal import Decimal
from fractions import Fraction

import pytest

from evalcli.model.filled import Value
from evalcli.model.pack import Field
from evalcli.model.place import Place
from evalcli.model.printing import conversion, places, printed

HERE = Place("county.yaml", 1, 1)


def value(number: str | Fraction | None, text: str = "") -> Value:
    return Value("原文", Decimal(number) if isinstance(number, str) else number, "亿元", HERE, text=text)


@pytest.mark.parametrize(
    ("number", "decimals", "expected"),
    [
        ("8.3861", 4, "8.3861亿元"),
        ("8.38", 4, "8.3800亿元"),
        ("8.38615", 4, "8.3862亿元"),
        ("8.3861", None, "8.3861亿元"),
        ("8.30", None, "8.30亿元"),
        ("8", None, "8亿元"),
        (Fraction(1, 3), None, "0.33亿元"),
    ],
)
def test_a_number_with_its_unit(number: str | Fraction, decimals: int | None, expected: str) -> None:
    assert printed(value(number), Field("a", "甲", "亿元", decimals=decimals)) == expected


def test_what_is_hedged_is_printed_as_typed() -> None:
    assert printed(value("1387", "1387万余元"), Field("a", "甲", "万元", decimals=4)) == "1387万余元"


def test_what_is_no_number_is_printed_as_typed() -> None:
    assert printed(value(None), Field("a", "甲")) == "原文"


def test_the_places_of_what_has_none() -> None:
    assert (places(value(None), Field("a", "甲")), places(value("1E+2"), Field("a", "甲"))) == (2, 0)


@pytest.mark.parametrize(
    ("raw", "number", "unit", "text", "factor", "shown"),
    [
        ("8.3861亿元", "8.3861", "亿元", "", Fraction(1), ""),
        ("9.20亿元", "9.20", "亿元", "", Fraction(1), ""),
        ("83861万元", "8.3861", "亿元", "", Fraction(1, 10000), "83861万元 = 8.3861亿元，÷10000"),
        ("8.3861亿元", "83861", "万元", "", Fraction(10000), "8.3861亿元 = 83861万元，×10000"),
        ("约83861万元", "8.3861", "亿元", "约83861万元", Fraction(1, 10000), "约83861万元 = 8.3861亿元，÷10000"),
        ("近5万条", "5", "万条", "近5万条", Fraction(1), ""),
        ("94", "94", "%", "", Fraction(1), "94 = 94%"),
        ("12.38比1", "12.38", "比", "12.38:1", Fraction(1), "12.38比1 = 12.38:1"),
        ("有", "1", "", "是", Fraction(1), "有 = 是"),
    ],
)
def test_what_was_typed_is_shown_beside_what_it_comes_to(raw, number, unit, text, factor, shown):
    typed = Value(raw, Decimal(number), unit, HERE, text=text, factor=factor)

    assert conversion(typed, Field("x", "某项", unit=unit)) == shown

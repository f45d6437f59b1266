"""Plain values: only what cannot be anything else is a number."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalcli.model.document import Scalar
from evalcli.model.place import Place
from evalcli.model.plain import plain
from evalcli.read.yaml_file import parse


def value(typed: str) -> object:
    document, _ = parse(f"key: {typed}\n".encode(), "f.yaml")
    return plain(document.root)["key"]


@pytest.mark.parametrize(
    "typed",
    [
        "010203", "00", "1:30", "12:30:05", "no", "yes", "on", "off", "y", "n", "1e3", "5e3", "1.5e3", "0x1F",
        "0o17", "0b1", "1_000", ".5", "5.", "01.5", ".inf", ".nan", "2022-06-30", "１２", "１.５", "tRUE", "nULL",
        "12.38:1", "8.3861亿元", "95%", "--5", "1.2.3", "=", "三",
    ],
)  # fmt: skip
def test_what_could_be_something_else_stays_text(typed: str) -> None:
    assert value(typed) == typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("0", 0),
        ("12", 12),
        ("-7", -7),
        ("+7", 7),
        ("511303", 511303),
        ("0.50", Decimal("0.50")),
        ("-3.14", Decimal("-3.14")),
        ("2.10", Decimal("2.10")),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_core_values(typed: str, meant: object) -> None:
    found = value(typed)

    assert (found, type(found)) == (meant, type(meant))


@pytest.mark.parametrize("typed", ['"12"', "'true'", '""'])
def test_quoted_text_is_text(typed: str) -> None:
    assert value(typed) == typed[1:-1]


def test_trailing_zeros_of_a_decimal_are_kept() -> None:
    assert str(value("2.10")) == "2.10"


def test_a_number_of_five_thousand_digits_stays_text() -> None:
    assert value("9" * 5000) == "9" * 5000


def test_lists_and_mappings() -> None:
    document, _ = parse("a: [1, {b: 二}]\nc: |\n  3\n".encode(), "f.yaml")

    assert plain(document.root) == {"a": [1, {"b": "二"}], "c": "3\n"}


@settings(deadline=None)
@given(st.text())
def test_quoted_text_is_never_interpreted(text: str) -> None:
    assert plain(Scalar(text, Place("f.yaml", 1, 1), quoted=True)) == text


@settings(deadline=None)
@given(st.integers())
def test_integers_are_exact(number: int) -> None:
    assert plain(Scalar(str(number), Place("f.yaml", 1, 1))) == number

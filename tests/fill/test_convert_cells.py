"""Ways of writing that come with forms and sheets: percent in words, more words for nothing, cells without a value."""

from dataclasses import replace
from decimal import Decimal

import pytest

from evalcli.fill.convert import Fault, Meaning, hundredfold, number, without_value
from evalcli.model.notice import Level, Notice
from evalcli.model.pack import Field
from evalcli.model.place import Place
from evalcli.model.table import Cell


def field(unit: str = "") -> Field:
    """Return a field called 甲 with a unit."""
    return Field("a", "甲", unit)


def test_percent_in_words() -> None:
    assert number("百分之94.5", field("%")) == Meaning(Decimal("94.5"))


@pytest.mark.parametrize("raw", ["不适用", "缺", "……", "\\", "／", "Ｎ／Ａ"])
def test_more_words_for_nothing(raw: str) -> None:
    assert number(raw, field("人")) is None


@pytest.mark.parametrize(
    ("raw", "value"), [("1 234", "1234"), ("12 345 678.5人", "12345678.5"), ("１ ２３４ 余人", "1234")]
)
def test_thousands_parted_by_blanks(raw: str, value: str) -> None:
    read = number(raw, field("人"))

    assert isinstance(read, Meaning)
    assert read.number == Decimal(value)


@pytest.mark.parametrize("raw", ["01:15:00", "1 day, 1:01:00"])
def test_a_ratio_that_a_spreadsheet_took_for_a_time(raw: str) -> None:
    read = number(raw, field("比"))

    assert isinstance(read, Fault)
    assert (read.message, read.advice) == (
        f"甲：“{raw}”不是比",
        "电子表格把 1:15 这样的比当成了时刻：先把单元格设成文本，再填成 12.5:1 这样的比。",
    )


def test_blanks_that_part_no_thousands() -> None:
    read = number("12 34", field("人"))

    assert isinstance(read, Fault)
    assert read.message == "甲：“12 34”不是数值"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("0.94", "94"),
        ("-0.005", "-0.5"),
        ("约０．３", "30"),
        ("1", ""),
        ("0", ""),
        ("0.94%", ""),
        ("0.5万", ""),
        ("无", ""),
    ],
)
def test_what_a_fraction_would_be_in_per_cent(raw: str, expected: str) -> None:
    assert hundredfold(raw) == expected


def test_a_cell_without_a_value_names_the_cell() -> None:
    place = Place("表.xlsx", 2, 2, sheet="财政")

    assert without_value("甲", Cell("", place, "只有公式，没有存下算出的值")) == Notice(
        "figure.cell",
        Level.MUST,
        "甲：这一格只有公式，没有存下算出的值",
        "用 Excel 或 WPS 打开，算出来以后保存；或者直接填数值。",
        place,
    )


def test_none_is_zero_where_the_pack_says_so() -> None:
    counted = replace(field("起"), none_is_zero=True)

    assert [number(raw, counted) for raw in ("无", " 没有 ", "—", "")] == [
        Meaning(Decimal(0)),
        Meaning(Decimal(0)),
        None,
        None,
    ]
    assert number("无", field("起")) is None

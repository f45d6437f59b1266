"""Heights, notes and values of all sheets."""

from decimal import Decimal
from fractions import Fraction
from io import BytesIO

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

from evalcli.forms import page
from evalcli.forms.styles import Styles
from evalcli.model.filled import Value
from evalcli.model.pack import Field
from evalcli.model.place import Place


def test_chinese_takes_two_cells() -> None:
    assert (page.cells_of("教育abc"), page.cells_of("（）")) == (7, 4)


def test_a_row_is_as_high_as_its_longest_text() -> None:
    assert page.height([("短", 10), ("字" * 9, 10), ("", 5)]) == 33
    assert page.height([("一\n二\n三", 10)]) == 47


@pytest.mark.parametrize(
    ("value", "field", "written"),
    [
        (Value("8.3861亿元", Decimal("8.3861"), "亿元", Place("")), Field("x", "y", unit="亿元"), 8.3861),
        (Value("1387万余元", Decimal(1387), "万元", Place(""), "余", "1387万余元"), Field("x", "y"), "1387万余元"),
        (Value("12.38:1", Fraction(619, 50), "", Place(""), text="12.38:1"), Field("x", "y", unit="比"), "12.38:1"),
        (Value("是", Decimal(1), "", Place(""), text="是"), Field("x", "y", kind="yes_no"), "是"),
        (
            Value("1234567890.1234567", Decimal("1234567890.1234567"), "", Place("")),
            Field("x", "y"),
            "1234567890.1234567",
        ),
        (Value("=1+1", None, "", Place(""), text="=1+1"), Field("x", "y", kind="text"), "=1+1"),
        (Value("http://x", None, "", Place(""), text="http://x"), Field("x", "y", kind="text"), "http://x"),
        (Value("0.8%", Decimal("0.8"), "%", Place("")), Field("x", "y", unit="%"), "0.8%"),
        (Value("-0.5", Decimal("-0.5"), "%", Place("")), Field("x", "y", unit="%"), "-0.5%"),
        (None, Field("x", "y"), None),
    ],
    ids=["number", "hedged", "ratio", "yes", "digits", "formula", "link", "little share", "little fall", "nothing"],
)
def test_values_stand_as_they_would_be_typed(value: Value | None, field: Field, written: object) -> None:
    data = BytesIO()
    with Workbook(data, {"in_memory": True}) as book:
        page.put(book.add_worksheet(), 0, 0, value, field, Styles(book)("cell"))
    cell = load_workbook(data).active["A1"]

    assert (cell.value, cell.data_type in "ns") == (written, True)


def test_no_note_where_there_is_nothing_to_say() -> None:
    data = BytesIO()
    with Workbook(data, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        page.note(sheet, 0, 0, "")
        page.note(sheet, 1, 0, "口径" * 60)
    sheet = load_workbook(data).active

    assert (sheet["A1"].comment, sheet["A2"].comment.text) == (None, "口径" * 60)

"""Lists as sheets of a workbook."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from evalcli.forms.listing import Sheet, workbook

SHEET = Sheet("单", {"甲": 10, "乙": 20}, (("一", "=cmd|x"), ("二", "http://a.b")), ("乙",), {"乙": ("是", "否")})


def parts(data):
    with ZipFile(BytesIO(data)) as book:
        return {name: book.read(name).decode() for name in book.namelist()}


def test_what_is_written_is_read_back_as_text():
    book = CalamineWorkbook.from_filelike(BytesIO(workbook((SHEET,))))

    assert book.sheet_names == ["单"]
    assert book.get_sheet_by_name("单").to_python() == [["甲", "乙"], ["一", "=cmd|x"], ["二", "http://a.b"]]


def test_nothing_is_a_formula_or_a_link_and_only_what_is_to_be_filled_in_is_open():
    sheet = parts(workbook((SHEET,)))["xl/worksheets/sheet1.xml"]

    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet
    assert "<sheetProtection" in sheet
    assert '<dataValidation type="list"' in sheet
    assert 'sqref="B2:B3"' in sheet
    assert 'paperSize="9"' in sheet


def test_the_same_lists_give_the_same_bytes():
    assert workbook((SHEET,)) == workbook((SHEET,))
    assert "2000-01-01T00:00:00Z" in parts(workbook((SHEET,)))["docProps/core.xml"]


@pytest.mark.parametrize("choices", [None, {"乙": ("是",)}])
def test_an_empty_list_has_its_heads(choices):
    data = workbook((Sheet("空", {"甲": 10, "乙": 5}, (), (), choices),))

    assert CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_name("空").to_python() == [["甲", "乙"]]


def test_a_text_is_cut_where_a_cell_ends():
    data = workbook((Sheet("长", {"甲": 10}, (("字" * 40_000,),)),))

    ((_head,), (cell,)) = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_name("长").to_python()
    assert len(cell) == 32_767

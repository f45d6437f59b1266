"""Workbooks become a sheet; those that would cost a gigabyte are refused before they are opened."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbooks import book_of, sheet, workbook, zipped

from evalcli.model.notice import Level
from evalcli.model.place import Place
from evalcli.model.table import Cell
from evalcli.read.excel_file import parse
from evalcli.read.limits import MOST_ROWS

NAME = "data/学校.xlsx"
ROWS = [["学校代码", "学生数", "面积"], ["0101", 100, 45.3], ["0102", 200, 0.00001]]
NO_BOOK = ("table.workbook", NAME, "不是能读的 .xlsx 工作簿", "加密的先去掉密码；.xls 请另存为 .xlsx。")


def told(data: bytes, sheet_name: str = "") -> list[tuple[str, str, str, str]]:
    found, notices = parse(data, NAME, sheet_name)
    assert found is None
    assert {notice.level for notice in notices} == {Level.STOP}
    return [(notice.code, str(notice.place), notice.message, notice.advice) for notice in notices]


def test_cells_as_a_person_reads_them():
    found, notices = parse(book_of(ROWS), NAME)

    assert notices == ()
    assert [[cell.text for cell in row] for row in (found.head, *found.rows)] == [
        ["学校代码", "学生数", "面积"], ["0101", "100", "45.3"], ["0102", "200", "0.00001"],
    ]  # fmt: skip
    assert found.rows[1][1] == Cell("200", Place(NAME, 3, 2, sheet="学校"))
    assert str(found.rows[1][1].place) == f"{NAME} › 学校 › B3"


def test_a_sheet_by_its_name():
    data = workbook({"说明": sheet([["填表说明"]]), "小学": sheet(ROWS)})

    assert [parse(data, NAME, name)[0].head[0].text for name in ("", "小学")] == ["填表说明", "学校代码"]
    assert told(data, "初中") == [("table.no-sheet", NAME, "工作簿里没有工作表“初中”", "有的是：说明、小学。")]


def test_a_table_that_does_not_begin_in_the_corner_keeps_its_places():
    found, _notices = parse(book_of([[None], [None, "代码"], [None, "1"]]), NAME)

    assert found.rows[0][1].place == Place(NAME, 3, 2, sheet="学校")


@pytest.mark.parametrize("rows", [[], [[" ", None]]])
def test_an_empty_sheet(rows):
    assert told(book_of(rows)) == [("table.empty", NAME, "表里没有内容", "填好后再试。")]


@pytest.mark.parametrize("dimension", ["A1:XFD1048576", "A1:B1", "A1"])
def test_what_a_sheet_declares_does_not_matter(dimension):
    found, notices = parse(workbook({"学校": sheet(ROWS, dimension)}), NAME)

    assert (notices, len(found.rows)) == ((), 2)


@pytest.mark.parametrize(
    ("place", "corner"),
    [
        ("A1048576", "C1048576"),
        ("A20001", "C20001"),
        ("XFD4", ""),
        ("XFD31", "XFD31"),
        ("AA18519", "AA18519"),
        ("RZ999", ""),
        ("SF1000", ""),
        ("SG999", "SG999"),
        ("SF1001", "SF1001"),
    ],
)
def test_a_stray_cell_far_out(place, corner):
    row = place.lstrip("ADFX")
    stray = f'<row r="{row}"><c r="{place}"><v>1</v></c></row>'
    found, notices = parse(workbook({"学校": sheet(ROWS, "A1:C3", stray)}), NAME)

    message = f"工作表的范围到了 {corner}，远大于一个县的学校数"
    expected = [("table.too-large", message, "删去末尾的空行空列，另存后再试。")] if corner else []
    assert ([(n.code, n.message, n.advice) for n in notices], found is None) == (expected, bool(corner))


@pytest.mark.parametrize(
    ("place", "corner"),
    [
        ('"xfd1048576"', "XFD1048576"),
        ('"sg1001"', "SG1001"),
        ('"A99999999"', "C99999999"),
        ('"ZZZZZZZZ99999999999"', "ZZZZZZZZ999999999"),
        (f'"{"A" * 50}1"', f"{'A' * 9}3"),
        (f'"A{"9" * 5000}"', "C999999999"),
        (' "XFD1048576"', "XFD1048576"),
        ("\n\t'XFD1048576'", "XFD1048576"),
    ],
)
@pytest.mark.parametrize("sign", ["=", " =", "\t\r\n="])
def test_a_cell_far_out_does_not_hide_behind_the_way_it_is_written(place, corner, sign):
    stray = f"<row><c r{sign}{place}><v>1</v></c></row>"

    assert told(workbook({"学校": sheet(ROWS, more=stray)}))[0][2].startswith(f"工作表的范围到了 {corner}，")


def test_a_cell_may_leave_its_place_to_its_row():
    stray = "<row r='1048576'><c><v>1</v></c></row>"

    assert [notice[0] for notice in told(workbook({"学校": sheet(ROWS, more=stray)}))] == ["table.too-large"]


def test_a_sheet_that_lies_elsewhere_is_measured_too():
    stray = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    page = BytesIO()
    with (
        ZipFile(BytesIO(workbook({"学校": sheet(ROWS, more=stray)}))) as book,
        ZipFile(page, "w", ZIP_DEFLATED) as moved,
    ):
        for name in book.namelist():
            text = book.read(name).replace(b"worksheets/sheet1.xml", b"pages/one.bin")
            moved.writestr(name.replace("worksheets/sheet1.xml", "pages/one.bin"), text)

    assert [notice[0] for notice in told(page.getvalue())] == ["table.too-large"]


def test_more_rows_than_any_county_has_schools():
    stray = "".join(f"<row><c><v>{number * 7919}</v></c></row>" for number in range(1, MOST_ROWS + 2))

    assert [notice[0] for notice in told(workbook({"学校": sheet([], more=stray)}))] == ["table.too-long"]


def test_a_part_that_swells():
    parts = {"xl/worksheets/sheet1.xml": " " * 10_000_000}

    assert told(zipped(parts)) == [
        ("table.too-large", NAME, "工作簿展开后太大（xl/worksheets/sheet1.xml）", "只留要用的工作表，另存后再试。")
    ]


def test_a_part_larger_than_any_sheet():
    page = BytesIO()
    with ZipFile(page, "w", ZIP_DEFLATED) as book:
        book.writestr("xl/media/image1.png", b"\0" * 50_000_001)

    assert [notice[0] for notice in told(page.getvalue())] == ["table.too-large"]


@pytest.mark.parametrize(
    "data",
    [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "学校代码,学生数\n".encode(), b"PK\x03\x04 broken"],
    ids=["empty", "encrypted or .xls", "csv", "cut off"],
)
def test_what_is_no_workbook(data):
    assert told(data) == [NO_BOOK]


def test_a_part_that_is_encrypted_or_damaged():
    data = bytearray(book_of(ROWS))
    start = data.rindex(b"PK\x01\x02", 0, data.rindex(b"xl/worksheets/sheet1.xml"))
    data[start + 8] |= 1

    assert told(bytes(data)) == [NO_BOOK]


@pytest.mark.parametrize("parts", [{"a.txt": "甲"}, {"xl/workbook.xml": "<workbook>"}])
def test_an_archive_that_holds_no_workbook(parts):
    ((code, place, message, advice),) = told(zipped(parts))

    assert (code, place, advice) == ("table.workbook", NAME, "用 Excel 或 WPS 打开另存为 .xlsx 再试。")
    assert message.startswith("读不出工作簿：")


def test_a_workbook_without_sheets():
    assert told(workbook({})) == [("table.no-sheet", NAME, "工作簿里没有工作表“”", "有的是：。")]


@given(st.integers(0, 2_000), st.integers(0, 255))
def test_a_damaged_workbook_is_read_or_refused(spot, byte):
    data = bytearray(book_of(ROWS))
    data[spot % len(data)] = byte
    found, notices = parse(bytes(data), NAME)

    assert (found is None) == bool(notices)

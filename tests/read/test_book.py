"""Every sheet of an office's file is read as it lies there; what would harm or mislead is refused or told."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from workbooks import book_of, sheet, styled, workbook, zipped

from evalcli.model.notice import Level
from evalcli.read.book import parse
from evalcli.read.disk import sheets
from evalcli.read.excel_file import without_panic

NAME = "data/财政.xlsx"
PERCENT = '<c r="{place}" s="{style}"><v>{value}</v></c>'


def read(data: bytes, suffix: str = ".xlsx", name: str = NAME):
    return parse(data, name, suffix)


def one(data: bytes, suffix: str = ".xlsx"):
    found, notices = read(data, suffix)
    assert notices == ()
    return found[0]


def refused(data: bytes, suffix: str = ".xlsx") -> list[tuple[str, str, str]]:
    found, notices = read(data, suffix)
    assert found == ()
    assert {notice.level for notice in notices} == {Level.STOP}
    return [(notice.code, notice.message, notice.advice) for notice in notices]


def row(cells: str, number: int = 1, more: str = "") -> bytes:
    return workbook({"甲": sheet([], more=f'<row r="{number}"{more}>{cells}</row>')})


def test_all_sheets_with_their_places():
    first, second = read(workbook({"甲": sheet([["a", 1]]), "乙": sheet([[None], [None, "b"]])}))[0]

    assert (first.title, first.rows, first.lines) == ("data/财政.xlsx › 甲", (("a", "1"),), (1,))
    assert (second.name, second.text(1, 1), second.text(1, 9), str(second.spot(1, 1))) == (
        "乙",
        "b",
        "",
        f"{NAME} › 乙 › B2",
    )
    assert (second.width, str(second.place), len(second.sha256)) == (2, f"{NAME} › 乙", 64)


@pytest.mark.parametrize(
    ("value", "text"),
    [("0.945", "94.5%"), ("1", "100%"), ("0.07", "7%"), ("0.1234567", "12.34567%"), ("-0.05", "-5%")],
)
def test_a_number_that_is_shown_as_a_percentage(value, text):
    cells = PERCENT.format(place="A1", style=1, value=value) + PERCENT.format(place="B1", style=0, value=value)
    found = one(styled(sheet([], more=f'<row r="1">{cells}</row>'), [0, 9]))

    assert found.rows[0][0] == text
    assert not found.rows[0][1].endswith("%")


@pytest.mark.parametrize(
    ("code", "is_percent"),
    [("0.0%", True), ("0.00%;[Red]-0.00%", True), ('0"%"', False), ("0\\%", False), ("[%]0", False), ("0.00", False)],
)
def test_formats_of_an_offices_own(code, is_percent):
    cells = PERCENT.format(place="A1", style=1, value="0.5") + '<c r="B1" s="1" t="inlineStr"><is><t>0.5</t></is></c>'
    found = one(styled(sheet([], more=f'<row r="1">{cells}</row>'), [0, 164], {164: code}))

    assert found.rows[0] == ("50%" if is_percent else "0.5", "0.5")


def test_formulas_count_by_their_stored_values():
    cells = (
        '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1"><f>1+1</f><v></v></c>'
        '<c r="D1" t="str"><f>T(A1)</f><v></v></c><c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    )
    found = one(row(cells))

    assert found.rows == (("2", "", "", "", "#DIV/0!"),)
    assert found.faults == {
        (0, 1): "只有公式，没有存下算出的值",
        (0, 2): "只有公式，没有存下算出的值",
        (0, 4): "显示错误值 #DIV/0!",
    }
    assert found.cell(0, 4).fault == "显示错误值 #DIV/0!"


def test_cells_that_leave_their_place_to_their_order():
    found = one(workbook({"甲": sheet([], more="<row><c><v>1</v></c><c><f>1+1</f></c></row>")}))

    assert list(found.faults) == [(0, 1)]


def test_sums_in_binary_fractions_come_out_as_people_see_them():
    cells = '<c r="A1"><v>36.299999999999997</v></c><c r="B1"><v>5113030100100123</v></c><c r="C1"><v>0.00001</v></c>'

    assert one(row(cells)).rows == (("36.3", "5113030100100123", "0.00001"),)


def test_days_and_truth():
    day = one(
        styled(sheet([], more='<row r="1"><c r="A1" s="1"><v>44834</v></c><c r="B1" t="b"><v>1</v></c></row>'), [0, 14])
    )

    assert day.rows == (("2022-09-30", "True"),)


def test_hidden_rows_sheets_and_merged_cells():
    xml = sheet([["甲", None], ["乙"]]).replace('<row r="2">', '<row r="2" hidden="1">')
    merged = xml.replace(
        "</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="A1:B1048576"/></mergeCells>'
    )
    data = workbook({"甲": merged, "乙": sheet([["a"]])})
    first, _second = read(data)[0]

    assert (first.hidden_rows, first.merged, first.hidden) == ((1,), ((0, 0, 1, 1),), False)
    hidden = read(workbook({"甲": sheet([["a"]])}, hidden=("甲",)))[0][0]
    assert hidden.hidden is True


def test_macros_are_not_run_and_said():
    data = BytesIO(book_of([["a"]]))
    with ZipFile(data, "a") as book:
        book.writestr("xl/vbaProject.bin", b"macro")
    found, notices = read(data.getvalue(), ".xlsm")

    assert found[0].rows == (("a",),)
    assert [(n.code, str(n.level), n.message) for n in notices] == [
        ("data.macros", "提示", "工作簿里有宏：没有运行，只读单元格")
    ]


def test_entities_are_refused():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    data = workbook({"甲": sheet([["a"]]).replace("<worksheet", f"{bomb}<worksheet")})

    assert refused(data) == [
        (
            "table.workbook",
            "工作簿里声明了文档类型（DTD），办公软件不会这样写",
            "用 Excel 或 WPS 打开，另存为 .xlsx 再试。",
        )
    ]


def test_a_part_in_utf_16_hides_nothing():
    xml = sheet([], more='<row r="1"><c r="A1"><f>1+1</f></c></row>').replace("UTF-8", "UTF-16")
    parts = _parts(workbook({"甲": sheet([["a"]])}))
    parts["xl/worksheets/sheet1.xml"] = xml.encode("utf-16")
    page = BytesIO()
    with ZipFile(page, "w") as book:
        for name, text in parts.items():
            book.writestr(name, text)

    found, notices = read(page.getvalue())
    assert found == () or found[0].faults == {(0, 0): "只有公式，没有存下算出的值"}
    assert len(found) + len(notices) == 1


def _parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as book:
        return {name: book.read(name) for name in book.namelist()}


def test_a_locked_workbook_and_one_cut_off():
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)

    assert refused(locked) == [
        ("table.workbook", "工作簿加了密码，或者其实是旧的 .xls", "去掉密码，另存为 .xlsx 再试。")
    ]
    assert [code for code, *_rest in refused(book_of([["a"]])[:-40])] == ["table.workbook"]
    assert [code for code, *_rest in refused(locked, ".xls")] == ["table.workbook"]
    assert [code for code, *_rest in refused(zipped({"a": "b"}))] == ["table.workbook"]
    assert [code for code, *_rest in refused(b"", ".ods")] == ["table.workbook"]


def test_text_that_a_spreadsheet_would_run_stays_text():
    typed = "=cmd|' /C calc'!A0"

    assert one(book_of([[typed]])).rows == ((typed,),)
    assert one(f"甲,{typed}\n乙,1".encode(), ".csv").rows[0] == ("甲", typed)


def test_a_sheet_far_too_large_in_an_ods():
    table = '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string" table:number-columns-repeated="16384"/></table:table-row>'

    assert refused(ods(table), ".ods") == [
        ("table.too-large", "工作表的范围到了 XFD1048576，远大于一个县的学校数", "删去末尾的空行空列，另存后再试。")
    ]


def test_an_ods_with_figures():
    table = (
        '<table:table-row><table:table-cell office:value-type="string"><text:p>教育支出</text:p></table:table-cell>'
        '<table:table-cell office:value-type="float" office:value="8.5"><text:p>8.5</text:p></table:table-cell></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )

    assert one(ods(table), ".ods").rows == (("教育支出", "8.5"),)


def ods(rows: str) -> bytes:
    kinds = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = f'xmlns:office="{kinds}:office:1.0" xmlns:table="{kinds}:table:1.0" xmlns:text="{kinds}:text:1.0"'
    body = f'<office:body><office:spreadsheet><table:table table:name="甲">{rows}</table:table></office:spreadsheet></office:body>'
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": f'<?xml version="1.0"?><office:document-content {spaces}>{body}</office:document-content>',
        "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    }
    return zipped(parts)


def test_a_workbook_is_told_by_what_it_holds_and_not_by_its_name():
    shown = sheet([], more='<row r="1"><c r="A1" s="1"><v>1</v></c></row>')
    far = workbook({"甲": sheet([], more='<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')})

    assert one(styled(shown, [0, 9]), ".xls").rows == (("100%",),)
    assert refused(far, ".xls") == [
        ("table.too-large", "工作表的范围到了 XFD1048576，远大于一个县的学校数", "删去末尾的空行空列，另存后再试。")
    ]
    assert [code for code, *_rest in refused(b"PK\x03\x04", ".xls")] == ["table.workbook"]
    assert [code for code, *_rest in refused(zipped({"a": "b"}), ".ods")] == ["table.workbook"]
    assert refused(book_of([["甲", 1.5]]), ".csv") == [
        (
            "file.encoding",
            "这不是文本文件，而是 xlsx、docx 一类的文件",
            "请给出文本文件（YAML、CSV）；是工作簿时改回原来的扩展名",
        )
    ]


def test_files_on_disk(tmp_path: Path):
    (tmp_path / "a.CSV").write_bytes("甲,1\n".encode("gb18030"))
    found, notices = sheets(tmp_path / "a.CSV", "a.CSV")

    assert (found[0].title, found[0].rows, found[0].encoding, notices) == ("a.CSV", (("甲", "1"),), "gb18030", ())
    assert [notice.code for notice in sheets(tmp_path / "b.csv", "b.csv")[1]] == ["file.missing"]


def test_a_file_larger_than_any_countys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("evalcli.read.disk._LARGEST_TABLE", 3_000_000)
    (tmp_path / "a.csv").write_bytes(b"1,2\n" * 750_001)

    found, notices = sheets(tmp_path / "a.csv", "a.csv")
    assert (found, [(n.code, n.message, n.advice) for n in notices]) == (
        (), [("file.too-large", "文件超过 3 MB", "请核对是不是放错了文件；一个县的数据没有这么多。")]
    )  # fmt: skip


def test_numbers_that_were_kept_as_text_are_known():
    found = one(book_of([["1,387", 1387, "12.5", "1.2.3", "８", "a1", "无"]]))

    assert found.number_texts == {(0, 0), (0, 2), (0, 4)}


def test_an_empty_cell_with_a_format_is_empty_wherever_it_lies():
    cells = '<c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" s="1"/>'
    far = '<row r="1">' + cells + '</row><row r="9"><c r="Z9" s="1"/></row>'

    assert one(styled(sheet([], more=far), [0, 9])).rows[0][0] == "a"


class PanicException(BaseException):
    """What the reader library raises where it gives up."""


@pytest.mark.parametrize(("fault", "ends"), [(PanicException, ValueError), (KeyboardInterrupt, KeyboardInterrupt)])
def test_where_the_library_gives_up_the_file_is_at_fault(fault, ends):
    with pytest.raises(ends), without_panic():
        raise fault

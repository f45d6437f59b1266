"""The workbook as a whole: its sheets, the same bytes, nothing that runs, and that what is typed comes back."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from counties import FIELDS, HEAD, pack_of
from forms import PACK, filled, guard, head_row, opened, order
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook
from school_packs import pack_of as school_pack

from evalcli.criteria import load_pack
from evalcli.forms import Order, workbook
from evalcli.forms.office import THIS


def sheets(wanted: Order) -> list[str]:
    return opened(wanted).sheetnames


def test_the_sheets_of_a_county() -> None:
    assert sheets(order()) == ["填表说明", "财政局", "教体局", "编办", "评定"]


def test_the_sheets_of_an_office_and_of_a_school() -> None:
    pack = school_pack()

    assert sheets(order(office="编办")) == ["填表说明", "编办"]
    assert sheets(Order(pack)) == ["填表说明", "民政局", "学校数据"]
    assert sheets(Order(pack, school=True)) == ["填表说明", "学校数据"]


def test_an_office_that_is_called_like_another_sheet() -> None:
    pack = pack_of(HEAD, FIELDS.replace("office: 编办", "office: 评定"))

    assert sheets(order(pack)) == ["填表说明", "财政局", "教体局", "评定2", "评定"]


def test_the_same_form_has_the_same_bytes() -> None:
    assert workbook(filled()) == workbook(filled())


def test_no_formula_no_link_and_no_macro() -> None:
    with ZipFile(BytesIO(workbook(filled()))) as book:
        names = book.namelist()
        cells = "".join(book.read(name).decode("utf-8") for name in names if "worksheets/sheet" in name)

    assert "<f>" not in cells
    assert "hyperlink" not in cells
    assert [name for name in names if "vba" in name or "externalLink" in name] == []


@pytest.mark.parametrize("name", ["=cmd|'/C calc'!A1", "+1", "@SUM(A1)", "<b>&\"'", "𠮷县\u202e", "a\x0bb"])
def test_whatever_a_county_is_called_stays_text(name: str) -> None:
    sheet = opened(Order(PACK, name, "2021年", 2021))["财政局"]

    assert (sheet["B2"].value, sheet["B2"].data_type) == (f"{name}　2021年".replace("\x0b", "_x000B_"), "s")


@pytest.mark.parametrize("name", ["duty-sichuan-2022", "balanced-quality-2017", "preschool-shenyang-2021"])
def test_forms_of_shipped_packs_open(name: str) -> None:
    pack = load_pack(name)
    book = opened(Order(pack, "清溪县", "2022年", 2022))

    assert all(sheet.protection.sheet for sheet in book)
    asked = [field for field in pack.fields.values() if field.kind == "number"]
    guarded = sum(len(sheet.data_validations.dataValidation) for sheet in book)
    assert guarded >= len(asked)


NUMBERS = st.decimals(0, 99, places=4, allow_nan=False).map(lambda number: float(str(number)))
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)


@settings(max_examples=20, deadline=None)
@given(
    spending=NUMBERS, source=TEXTS, ratio=st.sampled_from(["12.38:1", "1：15"]), answer=st.sampled_from(["是", "否"])
)
def test_what_is_typed_comes_back(spending: float, source: str, ratio: str, answer: str) -> None:
    book = load_workbook(BytesIO(workbook(order())))
    typed = {
        "财政局": {"spending": (spending, source)},
        "教体局": {"student_ratio": (ratio, source), "exam_admission": (answer, "")},
    }
    for name, entries in typed.items():
        sheet = book[name]
        for row in range(head_row(sheet) + 1, sheet.max_row + 1):
            if entry := entries.get(str(sheet.cell(row, 1).value)):
                sheet.cell(row, THIS + 1).value, sheet.cell(row, THIS + 3).value = entry
                sheet.cell(row, THIS + 3).data_type = "s"
    returned = BytesIO()
    book.save(returned)
    read = CalamineWorkbook.from_filelike(BytesIO(returned.getvalue()))

    found = {
        row[0]: (row[THIS], row[THIS + 2])
        for name in typed
        for row in read.get_sheet_by_name(name).to_python()
        if row[0] in typed[name]
    }
    assert found == {key: entry for entries in typed.values() for key, entry in entries.items()}


def test_the_rules_survive_another_program() -> None:
    book = load_workbook(BytesIO(workbook(order())))
    kept = BytesIO()
    book.save(kept)
    sheet = load_workbook(kept)["教体局"]

    assert guard(sheet, f"F{sheet.max_row}").formula1 == '"是,否"'

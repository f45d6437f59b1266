"""The sheet of one office, as another program reads it."""

import pytest
from counties import FIELDS, HEAD, pack_of
from forms import filled, guard, head_row, opened, order, row_of, rows

from evalcli.forms.office import note_of
from evalcli.model.filled import Value
from evalcli.model.pack import Field
from evalcli.model.place import Place

REQUIRED = FIELDS.replace("label: 教育支出,", "label: 教育支出, required: true, range: [0, 1000],")
PACK = pack_of(HEAD, REQUIRED)


@pytest.fixture(scope="module")
def finance():
    return opened(order(PACK))["财政局"]


def test_heads_and_rows(finance) -> None:
    assert [cell.value for cell in finance[head_row(finance)]] == [
        "代码", "序号", "名称", "单位", "上年值", "本年值", "必填", "数据来源", "备注",
    ]  # fmt: skip
    assert rows(finance) == [
        ["spending", 1, "教育支出", "亿元", None, None, "是", None, None],
        ["per_pupil.小学", 2, "生均支出（小学）", "元", None, None, None, None, None],
        ["per_pupil.初中", 3, "生均支出（初中）", "元", None, None, None, None, None],
    ]


def test_the_title_says_whose_form_it_is_and_of_which_years(finance) -> None:
    assert [finance.cell(row, 2).value for row in (1, 2, 3)] == [
        "财政局填报",
        "青川县　2021年—2022年上半年",
        "本年：2021年，上年：2020年。黄色必填，绿色选填，灰色不用填。鼠标停在名称上看口径。",
    ]


def test_a_form_of_nobody_yet_names_the_pack() -> None:
    from evalcli.forms import Order

    sheet = opened(Order(PACK))["财政局"]

    assert (sheet["B2"].value, sheet["B3"].value) == (
        "小评价",
        "黄色必填，绿色选填，灰色不用填。鼠标停在名称上看口径。",
    )


def test_only_entries_are_open(finance) -> None:
    row = row_of(finance, "spending")

    assert finance.protection.sheet
    assert finance.protection.password is None
    assert [finance.cell(row, column).protection.locked for column in range(1, 10)] == [
        True, True, True, True, False, False, True, False, False,
    ]  # fmt: skip


def test_what_is_required_has_another_colour(finance) -> None:
    required, optional = (finance.cell(row_of(finance, key), 6) for key in ("spending", "per_pupil.小学"))

    assert (required.fill.fgColor.rgb, optional.fill.fgColor.rgb) == ("FFFFF2CC", "FFEAF3E6")


def test_excel_enforces_the_range(finance) -> None:
    row = row_of(finance, "spending")
    found = [guard(finance, f"{column}{row}") for column in "EF"]

    assert [
        (one.type, one.operator or "between", one.formula1, one.formula2, one.errorStyle or "stop") for one in found
    ] == [("decimal", "between", "0", "1000", "stop")] * 2
    assert found[0].error == "教育支出：只填数字，单位 亿元，0 到 1000。"
    assert finance.cell(row, 6).number_format == "#,##0.0000"


def test_the_note_says_what_is_meant(finance) -> None:
    note = finance.cell(row_of(finance, "spending"), 3).comment

    assert note.text == "一般公共预算教育支出。\n单位：亿元\n范围：0 到 1000\n指标：1.1"


def test_the_note_of_names_and_of_a_basis() -> None:
    field = Field("x", "机制", kind="names", basis="评价期末", meaning="逐项列出。")

    assert note_of(field) == "逐项列出。\n时间口径：评价期末\n几个名称之间用“、”隔开。"


def test_it_prints_on_a4(finance) -> None:
    head = head_row(finance)

    assert (finance.freeze_panes, finance.print_title_rows) == (f"D{head + 1}", f"${head}:${head}")
    assert (finance.page_setup.paperSize, finance.page_setup.orientation) == (9, "landscape")
    assert (finance.sheet_properties.pageSetUpPr.fitToPage, finance.page_setup.fitToHeight) == (True, 0)
    assert (finance.oddFooter.left.text, finance.oddFooter.center.text) == ("财政局", "第 &P 页，共 &N 页")


def test_last_year_is_asked_only_of_what_needs_it() -> None:
    sheet = opened(order(PACK))["教体局"]

    assert sheet.cell(row_of(sheet, "coverage"), 5).protection.locked


def test_last_year_that_is_known_is_shown_and_shut() -> None:
    from decimal import Decimal

    known = {("spending", "", 2020): Value("8.3752亿元", Decimal("8.3752"), "亿元", Place(""))}
    sheet = opened(order(PACK, last=known))["财政局"]
    cell = sheet.cell(row_of(sheet, "spending"), 5)

    assert (cell.value, cell.protection.locked) == (8.3752, True)


def test_what_was_filled_in_is_shown_to_be_corrected() -> None:
    book = opened(filled())
    found = {row[0]: (row[4], row[5], row[7]) for office in ("财政局", "教体局") for row in rows(book[office])}

    assert found["spending"] == (8.3752, 8.3861, "财政决算")
    assert found["per_pupil.小学"] == (10795.83, 10799.07, "财政决算")
    assert (found["student_ratio"][1], found["repairs"][1]) == ("12.38:1", "1387万余元")
    assert (found["mechanisms"][1], found["exam_admission"][1]) == ("研判、处置", "否")


def test_yes_and_no_are_chosen_from_a_list() -> None:
    sheet = opened(order(PACK))["教体局"]

    rule = guard(sheet, f"F{row_of(sheet, 'exam_admission')}")
    assert (rule.type, rule.formula1) == ("list", '"是,否"')

"""The sheet of a school table, and that its heads are found again."""

from counties import document
from forms import guard, head_row, opened
from school_packs import COUNTY, pack_of

from evalcli import fill
from evalcli.forms import Order
from evalcli.forms.schools import letters
from evalcli.handout import correction
from evalcli.read.excel_file import parse

PACK = pack_of()
ROWS = """
tables:
  schools:
    - {学校代码: "0101", 学校名称: 一小, 办学类型: 小学, 学生数（小学）: 400, 教室数: 12, 图书册数: 9000.5}
    - {学校代码: "0102", 学校名称: 一中, 办学类型: 初中, 学生数（初中）: 600, 教室数: 18}
"""


def empty(**more) -> Order:
    return Order(PACK, "青川县", "2021年", 2021, **more)


def known() -> Order:
    filled, notices = fill.county(PACK, document(COUNTY + ROWS), ())
    assert notices == ()
    return correction(empty(), filled)


def test_five_hundred_schools_can_be_filled_in() -> None:
    sheet = opened(empty())["学校数据"]
    head = head_row(sheet)
    last = head + 500

    assert (sheet.max_row, sheet.cell(last, 1).protection.locked, sheet.cell(head, 1).protection.locked) == (
        last,
        False,
        True,
    )
    assert sheet.protection.sheet
    assert sheet.freeze_panes == f"C{head + 1}"
    assert sheet.print_title_cols == "$A:$B"
    assert sheet.print_area == f"'学校数据'!$A$1:$L${head + 25}"


def test_a_school_fills_in_one_row() -> None:
    sheet = opened(empty(school=True))["学校数据"]

    assert (sheet.max_row, sheet.print_area) == (head_row(sheet) + 1, f"'学校数据'!$A$1:$L${head_row(sheet) + 1}")


def test_kinds_are_chosen_and_ranges_enforced() -> None:
    sheet = opened(empty())["学校数据"]
    first = head_row(sheet) + 1
    heads = {cell.value: cell.column_letter for cell in sheet[first - 1]}
    kind, pupils, rural = (guard(sheet, f"{heads[head]}{first}") for head in ("办学类型", "学生数（小学）", "农村学校"))

    assert kind.formula1 == '"小学,教学点,九年一贯制学校,初中,完全中学,特殊教育学校"'
    assert (pupils.type, pupils.operator, pupils.formula1) == ("decimal", "greaterThanOrEqual", "0")
    assert (rural.formula1, rural.formula2, str(rural.sqref)) == (
        "0",
        "1",
        f"{heads['农村学校']}{first}:{heads['农村学校']}{first + 499}",
    )
    assert sheet[f"{heads['办学类型']}{first - 1}"].comment.text == (
        "可以填：小学、教学点、九年一贯制学校、初中、完全中学、特殊教育学校"
    )


def test_codes_are_text_so_that_no_zero_is_lost() -> None:
    sheet = opened(known())["学校数据"]
    first = head_row(sheet) + 1

    assert [(cell.value, cell.number_format) for cell in sheet[first][:4]] == [
        ("0101", "@"), ("一小", "@"), ("小学", "@"), (400, "#,##0"),
    ]  # fmt: skip


def test_what_a_form_shows_is_read_back() -> None:
    """Rows above the head are told apart by whoever reads forms; here they are cut off."""
    from evalcli.fill.tables import school_table
    from evalcli.forms import workbook
    from evalcli.model.table import Table

    sheet, _unread = parse(workbook(known()), "学校.xlsx", "学校数据")
    assert sheet
    every = (sheet.head, *sheet.rows)
    head = next(number for number, row in enumerate(every) if row[0].text == "学校代码")
    table, notices = school_table(PACK, PACK.tables["schools"], Table("学校", "", every[head], every[head + 1 :]))

    assert notices == ()
    assert [
        {f"{column}{stage}": value.raw for (column, stage), value in school.values.items()} for school in table.schools
    ] == [
        {"code": "0101", "name": "一小", "kind": "小学", "pupils小学": "400", "rooms": "12", "books": "9000.5"},
        {"code": "0102", "name": "一中", "kind": "初中", "pupils初中": "600", "rooms": "18"},
    ]


def test_letters_of_columns() -> None:
    assert [letters(place) for place in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]

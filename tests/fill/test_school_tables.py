"""Sheets and lists become school tables; what cannot be read of them is told where it stands."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from school_packs import HEADS, TABLES, filled_of, pack_of, rows, told
from workbooks import book_of

from evalcli import score
from evalcli.fill.tables import school_table
from evalcli.model.filled import School
from evalcli.model.notice import Level
from evalcli.model.place import Place
from evalcli.model.table import Cell, Table
from evalcli.read import csv_file, excel_file

PACK = pack_of()
SPEC = PACK.tables["schools"]
HEAD = "学校代码,学校名称,办学类型,学生数（小学）,学生数（初中）,教室数"


def table(*lines: str) -> Table:
    found, notices = csv_file.parse("\n".join(lines).encode(), "学校.csv")
    assert found is not None, notices
    return found


def schools(*lines: str) -> tuple[tuple[School, ...], list[tuple[str, str, str, str]]]:
    found, notices = school_table(PACK, SPEC, table(*lines))
    return found.schools, told(notices)


def values(school: School) -> dict[str, str]:
    return {
        f"{column}.{stage}" if stage else column: value.text or str(value.number)
        for (column, stage), value in school.values.items()
    }


def test_rows_become_schools_in_the_order_of_their_codes():
    found, notices = schools(HEAD, "0102,二小,小学,200人,,8", "0101,一小,小学,100,,4间", ",,,,,")

    assert notices == []
    assert [(school.code, school.name, school.kind, school.place.line) for school in found] == [
        ("0101", "一小", "小学", 3), ("0102", "二小", "小学", 2),
    ]  # fmt: skip
    assert values(found[0]) == {"code": "0101", "name": "一小", "kind": "小学", "pupils.小学": "100", "rooms": "4"}
    assert found[0].values["pupils", "小学"].place == Place("学校.csv", 3, 4, 3)


@pytest.mark.parametrize(
    "head",
    [
        "学生数（小学）",
        "学生数(小学)",
        " 学生数 （小学） ",
        "学生数.小学",
        "小学学生数",
        "pupils（小学）",
        "在校生.小学",
    ],
)
def test_a_head_may_be_written_in_several_ways(head):
    ((school,), notices) = schools(f"code,学校名称,办学类型,{head}", "1,一小,小学,100")

    assert (notices, values(school)["pupils.小学"]) == ([], "100")


def test_a_row_may_be_shorter_than_the_head_and_a_school_without_a_name_goes_by_its_code():
    ((school,), notices) = schools(HEAD, "7,,小学")

    assert (notices, school.name, "rooms" in values(school)) == ([], "7", False)


def test_codes_of_workbooks_are_text_again():
    found, _notices = school_table(PACK, SPEC, Table("学校", "", (cell("学校代码", 1), cell("办学类型", 2), cell("学生数.小学", 3), cell("学校名称", 4)),
                                                     ((cell("110101.0", 1), cell("小学", 2), cell("5.0", 3), cell("3.0版", 4)),)))  # fmt: skip

    assert (found.schools[0].code, found.schools[0].name) == ("110101", "3.0版")


def cell(text: str, column: int) -> Cell:
    return Cell(text, Place("学校.csv", 1, column))


def test_a_head_that_is_unknown():
    _found, notices = schools(f"{HEAD},图书册书,备考,", "1,一小,小学,100,,4,9,无,")

    assert notices == [
        ("table.unknown-column", "学校.csv:1:7", "表头“图书册书”不是学校数据的列", "最接近的是“图书册数”。"),
        ("table.unknown-column", "学校.csv:1:8", "表头“备考”不是学校数据的列", "没有用到的列可以删去。"),
    ]


def test_a_head_that_stands_twice():
    ((school,), notices) = schools(f"{HEAD},rooms", "1,一小,小学,100,,4,9")

    assert notices == [
        ("table.column-twice", "学校.csv:1:7", "表头“rooms”和前面的一列重复，没有采用这一列", "只留一列。")
    ]
    assert values(school)["rooms"] == "4"


def test_columns_that_are_not_there():
    _found, notices = schools("学校代码,学校名称", "1,一小")

    assert notices == [
        ("table.missing-column", "学校.csv:1:1", "学校数据缺“办学类型”一列", "补上这一列；表头写“办学类型”。"),
        ("table.missing-column", "学校.csv:1:1", "学校数据缺“学生数”一列", "补上这一列；表头写“学生数”。"),
    ]


def test_a_school_without_a_kind():
    ((school,), notices) = schools(HEAD, "1,一小,,100")

    assert notices == [
        ("table.kind", "学校.csv:2:1", "这一行没有填“办学类型”，没有归入任何学段", f"可以填：{'、'.join(KINDS)}。")
    ]
    assert school.kind == ""


@pytest.mark.parametrize(("label", "kinds"), [("学校代码", []), ("办学类型", ["", ""])])
def test_a_column_without_which_no_school_can_be_placed_is_told_once(label, kinds):
    pack = pack_of(
        tables=TABLES.replace("kind: text, required: true", "kind: text").replace(
            "kind: choice, required: true", "kind: choice"
        )
    )
    heads = [head for head in ("学校代码", "学校名称", "办学类型", "小学学生数") if head != label]
    found, notices = school_table(pack, pack.tables["schools"], table(",".join(heads), "1,小学,100", "2,小学,200"))

    assert [school.kind for school in found.schools] == kinds
    assert told(notices) == [
        ("table.missing-column", "学校.csv:1:1", f"学校数据缺“{label}”一列", f"补上这一列；表头写“{label}”。")
    ]


KINDS = sorted(("小学", "教学点", "九年一贯制学校", "初中", "完全中学", "特殊教育学校"))


def test_a_sheet_without_a_head():
    _found, notices = school_table(PACK, SPEC, Table("学校.csv", "", (), ()))

    assert [(notice.code, str(notice.place)) for notice in notices] == [("table.missing-column", "学校.csv")] * 4


@pytest.mark.parametrize("line", [",一小,小学,100", " ,全部学校,,100", "合计,,,100", "9,总计,,100", "小计,乡镇,,100"])
def test_a_row_that_adds_up_the_others(line):
    found, notices = schools(HEAD, "1,一小,小学,100", line)

    assert len(found) == 1
    assert notices == [
        ("table.no-key", "学校.csv:3:1", "这一行没有“学校代码”，或者是合计行，没有采用", "补上代码；合计行请删去。")
    ]


def test_a_code_that_stands_twice():
    found, notices = schools(HEAD, "1,一小,小学,100", "1,二小,小学,200")

    assert [school.name for school in found] == ["一小"]
    assert notices == [
        (
            "table.twice",
            "学校.csv:3:1",
            "学校代码“1”重复：一小和二小",
            "核对代码；同一所学校只留一行（另一行在 学校.csv:2:1）。",
        )
    ]


@pytest.mark.parametrize(
    ("kind", "advice"), [("九年一贯学校", "最接近的是“九年一贯制学校”。"), ("Q", f"可以填：{'、'.join(KINDS)}。")]
)
def test_a_kind_of_school_that_is_unknown(kind, advice):
    _found, notices = schools(HEAD, f"1,一小,{kind},100")

    assert notices == [
        ("table.kind", "学校.csv:2:1", f"“{kind}”不是学校数据认识的办学类型，这一行没有归入任何学段", advice)
    ]


@pytest.mark.parametrize(
    ("given", "code", "message"),
    [
        ("-5", "figure.range", "学生数（小学）：-5小于 0人"),
        ("六百", "figure.number", "学生数（小学）：“六百”不是数值"),
        ("5间", "figure.unit", "学生数（小学）：单位是“间”，应为“人”"),
    ],
)
def test_a_number_that_cannot_be_used(given, code, message):
    found, notices = school_table(PACK, SPEC, table(HEAD, f"1,一小,小学,{given},,4"))

    assert [(notice.code, notice.level, str(notice.place)) for notice in notices] == [
        (code, Level.MUST, "学校.csv:2:4")
    ]
    assert notices[0].message == message
    assert ("pupils", "小学") not in found.schools[0].values


def test_a_line_that_commas_tear_apart_is_not_used():
    found, notices = schools(HEAD, f"1,一小,小学,1,200,{',' * HEAD.count(',')}")

    assert found == ()
    assert [(notice[0], notice[1]) for notice in notices] == [("data.torn", "学校.csv:2:1")]


def test_a_cell_that_says_nothing():
    ((school,), notices) = schools(HEAD, "1,一小,小学,/,—,4")

    assert (notices, [key for key in values(school) if key.startswith("pupils")]) == ([], [])


def test_a_table_that_the_pack_does_not_have():
    _filled, notices = filled_of(PACK, "tables:\n  school: [{学校代码: '1'}]\n  empty: []\n")

    assert told(notices) == [("table.unknown", "county.yaml:7:3", "指标包没有表“school”", "可用的表：schools。")]


def test_a_file_that_the_pack_does_not_have():
    sheet = Table("学校.csv", "", (), ())
    _filled, notices = filled_of(PACK, "", {"others": sheet})

    assert told(notices) == [("table.unknown", "", "指标包没有表“others”", "可用的表：schools。")]


def test_a_list_in_yaml_has_the_heads_of_all_its_rows():
    filled, notices = filled_of(
        PACK,
        "tables:\n  schools:\n    - {学校代码: '1', 办学类型: 小学, 学生数.小学: 5, 学校名称: [一小]}\n    - {教室数: 3, 学校代码: '2', 办学类型: 小学}\n    - 无\n    - {学校代码: ''}\n",
    )

    # A name that is a list is no text; the school goes by its code.
    assert [(school.name, values(school)) for school in filled.tables["schools"].schools] == [
        ("1", {"code": "1", "kind": "小学", "pupils.小学": "5"}),
        ("2", {"code": "2", "kind": "小学", "rooms": "3"}),
    ]
    assert [notice.code for notice in notices] == []


@given(
    st.integers(),
    st.lists(st.tuples(st.integers(0, 900), st.integers(1, 900), st.integers(0, 90)), min_size=1, max_size=6),
)
def test_csv_workbook_and_yaml_give_the_same_result(seed, given_):
    pack = pack_of("table: schools, stage: 小学, judge: {each_school: [books, rooms], reach: 1, floor: 85%}\n"
                   "table: schools, stage: 小学, judge: {spread: [books, rooms], at_most: 0.5}")  # fmt: skip
    lines = [
        f"{code} {code}小 小学 {pupils} - - 5 0 {rooms_} {books}"
        for code, (books, pupils, rooms_) in enumerate(given_, 11)
    ]
    cells = [["" if text == "-" else text for text in line.split()] for line in lines]
    turned = Random(seed).sample(cells, len(cells))
    csv, _unread = csv_file.parse("\n".join(map(",".join, [list(HEADS), *turned])).encode(), "学校.csv")
    numbers = [
        [int(text) if text.isdigit() and place > 2 else text or None for place, text in enumerate(row)]
        for row in turned
    ]
    book, _unread = excel_file.parse(book_of([list(HEADS), *numbers]), "学校.xlsx")
    filled = [filled_of(pack, "", {"schools": sheet}) for sheet in (csv, book)] + [filled_of(pack, rows(*lines))]

    assert [notices for _filled, notices in filled] == [(), (), ()]
    results = [
        [
            (point.judgement.verdict, point.judgement.value, point.judgement.reason)
            for point in score.county(pack, one).items[0].points
        ]
        for one, _notices in filled
    ]
    assert results[0] == results[1] == results[2]


def test_the_hash_of_a_file_stays_with_the_county():
    sheet = table(HEAD, "1,一小,小学,100,,4")
    filled, _notices = filled_of(PACK, "", {"schools": sheet})

    assert filled.inputs["学校.csv"] == sheet.sha256

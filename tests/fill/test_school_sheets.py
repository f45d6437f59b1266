"""Schools are found under heads of several rows, with what lies above and below them left out."""

import pytest
from nodes import told
from office_sheets import county, sheet
from school_packs import COUNTY, pack_of

from evalcli.fill.grid import Grid
from evalcli.fill.school_sheets import lacking, schools

PACK = pack_of()
PLAIN = "学校代码|学校名称|办学类型|学生数（小学）|教室数\n1|一小|小学|100|4\n2|二小|小学|90|3"


def read(*sheets):
    filled, notices = county(*sheets, pack=PACK, head=COUNTY)
    found = filled.tables["schools"].schools if filled.tables else ()
    values = {
        one.name: {".".join(filter(None, key)): value.text or value.number for key, value in one.values.items()}
        for one in found
    }
    return values, notices, filled.read


def test_a_head_of_three_rows_with_titles_units_notes_and_sums():
    text = """
青川县学校情况表
学校代码|学校名称|办学类型|学生数（人）||校舍|
||||| |
|||小学|初中|图书册数|教室数
||||  |万册|间

1|一贯制|九年一贯制学校|100|50|0.2|4
合计|||100|50|0.2|4
注：年末数
填表人：某某
"""
    merged = ((0, 0, 0, 6), (1, 0, 3, 0), (1, 1, 3, 1), (1, 2, 3, 2), (1, 3, 1, 4), (2, 3, 2, 4), (1, 5, 2, 6))
    values, notices, told_as = read(sheet(text, merged=merged))

    assert notices == ()
    assert values == {
        "一贯制": {"code": "1", "name": "一贯制", "kind": "九年一贯制学校", "pupils.小学": 100, "pupils.初中": 50, "books": 2000, "rooms": 4}
    }  # fmt: skip
    assert told_as == ("表.xlsx › 财政：学校数据 1 所，合计行 1 行没有采用，注和签名 2 行没有采用",)


def test_several_files_make_one_table_and_a_code_in_two_is_told():
    other = sheet("学校名称|学校代码|办学类型|学生数（小学）\n三小|3|小学|80\n又一小|1|小学|70", file="三小.xlsx")
    values, notices, _read = read(sheet(PLAIN), other)

    assert list(values) == ["一小", "二小", "三小"]
    assert told(notices) == [("三小.xlsx › 财政 › A3", "学校代码“1”重复：一小和又一小")]


@pytest.mark.parametrize(
    "head",
    [
        "学校代码|学校名称|办学类型|小学学生数|教室数（间）",
        "学校代码|学校名称|办学类型|学生数.小学|教室数",
        "学 校 代 码|学校名称|办学类型|在校生（小学）|教室数",
    ],
)
def test_heads_as_the_pack_knows_them(head):
    values, notices, _read = read(sheet(f"{head}\n1|一小|小学|100|4"))

    assert (values["一小"]["pupils.小学"], values["一小"]["rooms"], notices) == (100, 4, ())


def test_a_sheet_without_the_codes_is_named_with_what_it_lacks():
    text = "学校名称|办学类型|学生数（小学）\n一小|小学|100"
    _values, notices, told_as = read(sheet(text))

    assert [(n.code, str(n.level), n.message, n.advice) for n in notices] == [
        (
            "data.unplaced",
            "疑似",
            "“表.xlsx › 财政”像是学校数据，但没有“学校代码”一列，没有采用",
            "补上“学校代码”一列。",
        )
    ]
    assert told_as == ("表.xlsx › 财政：没有采用",)
    assert lacking(Grid(sheet("甲|乙\n1|2")), PACK) is None
    assert lacking(Grid(sheet("学校名称|备注\n一小|甲")), PACK) is None


def test_too_few_of_the_needed_columns_make_no_table():
    assert schools(Grid(sheet("学校代码|备注\n1|甲")), PACK) is None
    assert schools(Grid(sheet("|\n学校代码\n1")), PACK) is None


def test_a_cell_without_a_value_is_told():
    _values, notices, _read = read(sheet(PLAIN, faults={(1, 4): "显示错误值 #DIV/0!"}))

    assert told(notices) == [("表.xlsx › 财政 › E2", "教室数：这一格显示错误值 #DIV/0!")]


def test_a_table_that_the_county_names_itself_is_not_made_up_of_others():
    named = sheet(PLAIN, name="", file="data/学校.csv")
    rows = "tables: {schools: [{学校代码: 9, 学校名称: 九小, 办学类型: 小学, 学生数（小学）: 5}]}\n"
    filled, notices = county(named, pack=PACK, head=COUNTY + rows)

    assert [school.name for school in filled.tables["schools"].schools] == ["九小"]
    assert [(n.code, str(n.level), n.message) for n in notices] == [
        ("data.table-named", "提示", "“data/学校.csv”也像是学校数据，没有采用：county.yaml 的 tables 已经指明了文件")
    ]

"""Tables that stand one below the other are read each by its own head; one with an empty row in it stays one."""

from nodes import told
from office_sheets import county, figures, flat, sheet

STACKED = """
单位：人
项目|上年|本年
学生数|4|5

单位：万元
年份|教育支出|普惠率
2020年|70000|93%

2021年|80000|94%
注：决算数

附表
项目|本年|上年
维修投入|12|11
"""


def test_tables_below_one_another_are_read_each_by_its_own_head():
    filled, notices = county(sheet(STACKED))

    assert notices == ()
    assert flat(filled) == {
        "students 2020": 4, "students 2021": 5, "spending 2020": 7, "spending 2021": 8,
        "coverage 2020": 93, "coverage 2021": 94, "repairs 2020": 11, "repairs 2021": 12,
    }  # fmt: skip
    assert filled.read == ("表.xlsx › 财政：填报值 8 个，注和签名 1 行没有采用",)


def test_a_table_with_an_empty_row_in_it_is_one():
    assert figures("项目|上年|本年\n学生数|4|5\n\n教师数|1|2") == {
        "students 2020": 4, "students 2021": 5, "teachers 2020": 1, "teachers 2021": 2,
    }  # fmt: skip


def test_our_form_is_never_parted():
    assert figures("代码|名称|本年值\nteachers|教师数|3\n\n代码|名称|单位\nstudents|学生数|5") == {"teachers 2021": 3}


def test_a_table_of_one_column_below_another():
    text = "项目|本年\n学生数|5\n教师数|1\n\n学段|生均支出\n小学|100元\n初中|200元"

    assert figures(text) == {
        "students 2021": 5, "teachers 2021": 1, "per_pupil.小学 2021": 100, "per_pupil.初中 2021": 200,
    }  # fmt: skip


def test_a_table_of_which_nothing_can_be_placed_is_told():
    filled, notices = county(sheet("项目|本年\n学生数|5\n\n教师数|维修投入|\n||9"))

    assert flat(filled) == {"students 2021": 5}
    assert told(notices) == [("表.xlsx › 财政 › A4", "从“教师数”开始的一张表没有采用：认不出填报项和它的值")]

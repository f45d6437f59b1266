"""Tables that stand one below the other are read each by its own head; one with an empty row in it stays one."""

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

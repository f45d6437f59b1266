"""A unit that a sheet states anywhere reaches every number that it holds for; none is dropped because nobody knows it."""

from decimal import Decimal

import pytest
from nodes import told
from office_sheets import codes, county, figures, flat, sheet
from school_packs import COUNTY
from school_packs import pack_of as school_pack

from evalcli.fill.convert import fits, fitting
from evalcli.fill.match import unit_of, units_stated
from evalcli.model.pack import Field

D = Decimal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("单位：万元", ("万元",)),
        ("（单位：万元、人）", ("万元", "人")),
        ("2021年教育经费表（单位：百万元）", ("百万元",)),
        ("填报单位：青山县财政局　金额单位：万元", ("万元",)),
        ("计量单位:元，人和所", ("元", "人", "所")),
        ("填报单位：财政局", ()),
        ("单位", ()),
        ("单位名称：元", ()),
    ],
)
def test_units_for_a_whole_sheet(text, expected):
    assert units_stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("百万元", "百万元"),
        ("（人民币万元）", "万元"),
        ("［千人］", "千人"),
        ("元/生·年", "元/生年"),
        ("万美元", "万美元"),
        ("十万元", "十万元"),
        ("百分点", "百分点"),
        ("财政局", ""),
        ("人社局", ""),
    ],
)
def test_what_a_unit_is(text, expected):
    assert unit_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("指标|单位|本年\n教育支出|百万元|838.61", {"spending 2021": D("8.3861")}),
        ("指标|本年（百万元）\n教育支出|838.61", {"spending 2021": D("8.3861")}),
        ("单位：百万元\n指标|本年\n教育支出|838.61", {"spending 2021": D("8.3861")}),
        ("经费表（金额单位：万元）\n指标|本年\n教育支出|83861\n教师数|636", {"spending 2021": D("8.3861"), "teachers 2021": 636}),
        ("单位：万元、人\n指标|本年\n教育支出|83861\n学生数|5", {"spending 2021": D("8.3861"), "students 2021": 5}),
        ("教育支出【万元】|83861\n教师数/名|636", {"spending 2021": D("8.3861"), "teachers 2021": 636}),
        ("指标|单位|本年\n学生数|千人|1.2\n生均支出（小学）|元/生·年|900", {"students 2021": 1200, "per_pupil.小学 2021": 900}),
        ("附表1||单位：万元\n指标|上年|本年\n教育支出|70000|83861\n学生数|4|5", {"spending 2020": 7, "spending 2021": D("8.3861"), "students 2020": 4, "students 2021": 5}),
        ("单位：人\n指标|本年\n学生数|5\n单位：万元\n教育支出|83861", {"students 2021": 5, "spending 2021": D("8.3861")}),
        ("指标|本年（万元）\n教育支出|约 83861 左右\n维修投入|1 387", {"spending 2021": D("8.3861"), "repairs 2021": 1387}),
        ("指标|单位|本年\n教育支出|财政局|8亿元", {"spending 2021": 8}),
    ],
)  # fmt: skip
def test_a_stated_unit_reaches_the_numbers(text, expected):
    assert figures(text) == expected


def test_a_unit_that_is_not_the_fields_is_told():
    _filled, notices = county(sheet("指标|单位|本年\n教育支出|万美元|8\n维修投入|元/人|9"))

    assert told(notices) == [
        ("表.xlsx › 财政 › C2", "教育支出：单位是“美元”，应为“亿元”"),
        ("表.xlsx › 财政 › C3", "维修投入：单位是“元/人”，应为“万元”"),
    ]


def test_a_label_that_states_a_unit_and_names_no_field_is_told():
    filled, notices = county(sheet("指标|本年\n教育支出|8亿元\n基建专款（单位：万元）|12\n教师数|636"))

    assert flat(filled) == {"spending 2021": 8, "teachers 2021": 636}
    assert told(notices) == [("表.xlsx › 财政 › A3", "“基建专款（单位：万元）”不是指标包的填报项，没有采用")]


def test_figures_of_a_year_and_per_head():
    total, per_head = Field("a", "维修投入", "万元"), Field("b", "教师平均工资", "元")

    assert [fits(unit, total) for unit in ("元", "元/年", "元/人", "元/月", "人")] == [True, True, False, False, False]
    assert [fits(unit, per_head) for unit in ("元/人", "元/人年", "元/月", "人")] == [True, True, False, False]
    assert (fitting(("人", "百万元", "元"), total), fitting(("人",), total)) == ("百万元", "")


def schools(text):
    filled, notices = county(sheet(text), pack=school_pack(), head=COUNTY)
    assert codes(notices) == []
    return [one.values["books", ""].number for one in filled.tables["schools"].schools]


HEAD = "学校代码|学校名称|办学类型|学生数（小学）|图书册数|教室数"


@pytest.mark.parametrize(
    "text",
    [
        f"附表|单位：万册\n{HEAD}\n1|一小|小学|100|0.2|4",
        f"{HEAD}\n|||人|千册|间\n1|一小|小学|100|2|4",
        f"{HEAD.replace('图书册数', '图书册数（百册）')}\n1|一小|小学|100|20|4",
        f"序号|{HEAD}|备注\n9|1|一小|小学|100|2000|4|新建",
    ],
)
def test_units_and_heads_of_school_tables(text):
    assert schools(text) == [2000]

"""Of parts, totals and several years the county's value is taken, or none; what is left over is told."""

from dataclasses import replace

import pytest
from nodes import told
from office_sheets import codes, county, figures, flat, sheet
from school_packs import COUNTY
from school_packs import pack_of as school_pack


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("片区|乡镇|学生数\n东片|甲乡|5\n小计||5\n西片|乙镇|4\n小计||4\n合计（2个）||9", {"students 2021": 9}),
        ("乡镇|学生数|教师数\n全县|9|2\n甲乡|5|1\n乙镇|4|1", {"students 2021": 9, "teachers 2021": 2}),
        ("乡镇|学生数\n甲乡|5\n乙镇|4\n小计|9", {"students 2021": 9}),
        ("乡镇|学生数\n甲乡|\n乙镇|\n合计|9", {"students 2021": 9}),
        ("指标|甲乡|乙镇|小计\n学生数|5|4|9", {"students 2021": 9}),
        ("|年份|学生数|普惠率\n|2020年|4人|93%\n|2021年|5人|94%", {"students 2020": 4, "students 2021": 5, "coverage 2020": 93, "coverage 2021": 94}),
        ("指标|本年\n生均支出|\n小学|100元\n初中|200元", {"per_pupil.小学 2021": 100, "per_pupil.初中 2021": 200}),
        ("指标|甲乡|乙镇|小计|城区|合计\n学生数|5|4|9|3|12", {"students 2021": 12}),
        ("指标|2020年|2021年|合计\n教育支出|7亿元|8亿元|15亿元", {"spending 2020": 7, "spending 2021": 8}),
        ("年份|学生数\n2020|4\n2021|5\n合计|9", {"students 2020": 4, "students 2021": 5}),
        ("指标|上年实际|本年决算数\n教育支出|7亿元|8亿元", {"spending 2020": 7, "spending 2021": 8}),
        ("指标|2020年（决算）|2021年完成情况\n教育支出|7亿元|8亿元", {"spending 2020": 7, "spending 2021": 8}),
        ("指标|本年\n生均支出|\n其中：小学|100元\n  初中|200元\n教师数|3", {"per_pupil.小学 2021": 100, "per_pupil.初中 2021": 200, "teachers 2021": 3}),
        ("指标|本年\n生均支出|150元\n小学|100元\n初中|200元", {"per_pupil.小学 2021": 100, "per_pupil.初中 2021": 200}),
        ("指标|学段|本年\n生均支出|小学|100元\n|初中|200元\n教师数||3", {"per_pupil.小学 2021": 100, "per_pupil.初中 2021": 200, "teachers 2021": 3}),
        ("学生数*|5", {"students 2021": 5}),
        ("指标|2020年||2021年|\n|小学|初中|小学|初中\n生均支出|100元|200元|300元|", {"per_pupil.小学 2020": 100, "per_pupil.初中 2020": 200, "per_pupil.小学 2021": 300}),
        ("县|2020年||2021年|\n|教育支出|学生数|教育支出|学生数\n青川县|7亿元|4|8亿元|5", {"spending 2020": 7, "spending 2021": 8, "students 2020": 4, "students 2021": 5}),
    ],
)  # fmt: skip
def test_the_countys_value_among_others(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "乡镇|学生数|教师数\n甲乡|5|1\n乙镇||1",
        "乡镇|学生数|教师数\n甲乡|5|\n乙镇||\n合计||2",
        "乡镇|学生数|教师数\n甲乡|5|\n乙镇||1",
        "乡镇|学生数\n甲乡|\n乙镇|5\n合计|",
        "乡镇|学生数|教师数\n甲乡|4|1\n小计|5|1\n乙镇||3",
        "片区|学生数\n甲乡|4\n小计|5\n乙镇|3\n小计|3",
        "指标|2021年|\n|甲乡|乙镇\n学生数|5|",
        "指标|2021年|\n|预算数|决算数\n学生数|5|",
    ],
)
def test_one_value_of_a_part_is_not_the_countys(text):
    merged = ((0, 1, 0, 2), (0, 0, 1, 0)) if "指标" in text else ()
    filled, notices = county(sheet(text, merged=merged))

    assert "students 2021" not in flat(filled)
    assert "“学生数”有几个数，分不清哪一个是全县本年的值，都没有采用" in [notice.message for notice in notices]


def test_columns_of_which_none_says_that_it_is_the_countys():
    filled, notices = county(sheet("指标|2020学年|2021学年|备注\n学生数|4|5|无\n教师数|1|2|"))

    assert flat(filled) == {}
    assert told(notices) == [
        ("表.xlsx › 财政 › B2", "“2020学年”、“2021学年”有几列数，分不清哪一列是全县本年的值，都没有采用")
    ]


def test_columns_that_are_left_over_are_told():
    filled, notices = county(sheet("指标|2020年|2021年6月底|增减\n学生数|4|5|1"))

    assert flat(filled) == {"students 2020": 4}
    assert [(notice.code, str(notice.level), notice.message) for notice in notices] == [
        ("data.unmatched", "提示", "“增减”不是指标包的填报项，没有采用"),
        ("data.unmatched", "疑似", "表头“2021年6月底”看不出是不是一整年的值，没有采用"),
    ]


def test_beside_a_total_its_parts_are_not_told():
    filled, notices = county(sheet("指标|男|女|合计\n学生数|4|5|9"))

    assert (flat(filled), notices) == ({"students 2021": 9}, ())


def test_in_our_form_a_column_of_somebodys_own_is_left_alone():
    filled, notices = county(sheet("代码|名称|本年值|草稿\nteachers|教师数|3|4"))

    assert (flat(filled), notices) == ({"teachers 2021": 3}, ())


def test_a_number_without_a_label_is_told():
    filled, notices = county(sheet("指标|本年\n学生数|5\n|6"))

    assert flat(filled) == {"students 2021": 5}
    assert told(notices) == [("表.xlsx › 财政 › B3", "这一行没有名称，“6”没有采用")]


def test_a_member_below_another_heading_is_not_the_fields_above():
    filled, notices = county(sheet("指标|本年\n教师数|3\n生均支出|\n小学|100元\n其他开支|\n初中|7元"))

    assert flat(filled) == {"per_pupil.小学 2021": 100, "teachers 2021": 3}
    assert told(notices) == [("表.xlsx › 财政 › A6", "“初中”不是指标包的填报项，没有采用")]


def test_a_member_below_a_label_that_names_one_already_is_told():
    filled, notices = county(sheet("指标|本年\n生均支出（小学）|100元\n初中|200元"))

    assert flat(filled) == {"per_pupil.小学 2021": 100}
    assert codes(notices) == ["data.unmatched"]


@pytest.mark.parametrize(
    ("text", "expected", "told_as"),
    [
        ("指标|本年（%）\n普惠率|0.94", {"coverage 2021": 0.94}, ["figure.percent"]),
        ("指标|单位|本年\n普惠率|%|0.94%\n普惠率目标|%|1", {"coverage 2021": 0.94, "coverage_target 2021": 1}, []),
        ("指标|本年|增幅（%）\n教育支出|8亿元|0.13", {"spending 2021": 8, "spending 0": 0.13}, []),
        ("代码|单位|本年值\ncoverage|%|0.94", {}, ["figure.unit"]),
    ],
)
def test_a_fraction_where_the_unit_is_per_cent(text, expected, told_as):
    filled, notices = county(sheet(text))

    assert {key: float(value) for key, value in flat(filled).items()} == expected
    assert codes(notices) == told_as


def shares(*cells):
    """Return what is told of a school table with a column in % that holds these cells."""
    pack = school_pack()
    spec = pack.tables["schools"]
    share = replace(spec.columns["rural"], label="随迁占比", unit="%", high=100)
    pack = replace(pack, tables={"schools": replace(spec, columns={**spec.columns, "rural": share})})
    rows = "\n".join(f"{code}|{code}小|小学|100|{cell}" for code, cell in enumerate(cells, 11))
    _filled, notices = county(
        sheet(f"学校代码|学校名称|办学类型|学生数（小学）|随迁占比（%）\n{rows}"), pack=pack, head=COUNTY
    )
    return told(notices)


def test_a_column_of_fractions_where_the_unit_is_per_cent():
    message = "“随迁占比”一列的单位是 %，填的却都在 0 和 1 之间，按 0.2% 这样采用，像是小数"

    assert shares("0", "0.2", "0.35", "1") == [("表.xlsx › 财政 › E3", message)]
    assert [shares(*cells) for cells in (("0.2", "20"), ("0", "1"), ("0.2%", "0.3%"), ("无", ""))] == [[], [], [], []]


TORN = "这一行比表头多几格，像是千分位的逗号把一个数分成了两格，没有采用"


@pytest.mark.parametrize(
    ("text", "expected", "place", "first"),
    [
        ("指标|上年|本年\n学生数|1|100|1|234\n教师数|6|7", {"teachers 2020": 6, "teachers 2021": 7}, "2:1", "学生数"),
        ("年份|学生数|教师数\n2020|999|6\n2021|1|234|7", {"students 2020": 999, "teachers 2020": 6}, "3:1", "2021"),
    ],
)
def test_a_line_that_commas_tear_apart_is_not_used(text, expected, place, first):
    filled, notices = county(sheet(text, name="", file="表.csv"))

    assert flat(filled) == expected
    assert told(notices) == [(f"表.csv:{place}", f"“{first}”{TORN}")]


def test_a_school_whose_line_commas_tear_apart_is_not_used():
    rows = "学校代码|学校名称|办学类型|学生数（小学）\n1|一小|小学|1|200\n2|二小|小学|90"
    filled, notices = county(sheet(rows, name="", file="表.csv"), pack=school_pack(), head=COUNTY)

    assert [one.name for one in filled.tables["schools"].schools] == ["二小"]
    assert told(notices) == [("表.csv:2:1", f"“1”{TORN}")]

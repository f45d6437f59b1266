"""Figures find their field whatever an office's sheet looks like; what is not clear is told and not used."""

from decimal import Decimal

import pytest
from nodes import told
from office_sheets import codes, county, figures, flat, sheet

D = Decimal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("名称|本年值\n教育支出|8.3861亿元", {"spending 2021": D("8.3861")}),
        ("教育支出|8.3861亿元", {"spending 2021": D("8.3861")}),
        ("spending|8亿元\nper_pupil.小学|100元", {"spending 2021": 8, "per_pupil.小学 2021": 100}),
        ("指标|单位|2021年|2020年\n教育支出|万元|83861|83752", {"spending 2021": D("8.3861"), "spending 2020": D("8.3752")}),
        ("项目|去年|今年\n教育支出（亿元）|7|8", {"spending 2021": 8, "spending 2020": 7}),
        ("教育支出|83861|万元", {"spending 2021": D("8.3861")}),
        ("单位：万元\n名称|数值\n教育支出|83861\n普惠率|94%", {"spending 2021": D("8.3861"), "coverage 2021": 94}),
        ("名称|本年值（万元）|增幅（%）\n教育支出|83861|0.13", {"spending 2021": D("8.3861"), "spending 0": D("0.13")}),
        ("名称|小学|初中\n生均支出|100元|200元", {"per_pupil.小学 2021": 100, "per_pupil.初中 2021": 200}),
        ("名称|学段|值\n生均支出|小学|100元\n生均支出|初中|200元", {"per_pupil.小学 2021": 100, "per_pupil.初中 2021": 200}),
        ("1. 教育支出：|8亿元\n（二）教师数|636\n③其中：学生数|7875", {"spending 2021": 8, "teachers 2021": 636, "students 2021": 7875}),
        ("小学生均支出|100元\n生均支出-初中|200元", {"per_pupil.小学 2021": 100, "per_pupil.初中 2021": 200}),
        ("2020年教育支出|7亿元\n本年教育支出|8亿元", {"spending 2020": 7, "spending 2021": 8}),
        ("名称|小学|初中|合计\n学生数|1|2|3人\n生均支出|1元|2元|", {"students 2021": 3, "per_pupil.小学 2021": 1, "per_pupil.初中 2021": 2}),
        ("名称|小学|初中|合计\n生均支出|1元|2元|9元", {"per_pupil.小学 2021": 1, "per_pupil.初中 2021": 2}),
        ("生师比|12.5:1|比", {"student_ratio 2021": D("12.5")}),
        ("名称|本年值|备注\n是否考试招生|否|无", {"exam_admission 2021": 0}),
        ("是否考试招生|否", {"exam_admission 2021": 0}),
        ("名称|本年值|名称|本年值\n教育支出|8亿元|教师数|636\n普惠率|94%|学生数|", {"spending 2021": 8, "teachers 2021": 636, "coverage 2021": 94}),
        ("名称|本年值|上年值\n教育支出|8亿元|7亿元\n名称|上年值|本年值\n生均支出（小学）|90元|100元", {"spending 2021": 8, "spending 2020": 7, "per_pupil.小学 2021": 100, "per_pupil.小学 2020": 90}),
    ],
)  # fmt: skip
def test_one_row_a_field(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("教育支出|教师数\n8亿元|636", {"spending 2021": 8, "teachers 2021": 636}),
        ("教育支出\n8亿元", {"spending 2021": 8}),
        ("县|教育支出|教师数\n|万元|名\n青川县|80000|636", {"spending 2021": 8, "teachers 2021": 636}),
        ("年度|教育支出（亿元）|学生数\n2021年|8|10\n2020年|7|9", {"spending 2021": 8, "spending 2020": 7, "students 2021": 10, "students 2020": 9}),
        ("学段|生均支出|学生数\n小学|100元|5人\n初中|200元|4人\n合计|150元|9人", {"per_pupil.小学 2021": 100, "per_pupil.初中 2021": 200, "students 2021": 9}),
        ("乡镇|学生数|教师数\n甲乡|5|1\n乙乡|4|1\n全县合计|9|2", {"students 2021": 9, "teachers 2021": 2}),
        ("单位：元\n学生数|教师数|小学生均支出\n9|2|100", {"students 2021": 9, "teachers 2021": 2, "per_pupil.小学 2021": 100}),
    ],
)  # fmt: skip
def test_one_column_a_field(text, expected):
    assert figures(text) == expected


def test_heads_of_three_rows_with_merged_cells():
    text = """
青川县教育经费统计表
单位|生均支出|||教育支出
|小学||初中|
|本年|上年|本年|
|元|元|元|亿元
青川县|100|90|200|8
填表人：某某|||电话：1
"""
    merged = ((0, 0, 0, 4), (1, 0, 4, 0), (1, 1, 1, 3), (2, 1, 2, 2), (1, 4, 3, 4))

    assert figures(text, merged) == {
        "per_pupil.小学 2021": 100, "per_pupil.小学 2020": 90, "per_pupil.初中 2021": 200, "spending 2021": 8,
    }  # fmt: skip


def test_years_that_stand_over_the_labels():
    text = "|2021年||2020年|\n县|教育支出|学生数|教育支出|教师数\n青川县|8亿元|5|7亿元|"

    assert figures(text, ((0, 1, 0, 2), (0, 3, 0, 4))) == {"spending 2021": 8, "spending 2020": 7, "students 2021": 5}


def test_a_label_merged_over_the_rows_of_its_members():
    text = "名称|学段|本年|上年\n生均支出|小学|100元|90元\n|初中|200元|190元"

    assert figures(text, ((1, 0, 2, 0),)) == {
        "per_pupil.小学 2021": 100, "per_pupil.小学 2020": 90, "per_pupil.初中 2021": 200, "per_pupil.初中 2020": 190,
    }  # fmt: skip


def test_notes_sums_and_empty_cells_are_passed_over_and_counted():
    filled, notices = county(sheet("名称|本年值\n教育支出|8亿元\n教师数|\n合计|9\n注：决算数|\n\n填表人：某某|"))

    assert (flat(filled), notices) == ({"spending 2021": 8}, ())
    assert filled.read == ("表.xlsx › 财政：填报值 1 个，合计行 1 行没有采用，注和签名 2 行没有采用",)


def test_where_it_is_said_to_come_from_goes_with_the_value():
    filled, _notices = county(sheet("名称|本年值|数据来源\n教育支出|8亿元|决算表\n教师数|636|"))

    assert [figure.years[2021].said for figure in filled.figures.values()] == ["决算表", ""]


def test_a_value_keeps_its_place_and_what_was_typed_with_the_unit_of_its_row():
    filled, _notices = county(sheet("名称|单位|本年值\n教育支出|万元|83861\n教师数|名|约636"))

    values = {key[0]: figure.years[2021] for key, figure in filled.figures.items()}
    assert {name: (value.raw, str(value.place)) for name, value in values.items()} == {
        "spending": ("83861万元", "表.xlsx › 财政 › C2"),
        "teachers": ("约636名", "表.xlsx › 财政 › C3"),
    }
    assert (values["spending"].number, values["teachers"].approx) == (D("8.3861"), "约")


@pytest.mark.parametrize(
    ("text", "place", "label"),
    [
        ("乡镇|学生数|教师数\n甲乡|5|1\n乙乡|4|", "B1", "学生数"),
        ("名称|小学|初中\n学生数|5|4", "A2", "学生数"),
    ],
)
def test_of_several_numbers_none_is_chosen(text, place, label):
    _filled, notices = county(sheet(text))

    assert notices[0].code == "data.unclear"
    assert told(notices[:1]) == [
        (f"表.xlsx › 财政 › {place}", f"“{label}”有几个数，分不清哪一个是全县本年的值，都没有采用")
    ]


def test_of_columns_without_heads_none_is_chosen():
    _filled, notices = county(sheet("教育支出|8|7\n教师数|1|2"))

    assert told(notices) == [("表.xlsx › 财政 › B1", "“教育支出”有几列数，分不清哪一列是全县本年的值，都没有采用")]


def test_a_label_that_is_nearly_one_is_told_with_the_nearest():
    _filled, notices = county(sheet("名称|本年值\n教育支出|8亿元\n普惠比率|94%\n户数|9\n井数|2"))

    assert [(notice.code, str(notice.level), notice.message, notice.advice) for notice in notices] == [
        ("data.unmatched", "疑似", "“普惠比率”没有对上指标包的填报项，没有采用", "最接近的是“普惠率”；是同一项时改成这个名称。"),
        ("data.unmatched", "提示", "“户数”、“井数”不是指标包的填报项，没有采用", "不是自评要用的数，可以不管。"),
    ]  # fmt: skip


def test_a_column_of_numbers_that_names_no_field_is_told():
    _filled, notices = county(sheet("教育支出|教师数|户数\n8亿元|636|9"))

    assert told(notices) == [("表.xlsx › 财政 › C1", "“户数”不是指标包的填报项，没有采用")]


def test_more_names_than_one_message_holds():
    rows = "\n".join(f"户数{number}|9" for number in range(7))
    _filled, notices = county(sheet(f"名称|本年值\n教育支出|8亿元\n{rows}"))

    assert notices[0].message == "“户数0”、“户数1”、“户数2”、“户数3”、“户数4”等 7 项不是指标包的填报项，没有采用"


def test_of_members_without_a_name_the_field_asks_for_them():
    _filled, notices = county(sheet("名称|本年值\n生均支出|100元"))

    assert codes(notices) == ["figure.member"]


def test_a_total_of_members_that_nobody_gave_is_told_as_in_yaml():
    _filled, notices = county(sheet("名称|合计\n生均支出|100元"))

    assert codes(notices) == ["figure.member"]

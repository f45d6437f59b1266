"""Labels as offices write them lead to one field, or to none."""

from dataclasses import replace

import pytest
from counties import pack_of

from evalcli.fill.match import (
    GROWTH,
    LAST,
    THIS,
    Labels,
    Spot,
    bare,
    is_note,
    is_sum,
    role_of,
    unit_of,
    without_unit,
    year_of,
)

PACK = pack_of()
LABELS = Labels(PACK)


def labelled(**labels: str) -> Labels:
    """Return the labels of the small pack with some fields called otherwise."""
    fields = {name: replace(field, label=labels.get(name, field.label)) for name, field in PACK.fields.items()}
    return Labels(replace(PACK, fields=fields))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" 教育 支出：", "教育支出"),
        ("（一）教育支出", "教育支出"),
        ("(12)教育支出", "教育支出"),
        ("一、教育支出", "教育支出"),
        ("1.教育支出", "教育支出"),
        ("2.4 教育支出", "教育支出"),
        ("①教育支出", "教育支出"),
        ("其中：教育支出", "教育支出"),
        ("３岁以下", "3岁以下"),
        ("2021年", "2021年"),
        ("1.5倍", "1.5倍"),
    ],
)
def test_what_stands_around_a_label_does_not_count(text, expected):
    assert bare(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("spending", Spot("spending")),
        ("教育支出（万元）", Spot("spending", unit="万元")),
        ("2020年度教育支出", Spot("spending", year=2020)),
        ("去年教育支出", Spot("spending", year=LAST)),
        ("教育支出同比增长", Spot("spending", year=GROWTH)),
        ("spending.growth", Spot("spending", year=GROWTH)),
        ("生均支出（小学）", Spot("per_pupil", "小学")),
        ("per_pupil.初中", Spot("per_pupil", "初中")),
        ("小学生均支出（元）", Spot("per_pupil", "小学", unit="元")),
        ("2020年教育支出增幅", None),
        ("教育支出（决算）", None),
        ("支出", None),
        ("", None),
    ],
)
def test_a_label_leads_to_a_field(text, expected):
    assert LABELS.find(text) == expected


def test_a_name_that_two_fields_share_names_neither():
    labels = labelled(opening_year="年份", closing_year="年份")

    assert (labels.find("年份"), labels.find("opening_year")) == (None, Spot("opening_year"))


def test_a_label_counts_more_than_another_fields_alias():
    fields = {
        name: replace(field, aliases=("学生数", "老师数")) if name == "teachers" else field
        for name, field in PACK.fields.items()
    }
    labels = Labels(replace(PACK, fields=fields))

    assert (labels.find("学生数"), labels.find("老师数")) == (Spot("students"), Spot("teachers"))


def test_two_rows_of_a_head_read_as_one():
    assert LABELS.joined(("生均", "支出")) == Spot("per_pupil")
    assert LABELS.joined(("生均支出", "小学")) == Spot("per_pupil")
    assert LABELS.joined(("别的", "什么")) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2021", 2021),
        ("2021年末", 2021),
        ("本年值（万元）", THIS),
        ("上年同期", LAST),
        ("增幅（%）", GROWTH),
        ("1921年", None),
    ],
)
def test_years(text, year):
    assert year_of(text) == year


def test_words_of_heads():
    assert [role_of(text) for text in ("代 码", "指标名称：", "计量单位", "数据来源", "数值", "备注", "甲")] == [
        "code", "name", "unit", "said", "value", "other", "",
    ]  # fmt: skip
    assert [unit_of(text) for text in ("万元", "（万元）", "单位：万元", "计量单位：％", "甲")] == [
        "万元",
        "万元",
        "万元",
        "%",
        "",
    ]
    assert without_unit("面积(平方米)") == ("面积", "平方米")
    assert without_unit("面积(校舍)") == ("面积(校舍)", "")


@pytest.mark.parametrize(
    "text", ["注：见附表", "填表人：某某", "审核人", "填表日期：2022-01-01", "（盖章）", "注1：甲"]
)
def test_notes(text):
    assert is_note(text)


def test_what_is_no_note_and_no_sum():
    assert [is_note(text) for text in ("注册学生数", "教育支出")] == [False, False]
    assert [is_sum(text) for text in ("合 计", "全县合计", "合计数")] == [True, True, False]


def test_the_nearest_label():
    assert [LABELS.near(text) for text in ("普惠比率", "普惠率目标（%）", "粮食产量")] == ["普惠率", "普惠率目标", ""]


def test_members_and_units_of_fields():
    assert (LABELS.member("per_pupil", " 小学 "), LABELS.member("spending", "小学")) == ("小学", "")
    assert (LABELS.is_member("初中"), LABELS.is_member("高中")) == (True, False)
    assert [LABELS.fitting("spending", units) for units in (("人", "万元"), ("元",), ("人",))] == ["万元", "元", ""]
    assert LABELS.field("spending").label == "教育支出"

"""Figures of an old report beside the fields that they probably are."""

import pytest
from old_reports import old


def guessed(*lines):
    return [
        (f"{guess.statement.value:f}{guess.statement.unit}", guess.field + ".growth" * guess.growth, guess.member)
        for guess in old(*lines).guesses
    ]


def test_a_figure_by_its_name():
    assert guessed("1.教育投入。2021年教育支出8.3861亿元。") == [("8.3861亿元", "spending", "")]


def test_a_growth_is_that_of_the_figure_before_it():
    assert guessed("1.教育投入。2021年教育支出8.3861亿元，同比增长0.13%。")[-1] == ("0.13%", "spending.growth", "")


def test_a_growth_in_another_paragraph_is_nobodys():
    assert guessed("1.教育投入。2021年教育支出8.3861亿元。", "水费同比增长3%。")[-1][1] == ""


def test_members_by_their_long_names():
    assert guessed("1.教育投入。生均支出普通小学10799.07元，普通初中14572.85元。") == [
        ("10799.07元", "per_pupil", "小学"),
        ("14572.85元", "per_pupil", "初中"),
    ]


@pytest.mark.parametrize(
    "line",
    ["1.教育投入。新建厕所8亿元。", "1.教育投入。教育支出8人。", "3.依法办学。查处违规食堂300家。"],
)
def test_what_is_like_no_field_is_listed_without_one(line):
    assert [field for _value, field, _member in guessed(line)] in ([""], ["cases"])


def test_a_target_is_no_figure_of_the_year():
    assert guessed("2.普惠和师资。到2025年普惠率达到95%以上。") == [("95%", "coverage_target", "")]


def test_a_ratio():
    assert guessed("2.普惠和师资。学生7875人，教师636名，生师比12.38:1。")[-1][1] == "student_ratio"

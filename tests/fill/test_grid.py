"""A merged cell says the same over all that it covers."""

import pytest
from office_sheets import sheet

from evalcli.fill.grid import Grid, is_amount, is_head_word, number_like, states_unit, torn, with_unit
from evalcli.model.document import Scalar
from evalcli.model.place import Place
from evalcli.model.table import Cell

GRID = Grid(sheet("甲||乙\n|丙|\n注：见下|1|", merged=((0, 0, 1, 0), (0, 0, 0, 1), (1, 1, 1, 9))))


def test_merged_cells_are_spread():
    assert [[GRID.text(row, column) for column in range(3)] for row in range(2)] == [
        ["甲", "甲", "乙"],
        ["甲", "丙", "丙"],
    ]
    assert (GRID.path((0, 1), 0), GRID.path((0, 1), 1)) == (("甲",), ("甲", "丙"))
    assert (GRID.height, GRID.width, GRID.filled(2)) == (3, 3, (0, 1))


def test_more_merged_cells_than_any_form_has_are_left_as_they_are():
    huge = Grid(sheet("甲|乙\n丙|丁", merged=((0, 0, 300_000, 1),)))

    assert huge.text(1, 1) == "丁"


def test_a_note_is_a_row_that_begins_with_one():
    assert [GRID.is_note(row) for row in range(3)] == [False, False, True]
    assert Grid(sheet("|")).is_note(0) is False


def test_a_unit_for_all_of_a_sheet():
    assert Grid(sheet("表（单位：人）\n|单位：万元\n甲|1"), ("所",)).stated_units(2) == ("万元", "人", "所")
    assert Grid(sheet("单位名称\n甲|1")).stated_units(9) == ()
    assert (states_unit("单位：万元"), states_unit("万元"), states_unit("填报单位")) == (True, False, False)


@pytest.mark.parametrize(
    ("text", "unit", "typed"),
    [
        ("1387", "万元", "1387万元"),
        ("约１，３８７余", "万元", "约１，３８７余万元"),
        ("1387万元", "元", "1387万元"),
        ("约 9 左右", "万元", "约 9万元左右"),
        ("1 387", "万元", "1 387万元"),
        ("94%", "%", "94%"),
        ("12.5", "比", "12.5"),
        ("12.5", "", "12.5"),
        ("=1+1", "人", "=1+1"),
    ],
)
def test_a_bare_number_takes_the_unit_of_its_row(text, unit, typed):
    here = Place("a", 1, 1)
    found = with_unit(Cell(text, here), unit)

    assert (found, found.place) == (Scalar(typed, here, quoted=True), here)


def test_words_that_stand_in_heads():
    assert [is_head_word(text) for text in ("本年值", "（万元）", "值（元）", "合计", "备注", "教育支出")] == [
        True
    ] * 5 + [False]
    assert [number_like(text) for text in ("1,387.5", "-3", "近9", "12.5:1", "")] == [True, True, True, False, False]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("学生数,1,234", True),
        ("学生数,999,1,234.5人", True),
        ("学生数,-1,234,", True),
        ("学生数,1234", False),
        ("学生数,1,23,", False),
        ("学生数,1234,567,", False),
        ("学生数,0,234,", False),
    ],
)
def test_numbers_that_commas_tear_apart(line, expected):
    assert torn(line.split(","), 2) is expected


def test_only_lines_of_text_can_be_torn():
    rows = "指标|本年\n|\n学生数|1|234"

    assert [Grid(sheet(rows, name=name)).is_torn(2, (0, 1)) for name in ("", "财政")] == [True, False]


GROUPS = """
指标|2020年||2021年||备注
|小学|初中|小学|初中|说明
|元|元|元||
"""


def test_a_head_reaches_to_the_next_where_nothing_is_merged():
    grid = Grid(sheet(GROUPS))

    assert [grid.path((0, 1), column) for column in range(6)] == [
        ("指标",), ("2020年", "小学"), ("2020年", "初中"), ("2021年", "小学"), ("2021年", "初中"), ("备注", "说明"),
    ]  # fmt: skip
    assert grid.path((0, 1, 2), 4) == ("2021年", "初中")


@pytest.mark.parametrize(
    "rows",
    [
        "指标|2021年|\n|小学|备注",
        "2021年|\n指标|2020年",
        "指标|\n|小学",
        "|\n指标|小学",
    ],
)
def test_a_head_does_not_reach_where_another_begins(rows):
    grid = Grid(sheet(rows))
    last = grid.width - 1

    assert grid.path((0, 1), last) == (grid.text(1, last),)


def test_amounts_are_numbers_with_units_or_without():
    texts = ("8", "8亿元", "约1,387余 人", "94%", "2021", "2021年", "3至6岁", "甲", "8局")

    assert [is_amount(text) for text in texts] == [True] * 4 + [False] * 5

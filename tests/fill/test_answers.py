"""The answered list of doubts."""

from datetime import date

import pytest

from evalcli.fill.answers import answers
from evalcli.model.place import Place
from evalcli.model.table import Cell, Table

HEADS = ("编号", "单位", "疑点", "答复", "更正值", "说明", "答复人", "日期")


def table(*rows, heads=HEADS):
    lines = [
        tuple(Cell(text, Place("答复.xlsx", n, m, sheet="疑点")) for m, text in enumerate(row, 1))
        for n, row in enumerate((heads, *rows), 1)
    ]
    return Table("答复.xlsx", "", lines[0], tuple(lines[1:]))


def test_what_is_answered_is_read_with_who_and_when():
    row = ("0a1a2b-0c2b3d", "财政局", "变动大", " 属实 ", "", "补发工资", "预算股", "2022年9月5日")
    (found,), notices = answers(table(row))

    assert notices == ()
    assert (found.id, found.verdict, found.value, found.because, found.by, found.on, str(found.place)) == (
        "0a1a2b-0c2b3d", "属实", "", "补发工资", "预算股", date(2022, 9, 5), "答复.xlsx › 疑点 › D2",
    )  # fmt: skip


@pytest.mark.parametrize(
    "row",
    [
        ("0a1a2b-0c2b3d", "财政局", "变动大", "", "", "", "", ""),
        ("0a1a2b-0c2b3d", "财政局"),
        ("",) * 8,
    ],
)
def test_rows_that_answer_nothing_are_left_out(row):
    assert answers(table(row)) == ((), ())


def test_a_date_cell_comes_with_its_midnight():
    (found,), _notices = answers(table(("0a1a2b-0c2b3d", "", "", "属实", "", "对", "甲", "2022-09-05 00:00:00")))

    assert found.on == date(2022, 9, 5)


def test_a_short_row_still_has_its_place():
    (found,), _notices = answers(
        table(("0a1a2b-0c2b3d", "属实"), heads=("编号", "说明", "答复", "更正值", "答复人", "日期"))
    )

    assert (found.verdict, found.because, str(found.place)) == ("", "属实", "答复.xlsx › 疑点 › B2")


def test_another_table_is_refused():
    found, (notice,) = answers(table(heads=("编号", "答复")))

    assert found == ()
    assert (notice.code, notice.message) == (
        "answer.columns", "不是疑点答复单：缺“更正值”、“说明”、“答复人”、“日期”",
    )  # fmt: skip


@pytest.mark.parametrize(("number", "shown"), [("0a1a2b", "0a1a2b"), ("abc", "abc"), ("", "空")])
def test_an_answer_under_a_number_that_is_none_is_told(number, shown):
    found, (notice,) = answers(table((number, "财政局", "变动大", "属实", "", "补发", "预算股", "2022-09-05")))

    assert (found, str(notice.level), notice.code) == ((), "疑似", "answer.unknown")
    assert notice.message == f"“{shown}”不是疑点的编号，这一条答复没有采用"
    assert str(notice.place) == "答复.xlsx › 疑点 › D2"

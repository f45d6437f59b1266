"""CSV and TSV become a sheet, whatever program wrote them."""

import pytest

from evalcli.model.notice import Level
from evalcli.model.place import Place
from evalcli.model.table import Cell, Table
from evalcli.read.csv_file import parse, sheet
from evalcli.read.limits import MOST_CELLS, MOST_ROWS

TEXT = "学校代码,学校名称,学生数（小学）\r\n1,第一小学,100\r\n2,第二小学,200\r\n"
NAME = "data/学校.csv"


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in (table.head, *table.rows)]


def told(data: bytes) -> list[tuple[str, str, str, str]]:
    found, notices = parse(data, NAME)
    assert found is None
    assert {notice.level for notice in notices} == {Level.STOP}
    return [(notice.code, str(notice.place), notice.message, notice.advice) for notice in notices]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("gb18030"),
        TEXT.replace(",", "\t").encode(),
        TEXT.replace(",", ";").encode(),
        TEXT.replace("\r\n", "\n").encode(),
        ("\r\n\r\n" + TEXT.replace("\r\n2", "\r\n,,\r\n2")).encode(),
        TEXT.replace("第一小学", '"第一小学"').encode(),
    ],
    ids=["utf-8", "bom", "utf-16", "gb18030", "tsv", "semicolons", "unix", "empty rows", "quoted"],
)
def test_whoever_wrote_it(data):
    found, notices = parse(data, NAME)

    assert notices == ()
    assert texts(found) == [
        ["学校代码", "学校名称", "学生数（小学）"],
        ["1", "第一小学", "100"],
        ["2", "第二小学", "200"],
    ]


def test_a_cell_knows_where_it_stands():
    found, _notices = parse(TEXT.encode(), NAME)

    assert (found.name, len(found.sha256), found.rows[1][1]) == (NAME, 64, Cell("第二小学", Place(NAME, 3, 2, 4)))


def test_a_row_may_be_shorter_or_longer_than_the_head():
    found, _notices = parse("甲,乙\n1\n1,2,3\n".encode(), NAME)

    assert texts(found) == [["甲", "乙"], ["1"], ["1", "2", "3"]]


def test_a_comma_or_a_line_break_inside_quotes_is_text():
    found, _notices = parse('甲,乙\n"1,5","上\n下"\n2,3\n'.encode(), NAME)

    assert texts(found)[1:] == [["1,5", "上\n下"], ["2", "3"]]
    assert [row[0].place.line for row in found.rows] == [3, 4]


def test_a_table_of_any_county_is_short_enough():
    rows = ["甲"] + ["1"] * (MOST_ROWS - 1)
    found, notices = parse("\n".join(rows).encode(), NAME)

    assert (len(found.rows), notices) == (MOST_ROWS - 1, ())
    assert told("\n".join([*rows, "1"]).encode()) == [
        ("table.too-long", NAME, "表超过 20000 行", "一个县没有这么多学校；核对是不是放错了文件。")
    ]


@pytest.mark.parametrize("data", [b"", b"\r\n\r\n", b",,\n , ,\n"], ids=["nothing", "lines", "cells"])
def test_an_empty_table(data):
    assert told(data) == [("table.empty", NAME, "表里没有内容", "填好后再试。")]


def test_a_cell_without_end():
    message = "到这一行为止，有一格的英文引号没有配对"

    assert told(('甲\n"' + "一" * 200_000).encode()) == [
        ("table.syntax", f"{NAME}:2:1", message, "补上或删去引号，或用 Excel、WPS 另存为 CSV 再试。")
    ]


def test_bytes_that_are_no_text():
    assert [code for code, *_rest in told(b"PK\x03\x04")] == ["file.encoding"]


def test_a_quotation_mark_left_open_loses_no_school() -> None:
    table, notices = parse('代码,人数,备注\n1,10,"甲\n2,20,乙\n3,30,丙\n'.encode(), "x.csv")

    assert (table, [notice.code for notice in notices]) == (None, ["table.syntax"])


@pytest.mark.parametrize("separator", [",", "\t", ";", "|"])
def test_the_separator_is_the_sign_that_stands_equally_often(separator):
    rows = [["学校情况表"], ["代码", "人数", "备注"], ["1", "1，000", "甲；乙"], ["2", "90", "丙"]]
    found, _notices = sheet("\n".join(separator.join(row) for row in rows).encode(), "x.csv")

    assert found.rows == tuple(tuple(row) for row in rows)


def test_thousands_do_not_count_as_cells():
    found, _notices = sheet(b"a\tb\tc\n1,000\t2,000\t3\n4,000\t5,000\t6\n", "x.tsv")

    assert found.rows[1] == ("1,000", "2,000", "3")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_usual_encoding_reads_alike(codec):
    found, notices = sheet("指标,本年值\n教育支出,8亿元\n".encode(codec), "x.csv")

    assert (found.rows, notices) == ((("指标", "本年值"), ("教育支出", "8亿元")), ())
    assert found.encoding == ("utf-16" if codec.startswith("utf-16") else codec)


def test_a_million_empty_lines():
    found, notices = sheet(b"\n" * 200_001, "x.csv")

    assert (found, [notice.code for notice in notices]) == (None, ["table.too-long"])


def test_more_cells_than_any_county_has():
    wide = b"a," * (MOST_CELLS // 2)
    found, notices = sheet(wide + b"\n" + wide, "x.csv")

    assert [(notice.code, notice.message, str(notice.place)) for notice in notices] == [
        ("table.too-large", "表超过 500000 格", "x.csv")
    ]
    assert found is None


def test_empty_cells_are_not_counted():
    found, notices = sheet((b"," * 499 + b"\n") * 1001 + b"a", "x.csv")

    assert (len(found.rows), notices) == (1002, ())

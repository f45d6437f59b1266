"""Workbooks: a sheet for every annex, its head in sight, numbers as numbers and everything else as text."""

from io import BytesIO

import openpyxl

from evalcli.model.report import Annex, Body, Column, Draft, Row, Run, Table
from evalcli.publish.excel import excel


def text(*cells: str):
    return tuple((Run(cell),) for cell in cells)


TABLE = Table(
    (Column("序号", 10), Column("任务", 40, "left"), Column("得分", 10, number=True)),
    (
        Row(text("1.10", "=SUM(A1:A9)", "12.50")),
        Row(text("https://example.org", "甲\n乙\x00", "—")),
        Row(text("小计", "7"), span=2, strong=True),
    ),
    note="注：演示。",
)
DRAFT = Draft(
    (Annex("台账", "某市台账", (Body((Run("前言"),)), TABLE), landscape=True), Body((Run("别的"),))),
    "标题",
    "某局",
    "2018-07-10",
)


def book(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(data))


def test_a_sheet():
    sheet = book(excel(DRAFT))["台账"]

    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["某市台账", None, None],
        ["序号", "任务", "得分"],
        ["1.10", "=SUM(A1:A9)", 12.5],
        ["https://example.org", "甲\n乙\ufffd", "—"],
        ["小计", None, 7],
        ["注：演示。", None, None],
    ]
    assert [sheet.cell(3, column).data_type for column in (1, 2, 3)] == ["s", "s", "n"]
    assert (sheet.cell(3, 3).number_format, sheet.cell(5, 3).number_format, sheet.cell(5, 1).font.bold) == (
        "0.00",
        "0",
        True,
    )
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.auto_filter.ref) == ("A3", "$2:$2", "A2:C5")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)


def test_a_table_without_a_note_ends_with_its_rows():
    bare = Draft((Annex("表", "名", (Table((Column("甲", 1),), (Row(text("1")),)),)),), "标题", "某局", "2018-07-10")

    assert book(excel(bare))["表"].max_row == 3


def test_the_same_tables_are_the_same_bytes():
    assert excel(DRAFT) == excel(DRAFT)


def test_title_author_and_day():
    found = book(excel(DRAFT)).properties

    assert (found.title, found.creator, f"{found.created:%Y-%m-%d}") == ("标题", "某局", "2018-07-10")

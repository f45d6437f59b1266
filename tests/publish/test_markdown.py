"""The Markdown report."""

from pathlib import Path

import pytest
from publish_support import draft, small_draft, text

from evalcli.model.report import Block, Body, Column, Heading, Row, Run, Table
from evalcli.publish import publish

_GOLDEN = Path(__file__).parent / "golden" / "small.md"


def _markdown(*blocks: Block) -> str:
    return publish(draft(*blocks), "md").decode("utf-8")


def test_small_report() -> None:
    assert publish(small_draft(), "md").decode("utf-8") == _GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("3.5与a*b", "3.5与a\\*b\n"),
        ("1) 甲", "1\\) 甲\n"),
        ("2022.", "2022\\.\n"),
        ("-1%", "-1%\n"),
        ("- 甲", "\\- 甲\n"),
        ("---", "\\---\n"),
        ("===", "===\n"),
        ("# 甲|乙", "\\# 甲\\|乙\n"),
        ("  甲 ", "&#32;&#32;甲&#32;\n"),
        ("甲\t乙", "甲&#9;乙\n"),
        ("", "\n"),
    ],
)
def test_text_is_escaped_only_where_it_would_be_markup(typed: str, expected: str) -> None:
    assert _markdown(Body(text(typed))) == expected


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((Run("一是投入。", bold=True), Run("全年")), "**一是投入**。全年\n"),
        ((Run("“甲”", bold=True),), "“**甲**”\n"),
        ((Run("甲", bold=True), Run(""), Run("乙", bold=True)), "**甲乙**\n"),
        ((Run("——", bold=True),), "——\n"),
    ],
)
def test_bold_leaves_marks_outside(runs: tuple[Run, ...], expected: str) -> None:
    assert _markdown(Body(runs)) == expected


def test_heading_without_text_is_left_out() -> None:
    assert _markdown(Heading(2, ()), Heading(9, text("甲"))) == "##### 甲\n"


def test_table_with_span_lines_and_alignment() -> None:
    table = Table(
        (Column("指\n标", 1, "left"), Column("数", 1, "right"), Column("判定", 1)),
        (Row((text("甲"), text("1"), text("是"))), Row((text("合计"), text("a|b")), span=2, strong=True)),
    )

    assert _markdown(table).splitlines() == [
        "| 指<br>标 | 数 | 判定 |",
        "| :--- | ---: | :---: |",
        "| 甲 | 1 | 是 |",
        "| **合计** |  | **a\\|b** |",
    ]

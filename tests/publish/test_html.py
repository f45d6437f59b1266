"""The HTML report: one file, nothing outside it, figures that know their field."""

import re

import pytest
from publish_support import draft, small_draft, text

from evalcli.model.report import Annex, Attachments, Block, Body, Column, Heading, Row, Run, Signature, Table, Title
from evalcli.publish import publish


def _main(*blocks: Block) -> list[str]:
    """Return the lines of the report's body."""
    page = publish(draft(*blocks), "html").decode("utf-8")
    return page.split("<main>\n")[1].split("</main>")[0].splitlines()


def test_head_names_language_title_and_author() -> None:
    lines = publish(small_draft(), "html").decode("utf-8").splitlines()

    assert lines[:8] == [
        "<!DOCTYPE html>",
        '<html lang="zh-CN">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="author" content="青川县人民政府">',
        '<meta name="date" content="2022-09-30">',
        "<title>青川县自评报告</title>",
    ]


def test_nothing_comes_from_outside() -> None:
    page = publish(small_draft(), "html").decode("utf-8")

    assert re.findall(r"<script|<link|<img|url\(|https?:|@import", page) == []


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (Run("甲 & <乙>"), "<p>甲 &amp; &lt;乙&gt;</p>"),
        (Run("甲", bold=True), "<p><b>甲</b></p>"),
        (Run("8.39", claim='a"b'), '<p><data value="a&quot;b">8.39</data></p>'),
        (Run("【缺：甲】", missing=True), "<p><mark>【缺：甲】</mark></p>"),
        (Run("", bold=True), "<p></p>"),
    ],
)
def test_runs(run: Run, expected: str) -> None:
    assert _main(Body((run,))) == [expected]


def test_title_and_headings() -> None:
    assert _main(Title(("甲县", "报告")), *(Heading(level, text("乙")) for level in (0, 1, 4, 7))) == [
        "<h1>甲县<br>报告</h1>",
        "<h2>乙</h2>",
        "<h2>乙</h2>",
        "<h5>乙</h5>",
        "<h5>乙</h5>",
    ]


def test_annexes_are_listed_and_signed() -> None:
    assert _main(Attachments(("甲", "乙")), Attachments(("丙",)), Signature("", "2022年9月30日")) == [
        '<div class="attachments">',
        '<p class="first">附件：1.甲</p>',
        '<p class="next">2.乙</p>',
        "</div>",
        '<div class="attachments">',
        '<p class="only">附件：丙</p>',
        "</div>",
        '<div class="signature"><div>',
        "<p>2022年9月30日</p>",
        "</div></div>",
    ]


def test_table() -> None:
    table = Table(
        (Column("指\n标", 2, "left"), Column("数", 1, "right"), Column("判定", 0)),
        (Row((text("甲\n乙"), text("1"), text("是"))), Row((text("合计"), text("—")), span=2, strong=True)),
        caption="表1",
        unit="单位：元",
        note="注：略。",
    )

    assert _main(table) == [
        '<p class="caption">表1</p>',
        '<p class="unit">单位：元</p>',
        '<table class="short">',
        '<colgroup><col style="width:50.0%"><col style="width:25.0%"><col style="width:25.0%"></colgroup>',
        '<thead><tr><th scope="col">指<br>标</th><th scope="col">数</th><th scope="col">判定</th></tr></thead>',
        "<tbody>",
        '<tr><td class="left">甲<br>乙</td><td class="right">1</td><td>是</td></tr>',
        '<tr class="strong"><td colspan="2">合计</td><td>—</td></tr>',
        "</tbody>",
        "</table>",
        '<p class="note">注：略。</p>',
    ]


def test_a_long_table_may_break() -> None:
    assert _main(Table((Column("甲", 1),), (Row((text("乙"),)),) * 10))[0] == "<table>"


@pytest.mark.parametrize(("landscape", "kind"), [(False, "annex"), (True, "annex landscape")])
def test_annex(landscape: bool, kind: str) -> None:
    assert _main(Annex("附件1", "得分表", (Body(text("甲")),), landscape=landscape)) == [
        f'<section class="{kind}">',
        '<p class="label">附件1</p>',
        '<h1 class="name">得分表</h1>',
        "<p>甲</p>",
        "</section>",
    ]

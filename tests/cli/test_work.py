"""Work points on the command line: tables, workbooks, reports."""

import hashlib
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from command_line import evalcli
from counties import FULL
from counties import pack_of as small_pack
from counties import scored_of as small_county
from work_packs import COUNTY, scored_of, write_works

from evalcli.cli import show
from evalcli.cli.remarks import closing
from evalcli.cli.results import FORMATS
from evalcli.cli.table import table


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return write_works(tmp_path / "works")


def cells(text: str) -> list[list[str]]:
    return [line.split() for line in text.splitlines()]


def test_the_table_shows_the_word():
    printed = cells(table(scored_of(), None))

    assert printed[:3] == [
        ["要点", "名称", "现状", "标准", "完成情况", "原因"],
        ["1", "办学条件", "0/2"],
        ["1.1a", "标准化学校", "60所", "≥100所", "按序时推进", "60所，低于标准100所，差40所；2018年11月30日到期，未到期，进度60%，时间过去54.2%"],
    ]  # fmt: skip
    assert cells(table(scored_of(), 80))[0] == ["要点", "名称、现状和原因", "完成情况"]


def test_what_follows_the_table_names_what_nobody_has_judged():
    text = COUNTY.replace(", toddlers: 80%", "")
    start, end = text.index("judged"), text.index("not_applicable")

    assert closing(scored_of(text[:start] + text[end:]))[:3] == [
        "未到期 2 项、缺数据 2 项、不适用 1 项；完成率0%（0/4）",
        "缺数据 基教科：2.1a 学前毛入园率",
        "待评定：2.2a",
    ]
    assert not any(line.startswith("待评定") for line in closing(scored_of()))


def test_markdown():
    lines = FORMATS["md"](scored_of()).splitlines()

    assert lines[0] == "# 某市 2018年上半年 完成情况"
    assert lines[4] == "| 指标 | 名称 | 要点 | 现状 | 目标 | 时限 | 判定 | 完成情况 | 原因 |"
    assert lines[10].startswith(
        "| 2.2 | 教师培训 | 2.2a | 按序时推进 | 完成 | 2018-12-31 | 待评定 | 按序时推进 | 评定为"
    )


def test_a_workbook_is_the_ledger_and_the_rates(county):
    done = evalcli("score", str(county), "--format", "xlsx", "-o", str(county / "台账.xlsx"))
    book = openpyxl.load_workbook(county / "台账.xlsx")

    assert done.code == 0
    assert book.sheetnames == ["台账", "完成率"]
    assert [cell.value for cell in book["完成率"][5]] == ["合计", 5, 2, 2, 1, "0%"]
    again = evalcli("score", str(county), "--format", "xlsx", "-o", str(county / "again.xlsx"))
    assert again.code == 0
    assert _hash(county / "台账.xlsx") == _hash(county / "again.xlsx")


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_workbook_of_points_is_the_score_table():
    from evalcli import draft
    from evalcli.publish import publish

    book = openpyxl.load_workbook(BytesIO(publish(draft.tables(small_county(small_pack(), FULL)), "xlsx")))

    assert book.sheetnames == ["得分表"]
    assert [cell.value for cell in book["得分表"][2]][:4] == ["序号", "指标", "现状与标准", "分值"]
    assert isinstance(book["得分表"]["D3"].value, int | float)


def test_a_workbook_is_not_for_a_terminal(county, monkeypatch):
    monkeypatch.setattr(show, "screen", lambda: 80)
    refused = evalcli("score", str(county), "--format", "xlsx")

    assert (refused.code, "Excel 文件不能显示在终端上" in refused.err) == (2, True)


def test_a_workbook_is_chinese_whatever_its_reader_reads(county, monkeypatch):
    monkeypatch.setenv("EVALCLI_LANG", "en")
    evalcli("score", str(county), "--format", "xlsx", "-o", str(county / "a.xlsx"))
    monkeypatch.delenv("EVALCLI_LANG")
    evalcli("score", str(county), "--format", "xlsx", "-o", str(county / "b.xlsx"))

    assert _hash(county / "a.xlsx") == _hash(county / "b.xlsx")


def test_the_county_chooses_the_kind_of_report(county):
    text = COUNTY.replace("figures:", "report: {genre: summary-and-plan}\nfigures:")
    (county / "county.yaml").write_text(text, encoding="utf-8")
    found = evalcli("render", str(county), "--md", "-o", "-")

    assert found.out.startswith("# 某市教育局2018年上半年工作总结和下半年工作计划\n")


def test_a_template_of_the_countys_own_goes_before_a_shared_one(county):
    home = county / "templates" / "work-points"
    home.mkdir(parents=True)
    (home / "unfinished.md.j2").write_text("没有问题。", encoding="utf-8")
    found = evalcli("render", str(county), "--md", "-o", "-")

    assert "## 三、没有完成的任务和原因\n\n没有问题。\n" in found.out


def test_proofs_of_a_pack_of_work_are_of_its_year(county):
    cases = """
- {indicator: 1.1a, given: {built: 100所}, expect: {verdict: 达标, status: 完成}, because: 正好}
- {indicator: 1.1a, given: {built: 99所}, expect: {verdict: 未达标, status: 未完成}, because: 差一所}
- {indicator: 1.1a, on: 2018-06-30, given: {built: 50所}, expect: {verdict: 待评定, status: 未到期}, because: 写错}
"""
    (county / "indicators" / "works" / "cases").mkdir()
    (county / "indicators" / "works" / "cases" / "area-1.yaml").write_text(cases, encoding="utf-8")
    found = evalcli("pack", "test", str(county / "indicators" / "works"))

    assert found.code == 1
    assert "应得：待评定（未到期）；算出来是：待评定（按序时推进）" in found.out + found.err

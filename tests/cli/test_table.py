"""The table: beside or below, as wide as the terminal, with nothing cut off."""

import re
from pathlib import Path

import pytest
from command_line import evalcli
from county_text import add, change

from evalcli import flow
from evalcli.cli.columns import width
from evalcli.cli.table import table

COUNTY = Path("county.yaml")
REASON = "评定为良好（督导室，2022年1月10日），得1.7分"


def head(cells: int | None) -> list[str]:
    """Return the lines above the total."""
    return table(flow.score_county(COUNTY), cells).partition("\n\n")[0].splitlines()


def test_a_program_gets_one_line_a_key_point(desk: Path) -> None:
    lines = head(None)

    assert [line.split() for line in lines] == [
        ["要点", "名称", "现状", "标准", "判定", "得分", "满分", "失分、待定原因"],
        ["1", "投入保障", "5.00", "5.00"],
        ["1.1a", "教育投入", "增长5%", "只增不减", "达标", "3.00", "3.00"],
        ["1.1b", "教育投入", "94%", "≥90%", "达标", "2.00", "2.00"],
        ["2", "队伍建设", "4.70", "5.00"],
        ["2.1a", "教师配备", "636人", "≥600人", "达标", "2.00", "2.00"],
        ["2.2a", "制度机制", "良好", "良好及以上", "达标", "1.70", "2.00", REASON],
        ["2.2b", "制度机制", "2/2项", "≥2项", "达标", "1.00", "1.00"],
    ]


def test_a_narrow_terminal_gets_reasons_below(desk: Path) -> None:
    lines = head(60)
    at = next(number for number, line in enumerate(lines) if line.startswith("2.2a"))

    assert lines[0].split() == ["要点", "名称、现状、失分和待定原因", "判定", "得分", "满分"]
    assert lines[at].split() == ["2.2a", "制度机制", "良好（良好及以上）", "达标", "1.70", "2.00"]
    assert "".join(line.strip() for line in lines[at + 1 : at + 4]).startswith(REASON)


def test_a_wide_terminal_gets_reasons_beside(desk: Path) -> None:
    lines = head(140)

    assert lines[0].endswith("失分、待定原因")
    assert set(lines[1]) == {"─"}
    assert next(line for line in lines if line.startswith("2.2a")).endswith(REASON)


@pytest.mark.parametrize("cells", [60, 80, 100, 102, 140])
def test_no_line_is_wider_than_the_terminal(cells: int, gaoping: Path) -> None:
    lines = table(flow.score_county(gaoping), cells).splitlines()

    assert max(map(width, lines)) <= cells


@pytest.mark.parametrize("cells", [60, 80, 140])
def test_nothing_is_cut_off(cells: int, gaoping: Path) -> None:
    scored = flow.score_county(gaoping)
    text = "".join(table(scored, cells).split())
    reasons = [
        point.judgement.reason for item in scored.card.items for point in item.points if point.lost or point.open
    ]

    assert [reason for reason in reasons if cells > 60 and "".join(reason.split()) not in text] == []
    assert f"{scored.card.areas[1].earned}" in text


def test_an_item_that_does_not_apply_says_who_agreed(desk: Path) -> None:
    add(desk, 'not_applicable:\n  "2.1": {because: 县内无此类学校, approved: 市督导办, on: 2022-01-05}\n')

    row = next(line for line in head(None) if line.startswith("2.1 "))

    assert row.split() == ["2.1", "教师配备", "不适用", "县内无此类学校（市督导办）"]


def test_missing_data_and_open_judgements_are_told_below(desk: Path) -> None:
    change(desk, "  coverage: 94%\n", "")
    change(
        desk, '  "2.2a": {level: 良好, by: 督导室, on: 2022-01-10, because: 制度健全, evidence: [2-2-制度.pdf]}\n', ""
    )
    below = table(flow.score_county(COUNTY), None).partition("\n\n")[2].splitlines()

    assert below[:3] == [
        "得分已定 6.00，可能 6.00–10.00，满分 10.00；等次 合格",
        "缺数据 教体局（2.00 分）：1.1b 普惠率",
        "待评定：2.2a",
    ]
    assert below[-1] == "注：示例用分值。"


def test_tailoring_is_told_below(desk: Path) -> None:
    add(desk, 'tailored:\n  "2.1": {title: 教师配足, because: 市里另有规定}\n')

    assert evalcli("score").out.splitlines()[-1] == "注：本地化：2.1 改名称：市里另有规定"


def test_a_terminal_gets_colours_and_the_same_words(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    coloured = evalcli("score", terminal=True).out
    monkeypatch.setenv("NO_COLOR", "1")
    plain = evalcli("score", terminal=True).out

    assert "\x1b[32m达标\x1b[0m" in coloured
    assert coloured.startswith("\x1b[1m要点")
    assert "\x1b" not in plain
    assert [line.rstrip() for line in plain.splitlines()] == [
        re.sub("\x1b\\[[0-9;]*m", "", line).rstrip() for line in coloured.splitlines()
    ]


@pytest.mark.parametrize("cells", [None, 140, 60])
def test_a_terminal_obeys_nothing_that_stands_in_a_county_file(cells: int | None, desk: Path) -> None:
    change(desk, "because: 制度健全", 'because: "制度\\e[8m健全\\u202e"')
    add(desk, 'illustrative: "\\e]0;甲\\a"\n')
    change(desk, "level: 良好", "level: 合格")
    shown = table(flow.score_county(COUNTY), cells)

    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "注：\ufffd]0;甲\ufffd" in shown

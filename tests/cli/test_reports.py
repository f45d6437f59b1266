"""Which format, under which name."""

from pathlib import Path

import click
import pytest
from command_line import Screen

from evalcli import flow
from evalcli.cli.reports import default_path, formats, tell_missing
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place


@pytest.mark.parametrize(
    ("asked", "output", "chosen"),
    [
        ([], None, ["docx"]),
        (["html", "md"], None, ["html", "md"]),
        ([], "a.md", ["md"]),
        ([], "a.HTM", ["html"]),
        ([], "folder.v2/a", ["docx"]),
        (["md"], "a.txt", ["md"]),
        ([], "-", ["docx"]),
    ],
)
def test_formats(asked: list[str], output: str | None, chosen: list[str]) -> None:
    assert formats(asked, output) == chosen


@pytest.mark.parametrize(
    ("asked", "output", "said"),
    [
        (["html", "md"], "a", "-o 只能配一种格式。"),
        ([], "a.pdf", "不会写 .pdf 文件；可用 .docx、.html、.htm、.md，或者用 --docx、--html、--md 指明格式。"),
        ([], "-", "Word 文件不能显示在终端上；请用 -o 写到文件，或者用管道接走。"),
    ],
)
def test_what_cannot_be_written(asked: list[str], output: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", Screen(terminal=True))
    with pytest.raises(click.UsageError) as refused:
        formats(asked, output)

    assert refused.value.message == said


def test_text_may_be_shown_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", Screen(terminal=True))

    assert formats(["md"], "-") == ["md"]


def test_a_report_is_named_after_county_and_period(gaoping: Path) -> None:
    scored = flow.score_county(gaoping)

    assert default_path(Path("x"), scored, "docx") == Path("x/out/高坪区-2021年—2022年上半年-自评报告.docx")


def test_a_draft_that_lacks_nothing_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    tell_missing(())

    assert capsys.readouterr().err == ""


def test_what_a_draft_lacks_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    tell_missing((Notice("draft.missing-figure", Level.STOP, "缺教师数", "补报。", Place("area-1.yaml", 3, 1)),))

    assert capsys.readouterr().err.splitlines() == ["草稿有 1 处缺数据，已标黄：", "  area-1.yaml:3:1：缺教师数"]

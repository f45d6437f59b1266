"""Endings: each has its message and its code."""

from pathlib import Path

import pytest
from command_line import Result, evalcli, process
from county_text import change


def test_done(desk: Path) -> None:
    assert process("check", folder=desk) == Result(b"", "没有发现问题\n".encode(), 0)


def test_findings(desk: Path) -> None:
    change(desk, "636人", "六百人")

    assert [process(name, folder=desk).code for name in ("check", "score")] == [1, 1]


def test_missing_data_is_no_finding(desk: Path) -> None:
    change(desk, "  coverage: 94%\n", "")

    assert [evalcli(name).code for name in ("check", "score")] == [0, 0]


def test_usage(desk: Path) -> None:
    assert process("scroe", folder=desk).code == 2


def test_stopped(tmp_path: Path) -> None:
    assert process("score", folder=tmp_path).code == 3


@pytest.mark.parametrize(
    ("command", "file"),
    [("check", ""), ("extract", ""), ("pack show", "/pack.yaml"), ("score --verify", "")],
)
def test_a_name_that_no_file_can_have(desk: Path, command: str, file: str) -> None:
    found = evalcli(*command.split(), "县" * 100)
    name = "县" * 100 + file

    assert (found.out, found.code) == ("", 3)
    assert found.err.splitlines() == [
        f"{name} 中止 [file.missing] 找不到文件“{name}”",
        "    改法：请核对文件名和所在文件夹",
    ]


def test_a_folder_that_nobody_may_look_into(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def shut(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_dir", shut)
    found = evalcli("check", "closed/qingxi")

    assert (found.out, found.code) == ("", 3)
    assert found.err.splitlines() == [
        "closed/qingxi 中止 [file.unreadable] 没有权限读文件“closed/qingxi”",
        "    改法：请关闭占用它的程序，或请管理员放开读取权限",
    ]


def test_interrupted(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def pressed(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("evalcli.flow.read_county", pressed)

    assert evalcli("score") == Result(b"", "\n已中断，没有写半个文件。\n".encode(), 130)


def test_a_bug_is_ours_and_says_so(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("evalcli.flow.read_county", broken)
    monkeypatch.delenv("EVALCLI_TRACEBACK", raising=False)
    short = evalcli("score")
    monkeypatch.setenv("EVALCLI_TRACEBACK", "1")
    long = evalcli("score")

    assert (short.out, short.code, long.code) == ("", 70, 70)
    assert short.err.splitlines()[0] == "evalcli 自己出了错，不是您的文件的问题：RecursionError: too deep"
    assert long.err.startswith(short.err)
    assert "Traceback (most recent call last)" in long.err

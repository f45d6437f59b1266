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

"""The streams bear any console and any reader."""

import errno
import gc
import io
import os
import pty
import runpy
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TextIO

import pytest
from command_line import Result, evalcli, process
from county_text import change

from evalcli.cli.main import run

EVALCLI = [sys.executable, "-m", "evalcli"]


def piped(command: str, folder: Path) -> Result:
    """Run a line of the shell in which `evalcli` is ours."""
    line = f'evalcli() {{ "{sys.executable}" -m evalcli "$@"; }}; {command}'
    done = subprocess.run(["bash", "-c", line], cwd=folder, capture_output=True, check=False)
    return Result(done.stdout, done.stderr, done.returncode)


@pytest.mark.parametrize("form", ["table", "json"])
def test_whoever_reads_may_stop_reading(form: str, desk: Path) -> None:
    done = piped(f"evalcli score --format {form} | head -c 4; exit ${{PIPESTATUS[0]}}", desk)

    assert (len(done.payload), done.talk, done.code) == (4, b"", 0)


def gone() -> TextIO:
    """Return a pipe that nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    return os.fdopen(writing, "w", encoding="utf-8")


@pytest.mark.parametrize("arguments", [("score",), ("score", "--format", "json")], ids=" ".join)
def test_a_reader_that_is_gone_changes_nothing(arguments: tuple[str, ...], desk: Path) -> None:
    with gone() as out, redirect_stdout(out), redirect_stderr(io.StringIO()) as err:
        code = run(list(arguments))

    assert (err.getvalue(), code) == ("", 0)


def test_a_help_page_that_nobody_reads() -> None:
    with gone() as out, redirect_stdout(out), redirect_stderr(io.StringIO()) as err:
        code = run(["--help"])
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())

    assert (err.getvalue(), code) == ("", 0)


def test_nobody_reads_the_talk(desk: Path) -> None:
    change(desk, "636人", "六百人")
    with gone() as err, redirect_stderr(err), redirect_stdout(io.StringIO()) as out:
        code = run(["check"])

    assert (out.getvalue()[:21], code) == ("county.yaml:6:13 必改 [", 1)


class Full(io.FileIO):
    """A disk that is always full, on every system."""

    def write(self, _data: object) -> int:
        raise OSError(errno.ENOSPC, "full")


@pytest.mark.parametrize("form", ["table", "json"])
def test_standard_output_may_be_full(form: str, desk: Path) -> None:
    with (
        # Unbuffered, so that nothing is left to write when it is closed.
        io.TextIOWrapper(Full("full", "w"), encoding="utf-8", write_through=True) as out,
        redirect_stdout(out),
        redirect_stderr(io.StringIO()) as err,
    ):
        code = run(["score", "--format", form])

    assert err.getvalue().splitlines()[0] == "- 中止 [output.full] 标准输出写不进去（系统错误 28），输出不完整"
    assert code == 3


def test_a_full_disk_ends_a_process_with_3(desk: Path) -> None:
    assert piped("evalcli score > /dev/full", desk).code == 3


def test_standard_output_may_be_closed(desk: Path) -> None:
    assert piped("evalcli score >&-", desk).code == 0


def test_a_console_without_streams(desk: Path) -> None:
    with redirect_stdout(None), redirect_stderr(None):
        assert run(["score"]) == 0


@pytest.mark.parametrize("command", [("score",), ("check",), ("--help",), ("explain", "2.2"), ("score", "nix")])
def test_a_chinese_windows_console_is_spoken_to_in_its_encoding(command: tuple[str, ...], desk: Path) -> None:
    utf8 = process(*command, folder=desk)
    done = process(*command, folder=desk, PYTHONIOENCODING="gbk")

    assert (done.payload.decode("gbk"), done.talk.decode("gbk"), done.code) == (utf8.out, utf8.err, utf8.code)


def test_a_character_that_the_console_lacks_does_not_end_the_run(desk: Path) -> None:
    change(desk, "short: 教师配备", "short: 教师𠮷配备", name="indicators/mini/area-2.yaml")
    done = process("score", folder=desk, PYTHONIOENCODING="gbk")

    assert done.code == 0
    assert r"教师\U00020bb7配备" in done.payload.decode("gbk")


def test_a_stream_keeps_an_encoding_that_has_chinese(desk: Path) -> None:
    assert evalcli("check", encoding="gbk").talk.decode("gbk") == "没有发现问题\n"
    assert evalcli("check", encoding="latin-1").err == "没有发现问题\n"


def test_a_console_without_chinese_gets_utf_8(desk: Path) -> None:
    done = process("score", folder=desk, PYTHONIOENCODING="ascii")

    assert done == process("score", folder=desk)


@pytest.mark.parametrize(
    "arguments", [("score", "--format", "json"), ("check", "--format", "json"), ("render", "--md", "-o", "-")]
)
def test_what_programs_read_is_utf_8_on_every_console(arguments: tuple[str, ...], desk: Path) -> None:
    assert process(*arguments, folder=desk, PYTHONIOENCODING="gbk").payload == process(*arguments, folder=desk).payload


def test_streams_without_an_encoding_are_taken_as_they_are(desk: Path) -> None:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run(["check"])

    assert (out.getvalue(), err.getvalue(), code) == ("", "没有发现问题\n", 0)


def watched(desk: Path, *arguments: str, **environment: str) -> str:
    """Return what a command prints on a real terminal."""
    ours, theirs = pty.openpty()
    environ = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    told = environ | {"TERM": "xterm", "COLUMNS": "60"} | environment
    child = subprocess.Popen([*EVALCLI, *arguments], cwd=desk, env=told, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    seen = b""
    while piece := _read(ours):
        seen += piece
    child.wait()
    os.close(ours)
    return seen.decode("utf-8").replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux: nobody has the other end open any more
        return b""


def test_a_terminal_gets_a_table_in_colours(desk: Path) -> None:
    seen = watched(desk, "score")

    assert "─" * 60 in seen
    assert "\x1b[32m达标\x1b[0m" in seen


def test_a_terminal_without_colours_gets_the_same_table(desk: Path) -> None:
    seen = watched(desk, "score", NO_COLOR="1")

    assert "\x1b" not in seen
    assert "─" * 60 in seen


def test_a_pipe_gets_neither_colours_nor_lines(desk: Path) -> None:
    done = process("score", folder=desk, TERM="xterm", FORCE_COLOR="1")

    assert b"\x1b" not in done.payload
    assert "─" not in done.out


def test_a_terminal_gets_no_word_file(desk: Path) -> None:
    seen = watched(desk, "render", "-o", "-")

    assert "Word 文件不能显示在终端上；请用 -o 写到文件，或者用管道接走。" in seen
    assert "PK" not in seen


def test_a_terminal_is_refused_before_anything_is_done(desk: Path) -> None:
    assert evalcli("render", "-o", "-", "nix.yaml", terminal=True).code == 2


def test_the_process_ends_with_the_code_of_its_run(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["evalcli", "score", "-q", "--fail-under", "10", "-o", "a.txt"])
    try:
        with pytest.raises(SystemExit) as left:
            runpy.run_module("evalcli", run_name="__main__")
    finally:  # this process goes on
        gc.unfreeze()
        gc.enable()

    assert left.value.code == 1

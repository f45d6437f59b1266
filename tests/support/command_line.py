"""The command line as a test uses it: what is typed, and what comes back."""

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from evalcli.cli.main import run


@dataclass(frozen=True, slots=True)
class Result:
    """What a run printed, to the byte, and how it ended."""

    payload: bytes
    talk: bytes
    code: int

    @property
    def out(self) -> str:
        """Return standard output as text."""
        return self.payload.decode("utf-8")

    @property
    def err(self) -> str:
        """Return standard error as text."""
        return self.talk.decode("utf-8")


class Screen(io.TextIOWrapper):
    """A stream that keeps its bytes and may pass for a terminal."""

    def __init__(self, *, terminal: bool = False, encoding: str = "utf-8") -> None:
        """Make an empty one."""
        self.kept = io.BytesIO()
        self.terminal = terminal
        super().__init__(self.kept, encoding=encoding, newline="\n")

    def isatty(self) -> bool:
        """Return whether somebody watches."""
        return self.terminal

    def data(self) -> bytes:
        """Return what was written."""
        self.flush()
        return self.kept.getvalue()


def evalcli(*arguments: str, stdin: bytes = b"", terminal: bool = False, encoding: str = "utf-8") -> Result:
    """Run evalcli in this process, in the working folder."""
    out, err = (Screen(terminal=terminal, encoding=encoding) for _stream in range(2))
    typed = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    with redirect_stdout(out), redirect_stderr(err), patch.object(sys, "stdin", typed):
        code = run(list(arguments))
    return Result(out.data(), err.data(), int(code))


def process(*arguments: str, folder: Path, stdin: bytes = b"", **environment: str) -> Result:
    """Run evalcli in a process of its own."""
    command = [sys.executable, "-m", "evalcli", *arguments]
    done = subprocess.run(
        command, cwd=folder, input=stdin, env=os.environ | environment, capture_output=True, check=False
    )
    return Result(done.stdout, done.stderr, done.returncode)

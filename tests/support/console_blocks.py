"""Console blocks of the documents: what they type, what they show, and what really comes out.

A block is fenced as ```console. A line that begins with `$ ` is typed; the lines after it, if there are any, are what
the reader should see, with `…` on a line of its own for lines left out. Besides `evalcli`, a block may type `cd FOLDER`
and `echo $?`. A block of YAML or Jinja whose first line is `# 文件：PATH` (`# file: PATH`) is a file that the blocks after it work on; one that
begins with `# 摘自：PATH` (`# from: PATH`) quotes lines of a file of the project, in their order.
"""

import re
import shlex
import sys
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from difflib import SequenceMatcher
from io import BytesIO, TextIOWrapper
from pathlib import Path

from evalcli.cli.main import run

_FENCE = re.compile(r"^```(?P<kind>console|yaml|jinja|markdown)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"(?:# |{# )(?:文件：|file: )(\S+)(?: #})?\n")
_SOURCE = re.compile(r"# (?:摘自：|from: )(\S+)\n")
_GAP = "…"
_ALIKE = 0.3


@dataclass(frozen=True, slots=True)
class Typed:
    """One command of a block, with what the document shows of its output."""

    line: int
    command: str
    shown: tuple[str, ...]


@dataclass(slots=True)
class Shell:
    """What a reader's shell remembers: where one is, and how the last command ended."""

    folder: Path
    ending: int = 0

    def enter(self, command: str) -> list[str]:
        """Run one line and return the lines that it prints, from both streams in their order."""
        match shlex.split(command):
            case ["cd", name]:
                self.folder = (self.folder / name).resolve(strict=True)
                return []
            case ["echo", "$?"]:
                return [str(self.ending)]
            case ["evalcli", *arguments]:
                return self._evalcli(arguments)
        raise AssertionError(f"a console block types only evalcli, cd and echo $?: {command}")

    def _evalcli(self, arguments: list[str]) -> list[str]:
        page = BytesIO()
        screen = TextIOWrapper(page, encoding="utf-8", newline="\n", write_through=True)
        with chdir(self.folder), redirect_stdout(screen), redirect_stderr(screen):
            self.ending = run(arguments)
        sys.stdout.flush()
        return [line.rstrip() for line in page.getvalue().decode("utf-8").splitlines()]


def unannounced(commands: list[Typed], endings: list[int]) -> list[str]:
    """Return the commands that end badly where the document does not show how they end (`echo $?` comes next)."""
    following = [one.command for one in commands[1:]] + [""]
    both = zip(commands, endings, following, strict=True)
    return [one.command for one, ending, after in both if ending and after != "echo $?" and one.command != "echo $?"]


def blocks(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield kind, text and first line of every block of console, YAML or Jinja."""
    for match in _FENCE.finditer(text):
        yield match["kind"], match["text"], text.count("\n", 0, match.start("text")) + 1


def file_of(block: str) -> str:
    """Return the path of the file that a block of YAML or Jinja is, or nothing."""
    match = _FILE.match(block)
    return match[1] if match else ""


def source_of(block: str) -> str:
    """Return the path of the file that a YAML block quotes, or nothing."""
    match = _SOURCE.match(block)
    return match[1] if match else ""


def quotes(block: str, text: str) -> bool:
    """Return whether all lines of a block but the first stand in a text, in the same order."""
    lines = iter([line.strip() for line in text.splitlines()])
    return all(line.strip() in lines for line in block.splitlines()[1:])


def typed(block: str, first: int) -> list[Typed]:
    """Return the commands of a console block."""
    commands: list[Typed] = []
    for number, line in enumerate(block.splitlines(), first):
        if line.startswith("$ "):
            commands.append(Typed(number, line[2:], ()))
        else:
            last = commands[-1]
            commands[-1] = Typed(last.line, last.command, (*last.shown, line))
    return commands


def agrees(shown: tuple[str, ...], printed: list[str]) -> bool:
    """Return whether what is shown is what is printed, but for the lines left out."""
    if not shown:
        return True
    pattern = "".join(r"(?:.*\n)*" if line == _GAP else re.escape(line + "\n") for line in shown)
    return re.fullmatch(pattern, "".join(line + "\n" for line in printed)) is not None


def renewed(shown: tuple[str, ...], printed: list[str]) -> tuple[str, ...]:
    """Return the same parts of what is printed now: as many lines at the start, in each middle part and at the end."""
    if _GAP not in shown:
        return tuple(printed) if shown else ()
    parts = _parts(shown)
    lines = list(printed[: len(parts[0])])
    for part in parts[1:-1]:
        start = _nearest(part[0], printed)
        lines += [_GAP, *printed[start : start + len(part)]]
    return (*lines, _GAP, *(printed[len(printed) - len(parts[-1]) :]))


def _parts(shown: tuple[str, ...]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for line in shown:
        if line == _GAP:
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


def _nearest(line: str, printed: list[str]) -> int:
    """Return where the line stands that has most of the words of `line`."""
    likeness = [SequenceMatcher(None, line.split(), other.split()).ratio() for other in printed]
    best = max(range(len(printed)), key=likeness.__getitem__)
    assert likeness[best] > _ALIKE, f"nothing like this is printed any more: {line}"
    return best


def written_anew(text: str, outputs: dict[int, list[str]]) -> str:
    """Return a document with what its commands print now, by the line on which each is typed."""

    def anew(match: re.Match[str]) -> str:
        if match["kind"] != "console":
            return match[0]
        first = text.count("\n", 0, match.start("text")) + 1
        lines = [
            line
            for one in typed(match["text"], first)
            for line in (f"$ {one.command}", *renewed(one.shown, outputs[one.line]))
        ]
        return "```console\n" + "".join(line + "\n" for line in lines) + "```"

    return _FENCE.sub(anew, text)

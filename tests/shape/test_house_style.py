"""What the house style forbids is not there; each rule is tried on a line that breaks it."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "evalcli"
CODE = sorted(PACKAGE.rglob("*.py"))
# The only modules that may reach the screen; `files.py` writes the payload to a file, or to `-`.
PRINTING = {"cli/show.py", "cli/main.py", "cli/files.py"}
# Where numbers are judged: a binary fraction may not come near.
EXACT = ("formula/", "rules/", "score/", "fill/", "check/", "model/")
WRITTEN = {"write", "writelines", "buffer", "flush"}
WITH_ENCODING = {"open": "rb", "read_text": "", "write_text": ""}
# Folders of whoever wrote this; put together so that this file does not hold them.
MACHINE = re.compile(
    "/(?:" + "|".join(("ho" + "me", "wo" + "rk", "ro" + "ot", "Us" + "ers", "m" + "nt")) + r")/\w|[A-Z]:\\Us" + "ers"
)
HUSHED = re.compile("# ?no" + "qa|type: ?ig" + "nore|pragma: ?no co" + "ver|\\bTO" + "DO\\b|\\bFIX" + "ME\\b")
Finder = Callable[[ast.AST], list[str]]
TEXTS = {".py", ".md", ".cfg", ".toml", ".yaml", ".yml", ".j2", ".json", ".css", ".xml", ".txt", ".tsv", ".po"}
NAMELESS = {"Makefile", "run", ".gitignore"}
NOT_OURS = {".git", ".venv", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache", "build", "dist"}


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call with the last name of what is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield name, node


def without_encoding(tree: ast.AST) -> list[str]:
    """Return the calls that read or write text in whatever encoding the machine has."""
    found = []
    for name, call in calls(tree):
        first = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
        binary = any("b" in str(value) for value in first) and name == "open"
        named = any(keyword.arg == "encoding" for keyword in call.keywords) or (name == "read_text" and bool(first))
        if name in WITH_ENCODING and not binary and not named and not _of_os(call):
            found.append(f"{call.lineno}: {name}")
    return found


def _of_os(call: ast.Call) -> bool:
    """Return whether this is `os.open`, which knows no text."""
    return isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") == "os"


def printing(tree: ast.AST) -> list[str]:
    """Return the lines that reach the screen."""
    prints = [
        f"{call.lineno}: print" for name, call in calls(tree) if name == "print" and isinstance(call.func, ast.Name)
    ]
    written = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in WRITTEN)
    return prints + [f"{node.lineno}: sys.{node.value.attr}.{node.attr}" for node in written if _is_stream(node.value)]


def _is_stream(node: ast.AST) -> bool:
    """Return whether this is `sys.stdout` or `sys.stderr`; whoever only asks what they are prints nothing."""
    return (
        isinstance(node, ast.Attribute) and node.attr in ("stdout", "stderr") and getattr(node.value, "id", "") == "sys"
    )


def floats(tree: ast.AST) -> list[str]:
    """Return the lines in which a binary fraction comes into being."""
    made = [f"{call.lineno}: float()" for name, call in calls(tree) if name == "float"]
    typed = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, float))
    return made + [f"{node.lineno}: {node.value}" for node in typed]


def locked(tree: ast.AST) -> list[str]:
    """Return the lines that take from `dataclasses` what costs time, and not from `model/frozen.py`."""
    taken = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "dataclasses")
    return [f"{node.lineno}: {name.name}" for node in taken for name in node.names]


def broken(find: Finder, files: list[Path]) -> list[str]:
    """Return what a finder finds in the files."""
    return [f"{name_of(file)}:{found}" for file in files for found in find(ast.parse(file.read_text("utf-8")))]


def name_of(file: Path) -> str:
    """Return a module's path inside the package."""
    return file.relative_to(PACKAGE).as_posix()


def texts() -> list[Path]:
    """Return every text file of the project."""
    tops = [path for path in ROOT.iterdir() if path.name not in NOT_OURS and path.suffix != ".egg-info"]
    files = [file for top in tops for file in (top.rglob("*") if top.is_dir() else [top])]
    return [file for file in files if file.is_file() and (file.suffix in TEXTS or file.name in NAMELESS)]


def test_text_is_read_and_written_in_a_named_encoding() -> None:
    assert broken(without_encoding, CODE) == []


def test_only_the_command_line_prints() -> None:
    assert broken(printing, [file for file in CODE if name_of(file) not in PRINTING]) == []


def test_no_verdict_rests_on_binary_fractions() -> None:
    assert broken(floats, [file for file in CODE if name_of(file).startswith(EXACT)]) == []


def test_nouns_are_frozen_in_one_way() -> None:
    assert broken(locked, [file for file in CODE if name_of(file) != "model/frozen.py"]) == []


def test_no_checker_is_hushed() -> None:
    assert [name_of(file) for file in CODE if HUSHED.search(file.read_text("utf-8"))] == []


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    named = [f"{path.relative_to(ROOT)}: {spot[0]}" for path in texts() if (spot := MACHINE.search(_read(path)))]

    assert named == []


def _read(path: Path) -> str:
    """Return a file's text; a broken one of the gallery is read as far as it goes."""
    return path.read_text("utf-8", errors="replace")


def test_every_room_says_what_comes_in_what_goes_out_and_how_it_grows() -> None:
    rooms = [
        PACKAGE / name for name in sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py")) if name != "model"
    ]
    said = {room.name: ast.get_docstring(ast.parse((room / "__init__.py").read_text("utf-8"))) or "" for room in rooms}

    assert [name for name, text in said.items() if not all(word in text for word in ("In:", "Out:", "New"))] == []
    assert len(said) >= 11


BROKEN = [
    (without_encoding, "Path('x').read_text()", "1: read_text"),
    (without_encoding, "open('x')", "1: open"),
    (without_encoding, "path.open('w')", "1: open"),
    (printing, "print(1)", "1: print"),
    (printing, "import sys\nsys.stdout.write('x')", "2: sys.stdout.write"),
    (floats, "float(x)", "1: float()"),
    (locked, "from dataclasses import dataclass", "1: dataclass"),
    (locked, "from dataclasses import replace", "1: replace"),
    (floats, "limit = 0.95", "1: 0.95"),
]


@pytest.mark.parametrize(("find", "line", "found"), BROKEN, ids=[line for _find, line, _found in BROKEN])
def test_the_finders_find(find: Finder, line: str, found: str) -> None:
    assert find(ast.parse(line)) == [found]


def test_the_finders_let_pass_what_is_right() -> None:
    right = ast.parse(
        "path.open('rb')\nopen('x', encoding='utf-8')\npath.read_text('utf-8')\nos.open('x', 1)\nx = 95\nsys.stdout.isatty()\n"
        "from evalcli.model.frozen import replace"
    )

    assert (without_encoding(right), printing(right), floats(right), locked(right)) == ([], [], [], [])


def test_the_patterns_find() -> None:
    assert MACHINE.search("see /ho" + "me/somebody/file")
    assert not MACHINE.search("see https://example.org/homework/a")
    assert HUSHED.search("x = 1  # no" + "qa: E501")
    assert len(texts()) > 150

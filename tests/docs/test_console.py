"""What the documents type works, and prints what they show."""

import re
import shutil
from configparser import ConfigParser
from pathlib import Path

import pytest
from console_blocks import Shell, agrees, blocks, file_of, quotes, renewed, source_of, typed, unannounced, written_anew

from evalcli.cli.main import COMMANDS
from evalcli.draft.filters import FILTERS, TESTS
from evalcli.read.yaml_file import parse
from evalcli.score import STEPS

DOCUMENTS = ("README.md", "README.zh-CN.md", "docs/手册.md")


@pytest.fixture
def desk(root: Path, tmp_path: Path) -> Path:
    """Return a folder with a copy of the examples, where the documents' commands run."""
    return laid(root, tmp_path / "desk")


def laid(root: Path, desk: Path) -> Path:
    """Lay a copy of the examples on a desk, in place of whatever lay there."""
    shutil.rmtree(desk, ignore_errors=True)
    shutil.copytree(root / "examples", desk / "examples", ignore=shutil.ignore_patterns("out"))
    return desk


def printed(text: str, desk: Path) -> dict[int, tuple[tuple[str, ...], list[str]]]:
    """Return what every command of a document shows and prints, by its line; files it gives are written first."""
    found = {}
    for kind, block, first in blocks(text):
        if kind != "console":
            keep(block, desk)
            continue
        shell, endings = Shell(desk), []
        for one in typed(block, first):
            found[one.line] = (one.shown, shell.enter(one.command))
            endings.append(shell.ending)
        assert unannounced(typed(block, first), endings) == []
    return found


def keep(block: str, desk: Path) -> None:
    """Write the file that a block is."""
    if name := file_of(block):
        (desk / name).parent.mkdir(parents=True, exist_ok=True)
        (desk / name).write_text(block, encoding="utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_a_document_shows_is_what_comes_out(name: str, root: Path, desk: Path, update: bool) -> None:
    text = (root / name).read_text("utf-8")
    found = printed(text, desk)
    if update:
        text = written_anew(text, {line: lines for line, (_shown, lines) in found.items()})
        (root / name).write_text(text, encoding="utf-8")
        found = printed(text, laid(root, desk))

    assert {line: lines for line, (shown, lines) in found.items() if not agrees(shown, lines)} == {}
    assert len(found) >= 4


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_yaml_block_can_be_read(name: str, root: Path) -> None:
    found = {
        first: parse(block.encode(), name)
        for kind, block, first in blocks((root / name).read_text("utf-8"))
        if kind == "yaml"
    }

    assert {first: notices for first, (_document, notices) in found.items() if notices} == {}
    assert found


def test_what_is_quoted_stands_in_its_file(root: Path) -> None:
    found = [
        block
        for name in DOCUMENTS
        for _kind, block, _first in blocks((root / name).read_text("utf-8"))
        if source_of(block)
    ]

    assert [
        source_of(block) for block in found if not quotes(block, (root / source_of(block)).read_text("utf-8"))
    ] == []
    assert len(found) >= 2


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_stands_in_every_document(name: str, root: Path) -> None:
    text = (root / name).read_text("utf-8")

    assert [command for command in COMMANDS if f"evalcli {command}" not in text] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_pack_and_example_stands_in_every_document(name: str, root: Path) -> None:
    text = (root / name).read_text("utf-8")
    shipped = [
        path.name for folder in ("indicators", "examples") for path in (root / folder).iterdir() if path.is_dir()
    ]

    assert [pack for pack in shipped if f"{pack}`" not in text] == []
    assert len(shipped) >= 9


def test_the_manual_lists_the_steps_to_the_grade_in_their_order(root: Path) -> None:
    text = (root / "docs" / "手册.md").read_text("utf-8")

    listed = re.findall(r"^\| \d \| [^|]*`(\w+)` \|", text, re.MULTILINE)
    assert listed == [step.__name__ for step in STEPS if step.__name__ != "base"]


def test_the_manual_names_all_that_templates_can_use(root: Path) -> None:
    text = (root / "docs" / "手册.md").read_text("utf-8")
    files = [path.name for path in (root / "templates" / "self-assessment").iterdir()]

    assert [name for name in FILTERS if f"| {name}" not in text.replace("\\|", "|")] == []
    assert [name for name in TESTS if f"is {name}`" not in text] == []
    assert [name for name in files if f"`{name}`" not in text] == []


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_libraries_named_are_those_that_are_installed(name: str, root: Path) -> None:
    setup = ConfigParser()
    setup.read(root / "setup.cfg", encoding="utf-8")
    wanted = {re.split("[>=<]", line)[0].lower() for line in setup["options"]["install_requires"].split()}
    named = re.search(r"click[^)）]*(?=,|、| 等)", (root / name).read_text("utf-8"))
    libraries = {word.lower() for word in re.findall(r"[A-Za-z][\w-]+", named[0])} - {"and"} if named else set()

    assert libraries == wanted


def test_what_is_shown_must_be_printed() -> None:
    lines = ["one", "two", "three", "four"]

    assert agrees((), lines)
    assert agrees(("one", "…", "four"), lines)
    assert agrees(("…", "three", "four"), lines)
    assert not agrees(("one", "four"), lines)
    assert not agrees(("one", "…", "five"), lines)
    assert not agrees(("one", "…", "our"), lines)
    assert not agrees(("one", "two", "three"), lines)


def test_what_ends_badly_must_say_so() -> None:
    said = typed("$ evalcli score a\n$ echo $?\n1\n$ evalcli score b\n", 1)

    assert unannounced(said, [1, 1, 0]) == []
    assert unannounced(said, [0, 0, 3]) == ["evalcli score b"]


def test_what_is_shown_can_be_renewed() -> None:
    lines = ["得分 72", "2.4a 达标", "3.1a 达标", "注：暂定"]

    assert renewed(("得分 71",), lines) == tuple(lines)
    assert renewed(("得分 71", "…", "3.1a 未达标", "…", "注"), lines) == ("得分 72", "…", "3.1a 达标", "…", "注：暂定")
    assert renewed((), lines) == ()

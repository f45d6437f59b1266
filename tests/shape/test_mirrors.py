"""Every module that does something has its tests in the folder of its room: in `test_<module>.py`, or in a file that imports it."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "evalcli"
TESTS = ROOT / "tests"
# Modules whose room has no folder of its own: the kinds of rules share one file, commands are proved by what they print.
ELSEWHERE = {
    "rules": "rules/test_examples.py",
    "cli/commands": "cli/test_*.py",
    "cli/commands/pack": "cli/test_pack_commands.py",
    "cli/commands/round": "cli/test_surveys.py",
    "cli/tame": "cli/test_surveys.py",
    "cli/packs": "cli/test_pack_commands.py",
    "cli/pack_table": "cli/test_pack_commands.py",
    "__main__": "cli/test_*.py",
    "model/table": "read/test_long_table.py",
    "bulk/survey": "cli/test_surveys.py",
    "bulk/asked": "bulk/test_stage.py",
    "flow": "floor/test_flow.py",
    "authors": "floor/test_authors.py",
    "handout": "floor/test_handout.py",
    "sample": "floor/test_sample.py",
    "criteria": "floor/test_*.py",
    "cache": "floor/test_*.py",
    "language": "floor/test_*.py",
    "resources": "floor/test_*.py",
    "formula/fault": "formula/test_parse.py",
    "formula/spelling": "formula/test_parse.py",
    "formula/terms": "formula/test_evaluate.py",
    "model/units": "formula/test_evaluate.py",
}


def modules() -> list[str]:
    """Return every module that has a function, as `room/module`; a noun without any has nothing to prove."""
    files = sorted(file for file in PACKAGE.rglob("*.py") if file.name != "__init__.py" and acts(file))
    return [file.relative_to(PACKAGE).with_suffix("").as_posix() for file in files]


def acts(file: Path) -> bool:
    """Return whether a module has a function or method, or runs something as `__main__` does."""
    return file.stem == "__main__" or any(
        isinstance(node, ast.FunctionDef) for node in ast.walk(ast.parse(file.read_text("utf-8")))
    )


def proofs(module: str) -> list[Path]:
    """Return the test files that prove a module."""
    room, _slash, name = module.rpartition("/")
    if home := ELSEWHERE.get(module) or ELSEWHERE.get(room):
        return sorted(TESTS.glob(home))
    return [
        file
        for file in sorted((TESTS / room).glob("test_*.py"))
        if file.stem.endswith(name) or module in imported(file)
    ]


def imported(file: Path) -> set[str]:
    """Return the modules of evalcli that a test file imports, as `room/module`."""
    nodes = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)]
    names = {name for node in nodes for name in (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))}
    return {str(name).removeprefix("evalcli.").replace(".", "/") for name in names}


def test_every_module_is_proved() -> None:
    assert [module for module in modules() if not proofs(module)] == []


def test_this_test_sees_the_modules() -> None:
    assert len(modules()) > 80
    assert proofs("read/lines") == [TESTS / "read" / "test_lines.py"]
    assert proofs("read/nowhere") == []

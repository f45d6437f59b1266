"""Imports run one way: from the command line down to the nouns."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "evalcli"
# Top to bottom; rooms on one floor do not know each other.
FLOORS = (
    {"cli"},
    {"flow", "authors"},
    {"criteria"},
    {"read", "packs", "fill", "check", "score", "analyse", "draft", "publish", "extract"},
    {"formula", "rules"},
    {"model", "language", "resources", "cache"},
)
FLOOR_OF = {room: number for number, floor in enumerate(FLOORS) for room in floor}


def imports() -> Iterator[tuple[str, str, str]]:
    """Yield importing room, imported room, file and line for every import inside evalcli, those in functions too."""
    for file in sorted(PACKAGE.rglob("*.py")):
        room = file.relative_to(PACKAGE).with_suffix("").parts[0]
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            for name in imported(node):
                if name.startswith("evalcli."):
                    yield room, name.split(".")[1], f"{file.relative_to(PACKAGE)}:{node.lineno}"


def imported(node: ast.AST) -> list[str]:
    """Return the modules that a statement imports, by their full names."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        assert not node.level, "imports are written in full: from evalcli.model.place import Place"
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def test_imports_only_go_down() -> None:
    climbing = [
        f"{spot} {room} must not import {other}"
        for room, other, spot in imports()
        if room in FLOOR_OF and other in FLOOR_OF and room != other and FLOOR_OF[room] >= FLOOR_OF[other]
    ]

    assert climbing == []


def test_every_room_has_a_floor() -> None:
    rooms = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}

    assert rooms - {"__init__", "__main__"} == set(FLOOR_OF)


def test_this_test_sees_the_imports() -> None:
    assert len(list(imports())) > 200

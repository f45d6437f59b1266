"""Modules and functions stay short enough to be read at once."""

import ast
from collections.abc import Iterator
from pathlib import Path
from tomllib import loads

ROOT = Path(__file__).parents[2]
FILES = sorted(path for top in ("evalcli", "tests") for path in (ROOT / top).rglob("*.py"))
LONGEST_MODULE = 400
LONGEST_FUNCTION = 50


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_modules_are_short() -> None:
    lengths = {str(file.relative_to(ROOT)): len(file.read_text("utf-8").splitlines()) for file in FILES}

    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_functions_are_short() -> None:
    long = [
        f"{file.relative_to(ROOT)}:{function.lineno} {function.name}"
        for file in FILES
        for function in functions(ast.parse(file.read_text("utf-8")))
        if (function.end_lineno or 0) - function.lineno >= LONGEST_FUNCTION
    ]

    assert long == []


def test_ruff_counts_branches() -> None:
    lint = loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["ruff"]["lint"]

    assert (lint["select"], lint["mccabe"]["max-complexity"]) == (["ALL"], 10)
    assert "C901" not in lint["ignore"]


def test_this_test_sees_functions() -> None:
    assert sum(1 for file in FILES for _one in functions(ast.parse(file.read_text("utf-8")))) > 500

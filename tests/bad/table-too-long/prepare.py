"""Write a table with more rows than any county has schools."""

from pathlib import Path

import pytest


def prepare(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    """Write a table with more rows than any county has schools."""
    (folder / "data").mkdir()
    rows = "".join(f"{number}\n" for number in range(1, 20_002))
    (folder / "data" / "学校.csv").write_text("学校代码\n" + rows, encoding="utf-8")

"""Write a table with a quote that nobody closes."""

from pathlib import Path

import pytest


def prepare(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    """Write a table with a quote that nobody closes."""
    (folder / "data").mkdir()
    text = '学校代码\n"' + "一" * 200_000
    (folder / "data" / "学校.csv").write_text(text, encoding="utf-8")

"""Write two files whose names differ only in case."""

from pathlib import Path

import pytest


def prepare(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    """Write two files whose names differ only in case."""
    (folder / "人社").mkdir()
    for name in ("A.csv", "a.csv"):
        (folder / "人社" / name).write_text("名称,本年值\n教师数,636人\n", encoding="utf-8")

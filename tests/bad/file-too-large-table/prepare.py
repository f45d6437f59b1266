"""Make a CSV of 300 MB."""

from pathlib import Path

import pytest


def prepare(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    """Make a CSV of 300 MB."""
    with (folder / "学校.csv").open("wb") as file:
        file.truncate(300_000_000)

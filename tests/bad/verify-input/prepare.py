"""Keep a result, then change a figure."""

from pathlib import Path

import pytest
from kept_results import edit, keep


def prepare(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    """Keep a result, then change a figure."""
    keep()
    edit(folder / "county.yaml", "teachers: 636人", "teachers: 637人")

"""Keep a result and give it the version of another shape."""

from pathlib import Path

import pytest
from kept_results import edit, keep


def prepare(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    """Keep a result and give it the version of another shape."""
    keep()
    edit(folder / "result.json", '"schema_version": 1', '"schema_version": 2')

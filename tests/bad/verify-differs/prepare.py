"""Keep a result and change its grade."""

from pathlib import Path

import pytest
from kept_results import edit, keep


def prepare(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    """Keep a result and change its grade."""
    keep()
    edit(folder / "result.json", '"settled": "', '"settled": "不')

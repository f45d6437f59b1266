"""Keep a result, then change the pack."""

from pathlib import Path

import pytest
from kept_results import edit, keep


def prepare(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    """Keep a result, then change the pack."""
    keep()
    edit(folder / "indicators" / "mini" / "pack.yaml", "version: 1.0.0", "version: 1.0.1")

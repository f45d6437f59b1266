"""Write a county file of ten megabytes and one byte."""

from pathlib import Path

import pytest


def prepare(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    """Write a county file of ten megabytes and one byte."""
    (folder / "county.yaml").write_bytes(b"#" * (10 * 1024 * 1024 + 1))

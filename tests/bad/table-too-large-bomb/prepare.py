"""Write a workbook that swells a thousandfold."""

from pathlib import Path

import pytest
from workbooks import zipped


def prepare(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    """Write a workbook that swells a thousandfold."""
    (folder / "人社.xlsx").write_bytes(zipped({"xl/worksheets/sheet1.xml": " " * 20_000_000}))

"""Write a workbook whose end was lost on the way."""

from pathlib import Path

import pytest
from workbooks import book_of


def prepare(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    """Write a workbook whose end was lost on the way."""
    (folder / "人社.xlsx").write_bytes(book_of([["教师数", 636]])[:-60])

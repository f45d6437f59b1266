"""Write a workbook with a stray cell in its last row."""

from pathlib import Path

import pytest
from workbooks import sheet, workbook


def prepare(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    """Write a workbook with a stray cell in its last row."""
    stray = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    (folder / "人社.xlsx").write_bytes(workbook({"填报": sheet([["教师数", 636]], more=stray)}))

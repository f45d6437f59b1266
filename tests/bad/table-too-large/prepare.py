"""Write a workbook with a stray cell in its last row."""

from pathlib import Path

import pytest
from workbooks import sheet, workbook


def prepare(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    """Write a workbook with a stray cell in its last row."""
    (folder / "data").mkdir()
    stray = '<row r="1048576"><c r="F1048576"><v>0</v></c></row>'
    (folder / "data" / "学校.xlsx").write_bytes(workbook({"小学": sheet([["学校代码"], ["1"]], more=stray)}))

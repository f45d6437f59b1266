"""Write a workbook with a hidden sheet and a hidden row."""

from pathlib import Path

import pytest
from workbooks import sheet, workbook


def prepare(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    """Write a workbook with a hidden sheet and a hidden row."""
    rows = sheet([["名称", "本年值"], ["教师数", 636]]).replace('<row r="2">', '<row r="2" hidden="1">')
    (folder / "人社.xlsx").write_bytes(workbook({"填报": rows, "花名册": sheet([])}, hidden=("填报",)))

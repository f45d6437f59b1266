"""Write a workbook with macros."""

from pathlib import Path

import pytest
from workbooks import sheet, workbook


def prepare(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    """Write a workbook with macros."""
    rows = sheet([["名称", "本年值"], ["教师数", 636]])
    (folder / "人社.xlsm").write_bytes(workbook({"填报": rows}, {"xl/vbaProject.bin": "macro"}))

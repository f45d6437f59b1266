"""Write a workbook that declares entities."""

from pathlib import Path

import pytest
from workbooks import sheet, workbook


def prepare(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    """Write a workbook that declares entities."""
    bomb = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><worksheet'
    (folder / "人社.xlsx").write_bytes(workbook({"填报": sheet([["教师数", 636]]).replace("<worksheet", bomb)}))

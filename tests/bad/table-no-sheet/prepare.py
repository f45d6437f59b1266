"""Write a workbook with another sheet than the one that is named."""

from pathlib import Path

import pytest
from workbooks import sheet, workbook


def prepare(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    """Write a workbook with another sheet than the one that is named."""
    (folder / "data").mkdir()
    (folder / "data" / "学校.xlsx").write_bytes(workbook({"小学": sheet([["学校代码"], ["1"]])}))

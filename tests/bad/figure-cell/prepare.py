"""Write a workbook with a formula that was never reckoned, and one that fails."""

from pathlib import Path

import pytest
from workbooks import sheet, workbook


def prepare(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    """Write a workbook with a formula that was never reckoned, and one that fails."""
    cells = '<c r="B2"><f>600+36</f></c>', '<c r="B3" t="e"><f>300/0</f><v>#DIV/0!</v></c>'
    labels = "教师数", "受训教师数"
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{label}</t></is></c>{cell}</row>'
        for n, (label, cell) in enumerate(zip(labels, cells, strict=True), 2)
    )
    (folder / "人社.xlsx").write_bytes(workbook({"填报": sheet([["名称", "本年值"]], more=rows)}))

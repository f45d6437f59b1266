"""A Word file as lines of text: what a golden compares instead of bytes."""

from io import BytesIO

import docx
from docx.table import Table


def outline(data: bytes) -> str:
    """Return `style | text` for every paragraph, and the rows of every table with their cells side by side."""
    lines: list[str] = []
    for block in docx.Document(BytesIO(data)).iter_inner_content():
        lines += (
            _rows(block)
            if isinstance(block, Table)
            else [f"{block.style.name if block.style else ''} | {_one_line(block.text)}"]
        )
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _rows(table: Table) -> list[str]:
    shown = []
    for row in table._tbl.tr_lst:
        cells = ["/".join(_one_line(paragraph.text) for paragraph in cell.p_lst) for cell in row.tc_lst]
        shown.append("表 | " + " | ".join(cells))
    return shown


def _one_line(text: str) -> str:
    return text.replace("\n", "⏎")

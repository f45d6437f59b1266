"""The extract as plain data, and read back."""

import json
from pathlib import Path

from plans import NAME, text

from evalcli.extract import extract
from evalcli.extract.plain import COLUMNS, columns, data
from evalcli.model.place import Place
from evalcli.model.table import Cell
from evalcli.model.text import Grid
from evalcli.read.extract_file import extract_file


def test_what_was_extracted_comes_back(tmp_path: Path) -> None:
    cells = ((Cell("指标", Place(NAME, 1, 1, sheet="表1")), Cell("目标值", Place(NAME, 1, 2, sheet="表1"))),
             (Cell("教师", Place(NAME, 2, 1, sheet="表1")), Cell("30名", Place(NAME, 2, 2, sheet="表1"))))  # fmt: skip
    found, _notices = extract(
        text("2024年工作要点", "一、目标", "力争入学率达95.0%。", tables=(Grid(cells, Place(NAME)),))
    )
    (tmp_path / "extract.json").write_text(json.dumps(data(found), ensure_ascii=False), encoding="utf-8")

    assert data(extract_file(tmp_path / "extract.json")) == data(found)


def test_a_row_in_columns() -> None:
    found, _notices = extract(text("2024年工作要点", "力争2025年入学率达95.0%。"))
    (row,) = found.statements

    assert dict(zip(COLUMNS, columns(row), strict=True)) == {
        "place": f"{NAME}:2:12",
        "fragment": "力争2025年入学率达95.0%",
        "measures": "入学率",
        "comparator": ">=",
        "value": "95.0",
        "unit": "%",
        "base": "",
        "date": "2025",
        "softness": "力争",
        "kind": "target",
        "unclear": "",
    }
    assert data(found)["document"] == {
        "name": NAME, "sha256": found.sha256, "title": "2024年工作要点", "year": 2024, "genre": "plan",
    }  # fmt: skip

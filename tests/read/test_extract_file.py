"""What is wrong with an extract is told with its place."""

import json
from pathlib import Path
from typing import Any

import pytest

from evalcli.model.notice import Level, Stopped
from evalcli.model.statement import Comparator, Genre, Kind
from evalcli.read.extract_file import extract_file

ROW = {
    "place": {"line": 3, "column": 5}, "fragment": "新建学校3所", "measures": "学校", "comparator": "=", "value": "3",
    "unit": "所", "kind": "target",
}  # fmt: skip
DOCUMENT = {"name": "要点.docx", "sha256": "a" * 64, "title": "要点", "year": None, "genre": "plan"}


def write(folder: Path, **more: Any) -> Path:
    """Write an extract and return its path."""
    data = {"schema_version": 1, "document": DOCUMENT, "rows": [ROW]} | more
    (folder / "extract.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return folder / "extract.json"


def test_a_row_with_only_what_it_must_have(tmp_path: Path) -> None:
    found = extract_file(write(tmp_path))
    (row,) = found.statements

    assert (found.document, found.year, found.genre) == ("要点.docx", None, Genre.PLAN)
    assert (str(row.place), row.comparator, row.value, row.kind) == ("要点.docx:3:5", Comparator.EQUAL, 3, Kind.TARGET)
    assert (row.date, row.headings, row.confirmed) == ("", (), False)


FAULTS = [
    ({"schema_version": 2}, "extract.version"),
    ({"rows": [ROW | {"value": "三"}]}, "shape.pattern"),
    ({"rows": [ROW | {"comparator": "≥"}]}, "shape.value"),
    ({"document": {}}, "shape.missing-key"),
]


@pytest.mark.parametrize(("more", "code"), FAULTS, ids=[code for _more, code in FAULTS])
def test_what_is_wrong_stops(more: dict[str, Any], code: str, tmp_path: Path) -> None:
    with pytest.raises(Stopped) as stopped:
        extract_file(write(tmp_path, **more))

    assert {notice.code for notice in stopped.value.notices} == {code}
    assert {notice.level for notice in stopped.value.notices} == {Level.STOP}


def test_lists_and_missing_files_stop_too(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[]", encoding="utf-8")

    for name, code in (("a.json", "shape.type"), ("b.json", "file.missing")):
        with pytest.raises(Stopped) as stopped:
            extract_file(tmp_path / name)
        assert [notice.code for notice in stopped.value.notices] == [code]

"""A kept result read back."""

import json

import pytest
from counties import FULL, pack_of, scored_of

from evalcli.analyse import result
from evalcli.model.notice import Stopped
from evalcli.read.result_file import result_file

KEPT = result(scored_of(pack_of(), FULL))


@pytest.fixture
def file(tmp_path):
    return tmp_path / "result.json"


def stopped(file):
    with pytest.raises(Stopped) as stop:
        result_file(file)
    return [(notice.code, str(notice.level), notice.place.line) for notice in stop.value.notices]


def test_what_was_written_is_what_is_read(file):
    file.write_text(json.dumps(KEPT, ensure_ascii=False, indent=2), encoding="utf-8")

    assert result_file(file) == KEPT


def test_a_result_of_another_schema_version_is_refused(file):
    file.write_text(json.dumps({**KEPT, "schema_version": 2}, indent=2), encoding="utf-8")

    assert stopped(file) == [("verify.version", "中止", 2)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (json.dumps({key: value for key, value in KEPT.items() if key != "total"}), "shape.missing-key"),
        ("[]", "shape.type"),
        ("{", "yaml.syntax"),
    ],
)
def test_what_is_no_result_is_refused(text, code, file):
    file.write_text(text, encoding="utf-8")

    assert [(found, level) for found, level, _line in stopped(file)] == [(code, "中止")]


def test_a_file_that_is_not_there_is_told(file):
    assert stopped(file) == [("file.missing", "中止", 0)]

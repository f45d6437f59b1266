"""A result as JSON, CSV and Markdown: what programs read is stable and carries data as typed."""

import csv
import json
import shutil
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from command_line import evalcli
from county_text import change
from jsonschema import Draft202012Validator

FORMS = ("table", "json", "csv", "md")


def result() -> Any:
    """Return the JSON result; a float in it would be a fault."""
    return json.loads(evalcli("score", "--format", "json").out, parse_float=_no_float)


def _no_float(text: str) -> None:
    raise AssertionError(text)


@pytest.mark.parametrize("example", ["small", "gaoping"])
def test_the_result_has_the_shape_that_its_schema_says(example: str, desk: Path, root: Path, gaoping: Path) -> None:
    arguments = ["score", "--format", "json"] + ([str(gaoping)] if example == "gaoping" else [])
    found = json.loads(evalcli(*arguments).out, parse_float=_no_float)
    schema = json.loads((root / "evalcli" / "schemas" / "result.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)

    assert list(Draft202012Validator(schema).iter_errors(found)) == []
    assert found["schema_version"] == 1


def test_the_result_names_every_file_it_was_made_from(desk: Path) -> None:
    (desk / "data").mkdir()
    (desk / "data" / "教师.yaml").write_text("figures:\n  trained: 600人\n", encoding="utf-8")
    hashes = {name: sha256((desk / name).read_bytes()).hexdigest() for name in ("county.yaml", "data/教师.yaml")}

    assert result()["provenance"]["inputs"] == hashes
    assert result()["provenance"]["pack"]["id"] == "mini"


def test_the_sums_are_the_sums_of_what_is_printed(desk: Path) -> None:
    found = result()

    assert found["total"] == {"earned": "9.70", "open": "0.00", "full": "10.00"}
    assert [area["earned"] for area in found["areas"]] == ["5.00", "4.70"]


@pytest.mark.parametrize("form", FORMS)
def test_same_in_same_out(form: str, desk: Path) -> None:
    first, second = (evalcli("score", "--format", form) for _run in range(2))

    assert first == second
    assert first.code == 0
    assert first.err == ""


@pytest.mark.parametrize("form", FORMS)
def test_a_file_holds_what_the_screen_would_show(form: str, desk: Path) -> None:
    shown = evalcli("score", "--format", form).payload
    done = evalcli("score", "--format", form, "-o", "结果/得分.txt")
    # Excel knows a CSV file as UTF-8 by its mark.
    mark = b"\xef\xbb\xbf" if form == "csv" else b""

    assert (done.payload, done.err, done.code) == (b"", "已写出 结果/得分.txt\n", 0)
    assert (desk / "结果" / "得分.txt").read_bytes() == mark + shown


def test_csv(desk: Path) -> None:
    rows = list(csv.reader(StringIO(evalcli("score", "--format", "csv").out, newline="")))

    assert rows[0] == [
        "area",
        "item",
        "title",
        "key_point",
        "value",
        "standard",
        "verdict",
        "earned",
        "open",
        "full",
        "reason",
        "pack",
        "tailored",
    ]
    assert rows[1] == [
        "投入保障",
        "1.1",
        "教育投入",
        "1.1a",
        "增长5%",
        "只增不减",
        "达标",
        "3.00",
        "",
        "3.00",
        "",
        "mini@1.0.0",
        "",
    ]
    assert len(rows) == 6


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("=cmd|calc", "'=cmd|calc"),
        ("+1+1", "'+1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2+3", "'-2+3"),
        ("-2.5", "-2.5"),
        ("a=b", "a=b"),
    ],
)
def test_a_cell_is_no_formula(title: str, cell: str, desk: Path) -> None:
    change(desk, "short: 教师配备", f'short: "{title}"', name="indicators/mini/area-2.yaml")
    rows = list(csv.reader(StringIO(evalcli("score", "--format", "csv").out, newline="")))

    assert rows[3][2] == cell


def test_markdown(desk: Path) -> None:
    lines = evalcli("score", "--format", "md").out.splitlines()

    assert lines[:8] == [
        "# 青山县 2021年 自评得分",
        "",
        "得分已定 9.70，满分 10.00；等次 合格",
        "",
        "| 指标 | 名称 | 要点 | 现状 | 标准 | 判定 | 得分 | 待定 | 分值 | 失分、待定原因 |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        "| 1.1 | 教育投入 | 1.1a | 增长5% | 只增不减 | 达标 | 3.00 |   | 3.00 |   |",
        "| 1.1 | 教育投入 | 1.1b | 94% | ≥90% | 达标 | 2.00 |   | 2.00 |   |",
    ]


def test_markdown_shows_text_as_it_was_typed(desk: Path) -> None:
    change(
        desk,
        "short: 教师配备",
        r'short: "a|b <i>*c*</i> [d](e) `f` \\ #g _h_ &amp; i"',
        name="indicators/mini/area-2.yaml",
    )
    row = evalcli("score", "--format", "md").out.splitlines()[8]

    assert row.startswith(r"| 2.1 | a\|b &lt;i>\*c\*&lt;/i> \[d\](e) \`f\` \\ \#g \_h\_ &amp;amp; i | 2.1a |")


def test_a_name_cannot_break_the_heading(desk: Path) -> None:
    change(desk, "name: 青山县", 'name: "青山\\n# 县"')

    assert evalcli("score", "--format", "md").out.splitlines()[0] == r"# 青山 \# 县 2021年 自评得分"


def test_the_result_does_not_depend_on_where_it_is_asked_for(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = evalcli("score", "--format", "json").out
    other = tmp_path / "别 处"
    other.mkdir()
    monkeypatch.chdir(other)

    assert evalcli("score", "--format", "json", str(desk)).out == here
    assert evalcli("score", "--format", "json", "../青山县/county.yaml").out == here


def test_a_file_in_the_chinese_windows_encoding_gives_the_same_result(desk: Path) -> None:
    here = result()
    shutil.copy(desk / "county.yaml", desk / "backup")
    (desk / "county.yaml").write_bytes((desk / "county.yaml").read_text("utf-8").encode("gb18030"))
    there = result()
    here["provenance"].pop("inputs")
    there["provenance"].pop("inputs")

    assert there == here

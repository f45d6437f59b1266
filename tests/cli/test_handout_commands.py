"""form, init and schema, as they are typed."""

import json
import os
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from command_line import evalcli, process
from county_text import change
from openpyxl import load_workbook
from pack_folders import SHIPPED

from evalcli.cli import files
from evalcli.model.notice import Stopped

FORM = "out/青山县-2021年-填报表.xlsx"


def test_form_writes_beside_the_county(desk: Path) -> None:
    before = sorted(path for path in desk.rglob("*") if path.is_file())
    done = evalcli("form")

    assert (done.out, done.err, done.code) == ("", f"已写出 {FORM}\n", 0)
    assert sorted(path for path in desk.rglob("*") if path.is_file()) == sorted([*before, desk / FORM])
    assert load_workbook(FORM).sheetnames[0] == "填表说明"


def test_the_same_form_again(desk: Path) -> None:
    first, again = (evalcli("form", "-o", "-").payload for _time in range(2))

    assert first == again
    assert first[:2] == b"PK"


def test_the_form_does_not_follow_the_readers_language(desk: Path) -> None:
    chinese = evalcli("form", "-o", "-").payload

    assert process("form", "-o", "-", folder=desk, EVALCLI_LANG="en").payload == chinese


def test_names_of_forms(desk: Path) -> None:
    assert evalcli("form", "--office", "财政局", "-q").err == ""
    evalcli("form", "--school", "-q")
    evalcli("form", "--pack", "mini", "-q")

    assert sorted(path.name for path in Path("out").iterdir()) == [
        "mini-填报表.xlsx", "青山县-2021年-填报表-学校.xlsx", "青山县-2021年-填报表-财政局.xlsx",
    ]  # fmt: skip


def test_a_filled_form_shows_the_values_and_tells_what_was_refused(desk: Path) -> None:
    change(desk, "636人", "六百人")
    done = evalcli("form", "--filled")
    values = [cell.value for row in load_workbook(FORM)["财政局"].iter_rows() for cell in row]

    assert done.code == 1
    assert "figure.number" in done.err
    assert 2.1 in values


def test_a_filled_form_without_faults(desk: Path) -> None:
    assert evalcli("form", "--filled", "-q").code == 0


def test_last_year_from_a_folder_a_file_and_a_result(desk: Path) -> None:
    last = desk / "2021"
    last.mkdir()
    for path in [*desk.glob("county.yaml")]:
        (last / path.name).write_bytes(path.read_bytes())
    evalcli("score", "--format", "json", "-o", "2021.json")
    change(desk, "{from: 2021-01-01, to: 2021-12-31}", "{from: 2022-01-01, to: 2022-12-31}")

    found = [
        evalcli("form", "--previous", name, "-o", "-").payload for name in ("2021", "2021/county.yaml", "2021.json")
    ]
    assert [payload == found[0] for payload in found] == [True] * 3
    values = [cell.value for row in load_workbook(BytesIO(found[0]))["财政局"].iter_rows() for cell in row]
    assert 2.1 in values


def test_last_year_is_not_found_in_the_same_year(desk: Path) -> None:
    evalcli("score", "--format", "json", "-o", "result.json")
    done = evalcli("form", "--previous", "result.json")

    assert done.err.splitlines() == [
        "result.json 中止 [form.previous] 这里没有 2020 年的填报值，取不到上年值",
        "    改法：本年是 2021 年，--previous 要指上一年的；这里有的是：2021。",
    ]
    assert (done.code, Path("out").exists()) == (3, False)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--pack", "mini", "county.yaml"), "--pack 写的是空表"),
        (("--pack", "mini", "--filled"), "--pack 写的是空表"),
        (("--office", "财政局", "--school"), "--office 和 --school 只用一个"),
        (("--office", "财政"), "最接近的是“财政局”。填报单位有：财政局、"),
        (("--office", "xyz"), "没有由“xyz”填报的项目。填报单位有：财政局、"),
        (("--pack", "duty-sichuan-2022", "--school"), "指标包 duty-sichuan-2022 没有学校表"),
    ],
)
def test_what_form_refuses(arguments: tuple[str, ...], said: str, desk: Path) -> None:
    done = evalcli("form", *arguments)

    assert (said in done.err, done.code, Path("out").exists()) == (True, 2, False)


def test_a_workbook_is_not_shown_on_a_screen(desk: Path) -> None:
    done = evalcli("form", "-o", "-", terminal=True)

    assert (done.payload, "不能显示在终端上" in done.err, done.code) == (b"", True, 2)


def test_a_form_never_replaces_what_was_filled_in(desk: Path) -> None:
    assert evalcli("form", "-o", "county.yaml").code == 3


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("example", [(), ("--example",)], ids=["bare", "example"])
def test_init_checks_scores_and_renders_at_once(name: str, example: tuple[str, ...], empty: Path) -> None:
    begun = evalcli("init", "county", "--pack", name, "--county", "清溪县", "--year", "2022", *example)
    checked, scored, rendered = (evalcli(*command) for command in (
        ("check", "county"), ("score", "county"), ("render", "county", "--draft", "--md", "-o", "-"),
    ))  # fmt: skip

    assert begun.err == "已建好 county。先看里面的 README.md；evalcli check county 核对。\n"
    assert (begun.code, checked.code, scored.code, rendered.code) == (0, 0, 0, 0)
    assert {line.partition(" ")[0] for line in checked.out.splitlines()} <= {"提示"}
    assert ("全部是程序编造的" in scored.out) == bool(example)
    assert "清溪县" in rendered.out


def test_init_writes_the_same_again(empty: Path) -> None:
    for name in ("a", "b"):
        evalcli(
            "init", name, "--pack", "balanced-basic-2012", "--county", "清溪县", "--year", "2022", "--example", "-q"
        )

    found = [
        {path.relative_to(name).as_posix(): path.read_bytes() for path in Path(name).rglob("*") if path.is_file()}
        for name in "ab"
    ]
    assert found[0] == found[1]
    assert "填报表.xlsx" in found[0]


def test_init_takes_the_last_year_where_none_is_named(empty: Path) -> None:
    from datetime import UTC, datetime

    evalcli("init", "x", "--pack", "duty-sichuan-2022", "--county", "清溪县", "--code", "511303")

    year = datetime.now(UTC).year - 1
    assert f"period: {{from: {year}-01-01, to: {year}-12-31}}" in Path("x/county.yaml").read_text("utf-8")
    assert 'code: "511303"' in Path("x/county.yaml").read_text("utf-8")


def test_init_fills_an_empty_folder_and_no_other(empty: Path) -> None:
    Path("x").mkdir()
    first, again = (evalcli("init", "x", "--pack", "duty-sichuan-2022", "--county", "清溪县") for _time in range(2))

    assert (first.code, again.code) == (0, 3)
    assert "output.exists" in again.err


@pytest.mark.parametrize(
    ("arguments", "said", "code"),
    [
        (("--pack", "duty-sichuan-2021", "--county", "x"), "最接近的是“duty-sichuan-2022”", 3),
        (("--pack", "duty-sichuan-2022", "--county", " "), "--county 要写", 2),
        (("--pack", "duty-sichuan-2022", "--county", "县\u202e"), "看不见的字符", 2),
        (("--pack", "duty-sichuan-2022", "--county", "x", "--code", "51130"), "要六位数字", 2),
        (("--pack", "duty-sichuan-2022", "--county", "x", "--year", "22"), "“22”不是年份，例如 2022", 2),
        (("--pack", "duty-sichuan-2022"), "缺参数 --county", 2),
    ],
)
def test_what_init_refuses(arguments: tuple[str, ...], said: str, code: int, empty: Path) -> None:
    done = evalcli("init", "x", *arguments)

    assert (said in done.err, done.code, list(empty.iterdir())) == (True, code, [])


def test_a_folder_is_written_whole_or_not_at_all(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _data: bytes) -> int:
        raise OSError(28, "full")

    Path("there").mkdir()
    monkeypatch.setattr(Path, "write_bytes", full)
    for name in ("new", "there", "deep/new"):
        with pytest.raises(Stopped):
            files.write_folder(name, {"a/b.txt": b"x"})

    assert sorted(path.as_posix() for path in Path().rglob("*")) == ["deep", "there"]


def test_a_folder_where_a_file_stands(empty: Path) -> None:
    Path("x").write_text("x", encoding="utf-8")
    done = evalcli("init", "x", "--pack", "duty-sichuan-2022", "--county", "清溪县")

    assert (done.code, "output.exists" in done.err, Path("x").read_text("utf-8")) == (3, True, "x")


def test_schemas_are_listed() -> None:
    done = evalcli("schema", "--list")

    assert done.out.splitlines()[0].split() == ["county", "urn:evalcli:county:1", "县级自评"]
    assert len(done.out.splitlines()) == 8


def test_a_schema_is_printed_or_written(empty: Path) -> None:
    done = evalcli("schema", "county", "--pack", "duty-sichuan-2022")
    evalcli("schema", "county", "--pack", "duty-sichuan-2022", "-o", "x.json")

    assert json.loads(done.out)["$id"] == "urn:evalcli:county:1:duty-sichuan-2022:1.0.0"
    assert (empty / "x.json").read_bytes() == done.payload


@pytest.mark.parametrize(
    ("arguments", "said"),
    [((), "写明要哪一种"), (("pack", "--pack", "mini"), "--pack 只配 county、data"), (("cou",), "不在可选的")],
)
def test_what_schema_refuses(arguments: tuple[str, ...], said: str) -> None:
    done = evalcli("schema", *arguments)

    assert (said in done.err, done.code) == (True, 2)


def test_no_part_of_a_form_leads_out(desk: Path) -> None:
    with ZipFile(BytesIO(evalcli("form", "-o", "-").payload)) as book:
        parts = "".join(book.read(name).decode("utf-8") for name in book.namelist() if name.endswith(".rels"))

    assert "External" not in parts
    assert os.fspath(desk) not in parts


OLD = "某县2021年履行教育职责自评报告\n1.教育投入。2021年教育支出2.05亿元，同比增长2.5%。\n7.后勤服务。食堂改善。\n"


def test_init_lays_an_old_report_out_and_takes_nothing_over(desk: Path) -> None:
    Path("去年.txt").write_text(OLD, encoding="utf-8")
    done = evalcli("init", "新县", "--pack", "mini", "--county", "青山县", "--year", "2022", "--from", "去年.txt")
    waiting = Path("新县/去年.待确认.yaml")

    assert done.code == 0
    assert "去年的报告整理在 新县/去年.待确认.yaml，没有采用任何一项；核对后移进 data。" in done.err
    assert '#   spending: {2021: "2.05亿元"}   # 教育支出' in waiting.read_text("utf-8")
    assert "2.05" not in evalcli("score", "新县", "--format", "json").out


def test_init_says_why_an_old_report_cannot_be_read(desk: Path) -> None:
    Path("去年.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    done = evalcli("init", "新县", "--pack", "mini", "--county", "青山县", "--from", "去年.doc")

    assert (done.code, Path("新县").exists()) == (3, False)
    assert "另存为" in done.err

"""What each command takes and hands over: payload on standard output, talk on standard error."""

import json
from pathlib import Path

import pytest
from command_line import evalcli
from county_text import add, change

from evalcli import language

READ = "读入：county.yaml"


def test_check_as_json(desk: Path) -> None:
    change(desk, "636人", "六百人")
    done = evalcli("check", "--format", "json")
    first, owed = json.loads(done.out)

    assert first == {
        "id": "707b80-2f3a44",
        "code": "figure.number",
        "level": "must",
        "message": "教师数：“六百人”不是数值",
        "advice": "写成数字加单位，例如 12人。",
        "place": {"file": "county.yaml", "line": 6, "column": 13},
        "at": "teachers",
        "office": "人社局",
        "status": "open",
    }
    assert (owed["code"], owed["place"]) == ("data.missing", None)
    assert (done.err, done.code) == ("必改 1 条，提示 1 条\n", 1)


def test_check_quietly(desk: Path) -> None:
    change(desk, "636人", "六百人")
    change(desk, "  coverage: 94%\n", "")
    done = evalcli("check", "-q")

    assert [line for line in done.out.splitlines() if "[" in line] == [
        "county.yaml:6:13 必改 [figure.number] 教师数：“六百人”不是数值"
    ]
    assert (done.err, done.code) == ("", 1)


@pytest.mark.parametrize("command", [("check",), ("score",), ("explain", "1.1"), ("render", "--md", "-o", "-")])
def test_verbose_names_what_was_read(command: tuple[str, ...], desk: Path) -> None:
    said = evalcli(*command, "-v").err.splitlines()

    assert READ in said
    assert any(line.startswith("指标包：mini 1.0.0（") for line in said)
    assert READ not in evalcli(*command).err


def test_verbose_says_what_every_sheet_was_taken_for(desk: Path) -> None:
    (desk / "data").mkdir(exist_ok=True)
    (desk / "data" / "受训.csv").write_bytes("名称,本年值\n受训教师数,300人\n注：年末数\n".encode("gb18030"))

    assert (
        "  data/受训.csv：填报值 1 个，注和签名 1 行没有采用，按 GB18030 读入"
        in evalcli("check", "-v").err.splitlines()
    )


@pytest.mark.parametrize("command", [("score",), ("explain", "1.1"), ("render", "--md", "-o", "-")])
def test_refused_values_are_told_beside_the_result(command: tuple[str, ...], desk: Path) -> None:
    change(desk, "636人", "六百人")
    add(desk, "\n# 完\n")
    change(desk, "  coverage: 94%", "  coverage: 94%\n  trained: 无")
    plain, quiet, verbose = (evalcli(*command, *more) for more in ((), ("-q",), ("-v",)))

    assert {plain.code, quiet.code, verbose.code} == {1}
    assert plain.payload == quiet.payload == verbose.payload
    assert [
        ("[figure.number]" in done.err, "[figure.nothing]" in done.err, "（加 -v 列出）" in done.err)
        for done in (plain, quiet, verbose)
    ] == [
        (True, False, True),
        (True, False, False),
        (True, True, False),
    ]


def test_score_from_standard_input(desk: Path) -> None:
    data = (desk / "county.yaml").read_bytes()
    (desk / "county.yaml").unlink()
    done = evalcli("score", "-", stdin=data)

    assert (done.out.splitlines()[1], done.code) == ("1     投入保障                            5.00  5.00", 0)


def test_places_in_standard_input_are_named(desk: Path) -> None:
    assert evalcli("check", "-", stdin=b"pack mini\n").err.startswith("-:1:1 ")


@pytest.mark.parametrize(("limit", "code"), [("9.70", 0), ("9.71", 1), ("1e1", 1), ("-1", 0)])
def test_fail_under(limit: str, code: int, desk: Path) -> None:
    assert evalcli("score", "-q", "--fail-under", limit).code == code


def test_explain_an_item_and_a_key_point(desk: Path) -> None:
    whole, part = evalcli("explain", "2.2"), evalcli("explain", "2.2a")

    assert (whole.code, part.code) == (0, 0)
    assert [("2.2a" in done.out, "2.2b" in done.out) for done in (whole, part)] == [(True, True), (True, False)]


@pytest.mark.parametrize(
    ("arguments", "stdin"),
    [((), False), ((".",), False), (("county.yaml",), False), (("", "county.yaml"), False), (("-",), True)],
)
def test_explain_without_an_item_explains_the_grade(arguments: tuple[str, ...], stdin: bool, desk: Path) -> None:
    done = evalcli("explain", *arguments, stdin=Path("county.yaml").read_bytes() if stdin else b"")

    assert (done.code, done.out.splitlines()[0][:3], "  结果：" in done.out, "2.2a" in done.out) == (
        0,
        "青山县",
        True,
        False,
    )


def test_explain_all_explains_every_item(desk: Path) -> None:
    done = evalcli("explain", "--all", "county.yaml")

    assert (done.code, [name in done.out for name in ("  结果：", "1.1a", "2.2b")]) == (0, [True, True, True])


def test_a_result_is_verified(desk: Path) -> None:
    assert evalcli("score", "--format", "json", "-q", "-o", "result.json").code == 0
    done = evalcli("score", "--verify", "result.json")
    quiet = evalcli("score", "--verify", "result.json", "-q", "-v")

    assert (done.code, done.out, done.err.startswith("result.json 与重新计算的结果一致：")) == (0, "", True)
    assert (quiet.code, quiet.out, quiet.err.splitlines()[0][:3]) == (0, "", "读入：")


def test_the_trace_is_an_annex_where_it_is_asked_for(desk: Path) -> None:
    plain = evalcli("render", "--md", "--draft", "-o", "-").out
    traced = evalcli("render", "--md", "--draft", "--trace", "-o", "-").out

    assert ("附件3" in plain, "附件3" in traced, "结果计算过程" in traced) == (False, True, True)


def test_the_trace_in_a_report_is_chinese_whatever_its_writer_reads(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EVALCLI_LANG", "en")
    language.chosen.cache_clear()

    assert "    规则：".strip() in evalcli("render", "--md", "--draft", "--trace", "-o", "-").out


@pytest.mark.parametrize(
    ("item", "said"),
    [("2.3", "最接近的是“2.2”。"), ("2.2z", "最接近的是“2.2”。"), ("经费", "编号从 1.1 到 2.2。")],
)
def test_an_unknown_item_is_answered_with_a_known_one(item: str, said: str, desk: Path) -> None:
    done = evalcli("explain", item)

    assert (done.err.splitlines()[1], done.code) == (f"指标包 mini 没有指标“{item}”，{said}", 2)


def test_render_writes_word_where_nothing_else_is_asked(desk: Path) -> None:
    done = evalcli("render")

    assert (done.out, done.err, done.code) == ("", "已写出 out/青山县-2021年-自评报告.docx\n", 0)
    assert (desk / "out" / "青山县-2021年-自评报告.docx").read_bytes()[:2] == b"PK"


def test_render_several_formats_at_once(desk: Path) -> None:
    done = evalcli("render", "--docx", "--html", "--md", "-q")

    assert (done.out, done.err, done.code) == ("", "", 0)
    assert sorted(path.suffix for path in (desk / "out").iterdir()) == [".docx", ".html", ".md"]


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        (("-o", "a.docx"), "PK"),
        (("-o", "a.HTML"), "<!"),
        (("-o", "a.htm"), "<!"),
        (("-o", "a.md"), "# "),
        (("-o", "a"), "PK"),
        (("--md", "-o", "a.txt"), "# "),
    ],
)
def test_the_name_of_the_output_says_its_format(arguments: tuple[str, ...], start: bytes, desk: Path) -> None:
    assert evalcli("render", *arguments).code == 0
    assert (desk / arguments[-1]).read_bytes()[:2] == start.encode()


@pytest.mark.parametrize(("flag", "start"), [("--docx", "PK"), ("--html", "<!"), ("--md", "# ")])
def test_render_to_standard_output(flag: str, start: bytes, desk: Path) -> None:
    done = evalcli("render", flag, "-o", "-")

    assert (done.payload[:2], done.err, done.code) == (start.encode(), "", 0)
    assert not (desk / "out").exists()


def test_a_format_that_nobody_writes(desk: Path) -> None:
    done = evalcli("render", "-o", "a.pdf")

    assert (
        done.err.splitlines()[1]
        == "不会写 .pdf 文件；可用 .docx、.html、.htm、.md，或者用 --docx、--html、--md 指明格式。"
    )
    assert (done.code, (desk / "a.pdf").exists()) == (2, False)


def test_a_report_needs_its_figures_unless_it_is_a_draft(desk: Path) -> None:
    change(desk, "2021: 2.1亿元, ", "")
    strict, draft = evalcli("render", "--md"), evalcli("render", "--md", "--draft")

    assert (strict.code, "[draft.missing-figure]" in strict.err, draft.code) == (3, True, 0)
    assert draft.err.splitlines()[-2] == "草稿有 1 处缺数据，已标黄："
    assert draft.err.splitlines()[-1].endswith("：指标 1.1 的文字要用“教育支出”（spending），没有填报")
    assert "【缺：教育支出】" in (desk / "out" / "青山县-2021年-自评报告.md").read_text("utf-8")


def test_a_report_never_takes_the_place_of_an_input(desk: Path) -> None:
    before = (desk / "county.yaml").read_bytes()
    done = evalcli("render", "--md", "-o", "county.yaml")

    assert (done.code, "[output.input]" in done.err) == (3, True)
    assert (desk / "county.yaml").read_bytes() == before


@pytest.mark.parametrize("name", ["../../etc/x", "a/b:c", r"..\\..\\x", "..", "CON", "字字字字字字字字" * 30])
def test_a_county_s_name_cannot_lead_out_of_its_folder(name: str, desk: Path, tmp_path: Path) -> None:
    change(desk, "name: 青山县", f'name: "{name}"')
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    done = evalcli("render", "--md")
    (new,) = {path for path in tmp_path.rglob("*") if path.is_file()} - before

    assert done.code in {0, 1}
    assert new.parent == desk / "out"


@pytest.mark.parametrize("command", [("check",), ("score",), ("explain", "1.1"), ("render", "--md", "-q", "-o", "-")])
def test_a_command_works_from_any_folder(
    command: tuple[str, ...], desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = evalcli(*command)
    elsewhere = tmp_path / "别 处"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)

    assert evalcli(*command, str(desk)) == here
    assert evalcli(*command, str(desk / "county.yaml")) == here
    assert evalcli(*command, "../青山县") == here
    assert list(elsewhere.iterdir()) == []


def test_a_report_goes_into_the_county_s_folder_wherever_it_is_asked_for(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = evalcli("render", "青山县", "--md")

    assert done.err == "已写出 青山县/out/青山县-2021年-自评报告.md\n"
    assert (desk / "out" / "青山县-2021年-自评报告.md").is_file()


def test_a_name_in_the_county_s_encoding(desk: Path) -> None:
    expected = evalcli("render", "--md", "-o", "-")
    (desk / "county.yaml").write_bytes((desk / "county.yaml").read_text("utf-8").encode("gb18030"))

    assert evalcli("render", "--md", "-o", "-") == expected

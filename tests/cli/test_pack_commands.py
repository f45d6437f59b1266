"""`evalcli pack`: what each command prints, and how it ends."""

import json
from pathlib import Path

import pytest
from command_line import evalcli


def replaced(desk: Path, name: str, old: str, new: str) -> None:
    """Change a file of the county's own pack."""
    path = desk / "indicators" / "mini" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_packs_one_a_line(desk: Path) -> None:
    done = evalcli("pack", "list")
    lines = [line.split() for line in done.out.splitlines()]

    assert ["mini", "1.0.0", "10", "分", "本县", "提示示例用的小指标包"] in lines
    assert ["balanced-quality-2017", "1.0.0", "不计分", "随附", "县域义务教育优质均衡发展督导评估"] in lines
    assert (done.err, done.code) == ("", 0)


def test_the_packs_as_json(desk: Path) -> None:
    rows = json.loads(evalcli("pack", "list", "--format", "json").out)

    assert next(row for row in rows if row["id"] == "mini") == {
        "id": "mini",
        "version": "1.0.0",
        "title": "提示示例用的小指标包",
        "points": "10",
        "own": True,
    }


def test_a_pack_that_cannot_be_read_is_told_and_the_others_listed(desk: Path) -> None:
    replaced(desk, "pack.yaml", "points: 10", "points: 11")
    done = evalcli("pack", "list")

    assert "mini" not in done.out
    assert "[pack.total]" in done.err
    assert done.code == 1


def test_no_pack_at_all(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evalcli.resources.names", lambda *_any: ())

    assert evalcli("pack", "list").out == ""


def test_a_pack_as_a_table(desk: Path) -> None:
    lines = evalcli("pack", "show", "mini", "--item", "1.1").out.splitlines()

    assert lines[0] == "提示示例用的小指标包（mini 1.0.0，满分 10 分）"
    assert lines[2].split() == ["要点", "内容", "分值", "规则", "标准", "依据", "责任单位", "佐证材料"]
    assert [line.split()[0] for line in lines[3:]] == ["1.1", "1.1a", "1.1b"]
    assert lines[5].split()[1:5] == [
        "普惠率达标",
        "2",
        "数值不低于标准，等于标准即为达标；取值：普惠率；标准下限：90",
        "≥90%",
    ]


def test_a_pack_without_points_as_a_table(desk: Path) -> None:
    lines = evalcli("pack", "show", "balanced-quality-2017", "--item", "1.1").out.splitlines()

    assert lines[0] == "县域义务教育优质均衡发展督导评估（balanced-quality-2017 1.0.0，不计分）"
    assert "分值" not in lines[2]


def test_a_table_on_a_screen_is_as_wide_as_the_screen(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    lines = evalcli("pack", "show", "mini", terminal=True).out.splitlines()

    assert len(lines) > 20
    assert max(map(len, lines)) <= 100


def test_a_pack_as_markdown_in_a_file(desk: Path) -> None:
    done = evalcli("pack", "show", "mini", "--format", "md", "-o", "细则.md")

    assert (
        (desk / "细则.md")
        .read_text("utf-8")
        .startswith("# 提示示例用的小指标包评分细则\n\nmini 1.0.0，《示例文件》，满分 10 分。\n")
    )
    assert (done.out, done.err, done.code) == ("", "已写出 细则.md\n", 0)


def test_a_pack_as_an_official_document(desk: Path) -> None:
    for form in ("docx", "html"):
        done = evalcli("pack", "show", "mini", "--format", form, "-o", f"细则.{form}")
        assert (done.out, done.err, done.code) == ("", f"已写出 细则.{form}\n", 0)

    assert (desk / "细则.docx").read_bytes().startswith(b"PK")
    assert "<title>提示示例用的小指标包评分细则</title>" in (desk / "细则.html").read_text("utf-8")


def test_a_word_file_does_not_go_to_a_screen(desk: Path) -> None:
    done = evalcli("pack", "show", "mini", "--format", "docx", terminal=True)

    assert (done.code, "Word 文件不能显示在终端上" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("show", "mini", "--item", "1.2"), "指标包 mini 没有指标“1.2”，最接近的是“"),
        (("resolve", "mini", "--item", "壹"), "指标包 mini 没有指标“壹”，编号从 1.1 到 2.2。"),
        (("test", "mini", "--curve", "1.1"), "指标包 mini 没有评估要点“1.1”，最接近的是“1.1"),
        (("new", ".", "--id", "Mini"), "编号“Mini”不行：以小写字母开头，只用小写字母、数字和连字符。"),
        (("new", "."), "缺参数 --id。"),
    ],
)
def test_what_cannot_be_meant(desk: Path, arguments: tuple[str, ...], expected: str) -> None:
    done = evalcli("pack", *arguments)

    assert expected in done.err
    assert done.code == 2


@pytest.mark.parametrize("arguments", [("show",), ("lint",), ("test",), ("resolve",), ("diff", "mini")])
def test_a_pack_that_is_not_there(desk: Path, arguments: tuple[str, ...]) -> None:
    done = evalcli("pack", *arguments, "maxi")

    assert "中止 [pack.unknown] 没有指标包“maxi”" in done.err
    assert done.code == 3


def test_lint_quietly_says_only_what_must_be_mended(desk: Path) -> None:
    loud, quiet = evalcli("pack", "lint", "mini"), evalcli("pack", "lint", "indicators/mini", "-q")

    assert (loud.err, loud.code) == ("疑似 5 条，提示 6 条\n", 0)
    assert (quiet.out, quiet.err, quiet.code) == ("", "", 0)


def test_cases_that_hold(desk: Path) -> None:
    folder = desk / "indicators" / "mini" / "cases"
    folder.mkdir()
    (folder / "area-1.yaml").write_text(
        "- {indicator: 1.1b, given: {coverage: 90%}, expect: {verdict: 达标, points: 2}, because: 恰好}\n",
        encoding="utf-8",
    )
    done = evalcli("pack", "test", "mini")

    assert done.out == "1.1  算例 1 个\n2.1  算例 0 个\n2.2  算例 0 个\n"
    assert (done.err, done.code) == ("共 1 个算例，0 处不符\n", 0)


def test_a_curve_by_the_key_point_or_its_item(desk: Path) -> None:
    # 0 to 20000 persons in eleven steps, and the three numbers around 600.
    lines = evalcli("pack", "test", "mini", "--curve", "2.1").out.splitlines()

    assert [line.split() for line in lines[:6]] == [
        ["数值", "判定", "得分"], ["0人", "未达标", "0"], ["599.9人", "未达标", "0"], ["600人", "达标", "2"], ["600.1人", "达标", "2"], ["2000人", "达标", "2"],
    ]  # fmt: skip
    assert len(lines) == 15
    assert evalcli("pack", "test", "mini", "--curve", "2.1a").out.splitlines() == lines


LAYER = """\
id: city
version: 1.2.0
title: 市评价
extends: mini
points: 12
change:
  "2.1": {points: 4, because: 市里分值}
"""


@pytest.fixture
def city(desk: Path) -> Path:
    """Return the desk with a pack that changes the county's."""
    folder = desk / "indicators" / "city"
    folder.mkdir()
    (folder / "pack.yaml").write_text(LAYER, encoding="utf-8")
    return desk


def test_a_layer_written_out(city: Path) -> None:
    files = evalcli("pack", "resolve", "city").out.split("---\n")

    names = ["# pack.yaml", "# fields.yaml", "# tables.yaml", "# area-1.yaml", "# area-2.yaml"]
    assert [file.splitlines()[1] for file in files] == names
    assert "extends" not in files[0]
    assert "    points: 4\n" in files[4]
    assert "because" not in files[4]


def test_a_pack_with_tables_written_out(desk: Path) -> None:
    assert "# tables.yaml" in evalcli("pack", "resolve", "balanced-quality-2017").out


def test_a_pack_without_tables_written_out(desk: Path) -> None:
    files = evalcli("pack", "resolve", "duty-sichuan-2022").out.split("---\n")

    assert [file.splitlines()[1] for file in files[:3]] == ["# pack.yaml", "# fields.yaml", "# area-1.yaml"]


def test_who_set_what(city: Path) -> None:
    lines = evalcli("pack", "resolve", "city", "--item", "2.1", "--explain").out.splitlines()

    assert lines[:3] == [
        "# yaml-language-server: $schema=urn:evalcli:area:1",
        "# area-2.yaml",
        'id: "2"  # mini 1.0.0 mini/area-2.yaml:1',
    ]
    assert [line.strip() for line in lines if line.strip().startswith("points:")] == [
        "points: 4  # city 1.2.0 city/pack.yaml:7",
        "points: 4.00  # city 1.2.0 city/pack.yaml:7",
    ]
    assert "    because: 市里分值  # city 1.2.0 city/pack.yaml:7" in lines


def test_a_countys_own_change_is_a_layer_too(desk: Path) -> None:
    with (desk / "county.yaml").open("a", encoding="utf-8") as file:
        file.write('tailored:\n  "2.1": {title: 县里名称, because: 县里要求}\n')
    lines = evalcli("pack", "resolve", "mini", "--item", "2.1", "--explain", "--with", "county.yaml").out.splitlines()

    assert next(line for line in lines if "    title" in line) == "    title: 县里名称  # 本县 county.yaml:14"


def test_what_changed_and_what_it_does_to_the_score(city: Path) -> None:
    done = evalcli("pack", "diff", "mini", "city", "--with", "county.yaml")

    assert done.out == (
        "满分：10 → 12\n2.1 分值：2 → 4\n2.1a 分值：2 → 4\n\n"
        "2.1  达标 2.00 分 → 达标 4.00 分\n合计  9.70 分 合格 → 11.70 分 合格\n"
    )
    assert (done.err, done.code) == ("", 0)


def test_items_that_only_one_pack_has(city: Path) -> None:
    (city / "indicators" / "city" / "pack.yaml").write_text(
        LAYER[: LAYER.index("points")] + "drop: {'2.1': 不考核}\n", encoding="utf-8"
    )

    assert evalcli("pack", "diff", "mini", "city", "--with", ".").out.splitlines()[-2:] == [
        "2.1  达标 2.00 分 → （没有这一项）",
        "合计  9.70 分 合格 → 7.70 分 合格",
    ]


def test_a_pack_that_gives_no_points_in_a_comparison(desk: Path) -> None:
    replaced(desk, "pack.yaml", "points: 10", "points: 0\noutcome: {by: all}")
    for name in ("area-1.yaml", "area-2.yaml"):
        path = desk / "indicators" / "mini" / name
        path.write_text("".join(line for line in _pointless(path.read_text("utf-8"))), encoding="utf-8")
    done = evalcli("pack", "diff", "mini", "mini", "--with", "county.yaml")

    assert done.out == "指标、要点、分值、规则都没有不同。\n\n合计  通过 → 通过\n"


def _pointless(text: str) -> str:
    for number in "5321":
        text = text.replace(f"points: {number}", "points: 0")
    return text


def test_a_new_pack_is_in_order_and_its_cases_hold(desk: Path) -> None:
    made = evalcli("pack", "new", "indicators", "--id", "my-pack")

    assert made.out.splitlines() == [
        f"indicators/my-pack/{name}"
        for name in ("pack.yaml", "fields.yaml", "area-1.yaml", "cases/area-1.yaml", "README.md")
    ]
    assert (made.err, made.code) == ("已建好。改写后用 evalcli pack lint indicators/my-pack 检查。\n", 0)
    assert (evalcli("pack", "lint", "my-pack").out, evalcli("pack", "lint", "my-pack").code) == ("", 0)
    assert evalcli("pack", "test", "my-pack").out == "1.1  算例 3 个\n1.2  算例 3 个\n"


def test_a_new_pack_takes_no_place_of_another(desk: Path) -> None:
    done = evalcli("pack", "new", "indicators", "--id", "mini")

    assert done.err.splitlines()[0] == "indicators/mini 中止 [output.exists] 已经有这个文件夹，不覆盖"
    assert (done.out, done.code) == ("", 3)


def test_a_rule_over_years_has_no_curve(desk: Path) -> None:
    assert "画不出得分表" in evalcli("pack", "test", "mini", "--curve", "1.1a").err


def test_a_new_layer_changes_nothing_yet(desk: Path) -> None:
    made = evalcli("pack", "new", "indicators", "--id", "mine", "--extends", "mini")

    assert made.out.splitlines() == ["indicators/mine/pack.yaml", "indicators/mine/README.md"]
    assert evalcli("pack", "diff", "mini", "mine").out == "指标、要点、分值、规则都没有不同。\n"
    assert evalcli("pack", "lint", "mine").code == 0

"""`evalcli extract` and `evalcli pack new --from`: from a plan to a pack, and what may go wrong."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from command_line import evalcli
from word_documents import p, word

from evalcli.cli import extracted, new_packs
from evalcli.extract.plain import COLUMNS

PLAN = "2024年工作要点\n一、目标\n到2025年，力争入学率达到95%以上，近视率下降0.6%以上。\n=3所学校，已投入1:7。\n"


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a plan in the working folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "要点.txt").write_text(PLAN, encoding="utf-8")
    return tmp_path / "要点.txt"


def test_a_table_for_eyes(plan: Path) -> None:
    done = evalcli("extract", "要点.txt")

    assert done.out.splitlines() == [
        "位置  说的是什么  数      期限  性质    原文                   须核",
        "3:15  入学率      ≥ 95%   2025  目标    力争入学率达到95%以上",
        "3:26  近视率      ↓ 0.6%  2025  目标    近视率下降0.6%以上     是百分之几还是几个百分点，原文没有写明",
        "4:2   学校        = 3所         已做到  =3所学校",
        "4:10  投入        = 1:7         已做到  已投入1:7",
        "",
        "共 4 条，目标 2 条，已做到 2 条；其中 1 条须核对原文",
    ]
    assert (done.err, done.code) == ("", 0)


def test_a_table_on_a_terminal_is_as_wide_as_it(plan: Path) -> None:
    from evalcli import authors

    found, _notices = authors.extracted(plan)

    assert max(len(line) for line in extracted.table(found, 60).splitlines()) <= 60


def test_csv_and_json(plan: Path) -> None:
    piped = evalcli("extract", "要点.txt", "--format", "csv").out
    written = evalcli("extract", "要点.txt", "--format", "csv", "-o", "out.csv")
    rows = list(csv.reader(StringIO(piped)))
    data = json.loads(evalcli("extract", "要点.txt", "--format", "json").out)

    assert (Path("out.csv").read_bytes(), written.err) == (b"\xef\xbb\xbf" + piped.encode(), "已写出 out.csv\n")
    assert tuple(rows[0]) == COLUMNS
    assert rows[3][:6] == ["要点.txt:4:2", "'=3所学校", "学校", "=", "3", "所"]
    assert (data["schema_version"], data["document"]["name"], len(data["document"]["sha256"])) == (1, "要点.txt", 64)
    assert data["rows"][0]["place"] == {"line": 3, "column": 15}
    assert evalcli("extract", "要点.txt", "-q", "-o", "out.txt").err == ""
    assert Path("out.txt").read_text("utf-8") == evalcli("extract", "要点.txt").out


def test_the_document_is_never_written_over(plan: Path) -> None:
    done = evalcli("extract", "要点.txt", "-o", "要点.txt")

    assert (done.code, plan.read_text("utf-8")) == (3, PLAN)


def test_confirmed_rows_become_a_pack_that_lints_and_tests(plan: Path) -> None:
    evalcli("extract", "要点.txt", "--format", "json", "-o", "extract.json")
    data = json.loads(Path("extract.json").read_text("utf-8"))
    data["rows"][0]["confirmed"] = True
    Path("extract.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    made = evalcli("pack", "new", "indicators", "--id", "plan-2024", "--from", "extract.json")
    every = evalcli("pack", "new", "indicators", "--id", "plan-all", "--from", "extract.json", "--all")

    assert made.out.splitlines()[:2] == ["indicators/plan-2024/pack.yaml", "indicators/plan-2024/fields.yaml"]
    assert (made.code, every.code) == (0, 0)
    assert evalcli("pack", "lint", "indicators/plan-2024").code == 0
    assert evalcli("pack", "test", "indicators/plan-2024").out.splitlines() == ["1.1  算例 4 个"]
    assert evalcli("pack", "test", "indicators/plan-all").out.splitlines() == ["1.1  算例 4 个", "1.2  算例 3 个"]
    assert "milestone: '2025-12-31'" in Path("indicators/plan-2024/area-1.yaml").read_text("utf-8")


def test_a_plan_becomes_a_draft_pack_by_one_command(plan: Path) -> None:
    first = evalcli("extract", "要点.txt", "--pack", "plan-2024")
    second = evalcli("extract", "要点.txt", "--pack", "plan-2024")

    assert (first.code, first.err) == (0, "已建好。改写后用 evalcli pack lint indicators/plan-2024 检查。\n")
    assert (second.code, "output.exists" in second.err) == (3, True)
    assert evalcli("pack", "lint", "indicators/plan-2024").code == 0


def test_a_plan_without_targets_becomes_no_pack(plan: Path) -> None:
    plan.write_text("工作总结\n建成学校3所。\n", encoding="utf-8")
    done = evalcli("extract", "要点.txt", "--pack", "plan-2024", "-o", "packs")

    assert (done.code, "没有目标或标准可以写成指标包" in done.err, Path("packs").exists()) == (3, True, False)


MISUSED = [
    (("extract", "要点.txt", "--pack", "plan", "--format", "json"), "--pack 写的是指标包，不和 --format 一起用。"),
    (("extract", "要点.txt", "--pack", "Plan"), "编号“Plan”不行"),
    (("pack", "new", ".", "--id", "x", "--all"), "--all 要和 --from 一起用。"),
    (("pack", "new", ".", "--id", "x", "--from", "a", "--extends", "b"), "--extends 和 --from 不能一起用。"),
]


@pytest.mark.parametrize(("typed", "said"), MISUSED)
def test_what_cannot_be_meant(typed: tuple[str, ...], said: str, plan: Path) -> None:
    done = evalcli(*typed)

    assert (done.code, said in done.err) == (2, True)


def test_the_same_file_gives_the_same_bytes(plan: Path) -> None:
    Path("a.docx").write_bytes(word(p("2024年工作要点") + p("新建学校3所。")))

    assert (
        evalcli("extract", "a.docx", "--format", "json").payload
        == evalcli("extract", "a.docx", "--format", "json").payload
    )


def test_where_a_new_pack_goes() -> None:
    assert new_packs.target_of("nowhere", "a-1") == Path("nowhere/a-1")

"""What a check found and what is owed, as a user asks for it; and the doubts on their way to the offices and back."""

import json
import shutil
from pathlib import Path

import pytest
from command_line import evalcli
from gallery import BAD
from python_calamine import CalamineWorkbook
from workbooks import book_of

COUNTY = (
    'county: {name: 青山县, code: "510000"}\npack: probe\nperiod: {from: 2021-01-01, to: 2021-12-31}\n'
    "deadline: {财政局: 2022-01-10}\n"
    "muted:\n  - {code: target.no-present, at: myopia_target, because: 下月普查, by: 卫健局, on: 2022-01-05}\n"
    "figures:\n  myopia_target: 40%\n  spending: {2021: 8.3861亿元, 2020: 5.9亿元}\n"
)
JUMP = "教育支出本年 8.3861亿元，上年 5.9亿元，变动 +42.1%，超过 30%"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    shutil.copytree(BAD / "_shared", tmp_path, dirs_exist_ok=True)
    (tmp_path / "county.yaml").write_text(COUNTY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*more):
    return {notice["code"]: notice for notice in json.loads(evalcli("check", "--format", "json", *more).out)}


def test_json_says_how_everything_stands(desk):
    notices = found()

    assert (notices["figure.jump"]["status"], notices["figure.jump"]["at"], notices["figure.jump"]["office"]) == (
        "open", "spending", "财政局",
    )  # fmt: skip
    muted = notices["target.no-present"]
    assert (muted["status"], muted["because"], muted["by"], muted["on"]) == (
        "muted",
        "下月普查",
        "卫健局",
        "2022-01-05",
    )


def test_text_prints_what_is_muted_last_with_its_reason(desk):
    done = evalcli("check")

    assert done.out.splitlines()[-1] == (
        "免提 county.yaml:8:18 [target.no-present] 近视率目标为40%，但没有填报现状（近视率），无法看出差距。"
        "理由：下月普查（卫健局，2022-01-05）"
    )
    assert (done.err, done.code) == ("疑似 1 条，提示 1 条，免提 1 条\n", 0)


def test_tables_hold_every_finding(desk):
    lines = evalcli("check", "--format", "csv").out.splitlines()

    assert lines[0] == "级别,代码,对象,位置,说明,改法,单位,状态,理由,决定或答复人,日期,编号"
    assert lines[1].split(",")[1:3] == ["figure.jump", "spending"]
    page = evalcli("check", "--format", "md").out
    assert page.startswith("# 核对结果\n\n疑似 1 条，提示 1 条，免提 1 条\n\n| 级别 |")


def test_a_file_takes_its_form_from_its_name(desk):
    assert evalcli("check", "-o", "疑点.csv").err.splitlines()[0] == "已写出 疑点.csv"
    assert (desk / "疑点.csv").read_bytes().startswith("\ufeff级别".encode())
    assert evalcli("check", "-q", "-o", "疑点.txt").err == ""
    assert (desk / "疑点.txt").read_bytes() == b""


def test_strict_fails_over_doubts(desk):
    assert (evalcli("check").code, evalcli("check", "--strict").code) == (0, 1)


def test_what_is_owed_is_told_by_office(desk):
    assert evalcli("check", "--by", "office").out == (
        "人社局（1 项）\n  填报项 1.1 教师数：人（teachers）\n学校（1 项）\n  学校表 学校数据：整张表（schools）\n"
    )
    (desk / "county.yaml").write_text(COUNTY.replace(", 2020: 5.9亿元", ""), encoding="utf-8")
    assert (
        "财政局（1 项，2022-01-10 前）\n  上年值 1.1 教育支出：2020 年的值（亿元）（spending）\n"
        in evalcli("check", "--by", "office").out
    )


def test_what_is_owed_in_its_other_forms(desk):
    assert json.loads(evalcli("check", "--by", "office", "--format", "json").out)[0] == {
        "office": "人社局", "deadline": "", "kind": "填报项", "item": "1.1", "name": "教师数", "what": "人", "at": "teachers",
    }  # fmt: skip
    assert (
        evalcli("check", "--by", "office", "--format", "csv").out.splitlines()[1]
        == "人社局,,填报项,1.1,教师数,人,teachers"
    )
    assert (
        "| 人社局 |   | 填报项 | 1.1 | 教师数 | 人 | teachers |"
        in evalcli("check", "--by", "office", "--format", "md").out
    )
    assert evalcli("check", "--by", "office", "-o", "催报单.xlsx").code == 0
    assert CalamineWorkbook.from_path("催报单.xlsx").sheet_names == ["汇总", "催报单"]


def test_nothing_owed_prints_nothing(desk):
    text = (
        COUNTY
        + "  teachers: 636人\ntables: {schools: [{学校代码: '1', 学校名称: 一小, 办学类型: 小学, 在校生: 100, 图书: 2000}]}\n"
    )
    (desk / "county.yaml").write_text(text, encoding="utf-8")

    assert evalcli("check", "--by", "office").out == ""


def answered(name="疑点.xlsx", **said):
    """Write the list of doubts as an office sends it back."""
    head, *rows = CalamineWorkbook.from_path(name).get_sheet_by_name("疑点").to_python()
    assert [row[3] for row in rows] == ["教育支出"]
    Path("答复.xlsx").write_bytes(
        book_of([head, [said.get(title, cell) for title, cell in zip(head, rows[0], strict=True)]])
    )


FULL = {"答复": "属实", "说明": "补发工资", "答复人": "财政局预算股", "日期": "2022-01-15"}


def test_a_doubt_goes_out_and_comes_back_settled(desk):
    done = evalcli("check", "--followup", "疑点.xlsx")
    assert done.err.splitlines()[0] == "已写出 疑点.xlsx：1 条待答复"
    answered(**FULL)

    back = evalcli("check", "--strict", "--answers", "答复.xlsx")

    assert f"已说明 county.yaml:9:20 [figure.jump] {JUMP}。理由：属实：补发工资（财政局预算股，2022-01-15）" in back.out
    assert (back.code, back.err) == (0, "提示 1 条，免提 1 条，已说明 1 条\n")
    assert found("--answers", "答复.xlsx")["figure.jump"]["status"] == "settled"


def test_the_county_names_the_answers_itself(desk):
    evalcli("check", "-q", "--followup", "疑点.xlsx")
    answered(**FULL)
    (desk / "county.yaml").write_text(COUNTY + "followup: 答复.xlsx\n", encoding="utf-8")

    assert evalcli("check").err == "提示 1 条，免提 1 条，已说明 1 条\n"
    over = evalcli("check", "--followup", "答复.xlsx")
    assert (over.code, "output.input" in over.err) == (3, True)


def test_an_unanswered_list_changes_nothing(desk):
    before = evalcli("check", "--followup", "疑点.xlsx").out

    assert evalcli("check", "--answers", "疑点.xlsx").out == before


def test_a_correction_is_open_until_the_data_changes_and_then_is_forgotten(desk):
    evalcli("check", "-q", "--followup", "疑点.xlsx")
    answered(**FULL | {"答复": "更正", "更正值": "8.1亿元"})
    text = (desk / "county.yaml").read_bytes()

    wrong = evalcli("check", "--answers", "答复.xlsx").out
    assert "改法：把 county.yaml:9:20 的教育支出改成 8.1亿元。" in wrong
    assert (desk / "county.yaml").read_bytes() == text
    (desk / "county.yaml").write_text(COUNTY.replace("2020: 5.9亿元", "2020: 8.1亿元"), encoding="utf-8")
    assert "figure.jump" not in evalcli("check", "--answers", "答复.xlsx").out


def test_an_answer_to_other_values_no_longer_counts(desk):
    evalcli("check", "-q", "--followup", "疑点.xlsx")
    answered(**FULL)
    (desk / "county.yaml").write_text(COUNTY.replace("5.9亿元", "5.8亿元"), encoding="utf-8")

    assert {"figure.jump": "open", "answer.stale": "open"}.items() <= {
        code: notice["status"] for code, notice in found("--answers", "答复.xlsx").items()
    }.items()


@pytest.mark.parametrize(("name", "code"), [("没有.xlsx", "file.missing"), ("county.yaml", "answer.columns")])
def test_answers_that_are_none_are_told(desk, name, code):
    done = evalcli("check", "--answers", name)

    assert code in done.out + done.err
    assert done.code in (1, 3)


def test_answers_lie_in_the_countys_folder(desk):
    (desk / "county.yaml").write_text(COUNTY + "followup: ../答复.xlsx\n", encoding="utf-8")

    assert "followup 里的“../答复.xlsx”不在县文件夹之内" in evalcli("check").err


def test_the_same_doubts_give_the_same_bytes(desk):
    evalcli("check", "-q", "--followup", "甲.xlsx")
    evalcli("check", "-q", "--followup", "乙.xlsx")

    assert (desk / "甲.xlsx").read_bytes() == (desk / "乙.xlsx").read_bytes()


def test_a_place_in_a_sheet_is_named_in_json(desk):
    rows = [
        ["学校代码", "学校名称", "办学类型", "在校生", "图书"],
        *([str(n), f"{n}小", "小学", 100, 1900 + 100 * n] for n in range(1, 12)),
    ]
    rows[-1][-1] = 24000
    (desk / "学校.xlsx").write_bytes(book_of(rows))
    (desk / "county.yaml").write_text(COUNTY + "tables: {schools: 学校.xlsx}\n", encoding="utf-8")

    assert found()["school.outlier"]["place"] == {"file": "学校.xlsx", "line": 12, "column": 1, "sheet": "学校"}

"""The report of a pack that gives no points says verdicts and the grade, and nothing about points."""

from dataclasses import replace

import pytest
from counties import COUNTY, FULL, pack_without_points, scored_of
from reports import annexes, drafted, told

from evalcli.draft.annexes import scores
from evalcli.model.report import Annex, Attachments

PACK = pack_without_points()
MIXED = (
    "figures: {spending.growth: 1%, coverage: 85%, students: 13人, teachers: 1名, cases: 0起}\n"
    "judged: {2.3b: {level: 中, by: 督导室, on: 2022-08-20, because: 查过, evidence: [甲.pdf], illustrative: true}, 2.3c: {met: [研判, 处置]}}\n"
)
NOT_APPLICABLE = "not_applicable: {'1.2': {because: 无普惠园, approved: 市督导办}}\n"
LACKING = "缺少数据：生均支出（小学，2021年）、生均支出（小学，2020年）、生均支出（初中，2021年）、生均支出（初中，2020年）（由财政局填报）"


def annex(*texts, head=COUNTY, pack=PACK) -> Annex:
    return scores(scored_of(pack, *texts, head=head), "附件1", "结果表")


def cells(row):
    return ["".join(run.text for run in cell) for cell in row.cells]


def test_the_table_of_verdicts():
    table = annex(MIXED).blocks[0]

    assert [column.head for column in table.columns] == ["序号", "指标", "现状与标准", "判定", "原因"]
    assert [cells(row) for row in table.rows] == [
        ["1.1", "教育投入", "a.增长1%（只增不减）；b.无数据（只增不减）", "缺数据", f"b.{LACKING}"],
        ["1.2", "普惠和师资", "a.85%（≥85%）；b.13:1（≤12.5:1）", "未达标", "b.13:1，高于标准12.5:1，超出0.5"],
        ["投入保障小计", "—", "缺数据1项、未达标1项"],
        ["2.3", "依法", "a.0起（0）；b.中（好）；c.2/2项（≥2项）", "基本达标", "b.评定为中（演示）"],
        ["规范办学小计", "—", "基本达标1项"],
        ["总评", "—", "结论：不通过"],
    ]
    assert [row.span for row in table.rows] == [1, 1, 3, 1, 3, 3]
    assert table.note == "注：1.一票否决事项申报情况：以考试方式招生（未申报）。2.分值为暂定。"


def test_an_item_that_does_not_apply():
    table = annex(FULL, NOT_APPLICABLE).blocks[0]

    assert cells(table.rows[1]) == ["1.2", "普惠和师资", "—", "不适用", "无普惠园（市督导办同意）"]
    assert cells(table.rows[-1]) == ["总评", "—", "结论：通过"]


@pytest.mark.parametrize(
    ("left_out", "said"),
    [("cases: 0起", "结论：不通过（未定部分全部得到时为通过）"), ("exam_admission: 否", "结论：通过（暂定）")],
)
def test_a_grade_that_is_not_certain(left_out, said):
    table = annex(FULL.replace(f"    {left_out}\n", "")).blocks[0]

    assert cells(table.rows[-1]) == ["总评", "—", said]


def test_a_table_about_which_there_is_nothing_to_note():
    assert annex(FULL, pack=replace(PACK, vetoes=(), provisional="")).blocks[0].note == ""


def report(tmp_path, where, *texts, **changes):
    scored = scored_of(changes.pop("pack", PACK), *texts, head=COUNTY + f"report: {{scores: {where}}}\n")
    return drafted(tmp_path, scored=scored)


@pytest.mark.parametrize(
    ("left_out", "said"),
    [
        ("", "经自评，结论为通过。"),
        ("    cases: 0起\n", "经自评，结论为不通过，未定部分全部得到时为通过。"),
        ("    exam_admission: 否\n", "经自评，结论为通过（暂定）。"),
    ],
)
def test_the_opening_says_the_conclusion(tmp_path, left_out, said):
    text = told(report(tmp_path, "opening", FULL.replace(left_out, "")))

    assert [line for line in text if said in line] != []
    assert [line for line in text if "得分" in line] == []


def test_headings_and_paragraphs_say_the_verdict(tmp_path):
    headings = told(report(tmp_path / "a", "headings", FULL, NOT_APPLICABLE))
    paragraphs = "".join(told(report(tmp_path / "b", "paragraphs", FULL, NOT_APPLICABLE)))

    assert [line for line in headings if "（达标）" in line or "（不适用）" in line] == [
        "1.教育投入（达标）",
        "2.普惠和师资（不适用）",
        "1.依法办学（达标）",
    ]
    assert (paragraphs.count("自评判定为达标。"), "自评得" in paragraphs) == (2, False)


def test_the_annex_is_no_table_of_points(tmp_path):
    found = report(tmp_path, "none", FULL)

    assert [block.names[0] for block in found.blocks if isinstance(block, Attachments)] == ["青川县评价指标自评结果表"]
    assert annexes(found)[0].name == "青川县评价指标自评结果表"

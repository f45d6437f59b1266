"""Kinds of report: their titles, their annexes, and what each says where."""

from dataclasses import replace
from pathlib import Path

import pytest
from counties import FULL, TEMPLATES
from counties import pack_of as small_pack
from counties import scored_of as small_county
from golden import agrees
from reports import annexes, told
from work_packs import COUNTY, scored_of

from evalcli import draft
from evalcli.draft.genres import created, tables, title
from evalcli.model.report import Draft

HOME = TEMPLATES.parent
GOLDEN = Path(__file__).parent / "golden"
LATE = (
    COUNTY.replace("to: 2018-06-30", "to: 2018-12-31")
    .replace("on: 2018-07-10", "on: 2019-01-10")
    .replace("built: 60所, audited: 40%", "built: 100所, audited: 99%")
    .replace('  "2.2a": {level: 按序时推进', '  "2.2a": {level: 完成')
    .replace('  "1.1": {office: 建设办, by: 2018-11-30,', '  "1.1": {office: 建设办, because: 一所学校年底移交。,')
    .replace(", toddlers: 80%", "")
)
DONE = (
    LATE.replace("99%", "100%")
    .replace("2018: 10个", "2018: 0个")
    .replace('not_applicable: {"2.3"', 'not_applicable: {"2.1": {because: 另文部署, approved: 省教育厅}, "2.3"')
)
PROBLEM = 'problems:\n  - {item: "1.2", head: 大班额还没有消除, say: "还有[[large]]。", plan_head: 消除大班额, plan: [{say: 增建教室。}, {say: 分流学生。}]}\n'


def written(text: str, genre: str, scores: str = "none") -> Draft:
    scored = scored_of(text)
    scored = replace(scored, filled=replace(scored.filled, genre=genre, scores=scores))
    return draft.report(scored, (HOME / genre,))[0]


def shown(found: Draft) -> str:
    return "\n".join(told(found)) + "\n"


@pytest.mark.parametrize("genre", ["work-points", "summary-and-plan"])
@pytest.mark.parametrize(("name", "text"), [("half", COUNTY), ("year", LATE)])
def test_the_text(genre, name, text, update):
    agrees(GOLDEN / f"{genre}-{name}.txt", shown(written(text, genre)), update=update)


@pytest.mark.parametrize("genre", ["work-points", "summary-and-plan"])
def test_where_the_result_is_said(genre):
    rate = "完成率0%（0/4）"
    opening, headings, paragraphs, none = (
        written(COUNTY, genre, scores) for scores in ("opening", "headings", "paragraphs", "none")
    )
    basis = told(opening)[2]

    assert rate in basis
    assert rate not in told(none)[2]
    assert any("（按序时推进）" in line for line in told(headings))
    assert any(line.endswith("完成情况：按序时推进。") for line in told(paragraphs))
    assert "完成情况：" not in shown(none)
    assert "（按序时推进）" not in shown(none)


@pytest.mark.parametrize("genre", ["work-points", "summary-and-plan"])
def test_the_countys_own_problems_and_plans_come_first(genre):
    lines = told(written(COUNTY + PROBLEM, genre))
    problem = lines.index("大班额还没有消除。还有10个。")

    assert lines[problem + 2 : problem + 6] == [
        "四、下一步工作" if genre == "work-points" else "三、下半年工作计划",
        "（一）消除大班额",
        "一是增建教室。二是分流学生。",
        "（二）按时完成其余任务",
    ]


def test_where_all_is_done_nothing_is_left():
    lines = told(written(DONE, "work-points"))

    assert lines[-4:] == [
        "三、没有完成的任务和原因",
        "到2018年12月31日，尚无到期未完成的目标。",
        "四、下一步工作",
        "各项任务都已完成，继续巩固成果。",
    ]


def test_a_notice_that_asked_for_the_report_is_cited():
    asked = COUNTY.replace("signed:", "notice: {issuer: 省教育厅, title: 自查通知, number: 省教〔2018〕9号}\nsigned:")

    assert told(written(asked, "work-points"))[2].startswith(
        "根据省教育厅《自查通知》（省教〔2018〕9号）要求，某市教育局对照《某市教育局2018年工作要点》（某教发〔2018〕1号），"
    )


def test_the_countys_own_text_and_overview_are_told():
    text = (
        COUNTY
        + 'overview: [{head: 市情, say: 全市12个县。}, {say: "建成[[built]]。"}]\ntext: {"1.2": [{head: 扩容, say: 增建教室。}]}\n'
    )
    points, summary = (told(written(text, genre)) for genre in ("work-points", "summary-and-plan"))

    assert "市情。全市12个县。" in points
    assert "扩容。增建教室。" in points
    assert "建成60所。" in summary
    assert "消除超大班额。扩容。增建教室。" in summary


@pytest.mark.parametrize(
    ("genre", "lines"),
    [
        ("work-points", ("某市教育局2018年上半年", "工作要点完成情况自查报告")),
        ("summary-and-plan", ("某市教育局2018年上半年", "工作总结和下半年工作计划")),
        ("self-assessment", ("某市人民政府2018年上半年", "履行教育职责自评报告")),
    ],
)
def test_titles(genre, lines):
    scored = scored_of()

    assert title(replace(scored, filled=replace(scored.filled, genre=genre))) == lines
    assert title(replace(scored, filled=replace(scored.filled, genre=genre, title=("一行",)))) == ("一行",)


def test_a_title_without_a_year_or_half_ahead():
    scored = scored_of(COUNTY.replace("to: 2018-06-30", "to: 2018-10-31"))

    assert title(replace(scored, filled=replace(scored.filled, genre="summary-and-plan")))[1] == "工作总结和下一步计划"


@pytest.mark.parametrize("scores", ["none", "opening", "headings", "paragraphs"])
def test_a_pack_of_points_has_a_summary_too(scores, update):
    scored = small_county(small_pack(), FULL)
    filled = replace(scored.filled, genre="summary-and-plan", scores=scores)
    found = draft.report(replace(scored, filled=filled), (HOME / "summary-and-plan",))[0]

    agrees(GOLDEN / f"summary-of-points-{scores}.txt", shown(found), update=update)
    assert [annex.label for annex in annexes(found)] == ["附件1", "附件2"]


def test_the_tables_of_a_workbook():
    work, points = tables(scored_of()), tables(small_county(small_pack(), FULL))

    assert [(annex.label, annex.name) for annex in annexes(work)] == [
        ("台账", "某市2018年工作任务台账"),
        ("完成率", "某市2018年工作任务完成率"),
    ]
    assert [annex.label for annex in annexes(points)] == ["得分表"]
    assert created(scored_of()) == "2018-07-10"

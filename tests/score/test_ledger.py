"""The ledger: who answers for every target, by when, how far it is, on what evidence, and why it is not done."""

from dataclasses import astuple
from datetime import date

from work_packs import AREA_1, COUNTY, scored_of

from evalcli.formula.facts import CountyFacts
from evalcli.score.ledger import in_words


def test_every_target_has_a_line():
    tasks = scored_of().card.ledger

    assert [astuple(task)[:7] for task in tasks] == [
        ("办学条件", "1.1", "标准化学校", "1.1a", "完成100所标准化学校建设", "≥100所", ("建设办",)),
        ("办学条件", "1.1", "标准化学校", "1.1b", "争取审计覆盖面达到100%", "争取≥100%", ("建设办",)),
        ("办学条件", "1.2", "超大班额", "1.2a", "基本消除超大班额", "基本≤0个（比上年）", ("基教科", "人事科")),
        ("事业发展", "2.1", "学前教育", "2.1a", "到2020年学前毛入园率达到85%", "≥85%", ("基教科",)),
        ("事业发展", "2.2", "教师培训", "2.2a", "制定教师培训规划", "", ("人事科",)),
    ]
    assert [(task.due, task.progress, task.evidence, str(task.status)) for task in tasks] == [
        (date(2018, 11, 30), "已建成60所，余下的在建", ("进度表.xlsx",), "按序时推进"),
        (date(2018, 11, 30), "40%，完成目标的40%", ("进度表.xlsx",), "未到期"),
        (date(2018, 8, 31), "10个，完成目标的50%", (), "未到期"),
        (date(2020, 12, 31), "80%，完成目标的94.1%", (), "按序时推进"),
        (date(2018, 12, 31), "规划已形成初稿", ("规划初稿.docx",), "按序时推进"),
    ]


def test_evidence_that_nobody_named_is_what_the_document_asks_for():
    text = COUNTY.replace("by: 2018-11-30, evidence: [进度表.xlsx]", "by: 2018-11-30")

    assert scored_of(text).card.ledger[0].evidence == ("验收表",)


def test_why_it_is_not_done_is_said_by_the_county_or_by_the_judgement():
    late = COUNTY.replace("to: 2018-06-30", "to: 2018-12-31").replace("60所", "100所")
    tasks = scored_of(late.replace("by: 2018-11-30", "because: 招标流标一次。")).card.ledger

    assert [task.because for task in tasks[:3]] == [
        "招标流标一次",
        "招标流标一次",
        "10个，高于标准0个，超出10个；2018年8月31日已到期；文件对这一目标的用语是“基本”",
    ]
    assert scored_of(late).card.ledger[0].because == ""


def test_advice_goes_with_the_word_or_with_the_verdict():
    said = AREA_1.replace(
        "    evidence: [验收表]", "    advice: {未完成: 抓紧建设。, 待评定: 按月调度。, 达标: 保持。}"
    )
    ends = [
        COUNTY.replace("2018-06-30", end).replace("60所", built)
        for end, built in (("2018-06-30", "60所"), ("2018-12-31", "60所"), ("2018-12-31", "100所"))
    ]

    assert [scored_of(text, area_1=said).card.ledger[0].advice for text in ends] == ["按月调度。", "抓紧建设。", ""]


def test_a_figure_in_a_text_is_printed_or_marked_as_lacking():
    scored = scored_of(COUNTY.replace(", toddlers: 80%", ""))
    facts = CountyFacts(scored.pack, scored.filled)

    assert in_words(facts, "建成[[built]]，班额降[[large.growth]]，入园率[[toddlers]]，[[nothing]]") == (
        "建成60所，班额降-50.00%，入园率【缺：学前毛入园率】，【缺：nothing】"
    )

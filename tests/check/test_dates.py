"""Days that do not go with the period, which here is 2021-01-01 to 2022-06-30, signed on 2022-09-30."""

import pytest
from counties import COUNTY, filled_of, pack_of

from evalcli.check import dates


def told(text, head=COUNTY):
    pack = pack_of()
    found = dates.notices(pack, filled_of(pack, text, head=head))
    return [(str(n.level), n.code, n.message, n.about.at) for n in found]


def judged(on="2022-08-20", evidence="制度.pdf"):
    return f"judged: {{2.3b: {{level: 好, by: 督导室, on: {on}, because: 合格, evidence: ['{evidence}']}}}}"


@pytest.mark.parametrize("on", ["2021-01-01", "2022-09-30"])
def test_a_judgement_between_start_and_signature_is_fine(on):
    assert told(judged(on)) == []


@pytest.mark.parametrize(
    ("on", "message"),
    [
        ("2020-12-31", "2.3b 的评定日期 2020-12-31 早于评价期起始日（2021-01-01）"),
        ("2022-10-01", "2.3b 的评定日期 2022-10-01 晚于落款日期（2022-09-30）"),
    ],
)
def test_one_before_or_after_is_doubted(on, message):
    assert told(judged(on)) == [("疑似", "judged.date", message, "2.3b")]


def test_without_a_signature_nothing_is_too_late():
    assert told(judged("2023-12-31"), COUNTY.replace(", on: 2022-09-30", "")) == []


@pytest.mark.parametrize(("on", "head"), [("2024-01-01", COUNTY.replace(", on: 2022-09-30", ""))])
def test_but_what_lies_more_than_a_year_after_the_period(on, head):
    message = "2.3b 的评定日期 2024-01-01 比评价期截止日（2022-06-30）晚一年以上"

    assert told(judged(on), head) == [("疑似", "judged.date", message, "2.3b")]


@pytest.mark.parametrize("year", [2020, 2021, 2022])
def test_a_year_within_the_period_or_just_before_it(year):
    assert told("{}", COUNTY.replace("year: 2021", f"year: {year}")) == []


@pytest.mark.parametrize("year", [2019, 2023, 2052])
def test_a_year_outside_the_period(year):
    message = f"数据年度 {year} 不在评价期（2021-01-01至2022-06-30）和它的上一年之内"

    assert told("{}", COUNTY.replace("year: 2021", f"year: {year}")) == [("疑似", "county.year", message, "year")]


def test_nobody_signs_years_after_the_period():
    assert told("{}", COUNTY.replace("on: 2022-09-30", "on: 2023-12-31")) == []

    message = "落款日期 2032-09-30 比评价期截止日（2022-06-30）晚一年以上"
    late = COUNTY.replace("on: 2022-09-30", "on: 2032-09-30")
    assert told("{}", late) == [("疑似", "county.signed-late", message, "signed")]


def test_a_signature_that_is_too_early_does_not_make_every_judgement_late():
    early = COUNTY.replace("on: 2022-09-30", "on: 2021-06-30")

    assert [code for _level, code, _message, _at in told(judged("2022-06-30"), early)] == ["county.signed-early"]


def test_a_judgement_without_a_day_is_told_elsewhere():
    assert told("judged: {2.3b: {level: 好, by: 督导室, because: 合格, evidence: [甲.pdf]}}") == []


@pytest.mark.parametrize(
    "evidence",
    [
        "制度.pdf",
        "2021年决算.pdf",
        "2022年6月台账.pdf",
        "20220630-纪要.pdf",
        "2023年工作计划.pdf",
        "2-3-2-制度.pdf",
        "编号20999.pdf",
        "2020年决算.pdf",
        "2015年督学管理办法.pdf",
        "2019年—2021年台账.pdf",
    ],
)
def test_evidence_of_the_period_is_fine(evidence):
    assert told(judged(evidence=evidence)) == []


@pytest.mark.parametrize("evidence", ["2023年决算.pdf", "20220705-纪要.pdf", "2022-07-台账.pdf", "台账2023.pdf"])
def test_evidence_from_after_the_period_is_doubted(evidence):
    message = f"2.3b 的佐证材料“{evidence}”晚于评价期截止日（2022-06-30）"
    assert told(judged(evidence=evidence)) == [("疑似", "evidence.outside", message, "2.3b")]


def test_old_evidence_is_worth_a_look():
    message = "2.3b 的佐证材料“2019年会议纪要.pdf”早于评价期起始日（2021-01-01）一年以上"

    assert told(judged(evidence="2019年会议纪要.pdf")) == [("提示", "evidence.before", message, "2.3b")]


def test_an_exemption_may_be_older_and_not_younger():
    entry = "not_applicable: {'1.1': {because: 无, approved: 市, on: %s}}"

    assert told(entry % "2015-01-01") == []
    assert told("not_applicable: {'1.1': {because: 无, approved: 市}}") == []
    message = "1.1 不适用的批准日期 2022-12-01 晚于落款日期（2022-09-30）"
    assert told(entry % "2022-12-01") == [("疑似", "exempt.date", message, "1.1")]


def test_nobody_signs_before_the_period_is_over():
    message = "落款日期 2022-06-29 早于评价期截止日（2022-06-30）"
    early = COUNTY.replace("on: 2022-09-30", "on: 2022-06-29")

    assert told("{}", early) == [("疑似", "county.signed-early", message, "signed")]


@pytest.mark.parametrize("by", ["2022", "2022-06", "2022-06-30", "2025-12"])
def test_a_plan_for_the_future_is_fine(by):
    assert told(f"problems: [{{item: '1.1', say: 缺, by: '{by}', plan: [{{say: 补}}]}}]") == []


@pytest.mark.parametrize("by", ["2021", "2022-05", "2022-06-29"])
def test_a_plan_for_the_past_is_doubted(by):
    message = f"第 1 个问题的完成时限 {by} 早于评价期截止日（2022-06-30），打算已经过期"

    assert told(f"problems: [{{item: '1.1', head: 缺位, say: 缺, by: '{by}', plan: [{{say: 补}}]}}]") == [
        ("疑似", "plan.past", message, "1.1")
    ]


@pytest.mark.parametrize(
    ("said", "due"),
    [("到2021年补齐", "到2021年"), ("2021年底前补齐", "2021年底前"), ("2021年6月前建成", "2021年6月前")],
)
def test_a_plan_whose_words_name_a_day_that_is_over(said, due):
    message = f"第 1 个问题的完成时限 {due} 早于评价期截止日（2022-06-30），打算已经过期"

    assert told(f"problems: [{{item: '1.1', say: 缺, plan: [{{say: {said}}}]}}]") == [
        ("疑似", "plan.past", message, "1.1")
    ]


@pytest.mark.parametrize("said", ["到2022年底补齐", "2025年底前补齐", "改造2000年以前建成的校舍", "2021年前建成的校舍"])
def test_a_plan_whose_words_do_not(said):
    assert told(f"problems: [{{item: '1.1', say: 缺, plan: [{{say: {said}}}]}}]") == []

"""Which findings count: mutes and answers."""

from datetime import date

import pytest

from evalcli.check import stand
from evalcli.model.checked import Answer, Mute, Status, finding_id
from evalcli.model.notice import About, Level, Notice
from evalcli.model.place import Place

HERE = Place("data.yaml", 3, 5)
SPOT = Place("疑点.xlsx", 2, 9, sheet="疑点")
DAY = date(2022, 9, 1)


def doubt(code="figure.jump", at="spending", level=Level.DOUBT, values=("8亿元", "5亿元")):
    return Notice(code, level, "变动大", "说明原因。", HERE, About(at, "教育支出", "财政局", values))


def mute(code="figure.jump", at="spending"):
    return Mute(code, at, "补发工资", "教体局", DAY, HERE)


def answer(notice, verdict="属实", value="", because="补发工资", by="财政局预算股", on=DAY):
    return Answer(finding_id(notice), verdict, value, because, by, on, SPOT)


def stands(found, mutes=(), answers=()):
    return [
        (one.notice.code, one.status, one.because, one.by, one.on) if one.status is not Status.OPEN else one.notice.code
        for one in stand(found, mutes, answers)
    ]


def hints(found, mutes=(), answers=()):
    notices = [one.notice for one in stand(found, mutes, answers)[len(found) :]]
    assert all((notice.level is Level.HINT) for notice in notices)
    return [(notice.code, notice.message, notice.advice) for notice in notices]


MUTED = ("figure.jump", Status.MUTED, "补发工资", "教体局", DAY)
SETTLED = ("figure.jump", Status.SETTLED, "属实：补发工资", "财政局预算股", DAY)


def test_what_nobody_muted_or_answered_is_open():
    assert stands([doubt()]) == ["figure.jump"]


@pytest.mark.parametrize("at", ["spending", "spending.小学"])
def test_a_muted_finding_is_set_aside_with_its_reason(at):
    assert stands([doubt(at=at)], [mute()]) == [MUTED]


@pytest.mark.parametrize("because", ["", " ", "\u3000"])
def test_a_mute_without_a_reason_mutes_nothing(because):
    bare = Mute("figure.jump", "spending", because, "教体局", DAY, HERE)
    found = stand([doubt()], [bare], [])

    assert [(str(one.notice.level), one.notice.code, one.notice.message) for one in found] == [
        ("疑似", "figure.jump", "变动大"),
        ("必改", "mute.reason", "免提的 figure.jump（spending）没有写理由，疑点照旧"),
    ]


@pytest.mark.parametrize("other", [{"code": "figure.twin"}, {"at": "spending_per_pupil"}])
def test_a_mute_is_for_one_code_and_one_field(other):
    assert stands([doubt(), doubt(**other)], [mute()]) == [MUTED, other.get("code", "figure.jump")]


def test_a_finding_about_nothing_cannot_be_muted():
    assert stands([Notice("figure.jump", Level.DOUBT, "")], [mute()])[0] == "figure.jump"


def test_a_mute_that_meets_nothing_is_told_with_where_the_code_is():
    message = "免提的 figure.jump（pupils）没有对应的疑点"

    assert hints([doubt()], [mute(at="pupils")]) == [("mute.nothing", message, "这个代码现在出现在：spending。")]
    assert hints([], [mute(at="pupils")]) == [
        ("mute.nothing", message, "疑点已经没有了，删去这一条；代码写错的请改正。")
    ]


def test_what_must_be_mended_cannot_be_muted():
    found = [doubt(level=Level.MUST)]

    assert stands(found, [mute()])[0] == "figure.jump"
    assert hints(found, [mute()]) == [
        ("mute.must", "figure.jump（spending）是必改的，不能免提", "改正数据，删去这一条。")
    ]


@pytest.mark.parametrize("verdict", ["属实", "说明"])
def test_an_answer_with_reason_person_and_day_settles(verdict):
    assert stands([doubt()], (), [answer(doubt(), verdict)]) == [
        ("figure.jump", Status.SETTLED, f"{verdict}：补发工资", "财政局预算股", DAY)
    ]


def test_the_same_answer_twice_is_one():
    assert stands([doubt()], (), [answer(doubt()), answer(doubt())]) == [SETTLED]


@pytest.mark.parametrize(
    ("given", "lacking"),
    [
        ({"because": ""}, "说明"),
        ({"by": ""}, "答复人"),
        ({"on": None}, "日期"),
        ({"verdict": "对"}, "答复（属实、更正、说明）"),
        ({"verdict": "", "because": "", "by": "", "on": None}, "答复（属实、更正、说明）、说明、答复人、日期"),
        ({"verdict": "更正", "because": ""}, "更正值"),
    ],
)
def test_an_incomplete_answer_settles_nothing(given, lacking):
    number = finding_id(doubt())
    answers = [answer(doubt(), **given)]

    assert stands([doubt()], (), answers)[0] == "figure.jump"
    assert hints([doubt()], (), answers) == [
        ("answer.incomplete", f"疑点 {number} 的答复缺{lacking}，疑点照旧", "请答复单位补填。")
    ]


def test_a_correction_keeps_it_open_and_says_what_is_to_be_typed_where():
    number = finding_id(doubt())
    answers = [answer(doubt(), "更正", "8.1亿元", because="")]

    assert stands([doubt()], (), answers)[0] == "figure.jump"
    assert hints([doubt()], (), answers) == [
        (
            "answer.correction",
            f"疑点 {number}：财政局预算股答复更正为 8.1亿元，数据还没有改",
            "把 data.yaml:3:5 的教育支出改成 8.1亿元。",
        )
    ]
    bare = Notice("text.no-year", Level.DOUBT, "没有年份")
    assert [advice for _c, _m, advice in hints([bare], (), [answer(bare, "更正", "2021年")])] == [
        "把 数据文件 的text.no-year改成 2021年。"
    ]


def test_a_correction_that_was_made_is_heard_of_no_more():
    assert stands([], (), [answer(doubt(), "更正", "8.1亿元")]) == []


def test_what_must_be_mended_cannot_be_explained():
    found = doubt(level=Level.MUST)

    assert stands([found], (), [answer(found)])[0] == "figure.jump"
    assert hints([found], (), [answer(found)]) == [
        ("answer.must", f"疑点 {finding_id(found)} 是必改的，不能以“属实”了结", "改正数据。")
    ]


def test_an_answer_about_other_values_no_longer_counts():
    before, now = doubt(), doubt(values=("9亿元", "5亿元"))

    assert stands([now], (), [answer(before)])[0] == "figure.jump"
    assert hints([now], (), [answer(before)]) == [
        (
            "answer.stale",
            f"疑点 {finding_id(before)} 答复之后数据变了，原来的答复不再算数",
            "按现在的数重新答复：运行 check --followup 再发一次。",
        )
    ]


def test_differing_answers_settle_nothing():
    answers = [answer(doubt()), answer(doubt(), "更正", "8.1亿元")]

    assert stands([doubt()], (), answers)[0] == "figure.jump"
    assert hints([doubt()], (), answers) == [
        ("answer.conflict", f"疑点 {finding_id(doubt())} 有不同的答复：属实和更正，都没有采用", "核实后只留一个答复。")
    ]


def test_one_answer_settles_what_is_told_twice():
    assert stands([doubt(), doubt()], (), [answer(doubt())]) == [SETTLED, SETTLED]
    assert len(hints([doubt(), doubt()], (), [answer(doubt(), by="")])) == 1

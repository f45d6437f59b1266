"""What filters print."""

from datetime import date
from fractions import Fraction

import pytest
from counties import FULL
from hypothesis import given
from hypothesis import strategies as st
from reports import writing

from evalcli.draft import filters
from evalcli.draft.markdown import text
from evalcli.model.facts import Missing, Quantity
from evalcli.model.trace import Step


def runs(markup):
    return [(run.text, run.claim or ("缺" if run.missing else "")) for run in text(str(markup))]


def shown(markup):
    return "".join(words for words, _claim in runs(markup))


def reckoned(number, unit="", decimals=0):
    return Quantity(Fraction(number), unit, decimals, Step("a + b", f"{number}{unit}"))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "零"),
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (37, "三十七"),
        (99, "九十九"),
        (100, "100"),
        (-1, "-1"),
    ],
)
def test_ordinals(number, words):
    assert filters.cn(number) == words


@given(st.integers(0, 99))
def test_no_two_ordinals_are_alike(number):
    digits = {letter: place for place, letter in enumerate("零一二三四五六七八九")}
    words = filters.cn(number)
    tens, ten, ones = words.rpartition("十")

    assert (digits[tens or "一"] if ten else 0) * 10 + (digits[ones] if ones else 0) == number


def test_dates():
    assert filters.cn_date(date(2022, 9, 3)) == "2022年9月3日"


@pytest.mark.parametrize(
    ("given_growth", "words"),
    [
        ("0.13%", [("同比增长", ""), ("0.13%", "spending.growth")]),
        ("-1.20%", [("同比下降", ""), ("1.20%", "spending.growth")]),
        ("0%", [("与上年持平", "spending.growth")]),
        ("约0.5%", [("同比增长", ""), ("约0.5%", "spending.growth")]),
    ],
)
def test_growth_in_words(given_growth, words):
    with writing(f"figures: {{spending.growth: {given_growth}}}") as author:
        assert runs(filters.grew(author.figures["spending"])) == words


def test_growth_that_is_missing_is_marked_and_noted():
    with writing() as author:
        assert runs(filters.grew(author.figures["spending"])) == [("【缺：教育支出增幅】", "缺")]

        assert list(author.missing) == ["教育支出增幅"]


BOTH = "figures: {per_pupil: {小学: 10799.07元, 初中: 14572.85元}, per_pupil.growth: {小学: 0.03%, 初中: 0.04%}}"
FELL = BOTH.replace("初中: 0.04%", "初中: -0.04%")
HALF = "figures: {per_pupil: {小学: 10799.07元}, per_pupil.growth: {小学: 0.03%}}"


@pytest.mark.parametrize(
    ("filter_", "given_text", "words"),
    [
        (filters.members, BOTH, "普通小学10799.07元、普通初中14572.85元"),
        (filters.members, HALF, "普通小学10799.07元"),
        (filters.members, "{}", "【缺：生均支出】"),
        (filters.members_grew, BOTH, "普通小学10799.07元，同比增长0.03%；普通初中14572.85元，同比增长0.04%"),
        (filters.members_grew, HALF, "普通小学10799.07元，同比增长0.03%"),
        (filters.members_grew, "{}", "【缺：生均支出】"),
        (filters.respectively, BOTH, "（单位：元）分别为普通小学10799.07、普通初中14572.85"),
        (
            filters.respectively,
            BOTH.replace("10799.07元", "近1.08万元"),
            "（单位：元）分别为普通小学近1.08万元、普通初中14572.85",
        ),
        (filters.respectively, HALF, "普通小学10799.07元"),
        (filters.respectively, "{}", "【缺：生均支出】"),
        (filters.respectively_grew, BOTH, "同比分别增长0.03%、0.04%"),
        (filters.respectively_grew, FELL, "普通小学同比增长0.03%，普通初中同比下降0.04%"),
        (filters.respectively_grew, BOTH.replace("0.04%", "0.03%"), "同比均增长0.03%"),
        (filters.respectively_grew, BOTH.replace("0.04%", "-1%").replace("0.03%", "-1%"), "同比均下降1%"),
        (filters.respectively_grew, BOTH.replace("0.04%", "0%").replace("0.03%", "0%"), "均与上年持平"),
        (
            filters.respectively_grew,
            "figures: {per_pupil: {小学: 1元, 初中: 2元}}",
            "普通小学【缺：生均支出（小学）增幅】，普通初中【缺：生均支出（初中）增幅】",
        ),
        (filters.respectively_grew, HALF, "同比增长0.03%"),
        (filters.respectively_grew, "{}", "【缺：生均支出】"),
        (
            filters.respectively_grew,
            "figures: {per_pupil: {小学: 1元, 初中: 2元}, per_pupil.growth: {小学: 0.03%}}",
            "普通小学同比增长0.03%，普通初中【缺：生均支出（初中）增幅】",
        ),
    ],
)
def test_members(filter_, given_text, words):
    with writing(given_text) as author:
        assert shown(filter_(author.figures["per_pupil"])) == words


@pytest.mark.parametrize(
    ("filter_", "name", "typed", "places", "words"),
    [
        (filters.wan, "spending", "8.3861亿元", None, "83861万元"),
        (filters.wan, "spending", "8.38615亿元", 0, "83862万元"),
        (filters.yi, "repairs", "1387万元", None, "0.1387亿元"),
        (filters.yi, "repairs", "1387万元", 2, "0.14亿元"),
        (filters.yi, "repairs", "1387万余元", 2, "1387万余元"),
        (filters.yi, "spending", "8.3861亿元", None, "8.3861亿元"),
    ],
)
def test_money(filter_, name, typed, places, words):
    with writing(f"figures: {{{name}: {typed}}}") as author:
        assert runs(filter_(author.figures[name], places)) == [(words, name)]


def test_money_that_is_missing_is_marked():
    with writing() as author:
        assert shown(filters.wan(author.figures["spending"])) == "【缺：教育支出】"


def test_what_is_no_money_is_refused():
    with writing(FULL) as author, pytest.raises(ValueError, match="“学生数”的单位是“人”，不是钱数"):
        filters.wan(author.figures["students"])


@pytest.mark.parametrize(
    ("coverage", "target", "words"),
    [("94%", "95%", "低1个百分点"), ("95.05%", "94%", "高1.05个百分点"), ("95%", "95%", "持平")],
)
def test_a_difference_of_rates_is_in_points(coverage, target, words):
    with writing(f"figures: {{coverage: {coverage}, coverage_target: {target}}}") as author:
        figures = author.figures
        assert runs(filters.points_from(figures["coverage"], figures["coverage_target"])) == [(words, "coverage")]


@pytest.mark.parametrize(
    ("given_text", "label"), [("figures: {coverage: 94%}", "普惠率目标"), ("figures: {coverage_target: 94%}", "普惠率")]
)
def test_a_difference_from_nothing_is_marked(given_text, label):
    with writing(given_text) as author:
        figures = author.figures
        assert shown(filters.points_from(figures["coverage"], figures["coverage_target"])) == f"【缺：{label}】"


@pytest.mark.parametrize("name", ["students", "spending"])
def test_a_difference_of_what_is_no_rate_is_refused(name):
    with writing(FULL) as author, pytest.raises(ValueError, match="不是百分率"):
        filters.points_from(author.figures["coverage"], author.figures[name])


@pytest.mark.parametrize(
    ("number", "places", "words"), [("95", 1, "95.0%"), ("94.96", 1, "95.0%"), ("95.25", 1, "95.3%"), ("95", 0, "95%")]
)
def test_a_share_has_its_places(number, places, words):
    assert runs(filters.percent(reckoned(number, "%"), places)) == [(words, "=a + b")]


@pytest.mark.parametrize("unit", ["", "人", "比", "百分点"])
def test_what_is_no_share_is_never_a_percent(unit):
    with pytest.raises(ValueError, match="“a \\+ b”的结果不是百分率；占比写成 share"):
        filters.percent(reckoned("12.38", unit))


@pytest.mark.parametrize(
    ("number", "places", "words"), [("133", None, "133所"), ("0.50", None, "0.5所"), ("2.345", 2, "2.35所")]
)
def test_a_reckoned_number(number, places, words):
    assert runs(filters.number(reckoned(number), "所", places)) == [(words, "=a + b")]


@pytest.mark.parametrize("filter_", [filters.percent, filters.number])
def test_a_number_that_cannot_be_reckoned_marks_all_that_it_lacks(filter_):
    with writing() as author:
        assert shown(filter_(Missing(("普惠率", "教育支出（2021年）")))) == "【缺：普惠率】【缺：教育支出（2021年）】"
        assert shown(filter_(Missing((), because="分母为零"))) == "【缺：分母为零】"

        assert [notice.message for notice in author.missing.values()] == [
            "报告文字要用“普惠率”（coverage），没有填报",
            "报告文字要用“教育支出（2021年）”（spending），没有填报",
            "报告文字有一个数算不出来：分母为零",
        ]


def test_lists():
    with writing() as author:
        assert author is not None
        assert shown(filters.listed(["甲。", "**乙**。"])) == "一是甲。二是**乙**。"
        assert shown(filters.listed(["甲。"])) == "甲。"
        assert shown(filters.listed([])) == ""
        assert shown(filters.join(["甲", "*乙*"], "、")) == "甲、*乙*"
        assert shown(filters.join([])) == ""


def test_what_is_filled():
    with writing("figures: {coverage: 94%, per_pupil: {小学: 1元}}") as author:
        figures = author.figures
        assert [filters.filled(figures[name]) for name in ("coverage", "students", "per_pupil")] == [True, False, True]
        assert not filters.filled(figures["per_pupil"]["初中"])
    assert filters.filled(reckoned(1))
    assert not filters.filled(Missing(()))


@pytest.mark.parametrize(
    ("given_text", "name", "expected"),
    [
        ("figures: {spending.growth: 0%}", "spending", True),
        ("figures: {spending.growth: -0.01%}", "spending", False),
        ("{}", "spending", False),
        (BOTH, "per_pupil", True),
        (FELL, "per_pupil", False),
        (HALF, "per_pupil", True),
        ("figures: {per_pupil: {小学: 1元}}", "per_pupil", False),
        ("{}", "per_pupil", False),
    ],
)
def test_what_is_growing(given_text, name, expected):
    with writing(given_text) as author:
        assert filters.growing(author.figures[name]) is expected

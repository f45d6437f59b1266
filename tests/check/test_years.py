"""Two years of one field."""

import pytest
from counties import FIELDS, HEAD, filled_of, pack_of

from evalcli.check import years

MORE = """
rate: {label: 近视率, item: '2.3', unit: "%", years: 2, range: [0, 100], jump: 5百分点, office: 卫健局, meaning: 近视。}
plan: {label: 招生计划, item: '2.3', unit: 人, years: 2, jump: 50%, office: 教体局, meaning: 计划。}
share: {label: 占比, item: '2.3', unit: "%", years: 2, range: [0, 100], office: 教体局, meaning: 占比。}
when: {label: 年份, item: '2.3', unit: 年, years: 2, office: 教体局, meaning: 年份。}
"""
LIMIT = "jump: 30%\n"


def told(figures, head=HEAD + LIMIT):
    pack = pack_of(head, FIELDS + MORE)
    found = years.notices(pack, filled_of(pack, f"figures: {{{figures}}}"))
    return [(n.code, n.message, n.about.at, n.about.values) for n in found]


@pytest.mark.parametrize(
    "figures",
    [
        "spending: {2021: 13亿元, 2020: 10亿元}",  # 30% is the limit itself
        "spending: {2021: 7亿元, 2020: 10亿元}",
        "spending: 13亿元",
        "spending: {2021: 13亿元, 2020: 0亿元}",
        "rate: {2021: 48.2%, 2020: 43.2%}",
        "share: {2021: 60%, 2020: 30%}",  # a % has no limit of the pack's
        "plan: {2021: 29人, 2020: 3人}",  # few become more
        "plan: {2021: 150人, 2020: 100人}",
        "spending: {2021: 8.38亿元, 2020: 8.38亿元}",  # few digits
        "spending: {2021: 约8.3812亿元, 2020: 8.3812亿元}",
        "when: {2021: 2025年, 2020: 2025年}",
        "student_ratio: '12.5:1'",
    ],
)
def test_what_is_usual_is_silent(figures):
    assert told(figures) == []


@pytest.mark.parametrize(
    ("figures", "code", "message"),
    [
        (
            "spending: {2021: 83.8亿元, 2020: 8.37亿元}",
            "figure.slip",
            "教育支出本年 83.8000亿元，上年 8.3700亿元，像是差了 10 倍",
        ),
        ("plan: {2021: 3人, 2020: 320人}", "figure.slip", "招生计划本年 3人，上年 320人，像是差了 100 倍"),
        (
            "per_pupil: {小学: {2021: 8600元, 2020: 6600元}}",
            "figure.jump",
            "生均支出（小学）本年 8600.00元，上年 6600.00元，变动 +30.3%，超过 30%",
        ),
        ("plan: {2021: 40人, 2020: 100人}", "figure.jump", "招生计划本年 40人，上年 100人，变动 -60%，超过 50%"),
        (
            "rate: {2021: 48.3%, 2020: 43.2%}",
            "figure.jump",
            "近视率本年 48.3%，上年 43.2%，变动 +5.1百分点，超过 5百分点",
        ),
        ("rate: {2021: 6%, 2020: 0%}", "figure.jump", "近视率本年 6%，上年 0%，变动 +6百分点，超过 5百分点"),
        (
            "spending: {2021: 8.386亿元, 2020: 8.386亿元}",
            "figure.same-years",
            "教育支出本年和上年都是 8.3860亿元，像是抄了上年的数",
        ),
    ],
)
def test_what_is_not_is_told_with_both_values(figures, code, message):
    assert [(found, said) for found, said, _at, _values in told(figures)] == [(code, message)]


def test_a_member_is_named_with_the_values_as_typed():
    ((_code, _message, at, values),) = told("per_pupil: {小学: {2021: 9600元, 2020: 6600元}}")

    assert (at, values) == ("per_pupil.小学", ("9600元", "6600元"))


def test_a_pack_without_a_limit_asks_about_no_jump():
    assert told("spending: {2021: 14亿元, 2020: 10亿元}", HEAD) == []


def test_texts_have_no_years():
    assert told("mechanisms: [研判, 处置]") == []

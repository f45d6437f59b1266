"""One member of a dimension against the others."""

import pytest
from counties import FIELDS, HEAD, filled_of, pack_of

from evalcli.check import members
from evalcli.check.subjects import called

STAGES = HEAD.replace("  学段: [小学, 初中]\n", "  学段: [小学, 初中]\n  全部: [幼儿园, 小学, 初中, 高中]\n")
MORE = """
each: {label: 生均经费, item: '2.3', unit: 元, by: 全部, decimals: 2, years: 2, office: 财政局, meaning: 生均。}
ratio: {label: 分学段生师比, item: '2.3', unit: 比, by: 全部, office: 编办, meaning: 比。}
whole: {label: 总数, item: '2.3', unit: 人, by: 全部, office: 教体局, meaning: 人数。}
"""


def told(figures):
    pack = pack_of(STAGES, FIELDS + MORE)
    found = members.notices(pack, filled_of(pack, f"figures: {{{figures}}}"))
    return [(n.code, n.message, n.about.at) for n in found]


@pytest.mark.parametrize(
    "figures",
    [
        "each: {幼儿园: 500元, 小学: 800元, 初中: 1000元, 高中: 2400元}",
        "each: {小学: 800元, 初中: 8000元}",  # of two nobody knows which
        "each: {幼儿园: 100元, 小学: 1000元, 初中: 10000元}",  # the others do not agree
        "whole: {幼儿园: 500人, 小学: 8000人, 初中: 7000人}",  # counts differ
        "each: {幼儿园: 600元, 小学: 700元, 初中: 800元, 高中: 4800元}",  # sixfold is no slip
        "each: {幼儿园: 0元, 小学: 700元, 初中: 800元}",
        "each: {幼儿园: 600元, 小学: 700元, 初中: {2021: 8000元, 2020: 800元}}",  # told by the years
    ],
)
def test_members_of_one_order_are_silent(figures):
    assert told(figures) == []


@pytest.mark.parametrize(
    ("figures", "message", "at"),
    [
        (
            "each: {幼儿园: 600元, 小学: 700元, 初中: 8000元, 高中: 900元}",
            "生均经费（初中）是 8000.00元，其他分项的中位数是 700元，像是差了 10 倍",
            "each.初中",
        ),
        (
            "each: {幼儿园: 600元, 小学: 7元, 初中: {2021: 800元, 2020: 700元}}",
            "生均经费（小学）是 7.00元，其他分项的中位数是 700元，像是差了 100 倍",
            "each.小学",
        ),
        (
            "each: {幼儿园: 600元, 小学: {2021: 7元, 2020: 7元}, 初中: 800元}",
            "生均经费（小学）是 7.00元，其他分项的中位数是 700元，像是差了 100 倍",
            "each.小学",
        ),
        (
            "ratio: {小学: '19:1', 初中: '13.5:1', 高中: '125:1'}",
            "分学段生师比（高中）是 125:1，其他分项的中位数是 16.25:1，像是差了 10 倍",
            "ratio.高中",
        ),
    ],
)
def test_one_that_stands_out_by_a_power_of_ten_is_doubted(figures, message, at):
    assert told(figures) == [("figure.stands-out", message, at)]


def test_a_member_is_called_by_both_names():
    field = pack_of(STAGES, FIELDS + MORE).fields["each"]

    assert (called(field, "小学"), called(field, "")) == ("生均经费（小学）", "生均经费")

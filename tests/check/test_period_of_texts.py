"""Texts that tell as done what came after the period, which here ends on 2022-06-30."""

import pytest
from counties import filled_of, pack_of

from evalcli.check import period


def told(said, section="text: {'1.1': ['%s']}"):
    pack = pack_of()
    notices = period.notices(pack, filled_of(pack, section % said))
    return [(str(n.level), n.code, n.message) for n in notices]


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("2022年7月建成", "2022年7月"),
        ("2022年7月1日建成", "2022年7月1日"),
        ("新校2022年秋季启用", "2022年秋季"),
        ("2022年下半年建成", "2022年下半年"),
        ("2022年底建成", "2022年底"),
        ("2022年末建成", "2022年末"),
        ("2023年建成", "2023年"),
        ("2023年春季建成", "2023年春季"),
    ],
)
def test_what_lies_after_the_period_is_doubted(said, when):
    expected = ("疑似", "text.after-period", f"1.1 的做法提到“{when}”，晚于评价期截止日（2022-06-30）")

    assert told(said) == [expected]


@pytest.mark.parametrize(
    "said",
    [
        "2022年6月30日建成",
        "2022年6月建成",
        "2022年春季启用",
        "2022年上半年完成",
        "2022年开展活动",
        "2021年底建成",
        "计划2022年底完成整改",
        "力争2023年达标",
        "到2025年全部达标",
        "印发《2023年工作方案》",
        "拟于2025年验收",
        "每年9月1日开展",
        "2021年7月至8月底集中整治",
        "2021年8月底完成",
    ],
)
def test_what_lies_within_or_ahead_is_not_doubted(said):
    assert told(said) == []


def test_a_sentence_that_looks_ahead_does_not_excuse_the_next():
    assert [message[9:18] for _l, _c, message in told("计划2023年达标。2022年9月已经完成；2022年5月验收")] == [
        "“2022年9月”"
    ]


@pytest.mark.parametrize("when", ["8月底", "8月初", "9月1日", "12月中旬"])
def test_a_month_without_a_year_is_asked_about(when):
    assert told(f"于{when}完成清理") == [
        ("提示", "text.no-year", f"1.1 的做法提到“{when}”，没有写年份，看不出是否在评价期内")
    ]


def test_the_overview_is_read_as_well():
    assert [message for _l, _c, message in told("2023年划入", "overview: ['%s']")] == [
        "基本情况提到“2023年”，晚于评价期截止日（2022-06-30）"
    ]


def test_plans_may_look_ahead():
    assert told("2023年建成", "problems: [{item: '1.1', say: 缺, plan: [{head: 建, say: '%s'}]}]") == []


def test_the_place_is_where_the_words_stand():
    pack = pack_of()

    (notice,) = period.notices(pack, filled_of(pack, "text:\n  '1.1':\n    - 新校2022年秋季启用"))

    assert str(notice.place) == "data/1.yaml:3:9"

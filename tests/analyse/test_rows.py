"""Results as rows of tables."""

import pytest
from counties import FULL, pack_of, scored_of

from evalcli.analyse import heads, rows, total_line

PACK = pack_of()
MIXED = (
    "figures: {spending.growth: 0%, coverage: 85%, students: 13人, teachers: 1名, cases: 1起}\n"
    "judged: {2.3b: {level: 中, by: 督导室, on: 2022-08-20, because: 查过, evidence: [甲.pdf], illustrative: true}}\n"
)
EXEMPT = "not_applicable: {'1.1': {because: 无投入, approved: 市督导办}}"


HEADS = heads(scored_of(PACK))


def test_every_key_point_is_a_row_and_says_why_it_lost_points():
    assert [dict(zip(HEADS, row, strict=True)) for row in rows(scored_of(PACK, MIXED))][2:5] == [
        {
            "area": "投入保障", "item": "1.2", "title": "普惠和师资", "key_point": "1.2a", "value": "85%", "standard": "≥85%",
            "verdict": "达标", "earned": "15.00", "open": "", "full": "15.00", "reason": "",
        },
        {
            "area": "投入保障", "item": "1.2", "title": "普惠和师资", "key_point": "1.2b", "value": "13:1", "standard": "≤12.5:1",
            "verdict": "未达标", "earned": "0.00", "open": "", "full": "15.00", "reason": "13:1，高于标准12.5:1，超出0.5，不得分",
        },
        {
            "area": "规范办学", "item": "2.3", "title": "依法", "key_point": "2.3a", "value": "1起", "standard": "0",
            "verdict": "基本达标", "earned": "6.00", "open": "", "full": "10.00", "reason": "1起，每起扣4分，扣4分，得6分",
        },
    ]  # fmt: skip


def test_what_is_open_has_no_points_and_says_what_it_is_worth():
    row = dict(zip(HEADS, list(rows(scored_of(PACK, MIXED)))[-1], strict=True))

    assert (row["verdict"], row["earned"], row["open"], row["reason"]) == ("待评定", "", "10.00", "尚未逐项核定")


def test_an_item_that_does_not_apply_is_one_row():
    assert next(iter(rows(scored_of(PACK, EXEMPT)))) == (
        "投入保障", "1.1", "教育投入", "", "", "", "不适用", "", "", "0", "无投入（市督导办）",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (FULL, "得分已定 100.00，满分 100.00；等次 优秀"),
        # 20 + 15 + 0 + 6 + 6, and open: 20 of 1.1b, 10 of 2.3c
        (MIXED, "得分已定 47.00，可能 47.00–77.00，满分 100.00；等次 不合格–合格"),
    ],
)
def test_the_total_in_one_line(text, line):
    assert total_line(scored_of(PACK, text)) == line

"""One fact told with two values."""

import pytest
from proofs import said

from evalcli.proofread import twice


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        (
            "消除56人以上“大班额”。",
            "没有55人以上“大班额”。",
            "“大班额”说法不一：前面写“56人以上“大班额””（第1段），这里写“55人以上“大班额””",
        ),
        (
            "普惠率为94%。",
            "全县普惠率为94%，普惠率为95%。",
            "“普惠率”说法不一：前面写“普惠率为94%”（第1段），这里写“普惠率为95%”",
        ),
    ],
)
def test_two_values(first, second, message):
    assert said(twice, first, second) == [message]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("普惠率为94%。", "普惠率为94%。"),
        ("普惠率为94%。", "到2025年普惠率为95%。"),
        ("普惠率为94%。", "力争普惠率达到95%。"),
        ("普惠率为94%。", "入园率为95%。"),
        ("学校面积为94平方米。", "学校面积为3个。"),
        ("消除56人以上“大班额”。", "没有66人以上“超大班额”。"),
    ],
)
def test_what_is_no_contradiction(first, second):
    assert said(twice, first, second) == []

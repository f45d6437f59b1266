"""A grade may ask that an indicator be met, which no declared figure can talk away."""

import pytest
from outcomes import BANDS, EXEMPT, OPEN, card_of, items, pack_of

from evalcli import packs

ASKED = BANDS + 'requires: [{item: "1.2", grade: 优秀, say: 校校达标}]\n'


@pytest.mark.parametrize(
    ("level", "settled", "possible"),
    [
        ("100", "优秀", "优秀"),
        ("60", "良好", "良好"),
        ("0", "良好", "良好"),
        (EXEMPT, "优秀", "优秀"),
        (OPEN, "良好", "优秀"),
    ],
)
def test_the_grade_follows_the_verdict_of_the_item(level: str, settled: str, possible: str) -> None:
    grade = card_of(items(("100", "95"), ("0", level)), ASKED).grade

    assert (grade.settled, grade.possible) == (settled, possible)


def test_an_item_that_is_not_there() -> None:
    pack = pack_of(items(("100", "100")), ASKED)

    assert [(notice.code, notice.message) for notice in packs.faults(pack)] == [
        ("pack.unknown-item", "附加条件“校校达标”要的指标“1.2”不存在")
    ]

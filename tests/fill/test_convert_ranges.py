"""A value out of its field's range, and by which factor its unit seems to be mistaken."""

from decimal import Decimal

import pytest

from evalcli.fill.convert import Fault, number
from evalcli.model.pack import Field


def fault(raw: str, unit: str, low: str, high: str) -> tuple[str, str, str]:
    """Return why a text has no meaning: code, message, advice."""
    low_end, high_end = (Decimal(limit) if limit else None for limit in (low, high))
    found = number(raw, Field("a", "甲", unit, low=low_end, high=high_end))
    assert isinstance(found, Fault)
    return found.code, found.message, found.advice


@pytest.mark.parametrize(
    ("raw", "unit", "low", "high", "message", "advice"),
    [
        # 元 typed where 亿元 is asked for.
        (
            "838610000",
            "亿元",
            "0",
            "1000",
            "甲：838610000（合 838610000亿元）不在 0—1000亿元 之内",
            "像是单位差了 100000000 倍：若是 8.3861亿元，请这样写。",
        ),
        # 元 typed where 万元 is asked for: 5835740 万元 would be 583 亿.
        (
            "5835740",
            "万元",
            "0",
            "100000",
            "甲：5835740（合 5835740万元）不在 0—100000万元 之内",
            "像是单位差了 10000 倍：若是 583.574万元，请这样写。",
        ),
        (
            "9400",
            "%",
            "0",
            "100",
            "甲：9400（合 9400%）不在 0—100% 之内",
            "像是单位差了 100 倍：若是 94%，请这样写。",
        ),
        # A digit too many in a share and in a ratio.
        (
            "945%",
            "%",
            "0",
            "100",
            "甲：945%不在 0—100% 之内",
            "像是单位差了 10 倍：若是 94.5%，请这样写。",
        ),
        (
            "123.8:1",
            "比",
            "0",
            "100",
            "甲：123.8:1不在 0—100:1 之内",
            "像是单位差了 10 倍：若是 12.38:1，请这样写。",
        ),
        # Nobody meant 1.5%, 0.7人 or the year 0.2035.
        (
            "150%",
            "%",
            "0",
            "100",
            "甲：150%不在 0—100% 之内",
            "核对数值和单位；确实如此时请指标包作者放宽范围。",
        ),
        (
            "7000",
            "人",
            "0",
            "100",
            "甲：7000（合 7000人）不在 0—100人 之内",
            "核对数值和单位；确实如此时请指标包作者放宽范围。",
        ),
        (
            "2035",
            "年",
            "0",
            "50",
            "甲：2035（合 2035年）不在 0—50年 之内",
            "核对数值和单位；确实如此时请指标包作者放宽范围。",
        ),
        # People typed one by one where 万人 are asked for.
        (
            "31000000",
            "人",
            "0",
            "10000",
            "甲：31000000（合 31000000人）不在 0—10000人 之内",
            "像是单位差了 10000 倍：若是 3100人，请这样写。",
        ),
        # 万元 typed where 元 is asked for.
        (
            "0.95",
            "元",
            "1000",
            "100000",
            "甲：0.95（合 0.95元）不在 1000—100000元 之内",
            "像是单位小了 10000 倍：若是 9500元，请这样写。",
        ),
        (
            "-5",
            "人",
            "0",
            "100",
            "甲：-5（合 -5人）不在 0—100人 之内",
            "核对数值和单位；确实如此时请指标包作者放宽范围。",
        ),
    ],
)
def test_a_value_out_of_range_proposes_the_factor(
    raw: str, unit: str, low: str, high: str, message: str, advice: str
) -> None:
    assert fault(raw, unit, low, high) == ("figure.range", message, advice)


def test_a_ratio_out_of_its_range() -> None:
    assert fault("1238:1", "比", "1", "100") == (
        "figure.range",
        "甲：1238:1不在 1—100:1 之内",
        "像是单位差了 100 倍：若是 12.38:1，请这样写。",
    )

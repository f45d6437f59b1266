"""What a county is called, and its period in words."""

from datetime import date

import pytest

from evalcli.model.filled import County, Filled, Notification


def filled(start: date, end: date) -> Filled:
    return Filled(County("高坪区"), start, end, 2021, Notification(), "", None, {}, {}, {}, {}, (), ())


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2021, 1, 1), date(2022, 6, 30), "2021年—2022年上半年"),
        (date(2022, 1, 1), date(2022, 6, 30), "2022年上半年"),
        (date(2021, 1, 1), date(2021, 12, 31), "2021年"),
        (date(2020, 1, 1), date(2021, 12, 31), "2020—2021年"),
        (date(2021, 7, 1), date(2022, 6, 30), "2021年7月—2022年6月"),
        (date(2021, 1, 1), date(2022, 6, 29), "2021年1月—2022年6月"),
    ],
)
def test_the_period_in_words(start: date, end: date, expected: str) -> None:
    assert filled(start, end).period == expected


def test_the_government() -> None:
    assert County("高坪区", "区").government == "高坪区人民政府"

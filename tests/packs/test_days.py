"""Days as packs write them."""

from datetime import date

import pytest
from outcomes import document

from evalcli.model.document import Mapping
from evalcli.model.notice import Stopped
from evalcli.packs.days import day


def entry(text: str) -> Mapping:
    root = document(text, "pack.yaml").root
    assert isinstance(root, Mapping)
    return root


def test_a_day_and_none():
    assert day(entry("due: 2020-02-29"), "due") == date(2020, 2, 29)
    assert day(entry("due:"), "due") is None
    assert day(entry("from: 2018-01-01"), "due") is None


def test_a_day_that_no_calendar_has_stops_where_it_stands():
    with pytest.raises(Stopped) as caught:
        day(entry("id: a\ndue: 2018-02-29"), "due")

    assert [(notice.code, notice.message, str(notice.place)) for notice in caught.value.notices] == [
        ("pack.date", "日期“2018-02-29”不存在，写成2022-12-31的样子", "pack.yaml:2:6")
    ]

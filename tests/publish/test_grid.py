"""Rows as wide as the head, columns of exact width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from publish_support import text

from evalcli.model.report import Column, Row, Table
from evalcli.publish.grid import cells, is_short, twips

_THREE = (Column("甲", 1), Column("乙", 1), Column("丙", 1))


def _table(row: Row) -> Table:
    return Table(_THREE, (Row((text("1"), text("2"), text("3"))), row), caption="表1")


def test_cells_carry_their_span() -> None:
    row = Row((text("合计"), text("9")), span=2)

    assert cells(_table(row), row) == [(text("合计"), 2), (text("9"), 1)]


def test_missing_cells_are_blank() -> None:
    row = Row((text("甲"),))

    assert cells(_table(row), row) == [(text("甲"), 1), ((), 1), ((), 1)]


@pytest.mark.parametrize(
    ("row", "count"),
    [(Row((text("甲"),) * 4), 4), (Row((text("甲"),) * 2, span=3), 4), (Row((text("甲"),), span=0), 0), (Row(()), 0)],
)
def test_a_row_that_does_not_fit_is_named(row: Row, count: int) -> None:
    with pytest.raises(ValueError, match=f"表格“表1”第2行与表头不符：表头3列，该行{count}格"):
        cells(_table(row), row)


def test_ten_lines_with_the_head_are_short() -> None:
    row = Row((text("甲"),))

    assert is_short(Table(_THREE, (row,) * 9))
    assert not is_short(Table(_THREE, (row,) * 10))


def test_widths_follow_the_shares() -> None:
    assert twips((Column("甲", 1), Column("乙", 2), Column("丙", 1)), 8844) == [2211, 4422, 2211]


def test_a_column_without_share_is_still_seen() -> None:
    assert twips((Column("甲", 0), Column("乙", 29)), 8844) == [294, 8550]


@given(st.lists(st.integers(-3, 1000), min_size=1, max_size=20), st.sampled_from([8844, 12756]))
def test_widths_sum_exactly(shares: list[int], total: int) -> None:
    widths = twips(tuple(Column("甲", share) for share in shares), total)

    assert sum(widths) == total
    assert min(widths) >= 120

"""A source as it is cited, and sums over a pack."""

from decimal import Decimal

import pytest
from counties import pack_of

from evalcli.model.pack import Source


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (Source("办法"), "《办法》"),
        (Source("办法", "某发〔2022〕5号"), "《办法》（某发〔2022〕5号）"),
        (Source("办法", "某发〔2022〕5号", "第4项", "暂定"), "《办法》（某发〔2022〕5号）第4项"),
    ],
)
def test_a_source_as_it_is_cited(source: Source, expected: str) -> None:
    assert str(source) == expected


def test_points_and_items_of_the_whole() -> None:
    pack = pack_of()

    assert [area.points for area in pack.areas] == [Decimal(70), Decimal(30)]
    assert (pack.points, [item.id for item in pack.indicators]) == (100, ["1.1", "1.2", "2.3"])

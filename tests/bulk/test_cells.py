"""Typed text becomes whole numbers, exactly what one cell at a time would mean."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import polars as pl
import pytest

from evalcli.bulk.cells import cells
from evalcli.fill import convert
from evalcli.model.pack import Field

FIELD = Field("area", "面积", "平方米", low=Decimal(0))


def numbers(texts: list[str | None], field: Field = FIELD) -> tuple[list[float | None], int, bool, list[str]]:
    read = cells(pl.Series(texts, dtype=pl.String), field)
    return read.numbers.to_list(), read.column.places, read.column.exact, sorted(read.faults)


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["1", None, "007"], ([1, None, 7], 0, True, [])),
        ([None, None], ([None, None], 0, True, [])),
        (["0.1", "2", "3.25"], ([10, 200, 325], 2, True, [])),
        (["1,200", "１２.5", "3万", "无", "—", " 7 "], ([12000, 125, 300000, None, None, 70], 1, True, [])),
        (
            ["x", "-1", "1e3", ".5", "5.", "inf", "3"],
            ([None] * 6 + [3], 0, True, ["-1", ".5", "1e3", "5.", "inf", "x"]),
        ),
        (["1234567890123456"], ([None], 0, True, ["1234567890123456"])),
        (["0000000000000012"], ([None], 0, True, ["0000000000000012"])),
        (["1.5", "123456789.123456"], ([1500000, 123456789123456], 6, True, [])),
        (["0.12345678"], ([123456.78], 6, False, [])),
    ],
)
def test_texts_become_whole_numbers_of_the_smallest_place(texts, found) -> None:
    assert numbers(texts) == found


def test_a_share_below_one_without_its_sign_is_refused_and_a_bound_counts_as_inside() -> None:
    share = replace(FIELD, unit="%", high=Decimal(100))

    assert numbers(["0.5", "50", "100", "100.0", "12.5%", "101"], share) == (
        [None, 500, 1000, 1000, 125, None], 1, True, ["0.5", "101"],
    )  # fmt: skip


def test_ratios_are_read_one_by_one() -> None:
    assert numbers(["12.5:1", "3"], replace(FIELD, unit="比")) == ([125, None], 1, True, ["3"])


def test_whole_numbers_already_read_are_kept_and_looked_at_where_they_are_out_of_range() -> None:
    whole = pl.Series([1, None, -2])

    assert cells(whole.head(2), FIELD).numbers.to_list() == [1, None]
    assert sorted(cells(whole, FIELD).faults) == ["-2"]
    assert sorted(cells(pl.Series([10**15]), FIELD).faults) == ["1000000000000000"]


def test_a_column_without_bounds_takes_what_is_below_zero() -> None:
    assert numbers(["-1", "2.5"], replace(FIELD, low=None)) == ([-10, 25], 1, True, [])


@pytest.mark.parametrize("text", ["4.5", "0.30", "12", "1,234.5", "约3", "x", "", "-"])
def test_a_cell_means_what_it_means_alone(text: str) -> None:
    read = cells(pl.Series([text or None, "0.001"], dtype=pl.String), FIELD)
    alone = convert.number(text, FIELD)
    number = read.numbers[0]

    assert (None if number is None else Fraction(number) / 10**read.column.places) == (
        Fraction(alone.number) if isinstance(alone, convert.Meaning) else None
    )

"""What an entry of fields.yaml, or a column of tables.yaml, says of a figure."""

from decimal import Decimal

import pytest
from school_packs import document

from evalcli.model.pack import Field
from evalcli.packs.fields import field


def read(entry: str) -> Field:
    ((key, value),) = document(f"spent: {entry}\n", "fields.yaml").root.entries
    return field(key, value)


def test_everything_that_an_entry_may_say():
    found = read(
        "{label: 教育支出, unit: 万元, by: 学段, years: 3, basis: 决算, office: 财政局, decimals: 2, meaning: 全年, "
        "aliases: [支出], required: true, none_is_zero: true, range: [0, 900], target_for: planned, due: 2025-12-31, item: '2.4'}"
    )

    assert (found.id, found.label, found.unit, found.by, found.years) == ("spent", "教育支出", "万元", "学段", 3)
    assert (found.basis, found.office, found.decimals, found.meaning) == ("决算", "财政局", 2, "全年")
    assert (found.aliases, found.required, found.none_is_zero) == (("支出",), True, True)
    assert (found.low, found.high) == (Decimal(0), Decimal(900))
    assert (found.target_for, found.due, found.item) == ("planned", "2025-12-31", "2.4")
    assert (found.place.file, found.place.line) == ("fields.yaml", 1)


def test_what_is_not_said_is_a_number_of_one_year_without_limits():
    found = read("{label: 教育支出}")

    assert (found.kind, found.years, found.decimals, found.required) == ("number", 1, None, False)
    assert (found.low, found.high, found.aliases) == (None, None, ())


@pytest.mark.parametrize(
    ("written", "required"),
    [("true", True), ("True", True), ("TRUE", True), ("false", False), ("'true'", False)],
)
def test_every_spelling_of_yamls_true_counts(written: str, required: bool):
    assert read(f"{{label: 教育支出, required: {written}}}").required is required

"""Sums of money in one style; the value stays what it is."""

from decimal import Decimal
from fractions import Fraction

import pytest
from counties import COUNTY, FULL
from hypothesis import given
from hypothesis import strategies as st
from reports import annexes, report_of, told

from evalcli.draft.money import BY_SIZE, UNITS, styled
from evalcli.model.filled import Value
from evalcli.model.pack import Field
from evalcli.model.place import Place


def shown(number, unit, style, decimals=None, text=""):
    value = Value(number, Decimal(number), unit, Place("a.yaml"), text=text)
    return styled(value, Field("x", "投入", unit, decimals=decimals), style)


@pytest.mark.parametrize(
    ("number", "unit", "style", "words"),
    [
        ("8.3861", "亿元", "万元", "83861万元"),
        ("8.3861", "亿元", "亿元", "8.3861亿元"),
        ("8.3861", "亿元", BY_SIZE, "8.3861亿元"),
        ("0.5", "亿元", BY_SIZE, "5000万元"),
        ("12000", "万元", BY_SIZE, "1.2亿元"),
        ("9999.99", "元", BY_SIZE, "9999.99元"),
        ("10000", "元", BY_SIZE, "1万元"),
        ("1", "元", "亿元", "0.00000001亿元"),
        ("8.3861", "亿元", "", "8.3861亿元"),
        ("94", "%", "万元", "94%"),
    ],
)
def test_styles(number, unit, style, words):
    assert shown(number, unit, style) == words


def test_a_fields_own_unit_keeps_its_places():
    assert (shown("8.4", "亿元", "亿元", decimals=4), shown("8.4", "亿元", "万元", decimals=4)) == (
        "8.4000亿元",
        "84000万元",
    )


def test_an_estimate_stays_as_it_was_typed():
    assert shown("1387", "万元", "亿元", text="1387万余元") == "1387万余元"


@given(st.decimals(0, 10**6, places=4), st.sampled_from(sorted(UNITS)), st.sampled_from(["万元", "亿元", BY_SIZE]))
def test_no_style_changes_a_sum(number, unit, style):
    words = shown(str(number), unit, style)
    used = next(one for one in ("千元", "万元", "亿元", "元") if words.endswith(one))
    printed = Fraction(words.removesuffix(used)) * UNITS[used]

    # Eight places of 亿元 are a whole 元; what is finer is rounded there.
    assert abs(printed - Fraction(number) * UNITS[unit]) <= Fraction(UNITS[used], 2 * 10**8)


def test_the_text_follows_the_style_and_the_annex_the_field():
    report = report_of(FULL, head=COUNTY + "report: {money: 万元}\n")
    rows = ["".join(run.text for cell in row.cells for run in cell) for row in annexes(report)[1].blocks[0].rows]

    assert any("投入83861万元" in line for line in told(report))
    assert any("8.3861亿元" in row for row in rows)

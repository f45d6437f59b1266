"""Laws of typed values: what is printed reads as the same, and no text breaks the reading."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from evalcli.fill.convert import Meaning, nothing, number
from evalcli.model.numbers import fixed
from evalcli.model.pack import Field
from evalcli.model.units import split

UNITS = (
    "元",
    "千元",
    "万元",
    "亿元",
    "%",
    "人",
    "人次",
    "所",
    "个",
    "间",
    "套",
    "场次",
    "份",
    "条",
    "万条",
    "课时",
    "百分点",
    "平方米",
)
# How official documents hedge: before the number, after it, after its 万, after the unit.
HEDGED = ("约{}", "近{}", "逾{}", "超{}", "{}以上", "{}以下", "{}以内", "{}左右")


def field(unit: str = "", low: str = "", high: str = "") -> Field:
    """Return a field called 甲 with a unit and a range."""
    limits = (Decimal(limit) if limit else None for limit in (low, high))
    return Field("a", "甲", unit, **dict(zip(("low", "high"), limits, strict=True)))


def meaning(raw: str, unit: str = "") -> Meaning:
    """Return what a text means that means something."""
    found = number(raw, field(unit))
    assert isinstance(found, Meaning)
    return found


@given(st.decimals(-(10**6), 10**6, places=4), st.sampled_from(UNITS), st.integers(0, 6))
def test_what_is_printed_reads_as_the_same_value(value: Decimal, unit: str, decimals: int) -> None:
    printed = fixed(value, decimals)

    assert meaning(f"{printed}{unit}", unit) == Meaning(Decimal(printed))


@given(st.integers(0, 10**6), st.sampled_from(UNITS), st.sampled_from(HEDGED))
def test_what_is_hedged_prints_as_typed_and_reads_as_the_same_value(value: int, unit: str, hedged: str) -> None:
    typed = hedged.format(f"{value}{unit}")

    found = meaning(typed, unit)

    assert (found.number, found.text) == (Decimal(value), typed)
    assert meaning(found.text, unit) == found


@given(
    st.integers(1, 10**6),
    st.sampled_from(["{}余万元", "{}多万元", "{}万余元", "{}万多元"]),
    st.sampled_from(["元", "千元", "万元", "亿元"]),
)
def test_a_hedged_amount_is_the_same_in_any_unit_of_money(value: int, hedged: str, unit: str) -> None:
    found = meaning(hedged.format(value), unit)

    assert Fraction(found.number) * split(unit)[0] == value * 10**4


@given(
    st.decimals(0, 10**9, places=3),
    st.sampled_from(["元", "千元", "万元", "亿元"]),
    st.sampled_from(["元", "千元", "万元", "亿元"]),
)
def test_money_is_exact_whatever_unit_it_is_typed_in(value: Decimal, typed: str, wanted: str) -> None:
    found = meaning(f"{value}{typed}", wanted)

    assert Fraction(found.number) == Fraction(value) * split(typed)[0] / split(wanted)[0]


@given(st.fractions(Fraction(1, 1000), 1000, max_denominator=1000))
def test_a_ratio_reads_as_it_prints(value: Fraction) -> None:
    typed = f"{value.numerator}:{value.denominator}"

    assert meaning(typed, "比") == Meaning(value, text=typed)


@given(st.text(max_size=80), st.sampled_from([*UNITS, "", "比"]))
def test_any_text_is_a_meaning_a_fault_or_nothing(raw: str, unit: str) -> None:
    found = number(raw, field(unit, "0", "100"))

    assert (found is None) == nothing(raw)


@given(st.text(alphabet="0123456789,.:万亿元%约余以上 -+", max_size=70), st.sampled_from([*UNITS, "", "比"]))
def test_nothing_that_looks_like_a_number_breaks_it(raw: str, unit: str) -> None:
    found = number(raw, field(unit))

    assert (found is None) == nothing(raw)

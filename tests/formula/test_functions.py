"""Every function does what its manual shows, and no formula hangs or crashes."""

import re
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalcli.formula.evaluate import evaluate
from evalcli.formula.functions import FUNCTIONS
from evalcli.formula.parse import FormulaFault, parse
from evalcli.model.facts import Missing, Quantity
from evalcli.model.trace import Step


def quantity(number, unit, label="x"):
    return Quantity(Fraction(number), unit, 0, Step(label, f"{number}{unit}"))


KNOWN = {
    ("x", "", "this"): quantity(110, "元"),
    ("x", "", "last"): quantity(100, "元"),
    ("n", "小学", "this"): quantity(3, "人", "n小学"),
    ("n", "初中", "this"): quantity(4, "人", "n初中"),
    ("rate", "", "this"): quantity(94, "%", "rate"),
    ("zero", "", "this"): quantity(0, "元", "zero"),
    ("huge", "", "this"): quantity(10**15, "元", "huge"),
}


class Figures:
    """The figures of the manuals; every other field is missing."""

    def look_up(self, field, member, when):
        return KNOWN.get((field, member, when), Missing((field,), ("财政局",)))

    def members(self, field):
        return ("小学", "初中") if field == "n" else ("",)

    def schools(self):
        return None


def worth(text):
    return evaluate(parse(text), Figures())


def examples():
    for function in FUNCTIONS.values():
        for line in function.about.splitlines():
            if " | " in line:
                yield tuple(cell.strip() for cell in line.split("|"))


@pytest.mark.parametrize(("text", "shown"), list(examples()))
def test_a_function_does_what_its_manual_shows(text, shown):
    found = worth(text)

    assert (found.because if isinstance(found, Missing) else found.step.shown) == shown


@pytest.mark.parametrize("function", FUNCTIONS.values(), ids=FUNCTIONS)
def test_a_manual_says_in_chinese_what_the_function_does_and_shows_it(function):
    first = function.about.splitlines()[0]

    assert re.match(r"`\w+\(.+\)` .*[\u4e00-\u9fff].*。", first)
    assert " | " in function.about


@pytest.mark.parametrize(
    ("text", "unit"), [("ceil(x / 12)", "元"), ("floor(rate)", "%"), ("choose(rate > 5, 0, x)", "元")]
)
def test_units_stay(text, unit):
    assert worth(text).unit == unit


@pytest.mark.parametrize(
    ("text", "number"),
    [("choose(rate > 5, x, gone)", 110), ("choose(rate > 99, gone, x)", 110), ("choose(rate > 99, x / zero, x)", 110)],
)
def test_what_is_not_chosen_need_not_be_known(text, number):
    assert worth(text).number == number


@pytest.mark.parametrize("text", ["choose(gone > 5, x, x)", "choose(rate > 5, gone, x)", "choose(rate > 99, x, gone)"])
def test_what_is_chosen_and_what_chooses_must_be_known(text):
    assert worth(text) == Missing(("gone",), ("财政局",))


@pytest.mark.parametrize("text", ["choose(rate > 5, x, rate)", "choose(rate > 99, x, rate)"])
def test_both_choices_have_one_unit_whichever_counts(text):
    with pytest.raises(FormulaFault, match="单位不同"):
        worth(text)


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("choose(rate > 5, x, zero)", "choose(94 > 5, 110, 0)"),
        ("choose(rate > 99, x, zero)", "choose(94 > 99, 110, 0)"),
        ("choose(rate > 5, x, gone + 1)", "choose(94 > 5, 110, gone + 1)"),
        ("choose(rate > 99, gone + 1, x)", "choose(94 > 99, gone + 1, 110)"),
        ("bands(rate, 93, zero, 94, x, 5)", "bands(94, 93, 0, 94, 110, 5)"),
        ("ceil(x / 12)", "ceil(110 ÷ 12)"),
    ],
)
def test_the_choice_can_be_redone_on_paper(text, how):
    assert worth(text).step.how == how


@pytest.mark.parametrize("text", ["bands(rate, 5, x, rate)", "bands(rate, 95, x, rate)"])
def test_the_values_of_all_bands_have_one_unit(text):
    with pytest.raises(FormulaFault):
        worth(text)


def test_what_a_band_gives_is_known_only_with_what_is_sorted():
    assert worth("bands(gone, 5, 1, 2)") == Missing(("gone",), ("财政局",))


def test_only_what_was_chosen_stands_in_the_trace():
    assert [step.label for step in worth("choose(rate > 5, x, huge)").step.parts] == ["rate", "x"]


@given(st.fractions(-1000, 1000, max_denominator=60))
def test_a_number_lies_between_its_floor_and_its_ceiling(number):
    text = f"({number.numerator}) / {number.denominator}"
    low, high = worth(f"floor({text})").number, worth(f"ceil({text})").number

    assert low <= number <= high
    assert high - low == (number.denominator > 1)


PIECES = [
    "x", "rate", "n", "huge", "zero", "gone", 'n["小学"]', "1.5", "0", "999999999999999", " + ", " - ", " * ", " / ", "(", ")",
    ", ", " > ", " <= ", " == ", " and ", " or ", " not ", "-", *(f"{name}(" for name in FUNCTIONS), "**", ".", "[", "（", "÷", "％",
]  # fmt: skip
OPERANDS = st.sampled_from(
    ["x", "rate", "huge", "zero", "gone", 'n["初中"]', "sum(n)", "growth(x)", "last(x)", "0", "12.5"]
)


def grown(inner):
    return st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from([*"+-*/<>", "and", "or"]), inner),
        st.builds("{}({})".format, st.sampled_from(["abs", "ceil", "floor", "round", "not "]), inner),
        st.builds("{}({}, {})".format, st.sampled_from(["share", "min", "max"]), inner, inner),
        st.builds("choose({}, {}, {})".format, inner, inner, inner),
        st.builds("bands({}, 5, {}, 90, {}, {})".format, inner, inner, inner, inner),
    )


def tried(text):
    """Return what becomes of a text: a value with its trace, what is missing, or a fault with a span."""
    try:
        return worth(text)
    except FormulaFault as fault:
        return fault


@settings(deadline=None)
@given(st.text(max_size=600) | st.lists(st.sampled_from(PIECES), max_size=120).map("".join))
def test_any_text_comes_to_a_value_to_missing_data_or_to_a_fault(text):
    found = tried(text)

    assert isinstance(found, Quantity | Missing) or 0 <= found.start < found.end


@settings(deadline=None)
@given(st.recursive(OPERANDS, grown, max_leaves=40))
def test_any_formula_can_be_reckoned_and_printed(text):
    found = tried(text)

    assert not isinstance(found, Quantity) or (found.step.shown and len(found.step.shown) < 2000)


@pytest.mark.parametrize("sign", ["*", "+", "/", "-"])
def test_the_longest_formula_of_the_largest_figures_still_prints(sign):
    found = worth(f" {sign} ".join(["huge"] * 70))

    assert found.step.shown

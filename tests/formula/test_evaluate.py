"""What formulas come to, worked out by hand."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalcli.formula.evaluate import FormulaFault, evaluate
from evalcli.formula.parse import parse
from evalcli.model.facts import Missing, Quantity
from evalcli.model.trace import Step


class Figures:
    """A lookup over a plain dictionary: `field`, `field.member`, with `|last` or `|growth`."""

    def __init__(self, **given):
        self._figures = {name.replace("__", "."): self._quantity(name, *value) for name, value in given.items()}

    @staticmethod
    def _quantity(name, number, unit="", decimals=0):
        return Quantity(Fraction(number), unit, decimals, Step(name, f"{number}{unit}"))

    def look_up(self, field, member, when):
        key = ".".join(part for part in (field, member, "" if when == "this" else when) if part)
        return self._figures.get(key, Missing((key,), (field + "科",)))

    def members(self, field):
        return tuple(
            part[1]
            for part in (key.split(".") for key in self._figures)
            if part[0] == field and part[1:2] not in ([], ["last"])
        )


def worth(text, **given):
    return evaluate(parse(text), Figures(**given))


def number_and_unit(text, **given):
    found = worth(text, **given)
    return found.number, found.unit


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7 + 2 * 3", 13),
        ("(7 + 2) * 3", 27),
        ("7 - 2 - 3", 2),
        ("1 / 3 * 3", 1),
        ("0.1 + 0.2", Fraction(3, 10)),
        ("-5 + 2", -3),
        ("abs(2 - 5)", 3),
        ("min(3, 2, 5)", 2),
        ("max(3, 2, 5)", 5),
        ("round(2.345, 2)", Fraction(235, 100)),
        ("round(2.5)", 3),
        ("round(-2.5)", -3),
        ("share(1, 3)", Fraction(100, 3)),
        ("1 < 2 < 3", 1),
        ("1 < 2 > 3", 0),
        ("2 >= 2", 1),
        ("2 > 2", 0),
        ("2 = 2.0", 1),
        ("2 != 2", 0),
        ("0.1 + 0.2 = 0.3", 1),
        ("1 and 0", 0),
        ("1 and 2", 1),
        ("0 or 3", 1),
        ("0 or 0", 0),
        ("not 0", 1),
        ("not 5", 0),
        ("(3 > 2) + (5 > 4)", 2),
    ],
)
def test_numbers_are_exact(text, number):
    assert worth(text).number == number


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("a + b", 3, "元"),
        ("a - 1", 0, "元"),
        ("100 - rate", 6, "%"),
        ("a + 88", 89, "元"),
        ("men + women", 5, "人"),
        ("a / b", Fraction(1, 2), ""),
        ("a / men", Fraction(1, 2), "元/人"),
        ("a / men * men", 1, "元"),
        ("men * (a / men)", 1, "元"),
        ("a * 3", 3, "元"),
        ("3 * a", 3, "元"),
        ("a * rate / 100", Fraction(94, 100), "元"),
        ("rate * a", 94, "元"),
        ("rate * 2", 188, "%"),
        ("a / 4", Fraction(1, 4), "元"),
        ("a * men", 2, "元"),
        ("men * a", 2, "元"),
        ("men * rooms", 8, "人·间"),
        ("a / men + b", Fraction(5, 2), "元/人"),
        ("6 / men", 3, "1/人"),
        ("a / rate", Fraction(1, 94), "元"),
        ("share(a, b)", 50, "%"),
        ("share(men, women)", Fraction(200, 3), "%"),
        ("-a", -1, "元"),
        ("abs(a - b)", 1, "元"),
        ("max(a, 0)", 1, "元"),
        ("min(0 - 1, 5)", -1, ""),
        ("round(a / 3, 2)", Fraction(33, 100), "元"),
        ("a > b", 0, ""),
        ("a < 1.5", 1, ""),
        ("a / b < rate", 1, ""),
    ],
)
def test_units_follow_the_reckoning(text, number, unit):
    figures = {
        "a": (1, "元"),
        "b": (2, "元"),
        "men": (2, "人"),
        "women": (3, "名"),
        "rate": (94, "%"),
        "rooms": (4, "间"),
    }

    assert number_and_unit(text, **figures) == (number, unit)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1 + (a + b)", 5, 10),
        ("a - b", 0, 5),
        ("2 * a > b", 0, 9),
        ("share(a, b)", 0, 11),
        ("min(1, a, b)", 0, 12),
    ],
)
def test_different_units_are_a_fault_where_they_meet(text, start, end):
    with pytest.raises(FormulaFault) as caught:
        worth(text, a=(1, "元"), b=(1, "万元"))

    assert str(caught.value) == "单位不同，不能相加减或比较：“元”和“万元”"
    assert (caught.value.start, caught.value.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        # 万元 ÷ 人 compared with 元: a factor of ten thousand that nobody typed.
        ("budget / men >= each", "万元/人", "元"),
        ("rooms < men", "间", "人"),
        ("rooms < men + rooms", "人", "间"),
        ("men / rooms > men", "人/间", "人"),
        ("budget * 12 < each", "万元", "元"),
    ],
)
def test_units_that_do_not_go_together(text, left, right):
    figures = {"budget": (1, "万元"), "each": (1, "元"), "men": (2, "人"), "rooms": (4, "间")}
    with pytest.raises(FormulaFault) as caught:
        worth(text, **figures)

    assert str(caught.value) == f"单位不同，不能相加减或比较：“{left}”和“{right}”"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        # So much for each is given in 元, as in the forms; a typed number may be a rate of one count to another.
        ("money / men >= each", 1),
        ("money >= men * each", 1),
        ("rooms * 12 < men", 0),
        ("men / 12 <= rooms", 1),
        ("max(men / 12, rooms)", 4),
    ],
)
def test_units_that_counting_words_keep_together(text, number):
    figures = {"money": (6, "元"), "each": (3, "元"), "men": (2, "人"), "rooms": (4, "间")}

    assert worth(text, **figures).number == number


def test_one_name_is_the_figure_itself():
    figures = Figures(a=(94, "%"))

    assert evaluate(parse("a"), figures) is figures.look_up("a", "", "this")


def test_a_member_is_looked_up_by_its_name():
    assert number_and_unit('x["中职"] * 2', x__中职=(3, "元")) == (6, "元")


def test_the_trace_can_be_redone_on_paper():
    found = worth("share(a, b)", a=(133, "所"), b=(140, "所"))

    assert found == Quantity(
        Fraction(95),
        "%",
        1,
        Step("share(a, b)", "95%", "133 ÷ 140 × 100", parts=(Step("a", "133所"), Step("b", "140所"))),
    )


@pytest.mark.parametrize(
    ("text", "shown", "how"),
    [
        ("(a + b) / 2", "2.5元", "(2 + 3) ÷ 2"),
        ("share(a + b, c)", "71.4286%", "(2 + 3) ÷ 7 × 100"),
        ("share(a - b, c)", "-14.2857%", "(2 − 3) ÷ 7 × 100"),
        ("a - loss", "6元", "2 − (-4)"),
        ("-loss", "4元", "−(-4)"),
        ("max(a, b)", "3元", "max(2, 3)"),
        ("abs(a - b)", "1元", "abs(2 − 3)"),
        ("round(c / a, 1)", "3.5", "round(7 ÷ 2, 1)"),
        ("a >= b", "不成立", "2 ≥ 3"),
        ("not a >= b", "成立", "not 2 ≥ 3"),
        ("a < b and b < c", "成立", "2 < 3 and 3 < 7"),
        ("growth(c)", "40%", "(7 − 5) ÷ 5 × 100"),
        ("growth(loss)", "50%", "((-4) − (-8)) ÷ abs(-8) × 100"),
        ("last(c) + 1", "6元", "5 + 1"),
        ("pupils * 1", "12.38:1", "12.38 × 1"),
        ("5", "5", ""),
    ],
)
def test_what_is_shown_and_how(text, shown, how):
    step = worth(
        text,
        a=(2, "元"),
        b=(3, "元"),
        c=(7, "元"),
        c__last=(5, "元"),
        loss=(-4, "元"),
        loss__last=(-8, "元"),
        pupils=("12.38", "比"),
    ).step

    assert (step.label, step.shown, step.how) == (text, shown, how)


def test_a_figure_used_twice_stands_once_in_the_trace():
    assert worth("a + a * 2", a=(1, "元")).step.parts == (Step("a", "1元"),)


@pytest.mark.parametrize(
    ("text", "decimals"),
    [
        ("a + b", 2),
        ("a * 0.5", 2),
        ("7 / 8", 3),
        ("1 / 3", 2),
        ("1 / 3000", 5),
        ("1 / 3000000000", 8),
        ("share(a, b)", 1),
        ("max(a, b)", 1),
        ("round(b, 4)", 4),
        ("a > b", 0),
    ],
)
def test_the_places_of_a_result(text, decimals):
    assert worth(text, a=("1.5", "元", 1), b=("1.25", "元", 2)).decimals == decimals


@pytest.mark.parametrize(
    ("given", "number"),
    [
        ({"x": (110, "元"), "x__last": (100, "元")}, 10),
        ({"x": (110, "元"), "x__last": (100, "元"), "x__growth": (99, "%")}, 10),
        ({"x": (110, "元"), "x__growth": (7, "%")}, 7),
        ({"x__growth": (7, "%")}, 7),
        ({"x": (110, "元"), "x__last": (0, "元"), "x__growth": (7, "%")}, 7),
        ({"x": (-50, "元"), "x__last": (-100, "元")}, 50),
    ],
)
def test_growth_is_reckoned_where_it_can_be_and_else_as_stated(given, number):
    assert number_and_unit("growth(x)", **given) == (number, "%")


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({"x": (110, "元")}, Missing(("x.last",), ("x科",))),
        ({}, Missing(("x", "x.last"), ("x科",))),
        ({"x": (110, "元"), "x__last": (0, "元")}, Missing((), (), "分母为零")),
    ],
)
def test_growth_that_nobody_can_tell(given, missing):
    assert worth("growth(x)", **given) == missing


def test_sum_adds_the_members_that_the_county_has():
    found = worth("sum(x)", x__小学=(3, "人"), x__初中=(4, "人", 1))

    assert (found.number, found.unit, found.decimals, found.step.how) == (7, "人", 1, "3 + 4")


def test_sum_without_a_dimension_is_the_field_itself():
    assert number_and_unit("sum(x)", x=(3, "人")) == (3, "人")


def test_sum_of_one_member_is_that_member():
    assert number_and_unit('sum(x["小学"])', x__小学=(3, "人"), x__初中=(4, "人")) == (3, "人")


def test_sum_with_a_member_missing_is_missing():
    figures = Figures(x__小学=(3, "人"))
    figures.members = lambda _field: ("小学", "初中")

    assert evaluate(parse("sum(x)"), figures) == Missing(("x.初中",), ("x科",))


@pytest.mark.parametrize(
    "text",
    ["gone", "a + gone", "share(gone, a)", "not gone", "last(gone)", "a > gone", "gone or a", "sum(gone)"],
)
def test_what_is_missing_travels_to_the_result(text):
    found = worth(text, a=(1, "元"))

    assert (found.offices, found.fields[0].startswith("gone")) == (("gone科",), True)


def test_all_that_is_missing_is_named_once_in_order():
    assert worth("b + c > b + d") == Missing(("b", "c", "d"), ("b科", "c科", "d科"))


@pytest.mark.parametrize(
    "text", ["a / 0", "a / (b - b)", "share(a, 0)", "1 + share(a, b - b)", "max(a / 0, share(b, 0))"]
)
def test_division_by_zero_is_missing_with_its_reason(text):
    assert worth(text, a=(1, "元"), b=(2, "元")) == Missing((), (), "分母为零")


NUMBERS = st.fractions(-1000, 1000, max_denominator=50)


@given(NUMBERS, NUMBERS)
def test_sums_commute_and_differences_undo_them(one, other):
    given_ = {"a": (one, "元"), "b": (other, "元")}

    assert worth("a + b", **given_).number == worth("b + a", **given_).number
    assert worth("a + b - b", **given_).number == one


@given(NUMBERS, NUMBERS)
def test_exactly_one_of_less_equal_greater_holds(one, other):
    given_ = {"a": (one, "元"), "b": (other, "元")}

    assert sum(worth(text, **given_).number for text in ("a < b", "a = b", "a > b")) == 1


@given(NUMBERS, NUMBERS.filter(bool))
def test_share_and_its_complement_are_a_hundred(part, whole):
    found = worth("share(a, b) + share(b - a, b)", a=(part, "人"), b=(whole, "人"))

    assert (found.number, found.unit) == (100, "%")

"""Functions over the rows of a school table, exact to the last digit."""

from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalcli.formula.aggregates import AGGREGATES, NoNumber, aggregate, cv, mean, reckon, root
from evalcli.formula.evaluate import evaluate
from evalcli.formula.parse import FormulaFault, parse
from evalcli.model.facts import Missing, Quantity
from evalcli.model.numbers import fixed

WEIGHTED = st.lists(st.tuples(st.integers(1, 500), st.integers(1, 900)), min_size=1, max_size=8)


@dataclass(frozen=True)
class School:
    """A row held in a dictionary."""

    name: str
    values: dict[str, Fraction | None]

    def number(self, column: str, member: str) -> Fraction | None:
        return self.values.get(f"{column}.{member}" if member else column)

    def label(self, column: str, member: str) -> str:
        return f"{column}（{member}）" if member else column


@dataclass(frozen=True)
class Schools:
    """A table held in a tuple, weighed by pupils; also the lookup of a key point about it."""

    rows: tuple[School, ...]
    weight: str = "pupils"

    def unit(self, node: object) -> str:
        return {"pupils": "人", "rooms": "间", "/": "间/人"}.get(_sign(node), "")

    def schools(self) -> "Schools":
        return self


def _sign(node: object) -> str:
    return getattr(node, "field", "") or getattr(node, "sign", "")


def school(name: str, **values: int | str | None) -> School:
    return School(name, {key: None if value is None else Fraction(value) for key, value in values.items()})


# The three schools of the manuals: 1, 6 and 6 rooms for 10, 30 and 60 pupils, that is 0.1, 0.2 and 0.1 a pupil.
THREE = Schools(
    (school("一小", pupils=10, rooms=1), school("二小", pupils=30, rooms=6), school("三小", pupils=60, rooms=6))
)
ONE = school("一小", pupils=40, rooms=3, area="2.345", nothing=None, zero=0)


def worth(text: str, schools: Schools = THREE) -> Quantity | Missing:
    return evaluate(parse(text), schools)


def examples():
    for function in AGGREGATES.values():
        for line in function.about.splitlines():
            if " | " in line:
                yield tuple(cell.strip() for cell in line.split("|"))


@pytest.mark.parametrize(("text", "shown"), list(examples()))
def test_a_function_does_what_its_manual_shows(text, shown):
    found = worth(text)

    assert (found.because if isinstance(found, Missing) else found.step.shown) == shown


@pytest.mark.parametrize("name", AGGREGATES)
def test_every_function_shows_what_it_does(name):
    assert AGGREGATES[name].about.startswith(f"`{AGGREGATES[name].usage}` ")
    assert [text for text, _shown in examples() if text.startswith(f"{name}(")] != []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pupils + rooms * 2 - 1", 45),
        ("-rooms", -3),
        ("pupils / rooms", Fraction(40, 3)),
        ("abs(rooms - 5)", 2),
        ("min(pupils, rooms, 7)", 3),
        ("max(pupils, rooms)", 40),
        ("round(area, 2)", Fraction("2.35")),
        ("round(area)", 2),
        ("ceil(pupils / 12)", 4),
        ("floor(pupils / 12)", 3),
        ("share(rooms, pupils)", Fraction(15, 2)),
        ("10 < pupils <= 40", 1),
        ("10 < pupils < 40", 0),
        ("pupils >= 40 and rooms != 3", 0),
        ("pupils > 40 or rooms == 3", 1),
        ("not rooms", 0),
        ("not zero", 1),
        ("choose(pupils < 50, 1, 2)", 1),
        ("choose(pupils > 50, rooms / zero, 2)", 2),
        ("choose(zero == 0, 5, nothing)", 5),
        ("bands(pupils, 40, 3, 50, 2, 1)", 3),
        ("bands(pupils, 39, 3, 50, 2 * pupils, 1)", 80),
        ("bands(pupils, 20, 3, 39, 2, 1)", 1),
    ],
)
def test_one_school(text, expected):
    assert reckon(parse(text).root, ONE) == expected


@pytest.mark.parametrize(
    ("text", "fields", "because"),
    [
        ("nothing + 1", ("一小：nothing",), ""),
        ('pupils["初中"]', ("一小：pupils（初中）",), ""),
        ("rooms / zero", (), "一小的分母为零"),
        ("share(rooms, zero)", (), "一小的分母为零"),
        ("growth(pupils)", (), "函数 growth 不能逐校计算"),
    ],
)
def test_what_one_school_lacks(text, fields, because):
    with pytest.raises(NoNumber) as caught:
        reckon(parse(text).root, ONE)

    assert caught.value.missing == Missing(fields, (), because)


def test_all_that_is_missing_is_named_at_once():
    schools = Schools((school("一小", pupils=1), school("二小", pupils=0, rooms=1), school("三小", rooms=2)))

    assert worth("cv(rooms / pupils)", schools) == Missing(("一小：rooms", "三小：pupils"), (), "二小的分母为零")


@pytest.mark.parametrize("text", [f"{name}(pupils)" for name in AGGREGATES])
def test_no_school_is_no_number(text):
    assert worth(text, Schools(())) == Missing((), (), "没有可以计算的学校")


def test_schools_without_pupils_have_no_mean():
    empty = Schools((school("一小", pupils=0, rooms=1), school("二小", pupils=0, rooms=2)))

    assert worth("mean(rooms)", empty) == Missing((), (), "没有可以计算的学校")


def test_a_key_point_about_no_school_has_no_such_functions():
    class Nowhere(Schools):
        def schools(self):
            return None

    with pytest.raises(FormulaFault, match="函数 mean 要在写明 table 的评估要点里用"):
        worth("mean(rooms)", Nowhere(()))


def test_a_table_that_is_not_handed_in_is_missing():
    class Missed(Schools):
        def schools(self):
            return Missing(("学校数据",))

    assert worth("mean(rooms) + 1", Missed(())) == Missing(("学校数据",))


@pytest.mark.parametrize(
    ("text", "usage"),
    [
        ("cv()", "cv(x, weight=w)"),
        ("cv(pupils, rooms, 1)", "cv(x, weight=w)"),
        ("total(pupils, weight=rooms)", "total(x)"),
        ("mean(pupils, **rooms)", None),
    ],
)
def test_how_they_are_written(text, usage):
    with pytest.raises(FormulaFault) as caught:
        parse(text)

    assert usage is None or f"的写法是 {usage}" in str(caught.value)


def test_what_a_formula_names_of_fields_and_of_columns():
    found = parse('cv(rooms / pupils["小学"], weight=pupils) + towns + pupils + -share(most(area), towns)')

    assert found.members == {("towns", ""), ("pupils", "")}
    assert found.columns == {("rooms", ""), ("pupils", "小学"), ("pupils", ""), ("area", "")}


# A1: five schools with 45 to 89 pupils and 137 to 935 books.
A1 = Schools(
    tuple(
        school(f"{number}小", pupils=pupils, books=books)
        for number, (pupils, books) in enumerate(((45, 279), (37, 137), (89, 935), (76, 160), (55, 402)), 1)
    )
)


def test_the_published_example_of_a_weighted_coefficient():
    values = [Fraction(279, 45), Fraction(137, 37), Fraction(935, 89), Fraction(160, 76), Fraction(402, 55)]
    pupils = [Fraction(number) for number in (45, 37, 89, 76, 55)]

    middle, far = mean(values, pupils), cv(values, pupils)
    assert (middle, fixed(middle, 4), fixed(far * middle, 4), fixed(far, 5)) == (
        Fraction(1913, 302),
        "6.3344",
        "3.2639",
        "0.51526",
    )
    assert fixed(cv(values, [Fraction(1)] * 5), 5) == "0.48877"


def test_weighted_it_fails_a_limit_that_it_passes_plain():
    assert worth("cv(books / pupils) <= 0.5", A1).number == 0
    assert worth("cv(books / pupils, weight=1) <= 0.5", A1).number == 1


@pytest.mark.parametrize(
    ("number", "expected"),
    [("0", "0"), ("9/4", "3/2"), ("1/400", "1/20"), ("123456789012345678901234567890.25", None), ("2", None)],
)
def test_a_root_is_exact_where_it_can_be(number, expected):
    found = root(Fraction(number))

    if expected:
        assert found == Fraction(expected)
    else:
        assert 0 < abs(found * found / Fraction(number) - 1) < Fraction(1, 10**40)


@given(WEIGHTED)
def test_the_order_of_schools_changes_nothing(pairs):
    values, weights = ([Fraction(number) for number in numbers] for numbers in zip(*pairs, strict=True))

    assert cv(values, weights) == cv(values[::-1], weights[::-1])


@given(WEIGHTED, st.integers(1, 50))
def test_other_units_change_no_coefficient(pairs, factor):
    values, weights = ([Fraction(number) for number in numbers] for numbers in zip(*pairs, strict=True))
    other = cv([value * factor for value in values], [weight * factor for weight in weights])

    assert abs(cv(values, weights) - other) < Fraction(1, 10**40)


@given(st.lists(st.integers(1, 500), min_size=1, max_size=8), st.integers(1, 99))
def test_schools_of_one_size_are_weighed_alike(numbers, size):
    values = [Fraction(number) for number in numbers]

    assert cv(values, [Fraction(size)] * len(values)) == cv(values, [Fraction(1)] * len(values))


@given(st.integers(1, 500), st.lists(st.integers(1, 500), min_size=1, max_size=8))
def test_equal_schools_do_not_differ(value, pupils):
    assert cv([Fraction(value)] * len(pupils), [Fraction(number) for number in pupils]) == 0


@given(WEIGHTED)
def test_a_mean_lies_between_the_least_and_the_most(pairs):
    schools = Schools(tuple(school(f"{n}", pupils=pupils, rooms=rooms) for n, (rooms, pupils) in enumerate(pairs)))

    assert (
        worth("least(rooms)", schools).number
        <= worth("mean(rooms)", schools).number
        <= worth("most(rooms)", schools).number
    )


def test_a_function_that_is_asked_directly():
    assert aggregate(parse("total(pupils)").root, THREE) == 100

"""A formula in columns comes to what it comes to school by school, and says where it cannot be sure."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from operator import or_

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalcli.bulk.columns import Column, StageColumns, compared, constant, reckon
from evalcli.formula import aggregates
from evalcli.formula.aggregates import NoNumber
from evalcli.formula.parse import parse
from evalcli.formula.schools import StageRow
from evalcli.model.filled import School, Value
from evalcli.model.pack import Field, LeaveOut, TableSpec
from evalcli.model.place import Place

HERE = Place("t.csv", 1)
SPEC = TableSpec(
    "t", "学校", "code", "name", "kind", "p",
    {
        "p": Field("p", "学生", by="学段", low=Decimal(0)),
        "a": Field("a", "甲", low=Decimal(0)),
        "s": Field("s", "共", low=Decimal(0)),
        "z": Field("z", "可负"),
    },
    frozenset({"s"}),
    {"小": ("小学", "一贯"), "中": ("一贯", "完中")},
    {"一贯": {"小": Fraction(1), "中": Fraction(11, 10)}, "完中": {"中": Fraction(1), "高": Fraction(6, 5)}},
    (LeaveOut(("小学",), 'p["小"] < 5', "小的"), LeaveOut((), "a > 90", "大的")),
)  # fmt: skip
SPOTS = (("p", "小"), ("p", "中"), ("p", "高"), ("a", ""), ("s", ""), ("z", ""))
FORMULAS = (
    "a", "-a", "s / p", "s / p + a / p", "(s - a) / p * 100", "a / z", "a / (z / p)", "s / p / (a / p)", "share(a, s)",
    'p["中"] + p["高"]', "not a", "a > s", "0 < a <= s", "a == 1.5 and s > 0", "a > 1 or z < 0", "a + 1 and z",
    "choose(a > s, a, z / p)", "choose(z, a, s)", "abs(z)", "min(a, z, 3)", "max(a, s / p)", "ceil(a / 12)", "floor(z / p)",
    "round(a / 3, 1)", "round(z)", "growth(a)", "a >= 0.3", "a * 0.1 == 0.15", "s * 3 == a * 3 + 0.3",
)  # fmt: skip
NUMBERS = st.one_of(st.none(), st.integers(0, 30), st.sampled_from((0, 100, 999_999_999)))


@st.composite
def schools(draw):
    cells = [draw(NUMBERS) for _spot in SPOTS[:-1]] + [draw(st.one_of(st.none(), st.integers(-30, 30)))]
    return draw(st.sampled_from(("小学", "一贯", "完中", "别的"))), cells


def columns(rows, places: int = 1, *, exact: bool = True) -> tuple[pl.DataFrame, dict]:
    frame = pl.DataFrame(
        {"kind": [kind for kind, _cells in rows]}
        | {
            f"{c}.{s}": [None if cells[n] is None else float(cells[n]) for _k, cells in rows]
            for n, (c, s) in enumerate(SPOTS)
        },
        schema={"kind": pl.String} | {f"{c}.{s}": pl.Float64 for c, s in SPOTS},
    )
    most = {spot: max((abs(cells[n] or 0) for _k, cells in rows), default=0) for n, spot in enumerate(SPOTS)}
    return frame, {spot: Column(places, float(most[spot]), exact) for spot in SPOTS}


def school(kind: str, cells) -> School:
    values = {
        spot: Value("", Decimal(cell) / 10, "", HERE)
        for spot, cell in zip(SPOTS, cells, strict=True)
        if cell is not None
    }
    return School("1", "校", kind, values, HERE)


def alone(formula: str, row: StageRow) -> Fraction | None:
    try:
        return aggregates.reckon(parse(formula).root, row)
    except NoNumber:
        return None


def doubtful(doubts) -> pl.Expr:
    return reduce(or_, (doubt.fill_null(value=False) for doubt in doubts), pl.lit(value=False))


@settings(max_examples=150, deadline=None)
@given(st.lists(schools(), min_size=1, max_size=5), st.sampled_from(FORMULAS), st.sampled_from(("小", "中", "")))
def test_a_formula_comes_to_what_it_comes_to_for_each_school(rows, formula: str, stage: str) -> None:
    frame, held = columns(rows)
    seen = StageColumns(SPEC, stage, held)
    ratio = reckon(parse(formula).root, seen)
    out, _doubts = seen.out(SPEC.leave_out)
    made = frame.with_columns(*seen.parts).select(
        ratio.value.alias("value"), compared(ratio, "==", ratio).top.alias("same"), seen.belongs.alias("in"), doubtful(ratio.doubts).alias("doubt"),
        out.alias("out"),
    )  # fmt: skip
    for (kind, cells), (value, same, belongs, doubt, left_out) in zip(rows, made.rows(), strict=True):
        row = StageRow(school(kind, cells), SPEC, stage)
        if stage and (kind not in SPEC.stages[stage] or row.number("p", "") == 0):
            assert not belongs
            continue
        exact = alone(formula, row)
        assert belongs
        assert (value is None) == (exact is None), (formula, kind, cells, exact)
        if exact is not None and not doubt:
            assert value == pytest.approx(exact.numerator / exact.denominator, rel=1e-12, abs=1e-12)
            assert same == 1
        applies = [
            number
            for number, rule in enumerate(SPEC.leave_out)
            if (not rule.kinds or kind in rule.kinds) and alone(rule.when, row)
        ]
        assert left_out == (applies[0] if applies else None)


def test_numbers_too_close_to_call_are_in_doubt_and_whole_ones_are_not() -> None:
    near = [
        ("小学", [10, 0, 0, 3 * 2**49, 2**51, 0]),
        ("小学", [10, 0, 0, 2**51, 2**51, 0]),
        ("小学", [10, 0, 0, 5, 5, 0]),
    ]
    frame, held = columns(near, places=0)
    seen = StageColumns(SPEC, "小", held)
    ratio = reckon(parse("a >= s").root, replace(seen, spec=replace(SPEC, shared=frozenset())))

    assert frame.select(doubtful(ratio.doubts).alias("d"))["d"].to_list() == [False, True, False]


def test_what_was_not_kept_whole_is_in_doubt_where_it_is_near() -> None:
    frame, held = columns([("小学", [10, 0, 0, 45, 0, 0]), ("小学", [10, 0, 0, 46, 0, 0])], exact=False)
    seen = StageColumns(SPEC, "小", held)

    def doubts(formula: str, limit: str) -> list[bool]:
        ratio = compared(reckon(parse(formula).root, seen), ">=", constant(Decimal(limit)))
        return frame.select(doubtful(ratio.doubts).alias("d"))["d"].to_list()

    assert (doubts("a", "4.5"), doubts("floor(a / 4.5)", "7")) == ([True, False], [True, False])


def test_a_number_below_zero_and_a_small_difference_of_rounded_ones_are_unsure() -> None:
    frame, held = columns(
        [("小学", [10, 0, 0, 45, 46, 0]), ("小学", [10, 0, 0, 45, 44, 0]), ("小学", [10, 0, 0, 45, 1, 0])]
    )
    plain = replace(SPEC, shared=frozenset())

    def unsure(exact: bool) -> list[bool]:
        kept = {spot: replace(column, exact=exact) for spot, column in held.items()}
        ratio = reckon(parse("a - s").root, StageColumns(plain, "小", kept))
        return frame.select(doubtful(ratio.unsure).alias("d"))["d"].to_list()

    assert (unsure(exact=True), unsure(exact=False)) == ([True, False, False], [True, True, False])


def test_a_column_that_is_not_there_is_no_number() -> None:
    frame, _held = columns([("小学", [10, 0, 0, 45, 46, 0])])
    ratio = reckon(parse("a").root, StageColumns(SPEC, "小", {}))

    assert frame.select(ratio.value.alias("value"))["value"].to_list() == [None]

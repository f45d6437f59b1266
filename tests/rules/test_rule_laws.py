"""What holds for every value, whatever it is."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from evalcli.model.facts import Verdict
from evalcli.rules import rule

PERCENTS = st.decimals(0, 120, places=3)
COUNTS = st.integers(0, 300)
MONEY = st.decimals(0, 1000, places=2)
# Above the floor of 1 that one of the rules below keeps.
FULL = st.decimals(Decimal("1.1"), 10, places=1)
LEVELS = {"优秀": "100%", "良好": "85%", "一般": "60%", "较差": "0%"}
TIERS = [{"from": 95, "earns": "100%"}, {"from": 90, "earns": "60%"}, {"earns": "0%"}]
OVER_A_VALUE = [
    {"at_least": 95},
    {"at_most": 95, "strictly": True},
    {"equal_to": 95},
    {"between": [60, 95]},
    {"tiers": TIERS},
    {"deduct_per_unit": Decimal("0.3"), "below": 95, "part": "exact"},
    {"deduct_per_unit": Decimal("0.3"), "above": 95, "unit": 2, "floor": 1},
    {"deduct_per_case": Decimal("0.7"), "allowed": 1},
    {"milestone": "2022-01-01", "at_least": 95},
]


def points(facts_of, judge, value, full=Decimal(4)):
    facts = facts_of(f"{value}%")
    facts.points = full
    return rule(next(iter(judge))).judge(facts, judge).points


@given(PERCENTS, PERCENTS)
def test_a_higher_value_never_loses_points_at_a_lower_limit(facts_of, one, other):
    low, high = sorted((one, other))

    assert points(facts_of, {"at_least": 95}, low) <= points(facts_of, {"at_least": 95}, high)


@given(PERCENTS, PERCENTS)
def test_a_higher_value_never_wins_points_at_an_upper_limit(facts_of, one, other):
    low, high = sorted((one, other))

    assert points(facts_of, {"at_most": 95}, low) >= points(facts_of, {"at_most": 95}, high)


@given(PERCENTS)
def test_two_limits_meet_only_at_the_limit_itself(facts_of, value):
    both = points(facts_of, {"at_least": 95}, value) + points(facts_of, {"at_most": 95}, value)

    assert both == (8 if value == 95 else 4)


@given(st.sampled_from(OVER_A_VALUE), PERCENTS, FULL)
def test_points_stay_between_zero_and_full(facts_of, judge, value, full):
    assert 0 <= points(facts_of, judge, value, full) <= Fraction(full)


@given(st.sampled_from(OVER_A_VALUE), PERCENTS, FULL)
def test_full_points_and_nothing_else_come_with_met(facts_of, judge, value, full):
    facts = facts_of(f"{value}%")
    facts.points = full
    found = rule(next(iter(judge))).judge(facts, judge)

    assert (found.verdict is Verdict.MET) == (found.points == Fraction(full))


@given(st.sampled_from(["counts", "ignored", "exact"]), PERCENTS, PERCENTS)
def test_a_larger_shortfall_never_costs_less(facts_of, part, one, other):
    low, high = sorted((one, other))
    judge = {"deduct_per_unit": Decimal("0.5"), "below": 95, "part": part}

    assert points(facts_of, judge, low) <= points(facts_of, judge, high)


@given(PERCENTS)
def test_a_begun_unit_costs_at_least_its_part_and_its_part_at_least_nothing(facts_of, value):
    judge = {"deduct_per_unit": Decimal("0.5"), "below": 95}
    counted, exact, ignored = (
        points(facts_of, {**judge, "part": part}, value) for part in ("counts", "exact", "ignored")
    )

    assert counted <= exact <= ignored


@given(COUNTS, COUNTS)
def test_more_cases_never_cost_less(facts_of, one, other):
    few, many = sorted((one, other))
    judge = {"deduct_per_case": Decimal("0.5"), "allowed": 2}

    assert points(facts_of, judge, few) >= points(facts_of, judge, many)


@given(st.lists(st.tuples(MONEY, MONEY), min_size=1, max_size=5), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_the_order_of_the_fields_does_not_matter(facts_of, years, random):
    names = [f"x{number}" for number in range(len(years))]
    facts = facts_of(" ".join(f"{name}={last}元→{this}元" for name, (last, this) in zip(names, years, strict=True)))
    mixed = random.sample(names, len(names))
    found = [rule("only_up").judge(facts, {"only_up": order, "each_fall": 1}) for order in (names, mixed)]

    assert (found[0].verdict, found[0].points, found[0].value) == (found[1].verdict, found[1].points, found[1].value)


@given(MONEY, MONEY)
def test_only_up_and_only_down_agree_only_where_nothing_changed(facts_of, last, this):
    facts = facts_of(f"x={last}元→{this}元")
    up, down = (rule(kind).judge(facts, {kind: ["x"]}).verdict for kind in ("only_up", "only_down"))

    assert (up == down) == (last == this)


@given(st.integers(1, 500), st.integers(1, 500), st.integers(1, 30))
def test_a_ratio_is_compared_by_cross_multiplication(facts_of, students, teachers, limit):
    facts = facts_of(f"a={students}人 b={teachers}人")
    found = rule("ratio").judge(facts, {"ratio": {"of": "a", "to": "b"}, "at_most": f"{limit}:1"})

    assert (found.verdict is Verdict.MET) == (students <= limit * teachers)


@given(st.sampled_from(list(LEVELS)), st.sampled_from(list(LEVELS)))
def test_a_better_level_never_earns_less(facts_of, one, other):
    better, worse = sorted((one, other), key=list(LEVELS).index)
    earned = [rule("by_hand").judge(facts_of(f"评定={level}"), {"by_hand": LEVELS}).points for level in (better, worse)]

    assert earned[0] >= earned[1]


@given(PERCENTS)
def test_a_printed_failure_never_looks_like_the_limit(facts_of, value):
    found = rule("at_least").judge(facts_of(f"{value}%"), {"at_least": 95})

    assert found.verdict is Verdict.MET or not found.reason.startswith("95%")

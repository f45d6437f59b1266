"""What holds for every part, rate, increment, place and year, whatever it is."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from evalcli.model.facts import Verdict
from evalcli.rules import rule

COUNTS = st.integers(0, 300)


def judge(facts, **parameters):
    return rule(next(iter(parameters))).judge(facts, parameters)


@given(COUNTS, COUNTS, st.integers(1, 300))
def test_a_larger_part_never_earns_less(facts_of, one, other, whole):
    few, many = sorted((min(one, whole), min(other, whole)))
    points = [
        judge(facts_of(f"a={part}个 b={whole}个"), in_proportion={"part": "a", "of": "b"}).points
        for part in (few, many)
    ]

    assert points[0] <= points[1] <= 4


@given(COUNTS, st.integers(1, 300), st.sampled_from(["50%", "100%", "150%"]))
def test_a_rate_beyond_the_cap_earns_no_more(facts_of, done, target, cap):
    found = judge(facts_of(f"a={done}个 b={target}个"), completion={"done": "a", "target": "b"}, cap=cap)
    limit = Fraction(int(cap.rstrip("%")), 100)

    assert found.points == 4 * min(Fraction(done, target) / limit, 1)


@given(COUNTS, COUNTS, st.sampled_from(["counts", "ignored", "exact"]), st.integers(1, 6))
def test_a_larger_increment_never_earns_less_and_never_more_than_the_most(facts_of, one, other, part, most):
    low, high = sorted((one, other))
    rule_ = {"add_per_unit": Decimal("0.3"), "above": 20, "unit": 7, "part": part, "most": most}
    points = [judge(facts_of(f"{value}元"), **rule_).points for value in (low, high)]

    assert 0 <= points[0] <= points[1] <= min(4, most)


@given(st.lists(st.tuples(COUNTS, st.integers(1, 300), st.integers(1, 9)), min_size=1, max_size=5))
def test_an_index_is_whole_only_where_every_part_is(facts_of, parts):
    facts = facts_of(" ".join(f"x{n}={value}个" for n, (value, _target, _weight) in enumerate(parts)))
    written = [{"value": f"x{n}", "target": target, "weight": weight} for n, (_v, target, weight) in enumerate(parts)]
    found = judge(facts, weighted_index=written)

    assert (found.verdict is Verdict.MET) == all(value >= target for value, target, _weight in parts)
    assert 0 <= found.points <= 4


@given(st.integers(1, 30), st.integers(1, 30))
def test_a_better_place_never_earns_less(facts_of, one, other):
    better, worse = sorted((one, other))
    bands = [{"from": 1, "to": 3, "earns": "100%"}, {"from": 4, "to": 6, "earns": "80%"}, {"from": 7, "earns": "40%"}]
    points = [judge(facts_of(str(place)), rank=bands).points for place in (better, worse)]

    assert points[0] >= points[1]


@given(COUNTS, COUNTS, COUNTS)
def test_states_that_add_up_are_judged_and_no_others(facts_of, done, dated, open_):
    facts = facts_of(f"all=44个 done={done}个 dated={dated}个 open={open_}个")
    found = judge(facts, rectified={"listed": "all", "done": "done", "dated": "dated", "under_way": "open"})

    assert (found.verdict is not Verdict.NO_DATA) == (done + dated + open_ == 44)


@given(st.lists(COUNTS, min_size=4, max_size=4))
def test_a_year_that_falls_is_a_year_that_does_not_not_fall(facts_of, values):
    facts = facts_of("x=" + ",".join(f"{2018 + n}:{value}人" for n, value in enumerate(values)))
    falls, kept = (
        judge(facts, years_running="x", of_last=3, met_when=way, at_least=1).value for way in ("falls", "not_falls")
    )

    assert int(falls[0]) + int(kept[0]) == 3


@given(st.decimals(0, 5, places=2))
def test_points_by_steps_are_a_step_within_the_points_or_nothing(facts_of, points):
    found = judge(facts_of(f"评分={points}"), by_steps=Decimal("0.1"))

    assert (found.points is not None) == (points <= 4 and points * 10 % 1 == 0)

"""The rules over schools: published figures, edges, and what they ask of a formula."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalcli.model.facts import Missing, Verdict
from evalcli.model.numbers import fixed
from evalcli.rules import faults, rule

# A3: the seven coefficients of a county's primary schools, whose mean was published as .367503.
SEVEN = (".297929", ".501787", ".401952", ".288419", ".375450", ".312782", ".394205")


def measures(*coefficients: str) -> str:
    """Return measures of two equal schools that lie so far apart: 1 − c and 1 + c have the mean 1 and the deviation c."""
    pairs = ((1 - Fraction(c), 1 + Fraction(c)) for c in coefficients)
    return "; ".join(f"m{number}≥0: 一小={low} 二小={high}" for number, (low, high) in enumerate(pairs, 1))


def judge(facts, **parameters):
    return rule(next(iter(parameters))).judge(facts, parameters)


def names(count: int) -> list[str]:
    return [f"m{number}" for number in range(1, count + 1)]


def test_the_mean_of_seven_coefficients(facts_of):
    found = judge(facts_of(measures(*SEVEN)), mean_spread=names(7), at_most=Decimal("0.65"))

    assert sum(map(Fraction, SEVEN)) / 7 == Fraction("2.572524") / 7
    assert fixed(Fraction("2.572524") / 7, 7) == "0.3675034"
    assert (found.verdict, found.value) == (Verdict.MET, "0.368")
    assert found.reason == "7项差异系数平均0.368，不超过标准0.65"
    assert (found.steps[0].shown, len(found.steps[0].parts)) == ("0.3675", 7)


# A4: another county's means, against the limits of 2012 for primary and junior schools.
@pytest.mark.parametrize(
    ("mean", "limit", "verdict"),
    [
        ("0.5730", "0.65", Verdict.MET),
        ("0.5896", "0.65", Verdict.MET),
        ("0.5730", "0.55", Verdict.MISSED),
        ("0.5896", "0.55", Verdict.MISSED),
    ],
)
def test_means_against_the_limits_of_both_stages(facts_of, mean, limit, verdict):
    assert judge(facts_of(measures(mean)), mean_spread=["m1"], at_most=Decimal(limit)).verdict is verdict


def test_one_of_seven_fails_by_very_little(facts_of):
    found = judge(facts_of(measures(*SEVEN)), spread=names(7), at_most=Decimal("0.50"))

    assert found.reason == "7项中1项差异系数超过0.5：m20.502（按学生数加权），不得分"


@pytest.mark.parametrize(
    ("coefficient", "verdict", "shown"),
    [
        ("0.5004", Verdict.MISSED, "0.5004"),
        ("0.5", Verdict.MET, "0.5"),
        ("0.4996", Verdict.MET, "0.4996"),
        ("0.50000000001", Verdict.MISSED, "0.50000000001"),
    ],
)
def test_what_three_places_would_hide_is_shown_and_decides(facts_of, coefficient, verdict, shown):
    for kind in ("spread", "mean_spread"):
        found = judge(facts_of(measures(coefficient)), **{kind: ["m1"], "at_most": Decimal("0.50")})

        assert (found.verdict, found.value) == (verdict, shown)


def test_a_measure_without_a_standard_cannot_be_reached(facts_of):
    facts = facts_of("甲≥4: 一小=4; 乙≥2: 一小=3")
    facts.measures["乙"] = type(facts.measures["乙"])(
        "乙", "", 2, None, facts.measures["乙"].values, (), (), facts.measures["乙"].spread
    )
    found = judge(facts, each_school=["甲", "乙"], reach=1)

    assert (found.verdict, found.missing) == (Verdict.NO_DATA, Missing(("乙",), because="这一学段没有标准"))


def test_more_than_ten_failing_schools_are_not_all_named(facts_of):
    schools = " ".join(f"{number}校=1" for number in range(1, 13))
    found = judge(facts_of(f"甲≥4: {schools}"), each_school=["甲"], reach=1)

    assert found.brief == "12所学校中12所没有达到要求"
    assert found.reason.startswith("12所学校中12所没有达到：1校（")
    assert ("10校（" in found.reason, "11校（" in found.reason, "）等；达到的占0%，不得分" in found.reason) == (
        True,
        False,
        True,
    )
    # Every school, and below it how it came to fall short.
    assert [step.label for step in found.steps] == [
        label for number in range(1, 13) for label in (f"{number}校", f"{number}校：甲")
    ]


def test_more_measures_than_a_school_is_looked_at_for_cannot_be_asked():
    assert faults("each_school", {"each_school": ["甲", "乙"], "reach": 2}) == ()
    assert faults("each_school", {"each_school": ["甲", "乙"], "reach": 3}) == ("每所学校只看2项，却要求达到3项",)


@pytest.mark.parametrize("kind", ["each_school", "spread", "mean_spread", "no_school"])
def test_they_name_no_field(kind):
    assert rule(kind).fields({kind: "pupils > 2000" if kind == "no_school" else ["甲"]}) == ()


@pytest.mark.parametrize(
    ("share", "tolerated", "verdict"),
    [(1, "5%", Verdict.MET), (2, "5%", Verdict.MISSED), (0, "0%", Verdict.MET), (1, "0%", Verdict.MISSED)],
)
def test_a_share_of_schools_may_be_tolerated(facts_of, share, tolerated, verdict):
    # 1 of 20 schools is 5 %
    over = " ".join(f"{number}校={int(number < share)}" for number in range(20))
    under = " ".join(f"{number}校={int(number >= share)}" for number in range(20))

    assert judge(facts_of(f"c≥0: {over}"), no_school="c", say="超员", tolerate=tolerated).verdict is verdict
    assert judge(facts_of(f"甲≥1: {under}"), each_school=["甲"], reach=1, tolerate=tolerated).verdict is verdict


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=6), st.integers(1, 2))
def test_more_of_everything_never_fails_a_county_that_passed(facts_of, schools, reach):
    def passes(more: int) -> bool:
        texts = (" ".join(f"{n}校={pair[i] + more}" for n, pair in enumerate(schools)) for i in (0, 1))
        facts = facts_of("; ".join(f"{name}≥5: {text}" for name, text in zip("甲乙", texts, strict=True)))
        return judge(facts, each_school=["甲", "乙"], reach=reach, floor="85%").verdict is Verdict.MET

    assert passes(1) or not passes(0)


def test_a_county_without_points_hears_nothing_of_them(facts_of):
    facts = facts_of("甲≥4: 一小=3")
    facts.points = Decimal(0)

    assert (
        judge(facts, each_school=["甲"], reach=1).reason
        == "1所学校中1所没有达到：一小（甲3，标准4，差1，为标准的75%）；达到的占0%"
    )


@pytest.mark.parametrize(
    ("given_", "parameters", "reason"),
    [
        ("评定=中", {"by_hand": {"好": "100%", "中": "60%", "差": "0%"}, "passes": "中"}, "评定为中（区教育督导室，2022年8月20日）"),
        ("已有=甲", {"checklist": ["甲", "乙"]}, "2项中落实1项，低于标准2项（缺：乙）"),
        ("92%", {"tiers": [{"from": 95, "earns": "100%"}, {"from": 90, "earns": "60%"}, {"earns": "0%"}]}, "92%，达到90%以上的档次"),
        ("80%", {"at_least": 95}, "80%，低于标准95%，差15个百分点"),
        ("x=100元→90元", {"only_up": ["x"]}, "x下降10%"),
    ],
)  # fmt: skip
def test_no_reason_speaks_of_points_where_there_are_none(facts_of, given_, parameters, reason):
    facts = facts_of(given_)
    facts.points = Decimal(0)

    assert judge(facts, **parameters).reason == reason


def test_what_was_found_in_brief_names_no_school(facts_of):
    found = judge(facts_of("c≥0: 一小=1 二小=0 三小=1"), no_school="c", say="超员")

    assert found.reason == "3所学校中2所超员：一小、三小；占66.7%，不得分"
    assert found.brief == "3所学校中2所超员，占66.7%"

"""Every rule over schools says of a county at once what it says of it alone."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import polars as pl
import pytest
from surveyed import HEAD, read

from evalcli.bulk.asked import Asked
from evalcli.bulk.exact import standing
from evalcli.bulk.stage import standings
from evalcli.bulk.survey import settled
from evalcli.model.pack import KeyPoint

ROWS = (
    "甲,1,一小,小学,1000,,,60,,20,,20,,0,,6000,0,9000,0,3000000,30",
    "甲,2,二小,小学,500,,,30,,10,,3,,0,,3000,0,4500,0,1500000,15",
    "甲,3,三小,小学,100,,,2,,1,,1,,0,,300,0,750,0,200000,2",
    "乙,1,一小,小学,1000,,,60,,20,,20,,0,,6000,0,9000,0,,30",
    "丙,1,一小,小学,1000,,,60,,20,,20,,0,,6000,0,9000,0,3000000,30",
    "丁,1,一中,初中,,1000,,,60,,20,,20,,0,6000,0,9000,0,3000000,30",
    "戊,1,一小,小学,100,,,0,,0,,0,,0,,0,0,0,0,0,0",
)
RULES = (
    ("spread", {"spread": ["L1", "L4"], "at_most": "0.5"}),
    ("spread", {"spread": ["L1"], "at_most": "0.3"}),
    ("mean_spread", {"mean_spread": ["L1", "L2", "L3"], "at_most": "0.3"}),
    ("each_school", {"each_school": ["L1", "L6"], "reach": 1}),
    ("each_school", {"each_school": ["L1", "L2", "L3"], "reach": 2, "floor": "50%", "tolerate": "40%"}),
    ("each_school", {"each_school": ["X"], "reach": 1}),
    ("no_school", {"no_school": "pupils > 500", "say": "大"}),
    ("no_school", {"no_school": "pupils > 500", "say": "大", "tolerate": "50%"}),
    ("no_school", {"no_school": "equipment / pupils < 2500", "say": "少"}),
)


def asked(made, *rules: tuple[str, dict]) -> Asked:
    points = tuple(
        KeyPoint(f"9.{number}", "", Decimal(0), rule, given, table="schools", stage="小学")
        for number, (rule, given) in enumerate(rules)
    )
    names = [name for rule, given in rules if rule != "no_school" for name in given[rule]]
    conditions = dict.fromkeys(given[rule] for rule, given in rules if rule == "no_school")
    return Asked("小学", points, {name: made.pack.measures[name] for name in names}, tuple(conditions))


@pytest.mark.parametrize("rules", [(rule,) for rule in RULES] + [RULES[:2] + RULES[3:5], RULES], ids=str)
def test_a_rule_says_the_same_at_once_and_alone(rules) -> None:
    made, _notices = read("\n".join([HEAD, *ROWS]))
    unset = replace(made.pack.measures["L1"], id="X", at_least={})
    made = replace(made, pack=replace(made.pack, measures={**made.pack.measures, "X": unset}))
    ask = asked(made, *rules)
    frame = standings(made, (ask,))[0]
    unsure = frame.filter("unsure")["county"].to_list()
    found = settled(made, ask, frame.drop("unsure"), unsure)

    assert found.to_dicts() == [standing(made, ask, county) for county in sorted("甲乙丙丁戊")]


def test_verdicts_worked_out_by_hand() -> None:
    made, _notices = read("\n".join([HEAD, *ROWS]))
    ask = asked(made, *RULES[3:5], *RULES[6:8])
    rows = {
        row["county"]: [row[f"9.{number}.verdict"] for number in range(4)]
        for row in standings(made, (ask,))[0].to_dicts()
    }

    # 甲: 三小 has 2 qualified for 100 pupils (4.2 wanted) but 2000元; one of three fails two of L1 L2 L3; 一小 is large.
    assert rows == {
        "甲": ["达标", "达标", "未达标", "达标"], "乙": ["缺数据", "达标", "未达标", "未达标"],
        "丙": ["达标", "达标", "未达标", "未达标"], "丁": ["缺数据"] * 4, "戊": ["未达标", "未达标", "达标", "达标"],
    }  # fmt: skip


def test_bounds_that_do_not_print_alike_are_left_to_fractions() -> None:
    from evalcli.bulk.stage import _texts

    low, high = (
        pl.Series([0.31249999999999994, 0.4999999999999999, 0.2, 0.5004]),
        pl.Series([0.3125, 0.5000000000000001, 0.2, 0.5004]),
    )

    assert [series.to_list() for series in _texts(low, high, Fraction(1, 2))] == [
        ["0.312", "0.500000000000", "0.2", "0.5004"], [True, False, False, False],
    ]  # fmt: skip

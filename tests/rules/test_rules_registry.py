"""The tuple of rules, and what packs ask of it."""

from decimal import Decimal

import pytest
from jsonschema import Draft202012Validator

from evalcli.rules import KINDS, every, faults, judge_schema, kind_of, rule


def descriptions(schema):
    """Yield (name, description) of every property, also of nested ones."""
    for name, inner in schema.get("properties", {}).items():
        yield name, inner.get("description", "")
        yield from descriptions(inner)
        yield from descriptions(inner.get("items", {}))


def test_every_kind_of_the_formats_is_there():
    assert set(KINDS) == {
        "at_least",
        "at_most",
        "equal_to",
        "between",
        "complete",
        "none_of",
        "ratio",
        "only_up",
        "only_down",
        "execution",
        "tiers",
        "deduct_per_unit",
        "deduct_per_case",
        "checklist",
        "by_hand",
        "milestone",
        "by_condition",
        "in_proportion",
        "completion",
        "add_per_unit",
        "weighted_index",
        "rank",
        "change",
        "years_running",
        "rectified",
        "by_steps",
        "each_school",
        "no_school",
        "spread",
        "mean_spread",
    }


@pytest.mark.parametrize("module", every(), ids=KINDS)
def test_a_kind_is_its_module_and_its_required_key(module):
    assert rule(module.KIND) is module
    assert module.__name__ == f"evalcli.rules.{module.KIND}"
    assert module.PARAMETERS["required"][0] == module.KIND


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_one_and_describes_every_key_in_chinese(kind):
    schema = judge_schema()[kind]
    Draft202012Validator.check_schema(schema)

    assert schema["additionalProperties"] is False
    assert all(any("\u4e00" <= sign <= "\u9fff" for sign in text) for _name, text in descriptions(schema))


@pytest.mark.parametrize(
    ("kind", "judge"),
    [
        ("at_least", {"at_least": 95, "strict": True}),
        ("at_least", {"at_least": True}),
        ("between", {"between": [16]}),
        ("complete", {"complete": "99%"}),
        ("complete", {"complete": {"part": "a"}}),
        ("ratio", {"ratio": {"of": "a", "to": "b"}}),
        ("ratio", {"ratio": {"of": "a", "to": "b"}, "at_most": "12:1", "at_least": "1:1"}),
        ("tiers", {"tiers": [{"from": 95, "earns": "120%"}]}),
        ("tiers", {"tiers": [{"from": 95, "earns": "100%", "verdict": "缺数据"}]}),
        ("deduct_per_unit", {"deduct_per_unit": 1}),
        ("deduct_per_unit", {"deduct_per_unit": 1, "below": 95, "part": "half"}),
        ("deduct_per_case", {"deduct_per_case": 0}),
        ("checklist", {"checklist": ["甲", "甲"]}),
        ("by_hand", {"by_hand": {"优秀": "100"}}),
        ("milestone", {"milestone": "2022年底", "at_least": 50}),
        ("only_up", {"only_up": []}),
        ("by_condition", {"by_condition": []}),
        ("by_condition", {"by_condition": [{"when": "a > 1"}]}),
        ("by_condition", {"by_condition": [{"at_least": 1, "at_most": 2}]}),
        ("by_condition", {"by_condition": [{"at_least": 1, "free": True}]}),
        ("by_condition", {"by_condition": [{"free": False}]}),
        ("by_condition", {"by_condition": [{"at_least": 1, "until": "2026年"}]}),
        ("none_of", {"none_of": "a", "tolerate": {"share": "5%"}}),
        ("none_of", {"none_of": "a", "tolerate": "5%"}),
        ("only_up", {"only_up": ["a + b"]}),
        ("change", {"change": "a + b", "at_most": -5, "in": "percent"}),
        ("years_running", {"years_running": "a + b", "of_last": 3, "met_when": "falls"}),
        ("in_proportion", {"in_proportion": {"part": "a"}}),
        ("completion", {"completion": {"done": "a", "target": "b"}, "cap": "0%"}),
        ("completion", {"completion": {"done": "a", "of": "b"}}),
        ("add_per_unit", {"add_per_unit": 1}),
        ("add_per_unit", {"add_per_unit": 1, "above": 1, "below": 2}),
        ("add_per_unit", {"add_per_unit": 1, "above": 1, "unit": 0}),
        ("weighted_index", {"weighted_index": [{"value": "a", "target": 98}]}),
        ("weighted_index", {"weighted_index": [{"value": "a", "target": 98, "weight": 0}]}),
        ("rank", {"rank": [{"from": 0, "earns": "100%"}]}),
        ("rank", {"rank": [{"from": Decimal("1.5"), "earns": "100%"}]}),
        ("rank", {"rank": [{"to": 3, "earns": "100%"}]}),
        ("change", {"change": "a", "at_most": -5}),
        ("change", {"change": "a", "at_most": -5, "in": "%"}),
        ("change", {"change": "a", "in": "percent"}),
        ("years_running", {"years_running": "a", "of_last": 3}),
        ("years_running", {"years_running": "a", "of_last": 3, "met_when": "grows"}),
        ("years_running", {"years_running": "a", "of_last": 3, "met_when": {}}),
        ("years_running", {"years_running": "a", "of_last": 3, "met_when": {"at_least": 1, "at_most": 2}}),
        ("years_running", {"years_running": "a", "of_last": 3, "met_when": "falls", "at_least": 1, "at_most": 2}),
        ("years_running", {"years_running": "a", "of_last": 0, "met_when": "falls"}),
        ("rectified", {"rectified": {"listed": "a"}}),
        ("by_steps", {"by_steps": 0}),
        ("by_hand", {"by_hand": {"差": "0%-59"}}),
    ],
)
def test_the_schema_refuses(kind, judge):
    assert not Draft202012Validator(judge_schema()[kind]).is_valid(judge)


@pytest.mark.parametrize(
    ("judge", "kind"),
    [
        ({"at_most": "12.5:1", "ratio": {"of": "a", "to": "b"}}, "ratio"),
        ({"at_least": 50, "milestone": "2022-12-31"}, "milestone"),
        ({"at_least": 100, "execution": {"spent": "a", "of": "b"}}, "execution"),
        ({"at_most": 2, "years_running": "a", "of_last": 3, "met_when": "falls"}, "years_running"),
        ({"at_most": -5, "in": "percent", "change": "a"}, "change"),
        ({"at_least": 100, "completion": {"done": "a", "target": "b"}}, "completion"),
        ({"at_least": 95, "at_most": 98}, ""),
        ({"least": 95}, ""),
        ({}, ""),
    ],
)
def test_the_kind_does_not_depend_on_the_order_of_keys(judge, kind):
    assert kind_of(judge) == kind


def test_an_unknown_kind_is_a_key_error():
    with pytest.raises(KeyError, match="at_lest"):
        rule("at_lest")


@pytest.mark.parametrize(
    ("judge", "fields"),
    [
        ({"at_least": 95}, ()),
        ({"at_least": "civil_pay * 1.05"}, ("civil_pay * 1.05",)),
        ({"at_most": "95%"}, ()),
        ({"equal_to": "plan"}, ("plan",)),
        ({"between": ["low", 18]}, ("low",)),
        ({"complete": "100%"}, ()),
        ({"complete": {"part": "a + b", "of": "c"}}, ("a + b", "c")),
        ({"none_of": "large_classes"}, ("large_classes",)),
        ({"ratio": {"of": "a", "to": "b"}, "at_most": "12.5:1"}, ("a", "b")),
        ({"ratio": {"of": "a", "to": "b"}, "at_least": "limit"}, ("a", "b", "limit")),
        ({"only_up": ["a", "b"]}, ("a", "b")),
        ({"only_down": ["a"]}, ("a",)),
        ({"execution": {"spent": "a", "of": "b"}, "at_least": 98}, ("a", "b")),
        ({"tiers": [{"from": "a", "to": 9, "earns": "100%"}, {"earns": "0%"}]}, ("a",)),
        ({"deduct_per_unit": 1, "above": "a"}, ("a",)),
        ({"deduct_per_case": 1}, ()),
        ({"checklist": ["甲"]}, ()),
        ({"by_hand": {"优秀": "100%"}}, ()),
        ({"milestone": "2022-12-31", "at_most": "a"}, ("a",)),
        ({"by_condition": [{"when": "a > 1", "more_than": "b"}, {"at_most": 5}]}, ("a > 1", "b")),
        ({"none_of": "a", "tolerate": {"share": "5%", "of": "b"}}, ("a", "b")),
        ({"in_proportion": {"part": "a", "of": "b"}}, ("a", "b")),
        ({"completion": {"done": "a", "target": "b"}, "at_least": "c"}, ("a", "b", "c")),
        ({"add_per_unit": 1, "above": "a"}, ("a",)),
        ({"add_per_unit": 1, "below": 3}, ()),
        ({"weighted_index": [{"value": "a", "target": "b", "weight": 1}]}, ("a", "b")),
        ({"rank": [{"from": 1, "earns": "100%"}]}, ()),
        ({"change": "a", "at_most": -5, "in": "percent"}, ("a",)),
        ({"years_running": "a", "of_last": 3, "met_when": "falls"}, ("a",)),
        ({"years_running": "a", "of_last": 3, "met_when": {"at_least": "b"}}, ("a", "b")),
        ({"years_running": "a", "member": "中职", "of_last": 3, "met_when": "falls"}, ('a["中职"]',)),
        ({"rectified": {"listed": "a", "done": "b", "under_way": "c"}}, ("a", "b", "c")),
        ({"by_steps": Decimal("0.1")}, ()),
        ({"deduct_per_case": 1, "zero_when": "a > 1"}, ("a > 1",)),
        ({"deduct_per_unit": 1, "below": "a", "zero_when": "b"}, ("a", "b")),
    ],
)
def test_fields_are_the_formulas_among_the_parameters(judge, fields):
    assert rule(kind_of(judge)).fields(judge) == fields


def tiers(*ends):
    """Return tiers with these lower and upper ends; None is open."""
    keyed = ({"from": low, "to": high, "earns": "60%"} for low, high in ends)
    return {"tiers": [{key: value for key, value in tier.items() if value is not None} for tier in keyed]}


@pytest.mark.parametrize(
    ("judge", "found"),
    [
        # 宁夏: 80–89 and 90 and above leave 89.5 to nobody.
        (tiers((90, None), (80, 89)), ["89和90之间没有档次，89.5落不到任何一档：让相邻两档的 from 和 to 是同一个数"]),
        (tiers((90, None), (80, 90)), []),
        (tiers((90, None), (80, None), (None, None)), []),
        (tiers((None, 5), (5, 10)), []),
        (tiers((5, 5), (None, 5), (5, None)), []),
        (tiers((None, 5), (6, 10), (11, None)), [
            "5和6之间没有档次，5.5落不到任何一档：让相邻两档的 from 和 to 是同一个数",
            "10和11之间没有档次，10.5落不到任何一档：让相邻两档的 from 和 to 是同一个数",
        ]),
        (tiers((6, 10), (None, 5)), ["5和6之间没有档次，5.5落不到任何一档：让相邻两档的 from 和 to 是同一个数"]),
        (tiers((90, None), (80, 91)), ["第2档的91落在前面的档次里，两档重叠"]),
        (tiers((90, None), (None, 95)), ["第2档的95落在前面的档次里，两档重叠"]),
        (tiers((80, None), (90, None)), ["第2档永远轮不到：前面的档次已经包括了它"]),
        (tiers((0, 10), (5, 10)), ["第2档永远轮不到：前面的档次已经包括了它"]),
        (tiers((80, None), (80, None)), ["第2档永远轮不到：前面的档次已经包括了它"]),
        (tiers((None, None), (90, None)), ["第2档永远轮不到：前面的档次已经包括了它"]),
        (tiers((None, None), (None, None)), ["第2档永远轮不到：前面的档次已经包括了它"]),
        (tiers((90, 80)), ["第1档的下限高于上限"]),
        (tiers((0, 10), (2, None)), ["第2档的2落在前面的档次里，两档重叠"]),
        (tiers((90, 100), (80, None), (0, 50)), ["50和80之间没有档次，65落不到任何一档：让相邻两档的 from 和 to 是同一个数"]),
        (tiers(("a", None), (80, 70)), []),
        (tiers(("95%", None), ("90%", "95%")), []),
        (tiers(("1:10", None), ("1:15", "1:11")), [
            "0.090909和0.1之间没有档次，0.095455落不到任何一档：让相邻两档的 from 和 to 是同一个数"
        ]),
        ({"rank": [{"from": 1, "to": 3}, {"from": 4}]}, []),
        ({"rank": [{"from": 1, "to": 3}, {"from": 4, "to": 6}]}, []),
        ({"rank": [{"from": 2}]}, ["第1名不在任何一档，第1档却从第2名起"]),
        ({"rank": [{"from": 1, "to": 3}, {"from": 5}]}, ["第4名不在任何一档，第2档却从第5名起"]),
        ({"rank": [{"from": 1, "to": 3}, {"from": 3}]}, ["第2档从第3名起，与前一档重叠"]),
        ({"rank": [{"from": 1}, {"from": 4}]}, ["第1档没有写 to，后面的档次轮不到"]),
        ({"rank": [{"from": 1, "to": 3}, {"from": 4, "to": 2}]}, ["第2档的 to 小于 from"]),
        ({"by_condition": [{"when": "a", "at_least": 1}, {"at_least": 2}]}, []),
        ({"by_condition": [{"at_least": 1, "until": "2026-12-31"}, {"at_least": 2}]}, []),
        ({"by_condition": [{"when": "a", "at_least": 1}]}, ["最后一种情形不写 when 和 until，否则有的数值没有标准"]),
        ({"by_condition": [{"at_least": 1, "until": "2026-12-31"}]}, ["最后一种情形不写 when 和 until，否则有的数值没有标准"]),
        ({"by_condition": [{"at_least": 1}, {"at_least": 2}]}, ["第1种情形没有条件，后面的轮不到"]),
        (
            {"by_condition": [{"at_least": 1, "until": "2026-02-30"}, {"at_least": 2}]},
            ["日期“2026-02-30”不存在，写成2022-12-31的样子"],
        ),
        # 湖北: the visible weights come to 0.85.
        (
            {"weighted_index": [{"weight": Decimal("0.15")}, {"weight": Decimal("0.7")}], "weights": 1},
            ["权重合计0.85，应为1"],
        ),
        ({"weighted_index": [{"weight": Decimal("0.3")}, {"weight": Decimal("0.7")}], "weights": 1}, []),
        ({"weighted_index": [{"weight": Decimal("0.15")}, {"weight": Decimal("0.7")}]}, []),
        ({"years_running": "a", "of_last": 3, "met_when": "falls", "at_most": 4}, ["最近3年里不会有4年"]),
        ({"years_running": "a", "of_last": 3, "met_when": "falls", "at_least": 3}, []),
        ({"milestone": "2022-02-30", "at_least": 1}, ["日期“2022-02-30”不存在，写成2022-12-31的样子"]),
        ({"milestone": "2022-02-28", "at_least": 1}, []),
        ({"between": [18, 16]}, ["下限18高于上限16"]),
        ({"between": [16, 16]}, []),
        ({"between": ["a", 16]}, []),
        ({"checklist": ["甲", "乙"], "needed": 3}, ["清单只有2项，却要求3项"]),
        ({"checklist": ["甲", "乙"]}, []),
        ({"checklist": ["甲", "乙"], "needed": 2}, []),
        (
            {"by_hand": {"好": "100%"}, "passes": "优", "nearly": "好"},
            ["passes 和 nearly 要写 by_hand 里的等级，没有“优”"],
        ),
        ({"at_least": 95}, []),
    ],
)  # fmt: skip
def test_parameters_that_contradict_one_another_are_told(judge, found):
    assert list(faults(kind_of(judge), judge)) == found

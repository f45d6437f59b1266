"""The tuple of rules, and what packs ask of it."""

import pytest
from jsonschema import Draft202012Validator

from evalcli.rules import KINDS, RULES, judge_schema, kind_of, rule


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
    }


@pytest.mark.parametrize("module", RULES, ids=KINDS)
def test_a_kind_is_its_module_and_its_required_key(module):
    assert rule(module.KIND) is module
    assert module.__name__ == f"evalcli.rules.{module.KIND}"
    assert module.PARAMETERS["required"] == [module.KIND]


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
    ],
)
def test_fields_are_the_formulas_among_the_parameters(judge, fields):
    assert rule(kind_of(judge)).fields(judge) == fields

"""The gate agrees with jsonschema, whose place it takes for files without faults."""

import sys
from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from evalcli.read import document, plain, schema, shape
from evalcli.read.gate import KEYWORDS, gate
from evalcli.read.yaml_file import parse

_ROOT = Path(__file__).resolve().parents[2]
_FILES = [
    ("county", _ROOT / "examples" / "gaoping-2022" / "county.yaml"),
    *(("data", path) for path in sorted((_ROOT / "examples" / "gaoping-2022" / "data").glob("*.yaml"))),
    ("pack", _ROOT / "indicators" / "duty-sichuan-2022" / "pack.yaml"),
    ("fields", _ROOT / "indicators" / "duty-sichuan-2022" / "fields.yaml"),
    ("area", _ROOT / "indicators" / "duty-sichuan-2022" / "area-2.yaml"),
    ("cases", _ROOT / "indicators" / "duty-sichuan-2022" / "cases" / "area-2.yaml"),
]

_words = st.sampled_from(["", "a", "b", "ab", "甲", "1", "a.b", "达标"])
_scalars = st.one_of(
    _words,
    st.integers(-3, 3),
    st.sampled_from([Decimal("0.5"), Decimal("1.0"), Decimal("2.00"), Decimal("-1.5")]),
    st.booleans(),
    st.none(),
)
_values = st.recursive(
    _scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_words, inner, max_size=3), max_leaves=6
)
_types = st.sampled_from(["object", "array", "string", "integer", "number", "boolean", "null"])
_limits = st.integers(0, 3)
_numbers = st.sampled_from([-1, 0, 1, 2, 0.5, 1.5])
_patterns = st.sampled_from(["^a", "b$", "^[0-9]+$", "甲", ""])


def _schemas(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    named = st.dictionaries(_words, inner, max_size=3)
    some = st.lists(inner, min_size=1, max_size=3)
    keywords: dict[str, st.SearchStrategy[Any]] = {
        "$ref": st.sampled_from(["#/$defs/one", "#/$defs/two"]),
        "type": _types | st.lists(_types, min_size=1, max_size=3, unique=True),
        "enum": st.lists(_words | st.booleans() | st.none(), min_size=1, max_size=4),
        "const": _words | st.booleans() | st.none(),
        "pattern": _patterns,
        **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"), _limits),
        **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), _numbers),
        "required": st.lists(_words, max_size=2, unique=True),
        "properties": named,
        "patternProperties": st.dictionaries(_patterns, inner, max_size=2),
        "additionalProperties": inner,
        "propertyNames": inner,
        "items": inner,
        "uniqueItems": st.booleans(),
        **dict.fromkeys(("anyOf", "oneOf", "allOf"), some),
        **dict.fromkeys(("not", "if", "then", "else"), inner),
    }
    assert keywords.keys() == KEYWORDS.keys()
    chosen = st.lists(st.sampled_from(sorted(keywords)), max_size=4, unique=True)
    return chosen.flatmap(lambda names: st.fixed_dictionaries({name: keywords[name] for name in names}))


_leaves = st.booleans() | st.fixed_dictionaries({"type": _types})
_any_schema = st.recursive(_leaves, _schemas, max_leaves=5).filter(lambda one: isinstance(one, dict))


@settings(deadline=None, max_examples=300)
@given(inner=_any_schema, other=_leaves, value=_values)
@example(inner={"enum": [True]}, other=True, value=1)
@example(inner={"const": False}, other=True, value=0)
@example(inner={"type": "integer"}, other=True, value=Decimal("1.0"))
@example(inner={"type": "number"}, other=True, value=True)
@example(inner={"minimum": 1}, other=True, value=True)
@example(inner={"uniqueItems": True}, other=True, value=["a", "a"])
@example(inner={"uniqueItems": True}, other=True, value=[1, Decimal("1.0")])
@example(inner={"uniqueItems": False}, other=True, value=["a", "a"])
@example(inner={"uniqueItems": True}, other=True, value="a")
@example(inner={"$ref": "#/$defs/one", "minLength": 2}, other=True, value="a")
def test_what_the_gate_lets_through_has_no_fault(inner: dict[str, Any], other: Any, value: Any) -> None:
    whole = {**inner, "$defs": {"one": other, "two": {"type": ["string", "object"], "minLength": 1}}}
    holds = Draft202012Validator(whole).is_valid(value)

    assert not gate(whole)(value) or holds


@settings(deadline=None, max_examples=300)
@given(inner=_any_schema, other=_leaves, value=_values.filter(lambda value: not isinstance(value, list)))
def test_the_gate_lets_through_what_has_no_fault(inner: dict[str, Any], other: Any, value: Any) -> None:
    whole = {**inner, "$defs": {"one": other, "two": {"type": ["string", "object"], "minLength": 1}}}
    sure = "uniqueItems" not in str(whole)  # of a list that holds more than text the gate is unsure

    assert gate(whole)(value) == Draft202012Validator(whole).is_valid(value) or not sure


@pytest.mark.parametrize(("kind", "path"), _FILES, ids=[path.name for _kind, path in _FILES])
def test_our_own_files_pass_the_gate(kind: str, path: Path) -> None:
    found, _notices = document(path, path.name)

    assert found is not None
    assert gate(schema(kind))(plain(found.root)) is True


@pytest.mark.parametrize(("kind", "path"), _FILES, ids=[path.name for _kind, path in _FILES])
@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_a_file_with_one_change_is_judged_alike(kind: str, path: Path, data: st.DataObject) -> None:
    found, _notices = document(path, path.name)
    assert found is not None
    value = plain(found.root)
    _change(value, data)

    assert gate(schema(kind))(value) == Draft202012Validator(dict(schema(kind))).is_valid(value)


def _change(value: Any, data: st.DataObject) -> None:
    """Walk down by chance; then drop, add, rename or replace what is there."""
    while True:
        steps = list(value) if isinstance(value, dict) else list(range(len(value)))
        step = data.draw(st.sampled_from(steps)) if steps else None
        inner = value[step] if step is not None else None
        if step is None or not isinstance(inner, (dict, list)) or data.draw(st.integers(0, 4)) == 0:
            break
        value = inner
    change = data.draw(st.sampled_from(["replace", "drop", "add", "copy"]))
    if change == "replace" and step is not None:
        value[step] = data.draw(_values)
    elif change == "drop" and step is not None:
        del value[step]
    elif isinstance(value, dict):
        value[data.draw(_words)] = data.draw(_values)
    else:
        value.append(deepcopy(inner) if change == "copy" else data.draw(_values))


@pytest.mark.parametrize(
    "beyond",
    [
        {"multipleOf": 2},
        {"prefixItems": [{"type": "string"}]},
        {"unevaluatedProperties": False},
        {"$dynamicRef": "#x"},
        {"$ref": "#/$defs/one/items"},
        {"$ref": "#/$defs/none"},
        {"$ref": "other.json"},
        {"enum": [1]},
        {"const": {}},
        {"items": [{}]},
        {"properties": {"a": {"$id": "urn:other", "type": "string"}}},
    ],
)
def test_a_schema_beyond_the_gate_lets_nothing_through(beyond: dict[str, Any]) -> None:
    assert gate({**beyond, "$defs": {"one": {"items": True}}})("a") is False


@pytest.mark.parametrize("value", [1.5, ("a",), {"a": object()}])
def test_a_value_that_yaml_does_not_make_is_left_to_jsonschema(value: Any) -> None:
    assert gate({"type": ["string", "number"]})(value) is False


def test_a_definition_may_name_itself() -> None:
    tree = {"$ref": "#/$defs/tree", "$defs": {"tree": {"type": "array", "items": {"$ref": "#/$defs/tree"}}}}

    assert gate(tree)([[], [[]]]) is True
    assert gate(tree)([[], ["a"]]) is False


def test_a_file_without_faults_needs_no_jsonschema(monkeypatch: pytest.MonkeyPatch) -> None:
    found, _notices = parse(b"a: 1", "f.yaml")
    assert found is not None
    monkeypatch.setitem(sys.modules, "jsonschema", None)  # importing it fails

    assert shape(found, {"properties": {"a": {"type": "integer"}}}) == ()


@pytest.mark.parametrize(
    ("keywords", "value", "holds"),
    [
        ({"patternProperties": {"^a": True}, "additionalProperties": False}, {"a": 1}, True),
        ({"patternProperties": {"^a": True}, "additionalProperties": False}, {"b": 1}, False),
        ({"properties": {"a": {"type": "string"}}, "patternProperties": {"^a": True}}, {"a": "x"}, True),
        ({"properties": {"a": {"type": "string"}}, "patternProperties": {"^a": True}}, {"a": 1}, False),
        ({"minimum": 1}, Decimal("0.5"), False),
        ({"minimum": 1}, True, True),
        ({"uniqueItems": False}, ["a", "a"], True),
        ({"then": False}, "a", True),
    ],
)
def test_a_keyword_asks_of_its_own_types(keywords: dict[str, Any], value: Any, holds: bool) -> None:
    assert (gate(keywords)(value), Draft202012Validator(keywords).is_valid(value)) == (holds, holds)

"""A document against a schema: which faults are told, where, in which order."""

from collections.abc import Mapping
from typing import Any

from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.read import shape
from evalcli.read.yaml_file import parse

Schema = Mapping[str, Any]


def told(schema: Schema, text: str) -> list[tuple[str, str, str]]:
    document, _ = parse(text.encode(), "f.yaml")
    return [(notice.code, notice.message, str(notice.place)) for notice in shape(document, schema)]


def test_a_document_of_the_right_shape() -> None:
    assert told({"type": "object", "properties": {"a": {"type": "integer"}}}, "a: 1") == []


def test_all_faults_are_told_in_the_order_of_the_file() -> None:
    schema = {"properties": {"b": {"type": "integer"}, "a": {"minimum": 5}}, "additionalProperties": False}

    assert told(schema, "c: 1\nb: x\na: 2\n") == [
        ("shape.unknown-key", "“整个文件”里没有“c”这个键", "f.yaml:1:1"),
        ("shape.type", "“b”应当是整数，现在是文字“x”", "f.yaml:2:4"),
        ("shape.number", "“a”是 2，不能小于 5", "f.yaml:3:4"),
    ]


def test_a_notice_has_all_its_parts() -> None:
    document, _ = parse(b"a:\n  - b: x\n", "f.yaml")
    schema = {"properties": {"a": {"items": {"properties": {"b": {"type": "boolean"}}}}}}
    place = Place("f.yaml", 2, 8, 1)
    message = "“a › 第1项 › b”应当是true 或 false，现在是文字“x”"
    notice = Notice("shape.type", Level.MUST, message, "请写 true 或 false，不加引号", place)

    notices = shape(document, schema)
    assert notices == (notice,)
    assert notices[0].place.text == "  - b: x"


def test_several_missing_keys_are_told_once_each() -> None:
    assert told({"required": ["a", "b"]}, "c: 1") == [
        ("shape.missing-key", "“整个文件”缺少“a”", "f.yaml:1:1"),
        ("shape.missing-key", "“整个文件”缺少“b”", "f.yaml:1:1"),
    ]


def test_what_has_the_wrong_type_is_not_blamed_for_more() -> None:
    schema = {"properties": {"a": {"type": "string", "enum": ["x"]}}}

    assert told(schema, "a: 1") == [("shape.type", "“a”应当是文字，现在是“1”", "f.yaml:1:4")]


def test_of_several_branches_the_one_whose_type_fits_is_told() -> None:
    schema = {
        "properties": {
            "a": {"oneOf": [{"type": "string"}, {"type": "object", "properties": {"b": {"type": "integer"}}}]}
        }
    }

    assert told(schema, "a: {b: x}") == [("shape.type", "“a › b”应当是整数，现在是文字“x”", "f.yaml:1:8")]


def test_of_several_fitting_branches_the_one_with_fewest_faults_is_told() -> None:
    schema = {"anyOf": [{"required": ["a", "b", "c"]}, {"required": ["d"]}]}

    assert told(schema, "x: 1") == [("shape.missing-key", "“整个文件”缺少“d”", "f.yaml:1:1")]


def test_branches_within_branches_are_reduced_too() -> None:
    inner = {"anyOf": [{"type": "array"}, {"minimum": 5}]}
    schema = {"properties": {"a": {"oneOf": [{"type": "string"}, inner]}}}

    assert told(schema, "a: 3") == [("shape.number", "“a”是 3，不能小于 5", "f.yaml:1:4")]


def test_where_no_branch_fits_all_types_are_told() -> None:
    schema = {"properties": {"a": {"anyOf": [{"type": "string"}, {"type": ["array", "object"]}, {"type": "string"}]}}}

    assert told(schema, "a: 1") == [("shape.type", "“a”应当是文字或列表或“键: 值”，现在是“1”", "f.yaml:1:4")]


def test_where_no_branch_fits_other_faults_of_a_branch_are_left_out() -> None:
    schema = {"properties": {"a": {"anyOf": [{"type": "string", "enum": ["x"]}, {"type": "array"}]}}}

    assert told(schema, "a: 1") == [("shape.type", "“a”应当是文字或列表，现在是“1”", "f.yaml:1:4")]


def test_more_than_one_branch_that_holds_is_a_fault_of_its_own() -> None:
    schema = {"properties": {"a": {"oneOf": [{"minimum": 1}, {"minimum": 2}]}}}

    assert told(schema, "a: 3") == [("shape.value", "“a”的写法不符合要求", "f.yaml:1:1")]


def test_a_wrong_key_is_told_at_the_key() -> None:
    schema = {"properties": {"a": {"propertyNames": {"pattern": "^[0-9]+$", "examples": ["12"]}}}}

    assert told(schema, "a:\n  '1': x\n  b: y\n") == [("shape.pattern", "“a”里的键“b”写法不对", "f.yaml:3:3")]


def test_a_schema_that_allows_nothing() -> None:
    assert told({"properties": {"a": False}}, "a: 1\n")[0][0] == "shape.value"


def test_decimals_are_compared_exactly() -> None:
    schema = {"properties": {"a": {"type": "number", "minimum": 1}}}

    assert told(schema, "a: 0.99999999999999999999") == [
        ("shape.number", "“a”是 0.99999999999999999999，不能小于 1", "f.yaml:1:4")
    ]

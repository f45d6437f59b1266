"""One fault of each keyword: its code, its message, its repair, its place."""

from collections.abc import Mapping
from typing import Any

import pytest

from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.read import shape
from evalcli.read.yaml_file import parse

Schema = Mapping[str, Any]
FILL = "请填写，或删去这一行"
CHANGE = "请增减到符合要求"
COLON = "键后面要用半角冒号加一个空格：“: ”"
BOOLEAN = "请写 true 或 false，不加引号"
DIGITS = "请只写半角数字，不带单位"
GUESS = "是不是“良好”？可以写：良好"
TITLED = {"required": ["b"], "properties": {"b": {"title": "名称"}}}
KNOWN = {"properties": {"level": {}, "because": {}}, "additionalProperties": False}

CASES = [
    # types
    ({"type": "string"}, "511303", "shape.type", "应当是文字，现在是“511303”", '请加上引号："511303"', 4, 6),
    ({"type": "string"}, "true", "shape.type", "应当是文字，现在是“true”", '请加上引号："true"', 4, 4),
    ({"type": "string"}, "", "shape.type", "应当是文字，现在是空的", FILL, 3, 1),
    ({"type": "string"}, "[[f]]", "shape.type", "应当是文字，现在是列表", "请用英文引号把整段文字括起来", 4, 1),
    ({"type": "string"}, "{b: 1}", "shape.type", "应当是文字，现在是“键: 值”", "请改成一段文字", 4, 1),
    ({"type": "object"}, "名：高坪", "shape.type", "应当是“键: 值”，现在是文字“名：高坪”", COLON, 4, 4),
    ({"type": "object"}, "b:1", "shape.type", "应当是“键: 值”，现在是文字“b:1”", COLON, 4, 3),
    ({"type": "object"}, "x", "shape.type", "应当是“键: 值”，现在是文字“x”", "请缩进后逐行写“键: 值”", 4, 1),
    ({"type": "object"}, "7", "shape.type", "应当是“键: 值”，现在是“7”", "请缩进后逐行写“键: 值”", 4, 1),
    ({"type": "array"}, "x", "shape.type", "应当是列表，现在是文字“x”", "请写成列表，每项前加“- ”", 4, 1),
    ({"type": "integer"}, "'5'", "shape.type", "应当是整数，现在是文字“5”", "请只写数字，不加引号", 4, 3),
    ({"type": "number"}, "5分", "shape.type", "应当是数，现在是文字“5分”", DIGITS, 4, 2),
    ({"type": "number"}, "[5]", "shape.type", "应当是数，现在是列表", DIGITS, 4, 1),
    ({"type": "boolean"}, "是", "shape.type", "应当是true 或 false，现在是文字“是”", BOOLEAN, 4, 1),
    ({"type": ["integer", "null"]}, "x", "shape.type", "应当是整数或空，现在是文字“x”", DIGITS, 4, 1),
    # keys
    (TITLED, "{c: 1}", "shape.missing-key", "缺少“b”", "请补上“b: …”（名称）", 1, 1),
    ({"required": ["b"]}, "{c: 1}", "shape.missing-key", "缺少“b”", "请补上“b: …”", 1, 1),
    ({"dependentRequired": {"c": ["b"], "d": ["e"]}}, "{c: 1}", "shape.missing-key", "缺少“b”", "请补上“b: …”", 1, 1),
    (KNOWN, "{lvel: x}", "shape.unknown-key", "里没有“lvel”这个键", "是不是“level”？", 5, 4),
    (KNOWN, "{level：良: x}", "shape.unknown-key", "里没有“level：良”这个键", COLON, 5, 7),
    (KNOWN, "{level：良好等次}", "shape.unknown-key", "里没有“level：良好等次”这个键", COLON, 5, 10),
    (KNOWN, "{甲: x}", "shape.unknown-key", "里没有“甲”这个键", "可用的键：level、because", 5, 1),
    ({"additionalProperties": False}, "{甲: x}", "shape.unknown-key", "里没有“甲”这个键", "请删去这个键", 5, 1),
    ({"not": {}}, "x", "shape.unknown-key", "在这里不能用", "请删去这个键", 1, 1),
    ({"not": {}, "description": "只写一个。"}, "x", "shape.unknown-key", "在这里不能用", "只写一个。", 1, 1),
    ({"propertyNames": {"enum": ["良好"]}}, "{良: x}", "shape.unknown-key", "里的键“良”写法不对", GUESS, 5, 1),
    ({"propertyNames": {"pattern": "^x$"}}, "{良: x}", "shape.pattern", "里的键“良”写法不对", "请核对写法", 5, 1),
    # values
    ({"enum": ["达标", "未达标"]}, "达 标", "shape.value", "不能是“达 标”", "是不是“达标”？可以写：达标、未达标", 4, 3),
    ({"enum": ["none", True]}, "甲", "shape.value", "不能是“甲”", "可以写：none、true", 4, 1),
    ({"enum": [1, 2]}, "[1]", "shape.value", "不能是“[1]”", "可以写：1、2", 4, 1),
    ({"const": 1}, "2", "shape.value", "不能是“2”", "可以写：1", 4, 1),
    ({"pattern": "^x$"}, "y", "shape.pattern", "的写法不对：“y”", "请核对写法", 4, 1),
    ({"pattern": "^x$", "description": "写 x。"}, "y", "shape.pattern", "的写法不对：“y”", "写 x。", 4, 1),
    ({"pattern": "^x$", "examples": ["x"]}, "y", "shape.pattern", "的写法不对：“y”", "应当像“x”", 4, 1),
    ({"minimum": 1}, "0.50", "shape.number", "是 0.50，不能小于 1", "请改成范围内的数", 4, 4),
    ({"exclusiveMinimum": 0}, "0", "shape.number", "是 0，必须大于 0", "请改成范围内的数", 4, 1),
    ({"maximum": 1}, "2", "shape.number", "是 2，不能大于 1", "请改成范围内的数", 4, 1),
    ({"exclusiveMaximum": 2}, "2", "shape.number", "是 2，必须小于 2", "请改成范围内的数", 4, 1),
    ({"multipleOf": 5}, "12", "shape.number", "是 12，必须是 5 的倍数", "请改成范围内的数", 4, 2),
    ({"minLength": 1}, "''", "shape.value", "至少要有 1 个字", FILL, 4, 2),
    ({"maxLength": 1}, "甲乙", "shape.value", "最多只能有 1 个字", CHANGE, 4, 2),
    ({"minItems": 2}, "[甲]", "shape.value", "至少要有 2 项", CHANGE, 4, 1),
    ({"maxItems": 0}, "[甲]", "shape.value", "最多只能有 0 项", CHANGE, 4, 1),
    ({"minProperties": 1}, "{}", "shape.value", "至少要有 1 项", FILL, 4, 1),
    ({"maxProperties": 0}, "{b: 1}", "shape.value", "最多只能有 0 项", CHANGE, 4, 1),
    ({"uniqueItems": True}, "[甲, 甲]", "shape.value", "里有相同的项", "请删去重复的一项", 4, 1),
    ({"contains": {"const": 1}}, "[2]", "shape.value", "的写法不符合要求", "请对照说明修改", 1, 1),
    ({"not": {"const": 1}, "description": "不写 1。"}, "1", "shape.value", "的写法不符合要求", "不写 1。", 1, 1),
]  # fmt: skip


@pytest.mark.parametrize(("schema", "typed", "code", "message", "advice", "column", "width"), CASES)
def test_the_fault_is_told(
    schema: Schema, typed: str, code: str, message: str, advice: str, column: int, width: int
) -> None:
    document, _ = parse(f"a: {typed}".encode(), "f.yaml")
    notices = shape(document, {"properties": {"a": schema}})

    place = Place("f.yaml", 1, column, width)
    assert notices == (Notice(code, Level.MUST, f"“a”{message}", advice, place),)


def test_a_fault_of_the_whole_file() -> None:
    document, _ = parse(b"- 1\n", "f.yaml")
    notices = shape(document, {"type": "object"})

    message = "“整个文件”应当是“键: 值”，现在是列表"
    assert notices == (Notice("shape.type", Level.MUST, message, "请缩进后逐行写“键: 值”", Place("f.yaml", 1, 1)),)


def test_a_key_that_a_pattern_allows_is_not_strange() -> None:
    document, _ = parse(b"a1: x\nb: y\n", "f.yaml")
    notices = shape(document, {"patternProperties": {"^a": {}}, "additionalProperties": False})

    assert [str(notice.place) for notice in notices] == ["f.yaml:2:1"]

"""What is wrong with the shape of a file, in the words of somebody who has to mend it.

One function for each keyword of JSON Schema, in `MESSAGES`.
"""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from evalcli.language import _, enumerated
from evalcli.model.document import Mapping as MappingNode
from evalcli.model.document import Node, Scalar, Sequence
from evalcli.model.frozen import dataclass
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.read.lines import short


@dataclass(frozen=True, slots=True)
class Fault:
    """What broke which `keyword` of the `schema`; `key` is the key under which `node` stands."""

    keyword: str
    expected: Any
    instance: Any
    path: tuple[str | int, ...]
    node: Node
    key: Scalar | None
    schema: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Return how people find the thing: `problems › 第2项 › say`."""
        steps = (
            _("第{number}项").format(number=step + 1) if isinstance(step, int) else short(step) for step in self.path
        )
        return " › ".join(steps) or _("整个文件")

    @property
    def typed(self) -> str:
        """Return the value as it was typed, cut to fit into a message."""
        return short(self.node.text if isinstance(self.node, Scalar) else str(self.instance))

    @property
    def on_key(self) -> Place:
        """Return the place of the key, or of the value where there is no key."""
        return self.key.place if self.key else self.node.place

    @property
    def about_key(self) -> bool:
        """Return whether the key itself is at fault (propertyNames)."""
        return isinstance(self.instance, str) and not isinstance(self.node, Scalar)


def notices(fault: Fault) -> tuple[Notice, ...]:
    """Return what to say about `fault`."""
    return MESSAGES.get(fault.keyword, _other)(fault)


def _must(code: str, message: str, advice: str, place: Place) -> Notice:
    return Notice(code, Level.MUST, message, advice, place)


def _type(fault: Fault) -> tuple[Notice, ...]:
    wanted = [fault.expected] if isinstance(fault.expected, str) else list(fault.expected)
    names = _("或").join(_type_name(name) for name in wanted)
    message = _("“{name}”应当是{wanted}，现在是{found}").format(name=fault.name, wanted=names, found=_found(fault))
    return (_must("shape.type", message, _type_advice(fault, wanted[0]), fault.node.place),)


def _type_name(name: str) -> str:
    names = {
        "object": _("“键: 值”"),
        "array": _("列表"),
        "string": _("文字"),
        "integer": _("整数"),
        "number": _("数"),
        "boolean": _("true 或 false"),
        "null": _("空"),
    }
    return names[name]


def _found(fault: Fault) -> str:
    if fault.instance is None:
        return _("空的")
    if isinstance(fault.node, Sequence):
        return _("列表")
    if not isinstance(fault.node, Scalar):
        return _("“键: 值”")
    if isinstance(fault.instance, str):
        return _("文字“{text}”").format(text=fault.typed)
    return f"“{fault.typed}”"


def _type_advice(fault: Fault, wanted: str) -> str:
    if fault.instance is None:
        return _("请填写，或删去这一行")
    if wanted == "string":
        return _text_advice(fault)
    if wanted == "object":
        return _object_advice(fault)
    if wanted in ("integer", "number"):
        return _number_advice(fault)
    return _("请写成列表，每项前加“- ”") if wanted == "array" else _("请写 true 或 false，不加引号")


def _text_advice(fault: Fault) -> str:
    if isinstance(fault.node, Scalar):
        return _('请加上引号："{text}"').format(text=fault.node.text)
    if fault.node.place.text[fault.node.place.column - 1 :].startswith(("[[", "{{")):
        return _("请用英文引号把整段文字括起来")
    return _("请改成一段文字")


def _object_advice(fault: Fault) -> str:
    if isinstance(fault.instance, str) and (":" in fault.instance or "：" in fault.instance):
        return _("键后面要用半角冒号加一个空格：“: ”")
    return _("请缩进后逐行写“键: 值”")


def _number_advice(fault: Fault) -> str:
    quoted = isinstance(fault.node, Scalar) and fault.node.quoted
    return _("请只写数字，不加引号") if quoted else _("请只写半角数字，不带单位")


def _missing(fault: Fault) -> tuple[Notice, ...]:
    absent = [key for key in fault.expected if key not in fault.instance]
    return tuple(_missing_key(fault, key) for key in absent)


def _missing_key(fault: Fault, key: str) -> Notice:
    message = _("“{name}”缺少“{key}”").format(name=fault.name, key=key)
    title = _told(fault.schema.get("properties", {}).get(key), "title")
    advice = _("请补上“{key}: …”").format(key=key)
    return _must("shape.missing-key", message, f"{advice}（{title}）" if title else advice, fault.on_key)


def _dependent(fault: Fault) -> tuple[Notice, ...]:
    needed = (key for given, keys in fault.expected.items() if given in fault.instance for key in keys)
    absent = [key for key in needed if key not in fault.instance]
    return tuple(_missing_key(fault, key) for key in dict.fromkeys(absent))


def _unknown(fault: Fault) -> tuple[Notice, ...]:
    known = list(fault.schema.get("properties", {}))
    entries = fault.node.entries if isinstance(fault.node, MappingNode) else ()
    strange = [key for key, _value in entries if _is_strange(key.text, fault.schema)]
    return tuple(_unknown_key(fault, key, known) for key in strange)


def _is_strange(key: str, schema: Mapping[str, Any]) -> bool:
    patterns = schema.get("patternProperties", {})
    return key not in schema.get("properties", {}) and not any(re.search(pattern, key) for pattern in patterns)


def _unknown_key(fault: Fault, key: Scalar, known: list[str]) -> Notice:
    message = _("“{name}”里没有“{key}”这个键").format(name=fault.name, key=short(key.text))
    return _must("shape.unknown-key", message, _known_advice(key.text, known), key.place)


def _known_advice(key: str, known: list[str]) -> str:
    if any(key.startswith((f"{name}：", f"{name}:")) for name in known):
        return _("键后面要用半角冒号加一个空格：“: ”")
    near = get_close_matches(key, known, n=1)
    if near:
        return _("是不是“{near}”？").format(near=near[0])
    return _("可用的键：{known}").format(known=enumerated(known)) if known else _("请删去这个键")


def _forbidden(fault: Fault) -> tuple[Notice, ...]:
    if fault.expected:
        return _other(fault)
    message = _("“{name}”在这里不能用").format(name=fault.name)
    advice = _told(fault.schema, "description") or _("请删去这个键")
    return (_must("shape.unknown-key", message, advice, fault.on_key),)


def _value(fault: Fault) -> tuple[Notice, ...]:
    allowed = [_shown(value) for value in fault.expected]
    near = get_close_matches(fault.typed, allowed, n=1)
    advice = _("可以写：{allowed}").format(allowed=enumerated(allowed))
    guess = _("是不是“{near}”？").format(near=near[0]) if near else ""
    if fault.about_key:
        return (_wrong_key(fault, guess + advice),)
    message = _("“{name}”不能是“{typed}”").format(name=fault.name, typed=fault.typed)
    return (_must("shape.value", message, guess + advice, fault.node.place),)


def _const(fault: Fault) -> tuple[Notice, ...]:
    message = _("“{name}”不能是“{typed}”").format(name=fault.name, typed=fault.typed)
    advice = _("可以写：{allowed}").format(allowed=_shown(fault.expected))
    return (_must("shape.value", message, advice, fault.node.place),)


def _shown(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _wrong_key(fault: Fault, advice: str) -> Notice:
    message = _("“{name}”里的键“{key}”写法不对").format(name=fault.name, key=short(fault.instance))
    code = "shape.pattern" if fault.keyword == "pattern" else "shape.unknown-key"
    return _must(code, message, advice, fault.on_key)


def _pattern(fault: Fault) -> tuple[Notice, ...]:
    examples = fault.schema.get("examples")
    told = _told(fault.schema, "description") or _("请核对写法")
    advice = _("应当像“{example}”").format(example=examples[0]) if examples else told
    if fault.about_key:
        return (_wrong_key(fault, advice),)
    message = _("“{name}”的写法不对：“{typed}”").format(name=fault.name, typed=fault.typed)
    return (_must("shape.pattern", message, advice, fault.node.place),)


def _number(fault: Fault) -> tuple[Notice, ...]:
    bounds = {
        "minimum": _("不能小于 {limit}"),
        "exclusiveMinimum": _("必须大于 {limit}"),
        "maximum": _("不能大于 {limit}"),
        "exclusiveMaximum": _("必须小于 {limit}"),
        "multipleOf": _("必须是 {limit} 的倍数"),
    }
    bound = bounds[fault.keyword].format(limit=fault.expected)
    message = _("“{name}”是 {typed}，{bound}").format(name=fault.name, typed=fault.typed, bound=bound)
    return (_must("shape.number", message, _("请改成范围内的数"), fault.node.place),)


def _size(fault: Fault) -> tuple[Notice, ...]:
    limits = {
        "minLength": _("至少要有 {limit} 个字"),
        "maxLength": _("最多只能有 {limit} 个字"),
        "minItems": _("至少要有 {limit} 项"),
        "maxItems": _("最多只能有 {limit} 项"),
        "minProperties": _("至少要有 {limit} 项"),
        "maxProperties": _("最多只能有 {limit} 项"),
    }
    limit = limits[fault.keyword].format(limit=fault.expected)
    message = _("“{name}”{limit}").format(name=fault.name, limit=limit)
    advice = _("请填写，或删去这一行") if not fault.instance else _("请增减到符合要求")
    return (_must("shape.value", message, advice, fault.node.place),)


def _twice(fault: Fault) -> tuple[Notice, ...]:
    message = _("“{name}”里有相同的项").format(name=fault.name)
    return (_must("shape.value", message, _("请删去重复的一项"), fault.node.place),)


def _other(fault: Fault) -> tuple[Notice, ...]:
    message = _("“{name}”的写法不符合要求").format(name=fault.name)
    advice = _told(fault.schema, "description") or _("请对照说明修改")
    return (_must("shape.value", message, advice, fault.on_key),)


def _told(schema: Any, word: str) -> str:
    return str(schema.get(word, "")) if isinstance(schema, Mapping) else ""


MESSAGES = {
    "not": _forbidden,
    "type": _type,
    "required": _missing,
    "dependentRequired": _dependent,
    "additionalProperties": _unknown,
    "enum": _value,
    "const": _const,
    "pattern": _pattern,
    "minimum": _number,
    "exclusiveMinimum": _number,
    "maximum": _number,
    "exclusiveMaximum": _number,
    "multipleOf": _number,
    "minLength": _size,
    "maxLength": _size,
    "minItems": _size,
    "maxItems": _size,
    "minProperties": _size,
    "maxProperties": _size,
    "uniqueItems": _twice,
}

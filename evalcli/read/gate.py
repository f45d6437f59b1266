"""A JSON Schema made into a plain test: does a value hold, yes or no.

jsonschema takes 50 ms to import and 2 ms a document, because it can name every fault. Most files have none; they pass
this gate, and only a file that does not is handed to jsonschema. One function for each keyword, in `KEYWORDS`. The gate
must agree with jsonschema: of whatever it does not know, in the schema or in the value, it is `Unsure`.
"""

import re
from collections.abc import Callable, Mapping, Sized
from decimal import Decimal
from functools import partial
from operator import ge, gt, le, lt
from types import NoneType
from typing import Any

Check = Callable[[Any], bool]
Schema = Mapping[str, Any]

# What these say changes no verdict. `format` is a remark as well: jsonschema only checks it when asked to.
_REMARKS = frozenset({"title", "description", "examples", "format", "default", "$comment", "$defs"})
_AT_TOP = frozenset({"$schema", "$id"})


class Unsure(Exception):
    """The gate does not know; jsonschema does."""


def gate(schema: Schema) -> Check:
    """Return a test that only lets through what holds by `schema`, and nothing where the schema goes beyond the gate."""
    try:
        check = Builder(schema).check({key: value for key, value in schema.items() if key not in _AT_TOP})
    except Unsure:
        return _never
    return partial(_sure, check)


def _sure(check: Check, value: Any) -> bool:
    try:
        return check(value)
    except Unsure:
        return False


def _always(_value: Any) -> bool:
    return True


def _never(_value: Any) -> bool:
    return False


class Builder:
    """Makes tests of the schemas inside one root schema; what `$ref` names is made once."""

    def __init__(self, root: Schema) -> None:
        """Start with nothing made."""
        self._definitions: Mapping[str, Any] = root.get("$defs", {})
        self._made: dict[str, Check] = {}

    def check(self, schema: Any) -> Check:
        """Return the test for `schema`."""
        if isinstance(schema, bool):
            return _always if schema else _never
        if not isinstance(schema, Mapping):
            raise Unsure(schema)
        checks = [_known(keyword)(self, schema) for keyword in schema if keyword not in _REMARKS]
        if not checks:
            return _always
        return checks[0] if len(checks) == 1 else partial(_all, tuple(checks))

    def named(self, reference: str) -> Check:
        """Return the test for a definition, which may name itself."""
        if reference not in self._made:
            name = reference.removeprefix("#/$defs/")
            if name == reference or not name.isidentifier() or name not in self._definitions:
                raise Unsure(reference)
            self._made[reference] = self._later(reference)
            self._made[reference] = self.check(self._definitions[name])
        return self._made[reference]

    def _later(self, reference: str) -> Check:
        def check(value: Any) -> bool:
            return self._made[reference](value)

        return check


def _known(keyword: str) -> "Callable[[Builder, Schema], Check]":
    if keyword not in KEYWORDS:
        raise Unsure(keyword)
    return KEYWORDS[keyword]


def _all(checks: tuple[Check, ...], value: Any) -> bool:
    return all(check(value) for check in checks)


def _ref(builder: Builder, schema: Schema) -> Check:
    return builder.named(schema["$ref"])


_TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, Decimal),
    "boolean": (bool,),
    "null": (NoneType,),
}
_NO_NUMBERS = frozenset((str, dict, list, bool, NoneType))
_PLAIN = frozenset(one for types in _TYPES.values() for one in types)


def _type(_builder: Builder, schema: Schema) -> Check:
    wanted = schema["type"]
    names = [wanted] if isinstance(wanted, str) else wanted
    types = frozenset(one for name in names for one in _TYPES[name])

    def check(value: Any) -> bool:
        # Exactly: True is an int to Python, and no number to JSON Schema.
        if type(value) not in _PLAIN:
            raise Unsure(value)
        return type(value) in types

    return check


def _enum(_builder: Builder, schema: Schema) -> Check:
    return _one_of(schema["enum"])


def _const(_builder: Builder, schema: Schema) -> Check:
    return _one_of([schema["const"]])


def _one_of(values: list[Any]) -> Check:
    if any(type(value) not in (str, bool, NoneType) for value in values):
        raise Unsure(values)
    allowed = frozenset((type(value), value) for value in values)

    def check(value: Any) -> bool:
        return not isinstance(value, (dict, list)) and (type(value), value) in allowed

    return check


def _pattern(_builder: Builder, schema: Schema) -> Check:
    search = re.compile(schema["pattern"]).search

    def check(value: Any) -> bool:
        return not isinstance(value, str) or search(value) is not None

    return check


def _length(
    keyword: str, kind: type[Sized], compare: Callable[[int, int], bool]
) -> "Callable[[Builder, Schema], Check]":
    def build(_builder: Builder, schema: Schema) -> Check:
        limit = schema[keyword]

        def check(value: Any) -> bool:
            return not isinstance(value, kind) or compare(len(value), limit)

        return check

    return build


def _bound(keyword: str, compare: Callable[[Any, Any], bool]) -> "Callable[[Builder, Schema], Check]":
    def build(_builder: Builder, schema: Schema) -> Check:
        limit = schema[keyword]

        def check(value: Any) -> bool:
            return type(value) in _NO_NUMBERS or compare(value, limit)

        return check

    return build


def _required(_builder: Builder, schema: Schema) -> Check:
    wanted = frozenset(schema["required"])

    def check(value: Any) -> bool:
        return not isinstance(value, dict) or wanted <= value.keys()

    return check


def _properties(builder: Builder, schema: Schema) -> Check:
    checks = {key: builder.check(inner) for key, inner in schema["properties"].items()}

    def check(value: Any) -> bool:
        return not isinstance(value, dict) or all(checks[key](inner) for key, inner in value.items() if key in checks)

    return check


def _pattern_properties(builder: Builder, schema: Schema) -> Check:
    checks = [
        (re.compile(pattern).search, builder.check(inner)) for pattern, inner in schema["patternProperties"].items()
    ]

    def check(value: Any) -> bool:
        if not isinstance(value, dict):
            return True
        return all(test(inner) for key, inner in value.items() for search, test in checks if search(key))

    return check


def _additional_properties(builder: Builder, schema: Schema) -> Check:
    known = frozenset(schema.get("properties", ()))
    searches = [re.compile(pattern).search for pattern in schema.get("patternProperties", ())]
    test = builder.check(schema["additionalProperties"])

    def check(value: Any) -> bool:
        if not isinstance(value, dict):
            return True
        for key in value.keys() - known:
            if not any(search(key) for search in searches) and not test(value[key]):
                return False
        return True

    return check


def _property_names(builder: Builder, schema: Schema) -> Check:
    test = builder.check(schema["propertyNames"])

    def check(value: Any) -> bool:
        return not isinstance(value, dict) or all(map(test, value))

    return check


def _items(builder: Builder, schema: Schema) -> Check:
    test = builder.check(schema["items"])

    def check(value: Any) -> bool:
        return not isinstance(value, list) or all(map(test, value))

    return check


def _unique(_builder: Builder, schema: Schema) -> Check:
    if not schema["uniqueItems"]:
        return _always

    def check(value: Any) -> bool:
        if not isinstance(value, list):
            return True
        if not all(isinstance(item, str) for item in value):
            raise Unsure(value)  # to JSON Schema 1 equals 1.0 and is not true
        return len(set(value)) == len(value)

    return check


def _any_of(builder: Builder, schema: Schema) -> Check:
    checks = tuple(builder.check(inner) for inner in schema["anyOf"])
    return lambda value: any(check(value) for check in checks)


def _one_of_schemas(builder: Builder, schema: Schema) -> Check:
    checks = tuple(builder.check(inner) for inner in schema["oneOf"])
    return lambda value: sum(check(value) for check in checks) == 1


def _all_of(builder: Builder, schema: Schema) -> Check:
    return partial(_all, tuple(builder.check(inner) for inner in schema["allOf"]))


def _not(builder: Builder, schema: Schema) -> Check:
    test = builder.check(schema["not"])
    return lambda value: not test(value)


def _if(builder: Builder, schema: Schema) -> Check:
    test = builder.check(schema["if"])
    then, otherwise = (builder.check(schema.get(branch, True)) for branch in ("then", "else"))
    return lambda value: then(value) if test(value) else otherwise(value)


def _branch(_builder: Builder, _schema: Schema) -> Check:
    # Read with its `if`; without one it says nothing.
    return _always


KEYWORDS: Mapping[str, "Callable[[Builder, Schema], Check]"] = {
    "$ref": _ref,
    "type": _type,
    "enum": _enum,
    "const": _const,
    "pattern": _pattern,
    "minLength": _length("minLength", str, ge),
    "maxLength": _length("maxLength", str, le),
    "minItems": _length("minItems", list, ge),
    "maxItems": _length("maxItems", list, le),
    "minProperties": _length("minProperties", dict, ge),
    "maxProperties": _length("maxProperties", dict, le),
    "minimum": _bound("minimum", ge),
    "maximum": _bound("maximum", le),
    "exclusiveMinimum": _bound("exclusiveMinimum", gt),
    "exclusiveMaximum": _bound("exclusiveMaximum", lt),
    "required": _required,
    "properties": _properties,
    "patternProperties": _pattern_properties,
    "additionalProperties": _additional_properties,
    "propertyNames": _property_names,
    "items": _items,
    "uniqueItems": _unique,
    "anyOf": _any_of,
    "oneOf": _one_of_schemas,
    "allOf": _all_of,
    "not": _not,
    "if": _if,
    "then": _branch,
    "else": _branch,
}

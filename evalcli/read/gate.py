"""A JSON Schema made into a plain test: does a value hold, yes or no.

jsonschema takes 50 ms to import and 2 ms a document, because it can name every fault. Most files have none; they pass
this gate, and only a file that does not is handed to jsonschema. One function for each keyword, in `KEYWORDS`; it returns a
test, and the types of values that the keyword says anything about, so that a value meets no test that is not for it. The
gate must agree with jsonschema: of whatever it does not know, in the schema or in the value, it is `Unsure`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
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
        makers = dict.fromkeys(_known(keyword) for keyword in schema if keyword not in _REMARKS)
        tests = [maker(self, schema) for maker in makers]
        if len(tests) == 1 and tests[0][0] == _ALL:
            return tests[0][1]
        return partial(_holds, _Tests({kind: tuple(test for kinds, test in tests if kind in kinds) for kind in _ALL}))

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


def _known(keyword: str) -> "Maker":
    if keyword not in KEYWORDS:
        raise Unsure(keyword)
    return KEYWORDS[keyword]


class _Tests(dict[type, tuple[Check, ...]]):
    """The tests of one schema by the type of what is tested."""

    def __missing__(self, kind: type) -> tuple[Check, ...]:
        raise Unsure(kind)


def _holds(tests: _Tests, value: Any) -> bool:
    # A loop here and in `_members` takes half the time of all(…) over a generator, and a county makes 2,000 calls.
    for test in tests[type(value)]:
        if not test(value):
            return False
    return True


_TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, Decimal),
    "boolean": (bool,),
    "null": (NoneType,),
}
# Exactly these: True is an int to Python, and no number to JSON Schema.
_ALL = frozenset(one for types in _TYPES.values() for one in types)
_OBJECTS, _LISTS, _TEXTS, _NUMBERS = frozenset({dict}), frozenset({list}), frozenset({str}), frozenset({int, Decimal})
# A test, and the types that it is for.
Test = tuple[frozenset[type], Check]
Maker = Callable[[Builder, Schema], Test]


def _ref(builder: Builder, schema: Schema) -> Test:
    return _ALL, builder.named(schema["$ref"])


def _type(_builder: Builder, schema: Schema) -> Test:
    wanted = schema["type"]
    names = [wanted] if isinstance(wanted, str) else wanted
    return _ALL.difference(one for name in names for one in _TYPES[name]), _never


def _enum(_builder: Builder, schema: Schema) -> Test:
    return _one_of(schema["enum"])


def _const(_builder: Builder, schema: Schema) -> Test:
    return _one_of([schema["const"]])


def _one_of(values: list[Any]) -> Test:
    if any(type(value) not in (str, bool, NoneType) for value in values):
        raise Unsure(values)
    allowed = frozenset((type(value), value) for value in values)

    def check(value: Any) -> bool:
        return not isinstance(value, (dict, list)) and (type(value), value) in allowed

    return _ALL, check


def _pattern(_builder: Builder, schema: Schema) -> Test:
    search = re.compile(schema["pattern"]).search
    return _TEXTS, lambda value: search(value) is not None


def _length(keyword: str, kinds: frozenset[type], compare: Callable[[int, int], bool]) -> Maker:
    def build(_builder: Builder, schema: Schema) -> Test:
        limit = schema[keyword]
        return kinds, lambda value: compare(len(value), limit)

    return build


def _bound(keyword: str, compare: Callable[[Any, Any], bool]) -> Maker:
    def build(_builder: Builder, schema: Schema) -> Test:
        limit = schema[keyword]
        return _NUMBERS, lambda value: compare(value, limit)

    return build


def _required(_builder: Builder, schema: Schema) -> Test:
    wanted = frozenset(schema["required"])
    return _OBJECTS, lambda value: wanted <= value.keys()


def _members(builder: Builder, schema: Schema) -> Test:
    """Make one test of the three keywords that tell of members."""
    known = {key: builder.check(inner) for key, inner in schema.get("properties", {}).items()}
    extra = builder.check(schema.get("additionalProperties", True))
    patterns = [
        (re.compile(pattern).search, builder.check(inner))
        for pattern, inner in schema.get("patternProperties", {}).items()
    ]

    def check(value: Any) -> bool:
        for key, inner in value.items():
            if not known.get(key, extra)(inner):
                return False
        return True

    def matched(key: str) -> Iterator[Check]:
        if key in known:
            yield known[key]
        yield from (test for search, test in patterns if search(key))

    def check_all(value: Any) -> bool:
        return all(test(inner) for key, inner in value.items() for test in tuple(matched(key)) or (extra,))

    return _OBJECTS, check_all if patterns else check


def _property_names(builder: Builder, schema: Schema) -> Test:
    test = builder.check(schema["propertyNames"])
    return _OBJECTS, lambda value: all(map(test, value))


def _items(builder: Builder, schema: Schema) -> Test:
    test = builder.check(schema["items"])
    return _LISTS, lambda value: all(map(test, value))


def _unique(_builder: Builder, schema: Schema) -> Test:
    def check(value: Any) -> bool:
        if not all(isinstance(item, str) for item in value):
            raise Unsure(value)  # to JSON Schema 1 equals 1.0 and is not true
        return len(set(value)) == len(value)

    return _LISTS, check if schema["uniqueItems"] else _always


def _any_of(builder: Builder, schema: Schema) -> Test:
    checks = tuple(builder.check(inner) for inner in schema["anyOf"])
    return _ALL, lambda value: any(check(value) for check in checks)


def _one_of_schemas(builder: Builder, schema: Schema) -> Test:
    checks = tuple(builder.check(inner) for inner in schema["oneOf"])
    return _ALL, lambda value: sum(check(value) for check in checks) == 1


def _all_of(builder: Builder, schema: Schema) -> Test:
    checks = tuple(builder.check(inner) for inner in schema["allOf"])
    return _ALL, lambda value: all(check(value) for check in checks)


def _not(builder: Builder, schema: Schema) -> Test:
    test = builder.check(schema["not"])
    return _ALL, lambda value: not test(value)


def _if(builder: Builder, schema: Schema) -> Test:
    """Make one test of the three keywords of a condition; without `if` the others say nothing."""
    test = builder.check(schema.get("if", True))
    then, otherwise = (builder.check(schema.get(branch, True)) for branch in ("then", "else"))
    return _ALL, (lambda value: then(value) if test(value) else otherwise(value)) if "if" in schema else _always


KEYWORDS: Mapping[str, Maker] = {
    "$ref": _ref,
    "type": _type,
    "enum": _enum,
    "const": _const,
    "pattern": _pattern,
    "minLength": _length("minLength", _TEXTS, ge),
    "maxLength": _length("maxLength", _TEXTS, le),
    "minItems": _length("minItems", _LISTS, ge),
    "maxItems": _length("maxItems", _LISTS, le),
    "minProperties": _length("minProperties", _OBJECTS, ge),
    "maxProperties": _length("maxProperties", _OBJECTS, le),
    "minimum": _bound("minimum", ge),
    "maximum": _bound("maximum", le),
    "exclusiveMinimum": _bound("exclusiveMinimum", gt),
    "exclusiveMaximum": _bound("exclusiveMaximum", lt),
    "required": _required,
    "properties": _members,
    "patternProperties": _members,
    "additionalProperties": _members,
    "propertyNames": _property_names,
    "items": _items,
    "uniqueItems": _unique,
    "anyOf": _any_of,
    "oneOf": _one_of_schemas,
    "allOf": _all_of,
    "not": _not,
    "if": _if,
    "then": _if,
    "else": _if,
}

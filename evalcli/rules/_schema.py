"""Pieces of the JSON Schema fragments that the rules state."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

Schema = Mapping[str, Any]

_FIELD: Final = "^[a-z][a-z0-9_]*$"
_PERCENT: Final = r"(100|[0-9]{1,2}(\.[0-9]+)?)%"


def parameters(required: list[str], **properties: Schema) -> Schema:
    """Return the schema of a whole `judge:` mapping; `below_` stands for a name that Python keeps to itself."""
    named = {name.rstrip("_"): schema for name, schema in properties.items()}
    return {"type": "object", "properties": named, "required": required, "additionalProperties": False}


def limit_of(description: str) -> Schema:
    """Return the schema of a limit: a number, a ratio such as 12.5:1, or a formula over fields."""
    return {"type": ["number", "string"], "minLength": 1, "description": description}


def formula(description: str) -> Schema:
    """Return the schema of a formula over fields."""
    return {"type": "string", "minLength": 1, "description": description}


def text(description: str) -> Schema:
    """Return the schema of words that are printed."""
    return {"type": "string", "minLength": 1, "description": description}


def field(description: str) -> Schema:
    """Return the schema of the name of one field: what is looked up over years can be no formula."""
    return {"type": "string", "pattern": _FIELD, "description": description}


def fields(description: str) -> Schema:
    """Return the schema of a list of fields."""
    item = {"type": "string", "pattern": _FIELD}
    return {"type": "array", "items": item, "minItems": 1, "uniqueItems": True, "description": description}


def count(description: str) -> Schema:
    """Return the schema of a number that is not negative."""
    return {"type": "number", "minimum": 0, "description": description}


def positive(description: str) -> Schema:
    """Return the schema of a number above zero."""
    return {"type": "number", "exclusiveMinimum": 0, "description": description}


def percent(description: str) -> Schema:
    """Return the schema of a share of the points, such as 60%."""
    return {"type": "string", "pattern": f"^{_PERCENT}$", "description": description}


def percents(description: str) -> Schema:
    """Return the schema of a share of the points, or of a span of shares such as 0%-59%."""
    return {"type": "string", "pattern": f"^{_PERCENT}(-{_PERCENT})?$", "description": description}


def choice(names_: Iterable[str], description: str) -> Schema:
    """Return the schema of one of several words."""
    return {"enum": list(names_), "description": description}


def day(description: str) -> Schema:
    """Return the schema of a day, such as 2022-12-31."""
    return {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "description": description}


def verdict(description: str) -> Schema:
    """Return the schema of a verdict that a pack may give."""
    return choice(("达标", "基本达标", "未达标"), description)


def one_of(*names_: str) -> list[Schema]:
    """Return the condition that exactly one of several keys is written."""
    return [{"required": [name]} for name in names_]


def flag(description: str) -> Schema:
    """Return the schema of true or false."""
    return {"type": "boolean", "description": description}


def of_two(part: str, part_description: str, description: str) -> Schema:
    """Return the schema of a mapping of two formulas: a part, and what it is a part `of`."""
    fields = {part: formula(part_description), "of": formula("整体或基数，写填报项或公式")}
    schema = {"type": "object", "properties": fields, "required": [part, "of"], "additionalProperties": False}
    return {**schema, "description": description}


def names(description: str) -> Schema:
    """Return the schema of a list of different names."""
    item = {"type": "string", "minLength": 1}
    return {"type": "array", "items": item, "minItems": 1, "uniqueItems": True, "description": description}

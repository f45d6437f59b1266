"""The schema of county files for one pack: an editor completes fields, members, key points and levels, and marks what is none."""

import copy
import re
from collections.abc import Iterable, Mapping
from typing import Any

from evalcli.forms.office import note_of
from evalcli.forms.order import ByHand, asked, by_hand, columns
from evalcli.model.numbers import plain
from evalcli.model.pack import Field, Pack, TableSpec

Schema = dict[str, Any]
# What answers a question of yes or no, and what says that nothing was filled in.
_ANSWERS = ("是", "否", "有", "没有", "无", "√", "×", True, False, None)
_SCALARS = ("string", "number", "null")


def for_pack(base: Mapping[str, Any], pack: Pack) -> Schema:
    """Return the schema `base` (county or data) with what `pack` knows."""
    schema: Schema = copy.deepcopy(dict(base))
    schema["$id"] = f"{base['$id']}:{pack.id}:{pack.version}"
    schema["title"] = f"{base['title']}：{pack.title}"
    kinds = schema["$defs"]
    kinds["fields"] = {field.id: _field(pack, field) for field in asked(pack)}
    for name in ("figures", "figure_group"):
        kinds[name]["properties"] |= {field.id: {"$ref": f"#/$defs/fields/{field.id}"} for field in asked(pack)}
        kinds[name]["properties"] |= {f"{field.id}.growth": _growth(field) for field in asked(pack) if field.years > 1}
        kinds[name] |= {"patternProperties": _other_names(pack), "additionalProperties": False}
    kinds["judged"] = _judged(kinds["judged"], pack)
    for name in ("not_applicable", "text"):
        kinds[name] = _by_item(kinds[name], pack)
    schema["properties"]["tables"] = _tables(schema["properties"]["tables"], pack)
    return schema


def _field(pack: Pack, field: Field) -> Schema:
    one = _of_years(field)
    shown = {"title": _title(field), "description": note_of(field)}
    if not field.by:
        return {**shown, **one}
    members = {member: {"title": f"{field.label}（{member}）", **one} for member in pack.dimensions[field.by]}
    # A field without any member may say so: 无.
    return {**shown, "type": ["object", "string", "null"], "properties": members, "additionalProperties": False}


def _title(field: Field) -> str:
    unit = f"（{field.unit}）" if field.unit else ""
    return f"{field.label}{unit}"


def _of_years(field: Field) -> Schema:
    """Return the schema of one value, or of one for each year."""
    one = _one(field)
    return {
        "anyOf": [one, {"type": "object", "patternProperties": {"^[12][0-9]{3}$": one}, "additionalProperties": False}]
    }


def _one(field: Field) -> Schema:
    if field.kind == "yes_no":
        return {"enum": list(_ANSWERS)}
    if field.kind == "names":
        return {"type": ["array", "string", "null"], "items": {"type": "string", "minLength": 1}}
    return {"type": list(_SCALARS)}


def _growth(field: Field) -> Schema:
    return {"title": f"{field.label}增幅（%）", "type": [*_SCALARS, "object"]}


def _other_names(pack: Pack) -> Schema:
    """Return the other ways of naming a field, which hold but are not proposed: label, alias, stated growth."""
    found: Schema = {}
    for field in asked(pack):
        names = "|".join(re.escape(name) for name in (field.label, *field.aliases))
        found[f"^(?:{names})$"] = {"$ref": f"#/$defs/fields/{field.id}"}
        found[f"^(?:{field.id}|{names})\\.growth$"] = _growth(field)
    return found


def _judged(base: Mapping[str, Any], pack: Pack) -> Schema:
    properties = {one.point.id: _judgement(one) for one in by_hand(pack)}
    return _only({key: value for key, value in base.items() if key != "propertyNames"}, properties, pack.dropped)


def _judgement(one: ByHand) -> Schema:
    wanted: Schema = {}
    if one.levels:
        wanted["level"] = {"enum": list(one.levels)}
    if one.listed:
        wanted["met"] = {"items": {"enum": list(one.listed)}}
    if one.by_points:
        wanted["points"] = {"maximum": _exact(plain(one.point.points))}
    said = f"{one.indicator.title}：{one.point.text}"
    return {"title": one.point.text, "description": said, "$ref": "#/$defs/judgement", "properties": wanted}


def _exact(text: str) -> Any:
    import json

    return json.loads(text)


def _by_item(base: Mapping[str, Any], pack: Pack) -> Schema:
    entry = base["additionalProperties"]
    properties = {one.id: {**entry, "title": one.title} for one in pack.indicators}
    return _only({key: value for key, value in base.items() if key != "propertyNames"}, properties, pack.dropped)


def _only(base: Mapping[str, Any], properties: Schema, dropped: Iterable[str]) -> Schema:
    """Return a mapping's schema with these keys alone; what was dropped by tailoring may still stand there."""
    return {**base, "properties": {**properties, **{key: {} for key in dropped}}, "additionalProperties": False}


def _tables(base: Mapping[str, Any], pack: Pack) -> Schema:
    named = {spec.id: _table(base["additionalProperties"], pack, spec) for spec in pack.tables.values()}
    return {**base, "properties": named, "additionalProperties": False}


def _table(entry: Mapping[str, Any], pack: Pack, spec: TableSpec) -> Schema:
    heads = "、".join(column.head for column in columns(pack, spec))
    return {**entry, "title": spec.label, "description": f"列：{heads}"}

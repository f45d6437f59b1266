"""What jsonschema finds wrong with a document, as notices in the order of the file."""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from jsonschema import Draft202012Validator, ValidationError

from evalcli.model.document import Mapping as MappingNode
from evalcli.model.document import Node, Scalar
from evalcli.model.frozen import replace
from evalcli.model.notice import Notice
from evalcli.model.place import Place
from evalcli.read.faults import Fault, notices


def told(value: Any, root: Node, schema: Mapping[str, Any]) -> tuple[Notice, ...]:
    """Return what is wrong with the shape of `value`, which was read from `root`."""
    validator = _validator(json.dumps(schema))
    faults = _telling(_faults(validator.iter_errors(value), root))
    found = dict.fromkeys(notice for fault in faults for notice in notices(fault))
    return tuple(sorted(found, key=_position))


@lru_cache(maxsize=64)
def _validator(schema: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema))


def _position(notice: Notice) -> tuple[int, int]:
    place = notice.place or Place("")
    return place.line, place.column


def _faults(errors: Iterable[ValidationError], root: Node) -> list[Fault]:
    found: list[Fault] = []
    for error in errors:
        found += _reduced(error, root) if error.context else [_fault(error, root)]
    return found


def _telling(faults: list[Fault]) -> list[Fault]:
    # What has the wrong type breaks other keywords too; saying so twice helps nobody.
    mistyped = {fault.path for fault in faults if fault.keyword == "type"}
    return [fault for fault in faults if fault.keyword == "type" or fault.path not in mistyped]


def _reduced(error: ValidationError, root: Node) -> list[Fault]:
    """Return the faults of the branch of oneOf or anyOf that was meant."""
    branches: dict[Any, list[ValidationError]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.relative_schema_path[0], []).append(inner)
    fitting = [branch for branch in branches.values() if not _other_type(branch)]
    if fitting:
        meant = min(fitting, key=len)
        return _faults(meant, root)
    wanted = [name for branch in branches.values() for inner in branch for name in _wanted(inner)]
    return [replace(_fault(error, root), keyword="type", expected=list(dict.fromkeys(wanted)))]


def _other_type(branch: list[ValidationError]) -> bool:
    return any(inner.validator == "type" and not inner.relative_path for inner in branch)


def _wanted(error: ValidationError) -> list[str]:
    if error.validator != "type" or error.relative_path:
        return []
    wanted: Any = error.validator_value
    return [wanted] if isinstance(wanted, str) else list(wanted)


def _fault(error: ValidationError, root: Node) -> Fault:
    node, key = root, None
    for step in error.absolute_path:
        node, key = _down(node, step)
    if isinstance(node, MappingNode) and isinstance(error.instance, str):
        key = node.key(error.instance)  # propertyNames: the fault lies with a key of this mapping
    schema = error.schema if isinstance(error.schema, Mapping) else {}
    path = tuple(error.absolute_path)
    return Fault(str(error.validator), error.validator_value, error.instance, path, node, key, schema)


def _down(node: Any, step: str | int) -> tuple[Node, Scalar | None]:
    if isinstance(node, MappingNode):
        key, value = node.by_key[str(step)]
        return value, key
    return node.items[step], None

"""A document is held against a JSON Schema; every fault becomes a notice at its own place."""

from collections.abc import Mapping
from typing import Any

from evalcli.model.document import Document
from evalcli.model.notice import Notice
from evalcli.model.plain import plain
from evalcli.read.gate import Check, gate

# Gates by the identity of their schema, which is kept with them so that nothing else can get it.
_GATES: dict[int, tuple[Mapping[str, Any], Check]] = {}


def shape(document: Document, schema: Mapping[str, Any]) -> tuple[Notice, ...]:
    """Return what is wrong with the shape of `document`, in the order of the file."""
    value = plain(document.root)
    if _gate(schema)(value):
        return ()
    # jsonschema and the wording of faults take 60 ms to import: only a file with faults pays for them.
    from evalcli.read.misshapen import told

    return told(value, document.root, schema)


def _gate(schema: Mapping[str, Any]) -> Check:
    if id(schema) not in _GATES:
        _GATES[id(schema)] = (schema, gate(schema))
    return _GATES[id(schema)][1]

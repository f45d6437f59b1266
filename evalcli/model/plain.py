"""Nodes become plain values, by the core schema of YAML 1.2 and stricter.

Only what cannot be anything else is a number: a county code that begins with 0, a date,
`no`, `1:30` and `1e3` stay text.
"""

import re
from decimal import Decimal
from typing import Any

from evalcli.model.document import Node, Scalar, Sequence

# The length is bounded because Python refuses to convert integers of more than 4,300 digits.
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,999})")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,999})\.[0-9]{1,999}")
_FIRST = frozenset("-+0123456789")
_WORDS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


def plain(node: Node) -> Any:
    """Return `node` as dict, list, str, int, Decimal, bool or None."""
    if isinstance(node, Scalar):
        return node.text if node.quoted else _meant(node.text)
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.entries}


def _meant(text: str) -> str | int | Decimal | bool | None:
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _FIRST:  # most texts are none, and looking is faster than two patterns
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    return Decimal(text) if _DECIMAL.fullmatch(text) else text

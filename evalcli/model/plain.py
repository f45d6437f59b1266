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
_WORDS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
# How a number, or one of those words, begins.
_TELLING = frozenset("-+0123456789") | {word[:1] for word in _WORDS}


def plain(node: Node) -> Any:
    """Return `node` as dict, list, str, int, Decimal, bool or None."""
    if isinstance(node, Scalar):
        # Most texts begin with a character with which nothing but text can begin.
        return node.text if node.quoted or node.text[:1] not in _TELLING else _meant(node.text)
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {name: plain(value) for name, (_key, value) in node.by_key.items()}


def _meant(text: str) -> str | int | Decimal | bool | None:
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return Decimal(text) if _DECIMAL.fullmatch(text) else text

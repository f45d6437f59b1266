"""A pack's documents written out again as YAML, each value with the layer that set it where that is asked."""

import json
import re
from collections.abc import Iterator
from collections.abc import Mapping as Dict

from evalcli.language import _
from evalcli.model.document import Mapping, Node, Scalar, Sequence
from evalcli.model.place import Place

# Text that YAML reads as itself, and that evalcli means as it stands.
_PLAIN = re.compile(r"[\w%][\w%./+（）“”，。；、《》〔〕—-]*( [\w%./+]+)*")
_NOTHING = ("", "~", "null", "Null", "NULL")
_STEP = "  "


def written(node: Node, versions: Dict[str, str] | None = None) -> str:
    """Return a document as YAML; with the `versions` of layers every value is followed by where it was set."""
    return "\n".join(_lines(node, "", versions)) + "\n"


def _lines(node: Node, indent: str, versions: Dict[str, str] | None) -> Iterator[str]:
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield from _entry(f"{indent}{_text(key)}:", value, indent, versions)
    elif isinstance(node, Sequence):
        for value in node.items:
            yield from _member(value, indent, versions)
    else:
        yield indent + _text(node) + _said(node.place, versions)


def _entry(head: str, value: Node, indent: str, versions: Dict[str, str] | None) -> Iterator[str]:
    if isinstance(value, Scalar):
        yield f"{head} {_text(value)}{_said(value.place, versions)}"
    elif _flat(value):
        yield f"{head} {_flow(value)}{_said(value.place, versions)}"
    else:
        yield head
        yield from _lines(value, indent + _STEP, versions)


def _member(value: Node, indent: str, versions: Dict[str, str] | None) -> Iterator[str]:
    """Yield a member of a list: its first line stands beside the dash."""
    first, *more = (
        _lines(value, indent + _STEP, versions)
        if not _flat(value)
        else [f"{indent}{_STEP}{_flow(value)}{_said(value.place, versions)}"]
    )
    yield f"{indent}- {first.removeprefix(indent + _STEP)}"
    yield from more


def _flat(node: Node) -> bool:
    """Return whether a list or mapping is short enough in meaning to stand on one line: it holds only single values."""
    if isinstance(node, Sequence):
        return all(isinstance(one, Scalar) for one in node.items)
    return isinstance(node, Mapping) and not node.entries


def _flow(node: Node) -> str:
    if isinstance(node, Sequence):
        return "[" + ", ".join(_text(one, inside=True) for one in node.items if isinstance(one, Scalar)) + "]"
    return "{}"


def _text(scalar: Scalar, *, inside: bool = False) -> str:
    """Return a scalar so that it is read again as what it is."""
    if not scalar.quoted and scalar.text in _NOTHING:
        return "null"
    if scalar.quoted or not _PLAIN.fullmatch(scalar.text) or (inside and "," in scalar.text):
        return json.dumps(scalar.text, ensure_ascii=False)
    return scalar.text


def _said(place: Place, versions: Dict[str, str] | None) -> str:
    """Return who set a value: the layer, its version, file and line."""
    if versions is None:
        return ""
    layer = place.file.partition("/")[0]
    if layer not in versions:
        return _("  # 本县 {place}").format(place=f"{place.file}:{place.line}")
    return f"  # {layer} {versions[layer]} {place.file}:{place.line}"

"""Local changes laid over a pack's documents (本地化), before anything is built.

A change replaces what it names and keeps the places, so that a fault points at the line that made it.
"""

from collections.abc import Mapping as Dict
from dataclasses import replace
from difflib import get_close_matches

from evalcli.language import _
from evalcli.model.document import Document, Mapping, Node, Scalar, Sequence
from evalcli.model.notice import Level, Notice


def tailored(areas: tuple[Document, ...], changes: Dict[str, Node]) -> tuple[tuple[Document, ...], tuple[Notice, ...]]:
    """Return the area documents with `changes` (by indicator id) laid over them, and unknown targets."""
    known = [_id(node) for document in areas for node in _indicators(document)]
    faults = tuple(_unknown(target, node, known) for target, node in changes.items() if target not in known)
    return tuple(_changed(document, changes) for document in areas), faults


def overlaid(below: Document, above: Document, without: tuple[str, ...] = ()) -> Document:
    """Return `below` with the entries of `above` in place of its own, `without` those of `above` named."""
    assert isinstance(below.root, Mapping) and isinstance(above.root, Mapping)
    kept = tuple((key, value) for key, value in above.root.entries if key.text not in without)
    names = {key.text for key, _value in kept}
    entries = tuple((key, value) for key, value in below.root.entries if key.text not in names)
    return replace(above, root=Mapping(entries + kept, above.root.place))


def _indicators(document: Document) -> tuple[Node, ...]:
    node = document.root.get("indicators") if isinstance(document.root, Mapping) else None
    return node.items if isinstance(node, Sequence) else ()


def _id(node: Node) -> str:
    name = node.get("id") if isinstance(node, Mapping) else None
    return name.text if isinstance(name, Scalar) else ""


def _changed(document: Document, changes: Dict[str, Node]) -> Document:
    assert isinstance(document.root, Mapping)
    kept = [_patched(node, changes.get(_id(node))) for node in _indicators(document) if not _dropped(changes.get(_id(node)))]
    entries = tuple(
        (key, Sequence(tuple(kept), value.place) if key.text == "indicators" else value)
        for key, value in document.root.entries
    )
    return replace(document, root=Mapping(entries, document.root.place))


def _dropped(change: Node | None) -> bool:
    return isinstance(change, Mapping) and change.get("drop") is not None


def _patched(indicator: Node, change: Node | None) -> Node:
    if not isinstance(change, Mapping) or not isinstance(indicator, Mapping):
        return indicator
    inner = change.get("key_points")
    entries = tuple(
        (key, _points_patched(value, inner) if key.text == "key_points" else change.get(key.text) or value)
        for key, value in indicator.entries
    )
    added = tuple((key, value) for key, value in change.entries if indicator.get(key.text) is None)
    return Mapping(entries + added, indicator.place)


def _points_patched(points: Node, inner: Node | None) -> Node:
    if not isinstance(inner, Mapping) or not isinstance(points, Sequence):
        return points
    return Sequence(tuple(_patched(point, inner.get(_id(point))) for point in points.items), points.place)


def _unknown(target: str, node: Node, known: list[str]) -> Notice:
    near = get_close_matches(target, known, 1)
    advice = _("最接近的是“{near}”。").format(near=near[0]) if near else _("用 evalcli score 可以看到全部指标编号。")
    message = _("本地化改动了不存在的指标“{target}”").format(target=target)
    return Notice("pack.unknown-target", Level.STOP, message, advice, node.place)

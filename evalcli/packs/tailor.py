"""Local changes laid over a pack's documents (本地化), before anything is built.

A pack that extends another writes `change:`, `drop:` and `points:`; a county writes the same under `tailored:`.
What is changed keeps its place, so that a fault points at the line that made it.
"""

from collections.abc import Iterator
from collections.abc import Mapping as Dict
from decimal import Decimal
from difflib import get_close_matches
from fractions import Fraction

from evalcli.language import _, enumerated
from evalcli.model.document import Document, Mapping, Node, Scalar, Sequence, mapping
from evalcli.model.frozen import dataclass, replace
from evalcli.model.notice import Level, Notice
from evalcli.model.numbers import plain
from evalcli.model.place import Place

Pairs = tuple[tuple[Scalar, Node], ...]
# Of these the entries are replaced one by one; everything else is replaced whole.
_MERGED = ("say", "advice")
# What a key point that the pack does not have must bring with it.
_WHOLE = ("text", "points", "judge")


@dataclass(frozen=True, slots=True)
class Tailoring:
    """What somebody changes: indicators by id, indicators left out and why, the full points meant afterwards."""

    changes: Pairs
    drops: Pairs
    points: Node | None


@dataclass(frozen=True, slots=True)
class Tailored:
    """The documents after the change, what was changed in words, the ids that are gone, and what could not be changed."""

    head: Document
    areas: tuple[Document, ...]
    said: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    faults: tuple[Notice, ...] = ()


def of_pack(head: Document) -> Tailoring:
    """Return how a pack changes the one that it extends."""
    root = _mapping(head.root)
    return Tailoring(root.pairs("change"), root.pairs("drop"), root.get("points"))


def of_county(entry: Mapping) -> Tailoring:
    """Return how a county changes its pack (`tailored:`)."""
    changes = tuple(pair for pair in entry.entries if pair[0].text not in ("drop", "points"))
    return Tailoring(changes, entry.pairs("drop"), entry.get("points"))


def tailored(head: Document, areas: tuple[Document, ...], wish: Tailoring) -> Tailored:
    """Return the documents of a pack with `wish` laid over them."""
    dropped = {key.text for key, _why in wish.drops}
    before = {_id(node): _mapping(node) for document in areas for node in _indicators(document)}
    left = {name: entry for name, entry in before.items() if name not in dropped}
    changes = {key.text: _mapping(node) for key, node in wish.changes}
    faults = (*_unknown(wish.drops, before), *_unknown(wish.changes, left), *_unknown_points(left, changes))
    if faults:
        return Tailored(head, areas, faults=faults)
    places = int(_mapping(head.root).text("decimals") or 2)
    after = {name: _changed(entry, changes[name], places) if name in changes else entry for name, entry in left.items()}
    lost = sum((Decimal(entry.text("points")) for name, entry in before.items() if name in dropped), Decimal(0))
    new_head = _with_points(head, wish.points, lost)
    said = (*_said(wish, before), *_said_of_points(head, new_head))
    gone = tuple(name for name in _ids(before) if name not in set(_ids(after)))
    return Tailored(new_head, tuple(_with_indicators(document, after) for document in areas), said, gone)


def overlaid(below: Document, above: Document, without: tuple[str, ...] = ()) -> Document:
    """Return `below` with the entries of `above` in place of its own, `without` those of `above` named."""
    kept = tuple((key, value) for key, value in _mapping(above.root).entries if key.text not in without)
    names = {key.text for key, _value in kept}
    entries = tuple((key, value) for key, value in _mapping(below.root).entries if key.text not in names)
    return replace(above, root=mapping(entries + kept, above.root.place))


def overlaid_tables(below: Document | None, above: Document | None) -> Document | None:
    """Return the tables and measures of `below` with those of `above` in place of their own."""
    if below is None or above is None:
        return above or below
    entries = tuple(
        (key, _joined(value, _mapping(above.root).get(key.text))) for key, value in _mapping(below.root).entries
    )
    added = tuple(pair for pair in _mapping(above.root).entries if _mapping(below.root).get(pair[0].text) is None)
    return replace(above, root=mapping(entries + added, above.root.place))


def _joined(below: Node, above: Node | None) -> Node:
    if not isinstance(below, Mapping) or not isinstance(above, Mapping):
        return below
    kept = tuple((key, value) for key, value in below.entries if above.get(key.text) is None)
    return mapping(kept + above.entries, above.place)


def _mapping(node: Node) -> Mapping:
    assert isinstance(node, Mapping)  # the schema has seen to it
    return node


def _indicators(document: Document) -> tuple[Node, ...]:
    return _mapping(document.root).items("indicators")


def _id(node: Node) -> str:
    return _mapping(node).text("id")


def _ids(indicators: Dict[str, Mapping]) -> Iterator[str]:
    """Yield the ids of indicators and of their key points."""
    for name, entry in indicators.items():
        yield name
        yield from (name + _id(point) for point in entry.items("key_points"))


def _with(entry: Mapping, *pairs: tuple[Scalar, Node]) -> Mapping:
    """Return a mapping with entries put in the place of those of the same name, or after the last."""
    new = {key.text: value for key, value in pairs}
    entries = tuple((key, new.pop(key.text, value)) for key, value in entry.entries)
    return mapping(entries + tuple((key, value) for key, value in pairs if key.text in new), entry.place)


def _with_indicators(document: Document, after: Dict[str, Mapping]) -> Document:
    kept = tuple(after[_id(node)] for node in _indicators(document) if _id(node) in after)
    root = _mapping(document.root)
    key = Scalar("indicators", root.place)
    return replace(document, root=_with(root, (key, Sequence(kept, root.place))))


def _changed(entry: Mapping, change: Mapping, places: int) -> Mapping:
    """Return an indicator as changed; unless new points of its key points are written, they keep their proportion."""
    pairs = [(key, _merged(entry.get(key.text), node) if key.text in _MERGED else node) for key, node in change.entries]
    pairs = [pair for pair in pairs if pair[0].text not in ("key_points", "because")]
    because = "；".join(why for why in (entry.text("because"), change.text("because")) if why)
    patches = change.pairs("key_points")
    points = _patched(entry.items("key_points"), patches)
    patched = _with(entry, *pairs, (Scalar("because", change.place), Scalar(because, change.place)))
    if not any(_mapping(patch).get("points") for _key, patch in patches):
        points = _shared_out(points, patched, places)
    return _with(patched, (Scalar("key_points", entry.place), Sequence(points, entry.place)))


def _merged(old: Node | None, new: Node) -> Mapping:
    return _with(old, *_mapping(new).entries) if isinstance(old, Mapping) else _mapping(new)


def _patched(points: tuple[Node, ...], patches: Pairs) -> tuple[Mapping, ...]:
    """Return key points with patches by id; a patch of one that is not there is a new key point."""
    by_id = {key.text: _mapping(node) for key, node in patches}
    old = [_with(_mapping(point), *by_id.pop(_id(point), mapping((), point.place)).entries) for point in points]
    new = [_with(_mapping(node), (Scalar("id", key.place), key)) for key, node in patches if key.text in by_id]
    return tuple(point for point in (*old, *new) if point.get("drop") is None)


def _shared_out(points: tuple[Mapping, ...], indicator: Mapping, places: int) -> tuple[Mapping, ...]:
    """Share points out in the proportion of the key points' own; what rounding leaves over goes to the last."""
    full = Decimal(indicator.text("points"))
    own = [Fraction(point.text("points")) for point in points]
    whole = sum(own, Fraction(0))
    if not whole or whole == Fraction(full):
        return points
    unit = Decimal(1).scaleb(-places)
    shares = [int(share * Fraction(full) / whole / Fraction(unit)) * unit for share in own]
    shares[-1] += full - sum(shares, Decimal(0))
    place = (indicator.get("points") or indicator).place
    return tuple(_worth(point, share, place) for point, share in zip(points, shares, strict=True))


def _worth(point: Mapping, points: Decimal, place: Place) -> Mapping:
    """Return a key point with other points, set where those of its indicator are."""
    return _with(point, (Scalar("points", place), Scalar(f"{points:f}", place)))


def _with_points(head: Document, points: Node | None, lost: Decimal) -> Document:
    """Return a head with the full points that are meant: as written, else without those of what was left out."""
    root = _mapping(head.root)
    before = (root.get("points") or root).place
    full = points or Scalar(f"{Decimal(root.text('points')) - lost:f}", before)
    return replace(head, root=_with(root, (Scalar("points", before), full)))


def _unknown(wished: Pairs, known: Dict[str, Mapping]) -> Iterator[Notice]:
    for key, _node in wished:
        if key.text not in known:
            near = get_close_matches(key.text, known, 1)
            advice = (
                _("最接近的是“{near}”。").format(near=near[0]) if near else _("用 evalcli score 可以看到全部指标编号。")
            )
            message = _("本地化改动了不存在的指标“{target}”").format(target=key.text)
            yield Notice("pack.unknown-target", Level.STOP, message, advice, key.place)


def _unknown_points(known: Dict[str, Mapping], changes: Dict[str, Mapping]) -> Iterator[Notice]:
    """Yield key points that are neither the pack's own nor whole enough to be new ones."""
    for name in (name for name in changes if name in known):
        own = {_id(point) for point in known[name].items("key_points")}
        for key, patch in changes[name].pairs("key_points"):
            if key.text not in own and not all(_mapping(patch).get(what) for what in _WHOLE):
                message = _("本地化改动了不存在的评估要点“{target}”").format(target=name + key.text)
                advice = _("现有要点：{own}；要新增，就写全 text、points、judge。").format(own=enumerated(sorted(own)))
                yield Notice("pack.unknown-target", Level.STOP, message, advice, key.place)


def _said(wish: Tailoring, before: Dict[str, Mapping]) -> Iterator[str]:
    """Yield what was changed and why, as it is printed with every result."""
    for key, why in wish.drops:
        yield _("{id} 不考核：{why}").format(id=key.text, why=why.text if isinstance(why, Scalar) else "")
    for key, node in wish.changes:
        change = _mapping(node)
        old = before[key.text].text("points")
        what = enumerated(_what(part.text, old, change) for part, _node in change.entries if part.text != "because")
        yield _("{id} 改{what}：{why}").format(id=key.text, what=what, why=change.text("because"))


def said_of_layer(head: Document, fields: Document | None, sheets: Document | None = None) -> tuple[str, ...]:
    """Return what a pack has in place of the criteria that it extends, beside its indicators."""
    words = {
        "dimensions": _("分项"),
        "grades": _("等次"),
        "vetoes": _("一票否决"),
        "relations": _("数据关系"),
        "decimals": _("得分小数位数"),
        "outcome": _("定等办法"),
        "eligible": _("申报条件"),
        "stops": _("终止情形"),
        "bonus": _("加分事项"),
        "requires": _("附加条件"),
        "caps": _("封顶情形"),
        "lowered": _("降等情形"),
        "combine": _("合成得分"),
    }
    parts = [words[key.text] for key, _node in _mapping(head.root).entries if key.text in words]
    labels = [_mapping(node).text("label") for _key, node in _mapping(fields.root).entries] if fields else []
    said = [_("改{parts}").format(parts=enumerated(parts))] if parts else []
    said += [_("增改填报项：{labels}").format(labels=enumerated(labels))] if labels else []
    changed = _labels_of_sheets(sheets)
    return (*said, *([_("增改学校表和分学校指标：{labels}").format(labels=enumerated(changed))] if changed else []))


def _labels_of_sheets(sheets: Document | None) -> list[str]:
    """Return what a layer's own tables and measures are called."""
    entries = _mapping(sheets.root).entries if sheets else ()
    return [_mapping(node).text("label") for _key, section in entries for _name, node in _mapping(section).entries]


def _what(part: str, old: str, change: Mapping) -> str:
    words = {
        "title": _("名称"),
        "short": _("简称"),
        "source": _("依据"),
        "office": _("责任单位"),
        "evidence": _("佐证材料"),
        "key_points": _("评估要点"),
        "say": _("报告用语"),
        "advice": _("整改建议"),
    }
    return words.get(part) or _("分值（{old}分改为{new}分）").format(old=old, new=change.text("points"))


def _said_of_points(before: Document, after: Document) -> Iterator[str]:
    old, new = (Decimal(_mapping(document.root).text("points")) for document in (before, after))
    if old != new:
        yield _("总分由{old}分改为{new}分").format(old=plain(old), new=plain(new))

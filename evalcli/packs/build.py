"""Documents in shape → `Pack`. Meaning that needs the whole pack is checked in `references.py`."""

from collections.abc import Iterator
from collections.abc import Mapping as Dict
from decimal import Decimal

from evalcli.model.document import Document, Mapping, Node, Scalar, members, texts
from evalcli.model.pack import Area, Band, Case, Indicator, KeyPoint, Pack, Relation, Source, Veto
from evalcli.model.plain import plain
from evalcli.packs.fields import field
from evalcli.packs.outcome import outcome
from evalcli.packs.tables import measures, tables
from evalcli.rules import kind_of


def build(head: Document, fields: Document, areas: tuple[Document, ...], sheets: Document | None = None) -> Pack:
    """Return the pack that these documents describe."""
    root = _mapping(head.root)
    return Pack(
        id=root.text("id"),
        version=root.text("version"),
        title=root.text("title"),
        source=_source(root.get("source")),
        provisional=root.text("provisional"),
        areas=tuple(_area(_mapping(document.root)) for document in areas),
        fields={key.text: field(key, _mapping(value)) for key, value in _mapping(fields.root).entries},
        dimensions={key.text: texts(value) for key, value in root.pairs("dimensions")},
        grades=tuple(_bands(root)),
        vetoes=tuple(_veto(_mapping(node)) for node in root.items("vetoes")),
        relations=tuple(_relation(_mapping(node)) for node in root.items("relations")),
        tables=tables(sheets),
        measures=measures(sheets),
        outcome=outcome(root),
        decimals=int(root.text("decimals") or 2),
        total=Decimal(root.text("points") or 100),
        genre=root.text("genre") or "self-assessment",
        jump=root.text("jump"),
        mixed_bases=tuple(texts(_mapping(node).get("bases")) for node in root.items("mixed_bases")),
    )


def judges(areas: tuple[Document, ...]) -> Iterator[tuple[str, Mapping]]:
    """Yield every key point's id with its `judge:` as written: each kind of rule has a shape of its own."""
    for document in areas:
        for item in _mapping(document.root).items("indicators"):
            for point in _mapping(item).items("key_points"):
                yield _mapping(item).text("id") + _mapping(point).text("id"), _mapping(_mapping(point).get("judge"))


def cases(documents: tuple[Document, ...]) -> tuple[Case, ...]:
    """Return the worked examples of a pack, which only those who prove it need."""
    return tuple(_case(_mapping(node)) for document in documents for node in members(document.root))


def _mapping(node: Node | None) -> Mapping:
    assert isinstance(node, Mapping)  # the schema has seen to it
    return node


def _source(node: Node | None) -> Source:
    if not isinstance(node, Mapping):
        return Source(document="")
    return Source(*(node.text(key) for key in ("document", "number", "clause", "note")))


def _bands(root: Mapping) -> Iterator[Band]:
    bands = [Band(key.text, Decimal(value.text)) for key, value in root.pairs("grades") if isinstance(value, Scalar)]
    yield from sorted(bands, key=lambda band: band.from_points, reverse=True)


def _area(root: Mapping) -> Area:
    return Area(
        id=root.text("id"),
        title=root.text("title"),
        heading=root.text("heading") or root.text("title"),
        indicators=tuple(_indicator(_mapping(node)) for node in root.items("indicators")),
        joins=root.text("joins"),
    )


def _indicator(entry: Mapping) -> Indicator:
    return Indicator(
        id=entry.text("id"),
        title=entry.text("title"),
        short=entry.text("short") or entry.text("title"),
        points=Decimal(entry.text("points")),
        source=_source(entry.get("source")),
        offices=texts(entry.get("office")),
        key_points=tuple(_key_point(_mapping(node), entry.text("id")) for node in entry.items("key_points")),
        evidence=texts(entry.get("evidence")),
        say=_sentences(entry, "say"),
        advice=_sentences(entry, "advice"),
        tailored=entry.text("because"),
        place=entry.place,
    )


def _key_point(entry: Mapping, indicator: str) -> KeyPoint:
    parameters = plain(judge) if (judge := entry.get("judge")) else {}
    return KeyPoint(
        id=indicator + entry.text("id"),
        text=entry.text("text"),
        points=Decimal(entry.text("points")),
        rule=kind_of(parameters),
        parameters=parameters,
        value=entry.text("value"),
        table=entry.text("table"),
        stage=entry.text("stage"),
        place=entry.place,
    )


def _sentences(entry: Mapping, key: str) -> Dict[str, str]:
    return {verdict.text: node.text for verdict, node in entry.pairs(key) if isinstance(node, Scalar)}


def _veto(entry: Mapping) -> Veto:
    return Veto(entry.text("when"), entry.text("say"), entry.text("source"), entry.place)


def _relation(entry: Mapping) -> Relation:
    level = entry.text("level") or "疑似"
    words = (entry.text("id"), entry.text("holds"), entry.text("say"), level, entry.text("advice"))
    return Relation(*words, entry.place, entry.text("table"))


def _case(entry: Mapping) -> Case:
    return Case(
        entry.text("indicator"),
        entry,
        plain(expect) if (expect := entry.get("expect")) else {},
        entry.text("because"),
        entry.place,
    )

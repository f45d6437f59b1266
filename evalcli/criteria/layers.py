"""A pack's folder → its documents, laid over those that it extends, tailored, and built."""

import hashlib
from collections.abc import Callable, Iterator
from collections.abc import Mapping as Dict
from functools import cache as cached
from functools import partial
from pathlib import Path
from typing import Any

from evalcli import packs, read
from evalcli.criteria.find import Pairs, folder_of, found, other_version
from evalcli.language import _
from evalcli.model.document import Document, Mapping, Scalar, mapping, texts
from evalcli.model.frozen import dataclass, replace
from evalcli.model.notice import Level, Notice, Stopped, stop_on_faults
from evalcli.model.pack import Pack
from evalcli.rules import kind_of, rule

# What a pack writes to change another; the pack that comes out of it does not say it again.
_OF_A_LAYER = ("extends", "change", "drop")


@dataclass(frozen=True, slots=True)
class Layer:
    """The documents of a pack, what was tailored in them, and every file that they came from."""

    head: Document
    fields: Document | None
    areas: tuple[Document, ...]
    files: tuple[Document, ...]
    sheets: Document | None = None
    said: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    @property
    def root(self) -> Mapping:
        """Return what pack.yaml says."""
        assert isinstance(self.head.root, Mapping)  # the schema has seen to it
        return self.head.root


def open_layer(wish: str, county: Path | None = None, tailoring: Pairs = ()) -> Layer:
    """Return the documents of a pack after all that it extends, with a county's own tailoring laid over them."""
    layer = _layered(*found(wish, county), ())
    return _tailored(layer, packs.of_county(_in_shape(tailoring))) if tailoring else layer


def examined(folder: Path, county: Path | None) -> tuple[Pack | None, tuple[Notice, ...]]:
    """Return a pack, None where it cannot even be built, and everything that keeps it from being used."""
    unread = tuple(
        notice for name, schema in _files(folder) for notice in _stopping(partial(one, folder, name, schema))
    )
    if unread:
        return None, unread
    try:
        layer = _layered(folder, county, ())
        pack = _assembled(folder, layer)
    except Stopped as stopped:
        return None, stopped.notices
    return pack, packs.faults(pack)


def _files(folder: Path) -> list[tuple[str, str]]:
    """Return the files of a pack's folder, each with its schema."""
    kinds = {"pack.yaml": "pack", "fields.yaml": "fields", "tables.yaml": "tables"}
    names = [path.name for path in sorted(folder.glob("*.yaml"))]
    cases = [f"cases/{path.name}" for path in sorted((folder / "cases").glob("*.yaml"))]
    return [*((name, kinds.get(name, "area")) for name in names), *((name, "cases") for name in cases)]


def _stopping(load: Callable[[], object]) -> tuple[Notice, ...]:
    try:
        load()
    except Stopped as stopped:
        return stopped.notices
    return ()


def built(folder: Path, county: Path | None, tailoring: Pairs) -> Pack:
    """Return the pack of a folder, built from its files and those of the packs below it."""
    layer = _layered(folder, county, ())
    if tailoring:
        layer = _tailored(layer, packs.of_county(_in_shape(tailoring)))
    pack = _assembled(folder, layer)
    stop_on_faults(packs.faults(pack))
    names = sorted(f"{file.name}:{file.sha256}" for file in layer.files)
    digest = hashlib.sha256("\n".join([*names, repr(tailoring)]).encode()).hexdigest()
    layers = tuple(sorted({file.name.partition("/")[0] for file in layer.files}))
    return replace(pack, sha256=digest, tailored=layer.said, dropped=layer.dropped, layers=layers)


def _assembled(folder: Path, layer: Layer) -> Pack:
    """Return the pack that documents describe, whose faults are still to be looked for."""
    if layer.fields is None:
        message = _("指标包 {name} 没有 fields.yaml").format(name=folder.name)
        raise Stopped([Notice("pack.incomplete", Level.STOP, message, _("补上，或用 extends 写明以哪个包为底。"))])
    stop_on_faults(notice for point, judge in packs.judges(layer.areas) for notice in _judge_faults(point, judge))
    return packs.build(layer.head, layer.fields, layer.areas, layer.sheets)


def _in_shape(tailoring: Pairs) -> Mapping:
    """Return a county's `tailored:`; what has not the right shape cannot be laid over anything."""
    place = tailoring[0][0].place
    entry = mapping(tailoring, place)
    whole = Document(place.file, "", mapping(((Scalar("tailored", place), entry),), place))
    _stop_on_any(read.shape(whole, _tailoring_schema()))
    return entry


@cached
def _tailoring_schema() -> Dict[str, Any]:
    return {**read.schema("county"), "required": []}


def _judge_faults(point: str, judge: Mapping) -> Iterator[Notice]:
    """Yield what is wrong with the parameters of a key point's rule."""
    kind = kind_of(read.plain(judge))
    if not kind:
        yield packs.unknown_rule(point, judge)
        return
    wrapped = Document(judge.place.file, "", mapping(((Scalar("judge", judge.place), judge),), judge.place))
    for notice in read.shape(wrapped, _judge_schema(kind)):
        message = _("评估要点 {id}：{what}").format(id=point, what=notice.message)
        yield replace(notice, code="pack.rule", level=Level.STOP, message=message)


@cached
def _judge_schema(kind: str) -> Dict[str, Any]:
    return {"type": "object", "properties": {"judge": rule(kind).PARAMETERS}}


def _layered(folder: Path, county: Path | None, above: tuple[str, ...]) -> Layer:
    """Return a pack laid over the one that it extends."""
    own = _read(folder)
    wish = own.root.get("extends")
    if not isinstance(wish, Scalar):
        return own
    name, _at, version = wish.text.partition("@")
    if name in (*above, folder.name):
        message = _("指标包互相以对方为底：{names}").format(names=" → ".join((*above, folder.name, name)))
        raise Stopped([Notice("pack.circle", Level.STOP, message, _("去掉其中一个 extends。"), wish.place)])
    below = _layered(folder_of(name, county, wish.place), county, (*above, folder.name))
    stop_on_faults(other_version(name, below.root.text("version"), version, wish.place))
    changed = _tailored(below, packs.of_pack(own.head))
    fields = (
        packs.overlaid(changed.fields, own.fields) if changed.fields and own.fields else changed.fields or own.fields
    )
    head = packs.overlaid(changed.head, own.head, _OF_A_LAYER)
    said = changed.said + packs.said_of_layer(own.head, own.fields, own.sheets)
    sheets = packs.overlaid_tables(changed.sheets, own.sheets)
    return replace(changed, head=head, fields=fields, sheets=sheets, files=below.files + own.files, said=said)


def _tailored(layer: Layer, wish: packs.Tailoring) -> Layer:
    done = packs.tailored(layer.head, layer.areas, wish)
    stop_on_faults(done.faults)
    said, dropped = layer.said + done.said, layer.dropped + done.dropped
    return replace(layer, head=done.head, areas=done.areas, said=said, dropped=dropped)


def _read(folder: Path) -> Layer:
    """Return the documents of one pack folder."""
    head = one(folder, "pack.yaml", "pack")
    fields = one(folder, "fields.yaml", "fields") if (folder / "fields.yaml").exists() else None
    assert isinstance(head.root, Mapping)  # the schema has seen to it
    stated = head.root.get("id")
    if isinstance(stated, Scalar) and stated.text != folder.name:
        message = _("指标包的文件夹叫“{folder}”，id 却是“{id}”").format(folder=folder.name, id=stated.text)
        raise Stopped([Notice("pack.folder", Level.STOP, message, _("两处改成一样。"), stated.place)])
    areas = tuple(one(folder, f"{name}.yaml", "area") for name in texts(head.root.get("areas")))
    sheets = one(folder, "tables.yaml", "tables") if (folder / "tables.yaml").exists() else None
    return Layer(head, fields, areas, (head, *(one for one in (fields, sheets) if one), *areas), sheets)


def one(folder: Path, name: str, schema: str) -> Document:
    """Return one file of a pack in shape by its schema, or stop with all its faults."""
    document, unread = read.document(folder / name, f"{folder.name}/{name}")
    _stop_on_any(unread)
    assert document is not None  # whatever could not be read has been told
    _stop_on_any(read.shape(document, read.schema(schema)))
    return document


def _stop_on_any(notices: tuple[Notice, ...]) -> None:
    """Stop where a pack's file has any fault: nobody is to be scored by half a pack."""
    if notices:
        raise Stopped(replace(notice, level=Level.STOP) for notice in notices)

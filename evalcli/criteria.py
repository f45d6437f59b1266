"""A pack's name → the pack: found, read, laid over what it extends, built, proved, and kept for next time."""

import hashlib
import pickle
from collections.abc import Mapping as Dict
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from evalcli import __version__, cache, packs, read, resources
from evalcli.language import _
from evalcli.model.document import Document, Mapping, Node, Scalar
from evalcli.model.notice import Level, Notice, Stopped, stop_on_faults
from evalcli.model.pack import Case, Pack

# Packs by the hash of all that they were built from: a changed file has another name here.
_AT_HAND: dict[Path, Pack] = {}
Pairs = tuple[tuple[Scalar, Node], ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """The documents of one pack folder."""

    head: Document
    fields: Document | None
    areas: tuple[Document, ...]
    sheets: Document | None = None


def load_pack(wish: str, county: Path | None = None, tailoring: Pairs = ()) -> Pack:
    """Return the pack that `wish` names (id or id@version), with a county's own tailoring laid over it."""
    name, _at, version = wish.partition("@")
    folder = _folder(name, county)
    pack = _kept(folder, county) if not tailoring else _built(folder, county, tailoring)
    if version and not (pack.version + ".").startswith(version.removesuffix(".x") + "."):
        message = _("指标包 {id} 现有版本 {have}，要的是 {want}").format(id=pack.id, have=pack.version, want=version)
        raise Stopped([Notice("pack.version", Level.STOP, message, _("改 pack 一行的版本，或装上要的版本。"))])
    return pack


def load_cases(name: str, county: Path | None = None) -> tuple[Pack, tuple[Case, ...]]:
    """Return a pack and the worked examples that prove it."""
    folder = _folder(name, county)
    pack = load_pack(name, county)
    notices: list[Notice] = []
    read_in = [_one(folder, f"cases/{path.name}", "cases", notices) for path in sorted((folder / "cases").glob("*.yaml"))]
    cases = packs.cases(tuple(one for one in read_in if one))
    stop_on_faults([*(replace(notice, level=Level.STOP) for notice in notices), *packs.case_faults(pack, cases)])
    return pack, cases


def _folder(name: str, county: Path | None) -> Path:
    found = resources.find("indicators", name, county) if name else None
    if found:
        return found
    known = resources.names("indicators", county)
    near = get_close_matches(name, known, 1) or list(known)
    message = _("没有指标包“{name}”").format(name=name)
    advice = _("现有的指标包：{known}。最接近的是“{near}”。").format(known="、".join(known), near=near[0])
    raise Stopped([Notice("pack.unknown", Level.STOP, message, advice)])


def _kept(folder: Path, county: Path | None) -> Pack:
    """Return the pack from the cache when none of its files, nor the code that builds it, has changed."""
    room = cache.folder("packs")
    if room is None or _extends(folder):
        return _built(folder, county, ())
    place = room / (_fingerprint(folder) + ".pickle")
    if place in _AT_HAND:
        return _AT_HAND[place]
    _AT_HAND[place] = pack = _unpickled(place) or _pickled(place, _built(folder, county, ()))
    return pack


def _unpickled(place: Path) -> Pack | None:
    try:
        found = pickle.loads(place.read_bytes())  # a folder of the user's own, see cache.py
    except (OSError, pickle.UnpicklingError, AttributeError, EOFError, ImportError, IndexError, TypeError, ValueError):
        return None
    return found if isinstance(found, Pack) else None


def _pickled(place: Path, pack: Pack) -> Pack:
    cache.write(place, pickle.dumps(pack, protocol=5))
    return pack


def _extends(folder: Path) -> bool:
    """Return whether a pack stands on others, whose changes its own files would not show."""
    try:
        return b"extends:" in (folder / "pack.yaml").read_bytes()
    except OSError:
        return True


def _fingerprint(folder: Path) -> str:
    digest = hashlib.sha256(__version__.encode())
    for name, content in _files(folder):
        digest.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    digest.update(cache.code("model", "packs", "rules", "schemas").encode())
    return digest.hexdigest()


def _files(folder: Path) -> list[tuple[str, bytes]]:
    paths = sorted(path for path in folder.glob("*.yaml") if path.is_file())
    return [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in paths]


def _built(folder: Path, county: Path | None, tailoring: Pairs) -> Pack:
    layer, names = _layered(folder, county, ())
    changes = {key.text: node for key, node in tailoring}
    areas, unknown = packs.tailored(layer.areas, changes)
    if layer.fields is None or not layer.areas:
        message = _("指标包 {name} 没有 fields.yaml 或 areas").format(name=folder.name)
        raise Stopped([Notice("pack.incomplete", Level.STOP, message, _("补上，或用 extends 写明以哪个包为底。"))])
    stop_on_faults(unknown)
    pack = packs.build(layer.head, layer.fields, areas, layer.sheets)
    stop_on_faults(packs.faults(pack))
    said = tuple(_said(key, node) for key, node in _changes(layer.head).items()) + tuple(_said(*pair) for pair in changes.items())
    digest = hashlib.sha256("".join(f"{path}:{sha}\n" for path, sha in sorted(names)).encode()).hexdigest()
    return replace(pack, sha256=digest, tailored=said, layers=tuple(sorted({path.split("/")[0] for path, _sha in names})))


def _layered(folder: Path, county: Path | None, above: tuple[str, ...]) -> tuple[Layer, list[tuple[str, str]]]:
    """Return the documents of a pack laid over those of the pack it extends, and the hash of every file."""
    layer = _read(folder)
    files = _read_hashes(folder, layer)
    base = layer.head.root.text("extends").partition("@")[0] if isinstance(layer.head.root, Mapping) else ""
    if not base:
        return layer, files
    if base in (*above, folder.name):
        message = _("指标包互相以对方为底：{names}").format(names=" → ".join((*above, folder.name, base)))
        raise Stopped([Notice("pack.circle", Level.STOP, message, _("去掉其中一个 extends。"))])
    below, more = _layered(_folder(base, county), county, (*above, folder.name))
    areas, unknown = packs.tailored(below.areas, _changes(layer.head))
    stop_on_faults(unknown)
    fields = packs.overlaid(below.fields, layer.fields) if below.fields and layer.fields else below.fields or layer.fields
    head = packs.overlaid(below.head, layer.head)
    return Layer(head, fields, areas + layer.areas, layer.sheets or below.sheets), files + more


def _changes(head: Document) -> Dict[str, Node]:
    assert isinstance(head.root, Mapping)
    dropped = {key.text: Mapping(((replace(key, text="drop"), node),), node.place) for key, node in head.root.pairs("drop")}
    return {key.text: node for key, node in head.root.pairs("change")} | dropped


def _said(target: str, change: Node) -> str:
    entry = change if isinstance(change, Mapping) else Mapping((), change.place)
    if entry.get("drop"):
        return _("{id} 不考核：{why}").format(id=target, why=entry.text("drop"))
    keys = "、".join(key.text for key, _node in entry.entries if key.text != "because")
    return _("{id} 改了 {keys}：{why}").format(id=target, keys=keys, why=entry.text("because"))


def _read(folder: Path) -> Layer:
    notices: list[Notice] = []
    head = _one(folder, "pack.yaml", "pack", notices)
    fields = _one(folder, "fields.yaml", "fields", notices) if (folder / "fields.yaml").exists() else None
    named = [node.text for node in head.root.items("areas") if isinstance(node, Scalar)] if head and isinstance(head.root, Mapping) else []
    areas = [_one(folder, f"{name}.yaml", "area", notices) for name in named if "/" not in name and ".." not in name]
    if notices or head is None:
        raise Stopped(replace(notice, level=Level.STOP) for notice in notices)
    sheets = _one(folder, "tables.yaml", "tables", notices) if (folder / "tables.yaml").exists() else None
    if notices:
        raise Stopped(replace(notice, level=Level.STOP) for notice in notices)
    return Layer(head, fields, tuple(one for one in areas if one), sheets)


def _one(folder: Path, name: str, schema: str, notices: list[Notice]) -> Document | None:
    document, unread = read.document(folder / name, f"{folder.name}/{name}")
    notices += unread
    if document:
        notices += read.shape(document, read.schema(schema))
    return document


def _read_hashes(folder: Path, layer: Layer) -> list[tuple[str, str]]:
    documents = [layer.head, *(one for one in (layer.fields, layer.sheets) if one), *layer.areas]
    return [(document.name, document.sha256) for document in documents]

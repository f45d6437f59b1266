"""A pack's name → the pack: found, read, laid over what it extends, built, proved, and kept for next time."""

import hashlib
import pickle
import re
from collections.abc import Callable, Iterator
from collections.abc import Mapping as Dict
from difflib import get_close_matches
from functools import cache as cached
from functools import partial
from pathlib import Path
from typing import Any

from evalcli import __version__, cache, fill, packs, read, resources, score
from evalcli.language import _, chosen
from evalcli.model.document import Document, Mapping, Node, Scalar, texts
from evalcli.model.frozen import dataclass, replace
from evalcli.model.notice import Level, Notice, Stopped, stop_on_faults
from evalcli.model.numbers import Number, plain
from evalcli.model.pack import Case, KeyPoint, Pack
from evalcli.model.place import Place
from evalcli.rules import kind_of, rule

Pairs = tuple[tuple[Scalar, Node], ...]
# Packs by the hash of all that they were built from: a changed file has another name here.
_AT_HAND: dict[str, Pack] = {}
_EXTENDS = re.compile(rb"^extends:[ \t]*[\"']?([A-Za-z0-9._-]+)", re.MULTILINE)
# What a pack writes to change another; the pack that comes out of it does not say it again.
_OF_A_LAYER = ("extends", "change", "drop")
# What pickle raises over bytes that are none of its own; it promises nothing else.
_UNREADABLE = (
    pickle.UnpicklingError,
    ArithmeticError,
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    MemoryError,
    RuntimeError,
    TypeError,
    ValueError,
)
# Worked examples are reckoned as if handed in for this period unless they say `on`.
_CASES_YEAR, _CASES_FROM, _CASES_TO = "2021", "2021-01-01", "2022-06-30"


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


def load_pack(wish: str, county: Path | None = None, tailoring: Pairs = ()) -> Pack:
    """Return the pack that `wish` names (id or id@version), with a county's own tailoring laid over it."""
    name, _at, version = wish.partition("@")
    folder = _folder(name, county)
    pack = _built(folder, county, tailoring) if tailoring else _kept(folder, county)
    stop_on_faults(_other_version(pack.id, pack.version, version, None))
    return pack


def load_cases(name: str, county: Path | None = None) -> tuple[Pack, tuple[Case, ...]]:
    """Return a pack, named by its id or its folder, and the worked examples that prove it."""
    folder, county = found(name, county)
    pack = _kept(folder, county)
    cases = cases_in(folder)
    stop_on_faults(packs.case_faults(pack, cases))
    return pack, cases


def cases_in(folder: Path) -> tuple[Case, ...]:
    """Return the worked examples that lie in a pack's folder."""
    paths = sorted((folder / "cases").glob("*.yaml"))
    return packs.cases(tuple(_one(folder, f"cases/{path.name}", "cases") for path in paths))


def cases_below(folder: Path, county: Path | None) -> tuple[Case, ...]:
    """Return the worked examples of a pack that can be used, and of all the packs that it stands on."""
    return tuple(case for layer in _chain(folder, county) for case in cases_in(layer))


def prove(name: str, county: Path | None = None) -> tuple[Notice, ...]:
    """Return one notice for every worked example of a pack that comes out otherwise than it says."""
    pack, cases = load_cases(name, county)
    return tuple(notice for case in cases for notice in proved(pack, case))


def proved(pack: Pack, case: Case) -> tuple[Notice, ...]:
    """Return what is wrong with one worked example: nothing where it comes out as it says."""
    points = (point for indicator in pack.indicators for point in indicator.key_points)
    return tuple(_proved(pack, next(point for point in points if point.id == case.indicator), case))


def found(wish: str, county: Path | None = None) -> tuple[Path, Path | None]:
    """Return the folder of a pack that is named by its id or its folder, and the county whose packs it may stand on."""
    folder = Path(wish)
    if not (folder / "pack.yaml").is_file():
        return _folder(wish.partition("@")[0], county), county
    folder = folder.resolve()
    return folder, folder.parent.parent if folder.parent.name == "indicators" else county


def open_pack(wish: str, county: Path | None = None) -> Pack:
    """Return the pack that an author names by its id (id@version) or its folder."""
    pack = _kept(*found(wish, county))
    version = "" if (Path(wish) / "pack.yaml").is_file() else wish.partition("@")[2]
    stop_on_faults(_other_version(pack.id, pack.version, version, None))
    return pack


def open_layer(wish: str, county: Path | None = None, tailoring: Pairs = ()) -> Layer:
    """Return the documents of a pack after all that it extends, with a county's own tailoring laid over them."""
    layer = _layered(*found(wish, county), ())
    return _tailored(layer, packs.of_county(_in_shape(tailoring))) if tailoring else layer


def examined(folder: Path, county: Path | None) -> tuple[Pack | None, tuple[Notice, ...]]:
    """Return a pack, None where it cannot even be built, and everything that keeps it from being used."""
    unread = tuple(
        notice for name, schema in _files(folder) for notice in _stopping(partial(_one, folder, name, schema))
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


def _folder(name: str, county: Path | None, place: Place | None = None) -> Path:
    found = resources.find("indicators", name, county)
    if found:
        return found
    known = resources.names("indicators", county)
    near = get_close_matches(name, known, 1)
    message = _("没有指标包“{name}”").format(name=name)
    advice = _("现有的指标包：{known}。").format(known="、".join(known))
    advice += _("最接近的是“{near}”。").format(near=near[0]) if near else ""
    raise Stopped([Notice("pack.unknown", Level.STOP, message, advice, place)])


def _other_version(name: str, have: str, want: str, place: Place | None) -> list[Notice]:
    """Return a fault where another version is wanted than there is: 1 and 1.0 go with 1.0.3."""
    if not want or f"{have}.".startswith(f"{want}."):
        return []
    message = _("指标包 {id} 现有版本 {have}，要的是 {want}").format(id=name, have=have, want=want)
    return [Notice("pack.version", Level.STOP, message, _("改写要的版本，或装上那个版本。"), place)]


def _kept(folder: Path, county: Path | None) -> Pack:
    """Return the pack from the cache when none of its files, nor the code that builds it, has changed."""
    key = _fingerprint(folder, county)
    if not key:
        return _built(folder, county, ())
    if key not in _AT_HAND:
        room = cache.folder("packs")
        place = room / f"{key}.pickle" if room else None
        _AT_HAND[key] = (_unpickled(place) if place else None) or _pickled(place, _built(folder, county, ()))
    return _AT_HAND[key]


def _unpickled(place: Path) -> Pack | None:
    data = cache.read(place)
    try:
        found = pickle.loads(data) if data else None  # a folder of the user's own, see cache.py
    except _UNREADABLE:
        return None
    return found if isinstance(found, Pack) else None


def _pickled(place: Path | None, pack: Pack) -> Pack:
    if place:
        cache.write(place, pickle.dumps(pack, protocol=5))
    return pack


def _fingerprint(folder: Path, county: Path | None) -> str:
    """Return the hash of all that a pack is built from, empty where only building it could tell."""
    digest = hashlib.sha256(f"{__version__} {chosen()}".encode())
    digest.update(cache.code("model", "read", "packs", "rules", "formula", "schemas", "criteria").encode())
    try:
        for layer in _chain(folder, county):
            for path in sorted(layer.glob("*.yaml")):
                digest.update(f"{layer.name}/{path.name} ".encode() + hashlib.sha256(path.read_bytes()).digest())
    except (OSError, LookupError):
        return ""
    return digest.hexdigest()


def _chain(folder: Path, county: Path | None) -> Iterator[Path]:
    """Yield a pack's folder and those of the packs that it stands on."""
    seen: list[Path] = []
    below: Path | None = folder
    while below:
        if below in seen:
            raise LookupError(below)
        seen.append(below)
        yield below
        head = (below / "pack.yaml").read_bytes()
        found = _EXTENDS.search(head)
        if not found and b"extends" in head:
            raise LookupError(below)  # written in a way that this quick look does not know
        below = resources.find("indicators", found[1].decode(), county) if found else None


def _built(folder: Path, county: Path | None, tailoring: Pairs) -> Pack:
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
    entry = Mapping(tailoring, place)
    whole = Document(place.file, "", Mapping(((Scalar("tailored", place), entry),), place))
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
    wrapped = Document(judge.place.file, "", Mapping(((Scalar("judge", judge.place), judge),), judge.place))
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
    below = _layered(_folder(name, county, wish.place), county, (*above, folder.name))
    stop_on_faults(_other_version(name, below.root.text("version"), version, wish.place))
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
    head = _one(folder, "pack.yaml", "pack")
    fields = _one(folder, "fields.yaml", "fields") if (folder / "fields.yaml").exists() else None
    assert isinstance(head.root, Mapping)  # the schema has seen to it
    stated = head.root.get("id")
    if isinstance(stated, Scalar) and stated.text != folder.name:
        message = _("指标包的文件夹叫“{folder}”，id 却是“{id}”").format(folder=folder.name, id=stated.text)
        raise Stopped([Notice("pack.folder", Level.STOP, message, _("两处改成一样。"), stated.place)])
    areas = tuple(_one(folder, f"{name}.yaml", "area") for name in texts(head.root.get("areas")))
    sheets = _one(folder, "tables.yaml", "tables") if (folder / "tables.yaml").exists() else None
    return Layer(head, fields, areas, (head, *(one for one in (fields, sheets) if one), *areas), sheets)


def _one(folder: Path, name: str, schema: str) -> Document:
    document, unread = read.document(folder / name, f"{folder.name}/{name}")
    _stop_on_any(unread)
    assert document is not None  # whatever could not be read has been told
    _stop_on_any(read.shape(document, read.schema(schema)))
    return document


def _stop_on_any(notices: tuple[Notice, ...]) -> None:
    """Stop where a pack's file has any fault: nobody is to be scored by half a pack."""
    if notices:
        raise Stopped(replace(notice, level=Level.STOP) for notice in notices)


def _proved(pack: Pack, point: KeyPoint, case: Case) -> Iterator[Notice]:
    """Yield a fault when a worked example's verdict or points differ from those expected, or its figures cannot be used."""
    filled, notices = fill.county(pack, _handed_in(pack, case), ())
    for notice in notices:
        if notice.level is not Level.HINT:
            message = _("算例（{id}）的数据不能用：{why}").format(id=point.id, why=notice.message)
            yield Notice("pack.case-fails", Level.MUST, message, notice.advice, notice.place)
    found = score.point_result(pack, filled, point)
    expected = _shown(case.expect["verdict"], case.expect.get("points"), case.expect.get("status", ""))
    status = str(found.standing.status) if found.standing and "status" in case.expect else ""
    got = _shown(found.judgement.verdict, found.earned if "points" in case.expect else None, status)
    if got != expected:
        message = _("算例（{id}，{because}）应得：{expected}；算出来是：{got}")
        message = message.format(id=point.id, because=case.because, expected=expected, got=got)
        yield Notice(
            "pack.case-fails",
            Level.MUST,
            message,
            _("依据：{reason}。").format(reason=found.judgement.reason),
            case.place,
        )


def _shown(verdict: str, points: Number | None, status: str) -> str:
    said = f"{verdict}（{status}）" if status else str(verdict)
    return said if points is None else _("{verdict}，{points} 分").format(verdict=said, points=plain(points))


def _handed_in(pack: Pack, case: Case) -> Document:
    """Return the county file that a worked example stands for: of the whole year, in a pack that has one."""
    entry = case.given
    assert isinstance(entry, Mapping)  # the schema has seen to it
    place = entry.place

    def word(text: str) -> Scalar:
        return Scalar(text, place)

    start, end = pack.outcome.begins, pack.outcome.due
    year, since, until = (f"{end:%Y}", f"{start}", f"{end}") if end else (_CASES_YEAR, _CASES_FROM, _CASES_TO)
    period = Mapping(((word("from"), word(since)), (word("to"), word(entry.text("on") or until))), place)
    parts: list[tuple[Scalar, Node]] = [(word("year"), word(year)), (word("period"), period)]
    if given := entry.get("given"):
        parts.append((word("figures"), given))
    if tables := entry.get("tables"):
        parts.append((word("tables"), tables))
    if judged := entry.get("judged"):
        parts.append((word("judged"), Mapping(((word(case.indicator), judged),), place)))
    return Document(place.file, "", Mapping(tuple(parts), place))

"""A pack's name → the pack, from the cache where nothing that it was built from has changed."""

import hashlib
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

from evalcli import __version__, cache, resources
from evalcli.criteria.find import Pairs, folder_of, found, other_version
from evalcli.formula.parse import Formula, learn, parse
from evalcli.language import chosen
from evalcli.model.frozen import dataclass
from evalcli.model.notice import stop_on_faults
from evalcli.model.pack import Pack
from evalcli.rules import rule

# Packs by the hash of all that they were built from: a changed file has another name here.
_AT_HAND: dict[str, Pack] = {}
_EXTENDS = re.compile(rb"^extends:[ \t]*[\"']?([A-Za-z0-9._-]+)", re.MULTILINE)
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


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the cache holds of a pack: parsing its formulas takes as long as reading all the rest."""

    pack: Pack
    formulas: tuple[Formula, ...]


def load_pack(wish: str, county: Path | None = None, tailoring: Pairs = ()) -> Pack:
    """Return the pack that `wish` names (id or id@version), with a county's own tailoring laid over it."""
    name, _at, version = wish.partition("@")
    folder = folder_of(name, county)
    pack = _built(folder, county, tailoring) if tailoring else kept(folder, county)
    stop_on_faults(other_version(pack.id, pack.version, version, None))
    return pack


def open_pack(wish: str, county: Path | None = None) -> Pack:
    """Return the pack that an author names by its id (id@version) or its folder."""
    pack = kept(*found(wish, county))
    version = "" if (Path(wish) / "pack.yaml").is_file() else wish.partition("@")[2]
    stop_on_faults(other_version(pack.id, pack.version, version, None))
    return pack


def kept(folder: Path, county: Path | None) -> Pack:
    """Return the pack of a folder from the cache when none of its files, nor the code that builds it, has changed."""
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
    if not isinstance(found, _Kept):
        return None
    learn(found.formulas)
    return found.pack


def _pickled(place: Path | None, pack: Pack) -> Pack:
    if place:
        cache.write(place, pickle.dumps(_Kept(pack, tuple(map(parse, sorted(_formulas(pack))))), protocol=5))
    return pack


def _formulas(pack: Pack) -> set[str]:
    """Return the formulas by which a county is judged."""
    points = [point for indicator in pack.indicators for point in indicator.key_points]
    asked = {str(text) for point in points for text in rule(point.rule).fields(point.parameters)}
    values = {point.value for point in points if point.value}
    return asked | values | {measure.value for measure in pack.measures.values()}


def _fingerprint(folder: Path, county: Path | None) -> str:
    """Return the hash of all that a pack is built from, empty where only building it could tell."""
    digest = hashlib.sha256(f"{__version__} {chosen()}".encode())
    digest.update(cache.code("model", "read", "packs", "rules", "formula", "schemas", "criteria").encode())
    try:
        for layer in chain(folder, county):
            for path in sorted(layer.glob("*.yaml")):
                digest.update(f"{layer.name}/{path.name} ".encode() + hashlib.sha256(path.read_bytes()).digest())
    except (OSError, LookupError):
        return ""
    return digest.hexdigest()


def _built(folder: Path, county: Path | None, tailoring: Pairs) -> Pack:
    from evalcli.criteria.layers import built  # a pack at hand needs nothing of what builds one

    return built(folder, county, tailoring)


def chain(folder: Path, county: Path | None) -> Iterator[Path]:
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

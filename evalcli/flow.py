"""How a county's files become a report: the whole road on one page.

read → fill → check → score → draft → publish. The stages do not know each other; they meet here.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from evalcli import __version__, fill, read, resources, score
from evalcli.criteria import load_pack
from evalcli.language import _
from evalcli.model.document import Document, Mapping, Scalar, texts
from evalcli.model.filled import Filled
from evalcli.model.notice import Level, Notice, Stopped, stop_on_faults
from evalcli.model.pack import Pack
from evalcli.model.place import Place
from evalcli.model.report import Draft
from evalcli.model.scorecard import Scored
from evalcli.model.table import Table

# Without these a county file says nothing that could be scored.
_ESSENTIAL = ("county", "pack", "period")


@dataclass(frozen=True, slots=True)
class Handed:
    """What a county handed in, read and filled, with everything noticed so far."""

    folder: Path
    pack: Pack
    filled: Filled
    notices: tuple[Notice, ...]


def read_county(path: Path) -> Handed:
    """Return a county's data converted by its pack; `-` is standard input."""
    main, unread = _document(path)
    folder = Path.cwd() if str(path) == "-" else path.parent
    misshapen = read.shape(main, read.schema("county"))
    head = _head(main, unread + misshapen)
    data, more = _data(folder, head)
    pack = load_pack(head.text("pack"), folder, head.pairs("tailored"))
    sheets, unopened = _sheets(folder, (main, *data))
    filled, unfilled = fill.county(pack, main, data, sheets)
    return Handed(folder, pack, filled, unread + misshapen + more + unopened + unfilled)


def check_county(path: Path) -> tuple[Notice, ...]:
    """Return everything that is wrong with a county's data."""
    from evalcli import check

    handed = read_county(path)
    return handed.notices + check.county(handed.pack, handed.filled)


def score_county(path: Path) -> Scored:
    """Return a county's result, with all that was noticed on the way."""
    handed = read_county(path)
    card = score.county(handed.pack, handed.filled)
    return Scored(handed.pack, handed.filled, card, handed.notices, {"tool": "evalcli", "version": __version__})


def draft_report(scored: Scored, folder: Path, *, unfinished: bool = False) -> tuple[Draft, tuple[Notice, ...]]:
    """Return the report; without `unfinished` a figure that is missing stops it."""
    from evalcli import draft

    genre = scored.pack.genre
    folders = (folder / "templates" / genre, resources.shipped("templates") / genre)
    drafted, missing = draft.report(scored, folders)
    if not unfinished:
        stop_on_faults(missing)
    return drafted, missing


def _document(path: Path) -> tuple[Document, tuple[Notice, ...]]:
    found, notices = read.parse(sys.stdin.buffer.read(), "-") if str(path) == "-" else read.document(path, path.name)
    if found is None:
        raise Stopped(notices)
    return found, notices


def _head(main: Document, notices: tuple[Notice, ...]) -> Mapping:
    root = main.root
    if not isinstance(root, Mapping) or any(root.get(key) is None for key in _ESSENTIAL):
        raise Stopped(notices)
    return root


def _data(folder: Path, head: Mapping) -> tuple[tuple[Document, ...], tuple[Notice, ...]]:
    """Return the data files: those that `data:` names, else every YAML file in `data/`, in the order of their names."""
    documents: list[Document] = []
    notices: list[Notice] = []
    for path in _data_paths(folder, head):
        document, unread = read.document(path, path.relative_to(folder.resolve()).as_posix())
        stop_on_faults(unread)
        notices += unread
        if document:
            notices += read.shape(document, read.schema("data"))
            documents.append(document)
    return tuple(documents), tuple(notices)


def _sheets(folder: Path, documents: tuple[Document, ...]) -> tuple[dict[str, Table], tuple[Notice, ...]]:
    """Return the school tables that `tables:` names as files: `schools: data/学校.xlsx#小学` is one of its sheets."""
    sheets: dict[str, Table] = {}
    notices: list[Notice] = []
    for document in documents:
        for key, node in document.root.pairs("tables") if isinstance(document.root, Mapping) else ():
            if isinstance(node, Scalar):
                name, _sharp, sheet = node.text.partition("#")
                table, unread = read.table(_inside(folder, name, node.place), name, sheet)
                stop_on_faults(unread)
                notices += unread
                sheets |= {key.text: table} if table else {}
    return sheets, tuple(notices)


def _inside(folder: Path, name: str, place: Place) -> Path:
    """Return the path of a file that a county names, which must lie in its folder."""
    home = folder.resolve()
    path = (home / name).resolve()
    if home not in path.parents:
        message = _("“{name}”不在县文件夹之内").format(name=name)
        raise Stopped([Notice("data.outside", Level.STOP, message, _("把文件放进县文件夹。"), place)])
    return path


def _data_paths(folder: Path, head: Mapping) -> list[Path]:
    home = folder.resolve()
    named = texts(head.get("data")) or (("data",) if (home / "data").is_dir() else ())
    paths: list[Path] = []
    for name in named:
        path = _inside(folder, name, head.place)
        paths += sorted(p for p in path.iterdir() if p.suffix in (".yaml", ".yml")) if path.is_dir() else [path]
    return paths

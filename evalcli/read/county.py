"""A county's files: the entry file, and the data files that it names or that lie in its folder."""

import sys
from dataclasses import dataclass, replace
from pathlib import Path

from evalcli.model.document import Document, Mapping, Node, Scalar, members
from evalcli.model.notice import Level, Notice, Stopped, stop_on_faults
from evalcli.read.disk import document
from evalcli.read.folder import data_files
from evalcli.read.schemas import schema
from evalcli.read.shape import shape
from evalcli.read.yaml_file import parse

# Without these a county file says nothing that could be scored.
_ESSENTIAL = ("county", "pack", "period")


@dataclass(frozen=True, slots=True)
class CountyFiles:
    """What lies in a county's folder, read, with everything noticed on the way."""

    folder: Path
    main: Document
    head: Mapping
    data: tuple[Document, ...]
    notices: tuple[Notice, ...]


def county_files(path: Path) -> CountyFiles:
    """Return the documents of a county; `-` is standard input, whose folder is the working folder."""
    folder = Path.cwd() if str(path) == "-" else path.parent
    main, unread = _main(path)
    notices = unread + shape(main, schema("county"))
    head = _head(main, notices)
    data, more = _data(folder, head, notices)
    return CountyFiles(folder, main, head, data, more)


def _main(path: Path) -> tuple[Document, tuple[Notice, ...]]:
    # A place names the file alone, wherever the command was started; what is not there is named as it was typed.
    name = path.name if path.exists() else path.as_posix()
    found, notices = parse(sys.stdin.buffer.read(), "-") if str(path) == "-" else document(path, name)
    if found is None:
        raise Stopped(notices)
    return found, notices


def _head(main: Document, notices: tuple[Notice, ...]) -> Mapping:
    root = main.root
    if not isinstance(root, Mapping) or any(root.get(key) is None for key in _ESSENTIAL):
        raise Stopped(replace(notice, level=Level.STOP) for notice in notices)
    return root


def _data(folder: Path, head: Mapping, before: tuple[Notice, ...]) -> tuple[tuple[Document, ...], tuple[Notice, ...]]:
    """Return the data files and all that was noticed `before` and in them, told at once where one is unreadable."""
    home = folder.resolve()
    paths, outside = data_files(home, _named(head.get("data")))
    documents: list[Document] = []
    notices = [*before, *outside]
    for path in paths:
        found, unread = document(path, path.relative_to(home).as_posix())
        notices += unread
        if found:
            notices += shape(found, schema("data"))
            documents.append(found)
    stop_on_faults(notices)
    return tuple(documents), tuple(notices)


def _named(node: Node | None) -> tuple[Scalar, ...]:
    nodes = (node,) if isinstance(node, Scalar) else members(node)
    return tuple(item for item in nodes if isinstance(item, Scalar) and item.text)

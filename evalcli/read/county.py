"""A county's files: the entry file, and the data files that it names or that lie in its folder."""

import sys
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Dict
from pathlib import Path

from evalcli.language import _
from evalcli.model.document import Document, Mapping, Node, Scalar, members
from evalcli.model.frozen import dataclass, replace
from evalcli.model.notice import Level, Notice, Stopped, stop_on_faults
from evalcli.model.table import Sheet, Table
from evalcli.read.disk import document, sheets, table
from evalcli.read.folder import TEXTS, WORKBOOKS, data_files, one_file
from evalcli.read.schemas import schema
from evalcli.read.shape import shape
from evalcli.read.yaml_file import parse

# Without these a county file says nothing that could be scored.
_ESSENTIAL = ("county", "pack", "period")
_OFFICES = (*TEXTS, *WORKBOOKS)


@dataclass(frozen=True, slots=True)
class CountyFiles:
    """What lies in a county's folder, read, with everything noticed on the way."""

    folder: Path
    main: Document
    head: Mapping
    data: tuple[Document, ...]
    sheets: Dict[str, Table]
    offices: tuple[Sheet, ...]
    notices: tuple[Notice, ...]


def county_files(path: Path) -> CountyFiles:
    """Return the documents of a county; `-` is standard input, whose folder is the working folder."""
    folder = Path.cwd() if str(path) == "-" else path.parent
    main, unread = _main(path)
    notices = unread + shape(main, schema("county"))
    head = _head(main, notices)
    home = folder.resolve()
    paths, outside = data_files(home, _named(head.get("data")))
    texts = [path for path in paths if path.suffix.lower() not in _OFFICES]
    data, more = _data(home, texts, (*notices, *outside))
    tables, more = _sheets(home, (main, *data), more)
    taken = {tuple(node.text.split("#", 1)) for source in (main, *data) for _key, node in _named_tables(source)}
    rest = [path for path in paths if path not in texts and (path.relative_to(home).as_posix(),) not in taken]
    offices, more = _offices(home, rest, more)
    left = tuple(sheet for sheet in offices if (sheet.file, sheet.name) not in taken)
    return CountyFiles(folder, main, head, data, tables, left, more)


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


def _data(
    home: Path, paths: Iterable[Path], before: tuple[Notice, ...]
) -> tuple[tuple[Document, ...], tuple[Notice, ...]]:
    """Return the YAML files and all that was noticed `before` and in them, told at once where one is unreadable."""
    documents: list[Document] = []
    notices = list(before)
    for path in paths:
        found, unread = document(path, path.relative_to(home).as_posix())
        notices += unread
        if found:
            notices += shape(found, schema("data"))
            documents.append(found)
    stop_on_faults(notices)
    return tuple(documents), tuple(notices)


def _offices(
    home: Path, paths: Iterable[Path], before: tuple[Notice, ...]
) -> tuple[tuple[Sheet, ...], tuple[Notice, ...]]:
    """Return all sheets of the offices' and schools' files, in the order of the files."""
    found: list[Sheet] = []
    notices = list(before)
    for path in paths:
        more, unread = sheets(path, path.relative_to(home).as_posix())
        found += more
        notices += unread
    stop_on_faults(notices)
    return tuple(found), tuple(notices)


def _sheets(
    home: Path, documents: tuple[Document, ...], before: tuple[Notice, ...]
) -> tuple[dict[str, Table], tuple[Notice, ...]]:
    """Return the school tables that `tables:` names as files: `schools: data/学校.xlsx#小学` is one of its sheets."""
    tables: dict[str, Table] = {}
    notices = list(before)
    given: dict[str, Scalar] = {}
    for key, node in (pair for source in documents for pair in _tables(source)):
        if given.setdefault(key.text, key) is not key:
            notices.append(_given_twice(key, given[key.text]))
        elif isinstance(node, Scalar):
            found, unread = _sheet(home, node)
            notices += unread
            tables |= {key.text: found} if found else {}
    stop_on_faults(notices)
    return tables, tuple(notices)


def _tables(source: Document) -> tuple[tuple[Scalar, Node], ...]:
    return source.root.pairs("tables") if isinstance(source.root, Mapping) else ()


def _named_tables(source: Document) -> Iterator[tuple[Scalar, Scalar]]:
    return ((key, node) for key, node in _tables(source) if isinstance(node, Scalar))


def _given_twice(key: Scalar, first: Scalar) -> Notice:
    message = _("表“{name}”给了不止一次").format(name=key.text)
    advice = _("只留一处（另一处在 {place}）。").format(place=first.place)
    return Notice("table.given-twice", Level.MUST, message, advice, key.place)


def _sheet(home: Path, node: Scalar) -> tuple[Table | None, tuple[Notice, ...]]:
    name, _sharp, sheet = node.text.partition("#")
    paths, outside = one_file(home, name, node.place)
    return table(paths[0], name, sheet) if paths else (None, outside)


def _named(node: Node | None) -> tuple[Scalar, ...]:
    nodes = (node,) if isinstance(node, Scalar) else members(node)
    return tuple(item for item in nodes if isinstance(item, Scalar) and item.text)

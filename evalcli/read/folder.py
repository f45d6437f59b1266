"""A county's folder: which of its files hold data."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from unicodedata import normalize

from evalcli.language import _
from evalcli.model.document import Scalar
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place

_USUAL = "data"
YAML = (".yaml", ".yml")
XLSX = (".xlsx", ".xlsm")
WORKBOOKS = (*XLSX, ".xls", ".xlsb", ".ods")
TEXTS = (".csv", ".tsv")
_SUFFIXES = (*YAML, *TEXTS, *WORKBOOKS)
# Tables that other programs write, WPS above all, and that somebody may have handed in.
_OTHER_TABLES = (".et", ".ett", ".xlt", ".xltx", ".xltm", ".numbers", ".fods", ".dbf")
_GLOB = "*?["
Found = tuple[tuple[Path, ...], tuple[Notice, ...]]

# What pathlib raises over a name that leads nowhere: links in a circle and patterns from the root are kinds of RuntimeError to it.
_LOST = (OSError, RuntimeError, ValueError)


def data_files(home: Path, named: Sequence[Scalar]) -> Found:
    """Return the files that a county names, else those in `data/`, each once, and what leads nowhere or out of it.

    `home` is the county's folder, resolved. A folder stands for the data files in it and below, a pattern (学校/*.xlsx)
    for those that it fits, both in the order of their names.
    """
    if not named and not (home / _USUAL).is_dir():
        return (), ()
    names = named or (Scalar(_USUAL, Place(_USUAL)),)
    found = [_one(home, name) for name in names]
    paths = tuple(dict.fromkeys(path for paths, _notices in found for path in paths))
    faults = (notice for _paths, notices in found for notice in notices)
    return paths, (*faults, *_alike(home, paths), *_unread(home, names))


def one_file(home: Path, name: str, place: Place, key: str = "tables") -> Found:
    """Return the one file that a county names, which must lie in its folder."""
    try:
        path = (home / name).resolve()
    except _LOST:
        return (), (_outside(name, place, key),)
    return ((path,), ()) if home in path.parents else ((), (_outside(name, place, key),))


def _one(home: Path, name: Scalar) -> Found:
    if not any(sign in name.text for sign in _GLOB) or (home / name.text).exists():
        return _inside(home, home / name.text, name.text, name.place)
    try:
        paths = sorted(path for path in home.glob(name.text) if _wanted(path))
    except _LOST:
        return (), (_closed(name.text, name.place),)
    strays = [path for path in paths if home not in path.resolve().parents]
    if strays or not paths:
        return (), tuple(_outside(path.name, name.place) for path in strays) or (_nothing_fits(name),)
    return tuple(paths), ()


def _inside(home: Path, path: Path, name: str, place: Place) -> Found:
    """Return the files behind one name, all of which must lie in `home`, symbolic links followed."""
    try:
        there = path.resolve()
        if home not in there.parents:
            return (), (_outside(name, place),)
        files = tuple(_under(there)) if there.is_dir() else (there,)
        strays = tuple(_strays(home, files))
    except _LOST:
        return (), (_closed(name, place),)
    return files if not strays else (), tuple(_outside(stray, place) for stray in strays)


def _strays(home: Path, files: tuple[Path, ...]) -> Iterator[str]:
    """Yield the names of files that do not lie in `home`: each folder is followed once, and each file that is a link."""
    folders = {folder: folder.resolve() for folder in {file.parent for file in files}}
    for file in files:
        folder = file.resolve().parent if file.is_symlink() else folders[file.parent]
        if folder != home and home not in folder.parents:
            yield file.name


def _under(folder: Path) -> Iterator[Path]:
    """Yield the data files in a folder, then those in its folders; one that cannot be opened is not passed over."""
    entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    yield from (entry for entry in entries if _wanted(entry))
    for entry in entries:
        if entry.is_dir() and not entry.is_symlink():
            yield from _under(entry)


def _wanted(entry: Path) -> bool:
    # Editors and other systems leave hidden files of their own beside ours; an open workbook leaves ~$x.xlsx.
    return entry.suffix.lower() in _SUFFIXES and not entry.name.startswith((".", "~$")) and not entry.is_dir()


def _alike(home: Path, paths: Iterable[Path]) -> Iterator[Notice]:
    """Yield files whose names differ only in case, or in how a character is put together."""
    seen: dict[str, str] = {}
    for path in paths:
        name = path.relative_to(home).as_posix()
        first = seen.setdefault(normalize("NFC", name).casefold(), name)
        if first != name:
            message = _("“{first}”和“{name}”只差大小写，两个都读了").format(first=first, name=name)
            advice = _("核对是不是同一份；拷到 Windows 上时一个会盖掉另一个，请改名。")
            yield Notice("data.same-name", Level.DOUBT, message, advice, Place(name))


def _unread(home: Path, names: Iterable[Scalar]) -> Iterator[Notice]:
    """Yield the tables of kinds that cannot be read, in the folders that are: nobody else would miss them."""
    folders = (home / name.text for name in names if not any(sign in name.text for sign in "*?[\0"))
    inside = (folder for folder in folders if folder.is_dir() and home in folder.resolve().parents)
    for entry in (entry for folder in inside for entry in sorted(folder.rglob("*"))):
        if entry.suffix.lower() in _OTHER_TABLES and not entry.name.startswith((".", "~$")):
            message = _("没有读“{name}”：不认识 {suffix} 文件").format(name=entry.name, suffix=entry.suffix)
            place = Place(entry.relative_to(home).as_posix())
            yield Notice("data.unread", Level.DOUBT, message, _("用原来的程序打开，另存为 .xlsx。"), place)


def _closed(name: str, place: Place) -> Notice:
    message = _("打不开文件夹“{name}”").format(name=name)
    return Notice("file.unreadable", Level.STOP, message, _("请核对名称和读取权限"), place)


def _nothing_fits(name: Scalar) -> Notice:
    message = _("没有文件符合“{name}”").format(name=name.text)
    return Notice("file.missing", Level.STOP, message, _("请核对文件名和所在文件夹"), name.place)


def _outside(name: str, place: Place, key: str = "data") -> Notice:
    message = _("{key} 里的“{name}”不在县文件夹之内").format(key=key, name=name)
    return Notice("data.outside", Level.STOP, message, _("把文件放进县文件夹。"), place)

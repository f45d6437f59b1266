"""A county's folder: which of its files hold data."""

from collections.abc import Sequence
from pathlib import Path

from evalcli.language import _
from evalcli.model.document import Scalar
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place

_USUAL = "data"
_SUFFIXES = (".yaml", ".yml")
Found = tuple[tuple[Path, ...], tuple[Notice, ...]]


def data_files(home: Path, named: Sequence[Scalar]) -> Found:
    """Return the files that a county names, else those in `data/`, each once, and what leads nowhere or out of it.

    `home` is the county's folder, resolved. A folder stands for its YAML files in the order of their names.
    """
    if not named:
        return _inside(home, home / _USUAL, _USUAL, Place(_USUAL)) if (home / _USUAL).is_dir() else ((), ())
    found = [_inside(home, home / name.text, name.text, name.place) for name in named]
    paths = dict.fromkeys(path for paths, _notices in found for path in paths)
    return tuple(paths), tuple(notice for _paths, notices in found for notice in notices)


def one_file(home: Path, name: str, place: Place, key: str = "tables") -> Found:
    """Return the one file that a county names, which must lie in its folder."""
    try:
        path = (home / name).resolve()
    except (OSError, RuntimeError, ValueError):
        return (), (_outside(name, place, key),)
    return ((path,), ()) if home in path.parents else ((), (_outside(name, place, key),))


def _inside(home: Path, path: Path, name: str, place: Place) -> Found:
    """Return the files behind one name, all of which must lie in `home`, symbolic links followed."""
    try:
        there = path.resolve()
        if home not in there.parents:
            return (), (_outside(name, place),)
        files = tuple(sorted(entry for entry in there.iterdir() if _wanted(entry))) if there.is_dir() else (there,)
        strays = tuple(file.name for file in files if home not in file.resolve().parents)
    except (OSError, RuntimeError, ValueError):
        message = _("打不开文件夹“{name}”").format(name=name)
        return (), (Notice("file.unreadable", Level.STOP, message, _("请核对名称和读取权限"), place),)
    return files if not strays else (), tuple(_outside(stray, place) for stray in strays)


def _wanted(entry: Path) -> bool:
    # Editors and other systems leave hidden files of their own beside ours.
    return entry.suffix.lower() in _SUFFIXES and not entry.name.startswith(".") and not entry.is_dir()


def _outside(name: str, place: Place, key: str = "data") -> Notice:
    message = _("{key} 里的“{name}”不在县文件夹之内").format(key=key, name=name)
    return Notice("data.outside", Level.STOP, message, _("把文件放进县文件夹。"), place)

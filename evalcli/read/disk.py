"""A file on disk becomes a document, or a notice that says why it cannot be opened."""

from errno import ENAMETOOLONG
from pathlib import Path
from typing import TYPE_CHECKING

from evalcli.language import _
from evalcli.model.document import Document
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.model.table import Table

if TYPE_CHECKING:
    from evalcli.read.book import Read

# Larger than any county's table; a zip bomb is stopped by its own guard.
_LARGEST_TABLE = 100_000_000
_YAML = (".yaml", ".yml")


def table(path: Path, name: str, sheet: str = "") -> tuple[Table | None, tuple[Notice, ...]]:
    """Return the sheet in the file at `path` (CSV, TSV or workbook), and what is wrong with it."""
    from evalcli.read import csv_file, excel_file  # a county of YAML files needs no reader of tables

    data, notices = _table_bytes(path, name)
    if data is None:
        return None, notices
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        return excel_file.parse(data, name, sheet)
    return csv_file.parse(data, name)


def sheets(path: Path, name: str) -> "Read":
    """Return all sheets of the file at `path` (workbook, CSV, TSV), and what is wrong with it or worth knowing."""
    from evalcli.read import book

    data, notices = _table_bytes(path, name)
    return ((), notices) if data is None else book.parse(data, name, path.suffix.lower())


def document(path: Path, name: str | None = None) -> tuple[Document | None, tuple[Notice, ...]]:
    """Return the document in the file at `path`, called `name` in messages, and what is wrong with it."""
    from evalcli.read.yaml_file import LARGEST, parse  # a reader of workbooks needs no YAML

    shown = path.as_posix() if name is None else name
    data, notices = contents(path, shown, LARGEST)
    return (None, notices) if data is None else parse(data, shown)


def _table_bytes(path: Path, name: str) -> tuple[bytes | None, tuple[Notice, ...]]:
    data, notices = contents(path, name, _LARGEST_TABLE)
    return (None, (_too_large(name),)) if data and len(data) > _LARGEST_TABLE else (data, notices)


def contents(path: Path, shown: str, largest: int) -> tuple[bytes | None, tuple[Notice, ...]]:
    """Return the bytes of a file, one more than `largest` at most, or why there are none."""
    try:
        with path.open("rb") as file:
            return file.read(largest + 1), ()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None, (_missing(path, shown),)
    except OSError as error:
        return None, (unopened(error, path, shown),)


def unopened(error: OSError, path: Path, shown: str) -> Notice:
    """Return why the file at `path` could not be opened, or even be looked for."""
    if error.errno == ENAMETOOLONG:  # so long that there is no such file
        return _missing(path, shown)
    if _is_folder(path):
        return _folder(shown)
    if isinstance(error, PermissionError):
        message = _("没有权限读文件“{name}”").format(name=shown)
        return _stop("file.unreadable", message, _("请关闭占用它的程序，或请管理员放开读取权限"), shown)
    message = _("读不出文件“{name}”（系统错误 {number}）").format(name=shown, number=error.errno)
    return _stop("file.unreadable", message, _("请检查磁盘或网络盘后再试"), shown)


def _is_folder(path: Path) -> bool:
    """Return whether a path is known to be a folder: Windows calls a folder forbidden, and one in a closed folder raises itself."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _folder(name: str) -> Notice:
    message = _("“{name}”是文件夹，不是文件").format(name=name)
    return _stop("file.unreadable", message, _("请写到文件夹里的那个文件"), name)


def _missing(path: Path, name: str) -> Notice:
    near = _neighbour(path)
    advice = _("同一文件夹里有“{near}”，请核对文件名").format(near=near) if near else _("请核对文件名和所在文件夹")
    return _stop("file.missing", _("找不到文件“{name}”").format(name=name), advice, name)


def _neighbour(path: Path) -> str:
    from difflib import get_close_matches

    try:
        names = sorted(entry.name for entry in path.parent.iterdir())
    except (OSError, ValueError):
        return ""
    # Who renamed county.yaml has one YAML file beside data/; of several none is meant for sure.
    alike = [name for name in names if Path(name).suffix.lower() in _YAML] if path.suffix.lower() in _YAML else []
    return next(iter(get_close_matches(path.name, names, n=1, cutoff=0.7) or alike[: len(alike) == 1]), "")


def _too_large(name: str) -> Notice:
    message = _("文件超过 {most} MB").format(most=_LARGEST_TABLE // 1_000_000)
    return _stop("file.too-large", message, _("请核对是不是放错了文件；一个县的数据没有这么多。"), name)


def _stop(code: str, message: str, advice: str, name: str) -> Notice:
    return Notice(code, Level.STOP, message, advice, Place(name))

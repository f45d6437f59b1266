"""Outputs: written to a temporary name and renamed, so that nothing is ever half there."""

import errno
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from evalcli.cli import show
from evalcli.language import _
from evalcli.model.notice import Level, Notice, Stopped
from evalcli.model.place import Place

# What Windows or Linux do not allow in a file name, what would lead out of the folder, and what only deceives the eye.
_UNFIT = r'[\x00-\x1f\x7f-\x9f\\/:*?"<>|\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]'
# With period and suffix a name stays under the 255 bytes that file systems allow.
_LONGEST = 40
# On Linux standard output has a name here too, and a link leads from it to whatever it is.
_DEVICES = Path("/dev")


def fit_name(text: str) -> str:
    """Return `text` as part of a file name that every system takes and that stays in its folder."""
    return re.sub(_UNFIT, "_", text)[:_LONGEST].strip(". ") or "_"


def spare(target: str, inputs: Iterable[Path]) -> None:
    """Stop before an output takes the place of an input: inputs are never written to."""
    path = Path(target)
    if target != "-" and path.exists() and any(entry.exists() and path.samefile(entry) for entry in inputs):
        message = _("这是填报文件，不能用输出覆盖")
        raise Stopped([Notice("output.input", Level.STOP, message, _("用 -o 换一个文件名。"), Place(target))])


def write(target: str, data: bytes) -> None:
    """Write `data` to a file, whole or not at all; `-` is standard output."""
    if target == "-":
        show.raw(data)
        return
    path = Path(target)
    try:
        if _passes_on(path):
            path.write_bytes(data)
        else:
            _replace(path, data)
    except (OSError, ValueError) as fault:
        raise Stopped([_unwritten(target, fault)]) from fault


def _passes_on(path: Path) -> bool:
    """Tell whether a device or a pipe stands there: it hands on what it gets, and a file in its place would cut off all who use it."""
    return _DEVICES in path.absolute().parents or (path.exists() and not path.is_file() and not path.is_dir())


def _replace(path: Path, data: bytes) -> None:
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".evalcli-")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # mkstemp makes files for their owner alone; a report is as readable as anything else that is saved.
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


def write_folder(target: str, texts: Mapping[str, bytes]) -> None:
    """Write a whole folder of files, which must be new or empty: all of them or none."""
    home = Path(target)
    made = temporary = None
    try:
        made = None if home.is_dir() else home
        _refuse_filled(home)
        home.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(dir=home, prefix=".evalcli-"))
        for name, data in texts.items():
            path = temporary / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        for entry in sorted(temporary.iterdir()):
            entry.rename(home / entry.name)
        made = None
    except (OSError, ValueError) as fault:
        raise Stopped([_unwritten(target, fault)]) from fault
    finally:
        for left in (temporary, made):
            if left:
                shutil.rmtree(left, ignore_errors=True)


def _refuse_filled(home: Path) -> None:
    if home.is_dir() and any(home.iterdir()):
        message = _("文件夹里已经有东西，不往里写")
    elif home.is_file():
        message = _("这里已经有一个同名的文件")
    else:
        return
    advice = _("换一个新的或空的文件夹。")
    raise Stopped([Notice("output.exists", Level.STOP, message, advice, Place(home.as_posix()))])


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritten(target: str, fault: OSError | ValueError) -> Notice:
    number = fault.errno if isinstance(fault, OSError) else errno.EINVAL
    if number in (errno.ENOSPC, errno.EDQUOT):
        message, advice = _("磁盘已满，没有写成"), _("腾出空间后重新运行；原有文件没有动。")
        return Notice("output.full", Level.STOP, message, advice, Place(target))
    message = _("写不进去：{why}").format(why=_why(number))
    return Notice("output.unwritable", Level.STOP, message, _instead(number), Place(target))


def _instead(number: int | None) -> str:
    if number == errno.EISDIR:
        return _("在文件夹后面写上文件名。")
    return _("关掉正打开它的程序，或用 -o 换一个能写的位置。")


def _why(number: int | None) -> str:
    known = {
        errno.EACCES: _("没有写入权限，或文件正被打开"),
        errno.EPERM: _("没有写入权限"),
        errno.EROFS: _("磁盘是只读的"),
        errno.EISDIR: _("这是文件夹，不是文件"),
        errno.ENOTDIR: _("上一级不是文件夹"),
        errno.EEXIST: _("上一级不是文件夹"),
        errno.ENAMETOOLONG: _("文件名太长"),
        errno.EINVAL: _("文件名里有不能用的字符"),
    }
    return known.get(number or 0) or _("系统错误 {number}").format(number=number)

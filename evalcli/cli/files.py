"""Outputs: written to a temporary name and renamed, so that nothing is ever half there."""

import errno
import os
import re
import sys
import tempfile
from pathlib import Path

from evalcli.language import _
from evalcli.model.notice import Level, Notice, Stopped
from evalcli.model.place import Place

# What Windows or Linux do not allow in a file name, and what would lead out of the folder.
_UNFIT = re.compile(r'[\x00-\x1f\\/:*?"<>|]')


def fit_name(text: str) -> str:
    """Return `text` as a file name that every system takes and that stays in its folder."""
    return _UNFIT.sub("_", text).strip(". ") or "_"


def write(target: str, data: bytes) -> None:
    """Write `data` to a file, whole or not at all; `-` is standard output."""
    if target == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    path = Path(target)
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".evalcli-")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # mkstemp makes files for their owner alone; a report is as readable as anything else that is saved.
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except OSError as fault:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise Stopped([_unwritten(path, fault)]) from fault


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritten(path: Path, fault: OSError) -> Notice:
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        message, advice = _("磁盘已满，没有写成"), _("腾出空间后重新运行；原有文件没有动。")
        return Notice("output.full", Level.STOP, message, advice, Place(str(path)))
    message = _("写不进去：{why}").format(why=fault.strerror or fault)
    advice = _("关掉正打开它的程序，或用 -o 换一个能写的位置。")
    return Notice("output.unwritable", Level.STOP, message, advice, Place(str(path)))

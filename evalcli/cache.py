"""A folder of the user's own for what can be worked out again: compiled templates and built packs.

It only saves time: without it everything works, and nothing in it is ever read by anybody else, because what lies
there is code (bytecode, pickles). So a folder that others could write to is not used.
"""

import hashlib
import os
import stat
import sys
import tempfile
from functools import cache
from pathlib import Path

from evalcli import __version__


@cache
def folder(room: str) -> Path | None:
    """Return the folder for `room`, made on first use, or None where there is no safe one."""
    place = _root() / f"evalcli-{__version__}-{sys.version_info.major}.{sys.version_info.minor}" / room
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return place if _ours(place) else None


@cache
def code(*rooms: str) -> str:
    """Return what changes when somebody edits a module of `rooms`: what its code made must be made again."""
    here = Path(__file__).parent
    modules = (path for room in rooms for path in sorted((here / room).iterdir()) if path.is_file())
    said = "|".join(f"{path.name}:{path.stat().st_size}:{path.stat().st_mtime_ns}" for path in modules)
    return hashlib.sha256(said.encode()).hexdigest()


def write(place: Path, data: bytes) -> None:
    """Write one entry whole or not at all; a full disk costs nothing but time."""
    try:
        handle, name = tempfile.mkstemp(dir=place.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(place)
    except OSError:
        return


def _root() -> Path:
    for name in ("EVALCLI_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        if value := os.environ.get(name):
            return Path(value)
    return Path.home() / ".cache"


def _ours(place: Path) -> bool:
    status = place.stat()
    if not hasattr(os, "getuid"):
        return True
    return status.st_uid == os.getuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)

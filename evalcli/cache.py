"""A folder of the user's own for what can be worked out again: compiled templates and built packs.

It only saves time: without it everything works, and nothing in it is ever read by anybody else, because what lies
there is code (bytecode, pickles). So a folder that others could write to is not used, and an entry that is not
whole, or was made for something else, is as good as none.
"""

import hashlib
import os
import stat
import sys
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from evalcli import __version__

_SEAL = hashlib.sha256().digest_size


@cache
def folder(room: str) -> Path | None:
    """Return the folder for `room`, made on first use, or None where there is no safe one."""
    try:
        place = _root() / f"evalcli-{__version__}-{sys.version_info.major}.{sys.version_info.minor}" / room
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        return place if _ours(place) else None
    except (OSError, RuntimeError):  # pathlib raises the second where nobody knows a home folder
        return None


@cache
def code(*rooms: str) -> str:
    """Return what changes when somebody edits a module of `rooms`: what its code made must be made again."""
    here = Path(__file__).parent
    return stamp(here / room for room in rooms)


def stamp(places: Iterable[Path]) -> str:
    """Return what changes when one of the files at `places`, or directly in those that are folders, does."""
    found = [entry for place in places for entry in _files(place)]
    said = "|".join(f"{name}:{status.st_size}:{status.st_mtime_ns}" for name, status in found)
    return hashlib.sha256(said.encode("utf-8", "surrogateescape")).hexdigest()


def write(place: Path, data: bytes) -> None:
    """Write one entry whole or not at all; a full disk costs nothing but time."""
    begun: list[Path] = []
    try:
        handle, name = tempfile.mkstemp(dir=place.parent)
        begun.append(Path(name))
        with os.fdopen(handle, "wb") as file:
            file.write(_seal(place, data) + data)
        begun[0].replace(place)
    except OSError:
        _forget(begun)


def read(place: Path) -> bytes | None:
    """Return what `write` left in an entry; None where there is none, or where it was changed or moved since."""
    try:
        found = place.read_bytes()
    except OSError:
        return None
    seal, data = found[:_SEAL], found[_SEAL:]
    return data if seal == _seal(place, data) else None


def _seal(place: Path, data: bytes) -> bytes:
    """Return the digest that binds data to the name it was written under."""
    return hashlib.sha256(place.name.encode("utf-8", "surrogateescape") + b"\0" + data).digest()


def _forget(begun: list[Path]) -> None:
    for path in begun:
        try:
            path.unlink()
        except OSError:
            continue


def _files(place: Path) -> list[tuple[str, os.stat_result]]:
    try:
        # A hundred modules in a third of the time that pathlib takes.
        with os.scandir(place) as entries:
            return sorted((entry.name, entry.stat()) for entry in entries if entry.is_file())
    except NotADirectoryError:
        return [(place.name, place.stat())]


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

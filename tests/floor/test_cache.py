"""The cache only saves time: nothing in it changes a result, and without it everything works."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evalcli import __version__, cache

NAMES = ("EVALCLI_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA")


@pytest.fixture(autouse=True)
def _forgetful() -> Iterator[None]:
    """Look for folders anew in every test, and after it."""
    cache.folder.cache_clear()
    yield
    cache.folder.cache_clear()


@pytest.mark.parametrize("name", NAMES)
def test_where_the_folder_is(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for other in NAMES:
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv(name, str(tmp_path))

    found = cache.folder("packs")

    assert found == tmp_path / f"evalcli-{__version__}-{sys.version_info.major}.{sys.version_info.minor}" / "packs"
    assert (found.is_dir(), found.stat().st_mode & 0o077) == (True, 0)


def test_without_any_wish_it_lies_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)

    assert tmp_path / ".cache" in cache.folder("packs").parents


def test_without_a_home_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", nobody)

    assert cache.folder("packs") is None


def test_where_no_folder_can_be_made_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("EVALCLI_CACHE_DIR", str(tmp_path / "file"))

    assert cache.folder("packs") is None


def test_a_folder_that_others_can_write_to_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVALCLI_CACHE_DIR", str(tmp_path))
    cache.folder("packs").chmod(0o777)
    cache.folder.cache_clear()

    assert cache.folder("packs") is None


def test_a_folder_of_somebody_else_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVALCLI_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(os, "getuid", lambda: tmp_path.stat().st_uid + 1, raising=False)

    assert cache.folder("packs") is None


def test_windows_keeps_folders_apart_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVALCLI_CACHE_DIR", str(tmp_path))
    monkeypatch.delattr(os, "getuid", raising=False)

    assert cache.folder("packs") is not None


def test_an_entry_comes_back_as_it_was_written(tmp_path: Path) -> None:
    cache.write(tmp_path / "a", b"data")

    assert cache.read(tmp_path / "a") == b"data"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_an_entry_that_is_not_there(tmp_path: Path) -> None:
    assert cache.read(tmp_path / "a") is None
    assert cache.read(tmp_path) is None


def test_an_entry_put_under_another_name(tmp_path: Path) -> None:
    cache.write(tmp_path / "a", b"data")
    (tmp_path / "a").rename(tmp_path / "b")

    assert cache.read(tmp_path / "b") is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=80))
def test_foreign_bytes_are_no_entry(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a").write_bytes(data)

    assert cache.read(tmp_path / "a") is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=40), st.integers(0), st.integers(1, 255))
def test_an_entry_with_one_byte_changed_is_no_entry(tmp_path: Path, data: bytes, at: int, by: int) -> None:
    place = tmp_path / "a"
    cache.write(place, data)
    changed = bytearray(place.read_bytes())
    changed[at % len(changed)] ^= by
    place.write_bytes(changed)

    assert cache.read(place) is None


def test_where_nothing_can_be_written_nothing_is(tmp_path: Path) -> None:
    cache.write(tmp_path / "nowhere" / "a", b"data")

    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    cache.write(tmp_path / "a", b"data")

    assert list(tmp_path.iterdir()) == []


def test_what_cannot_even_be_cleared_away_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: Path, *_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    cache.write(tmp_path / "a", b"data")

    assert cache.read(tmp_path / "a") is None


def test_edited_code_is_other_code() -> None:
    rooms = [cache.code("packs"), cache.code("rules"), cache.code("criteria"), cache.code("packs", "rules")]

    assert len(set(rooms)) == 4
    assert cache.code("packs") == rooms[0]

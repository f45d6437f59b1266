"""Which files of a county's folder hold its data."""

from pathlib import Path

import pytest

from evalcli.model.document import Scalar
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.read.folder import data_files

SPOT = Place("county.yaml", 9, 8, 4)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path.resolve() / "county"
    for name in (
        "data/b.yaml",
        "data/a.yml",
        "data/C.YAML",
        "data/.hidden.yaml",
        "data/note.txt",
        "data/sub.yaml/x.txt",
        "extra/d.yaml",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")
    (folder.parent / "secret.yaml").write_bytes(b"")
    return folder


def found(home: Path, *names: str) -> tuple[list[str], list[Notice]]:
    paths, notices = data_files(home, [Scalar(name, SPOT) for name in names])
    return [path.relative_to(home).as_posix() for path in paths], list(notices)


def outside(name: str) -> Notice:
    return Notice("data.outside", Level.STOP, f"data 里的“{name}”不在县文件夹之内", "把文件放进县文件夹。", SPOT)


def test_without_names_the_folder_data_is_read_in_the_order_of_its_names(home: Path) -> None:
    assert found(home) == (["data/C.YAML", "data/a.yml", "data/b.yaml"], [])


def test_without_names_and_without_a_folder_there_is_nothing(tmp_path: Path) -> None:
    assert data_files(tmp_path, []) == ((), ())


def test_names_are_read_in_their_order_and_each_file_once(home: Path) -> None:
    assert found(home, "extra/d.yaml", "data/b.yaml", "data") == (
        ["extra/d.yaml", "data/b.yaml", "data/C.YAML", "data/a.yml"],
        [],
    )


def test_a_file_that_is_not_there_is_left_to_who_opens_it(home: Path) -> None:
    assert found(home, "data/nix.yaml") == (["data/nix.yaml"], [])


@pytest.mark.parametrize("name", ["../secret.yaml", "..", ".", "/etc/passwd", "data/../../secret.yaml"])
def test_names_may_not_lead_out(name: str, home: Path) -> None:
    assert found(home, name, "extra") == (["extra/d.yaml"], [outside(name)])


def test_links_may_not_lead_out(home: Path) -> None:
    (home / "data" / "link.yaml").symlink_to(home.parent / "secret.yaml")
    (home / "away").symlink_to(home.parent)

    assert found(home, "data", "away") == ([], [outside("link.yaml"), outside("away")])


def test_links_within_the_folder_are_followed(home: Path) -> None:
    (home / "link").symlink_to(home / "extra")

    assert found(home, "link") == (["extra/d.yaml"], [])


def unreadable(name: str, place: Place) -> Notice:
    return Notice("file.unreadable", Level.STOP, f"打不开文件夹“{name}”", "请核对名称和读取权限", place)


def test_a_folder_may_be_closed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", closed)

    assert found(home, "data") == ([], [unreadable("data", SPOT)])
    assert data_files(home, []) == ((), (unreadable("data", Place("data")),))


def test_a_name_may_be_none_that_a_disk_can_have(home: Path) -> None:
    assert found(home, "a\0b") == ([], [unreadable("a\0b", SPOT)])

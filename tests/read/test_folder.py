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


def test_a_folder_stands_for_every_kind_of_data_file_in_it_and_below(home: Path) -> None:
    for name in (
        "b.xlsx",
        "c.CSV",
        "d.tsv",
        "e.xls",
        "f.xlsb",
        "g.ods",
        "h.xlsm",
        "~$b.xlsx",
        ".~lock.b.xlsx#",
        "i.docx",
    ):
        (home / "extra" / name).write_bytes(b"")
    (home / "extra" / "学校" / ".git").mkdir(parents=True)
    for name in ("学校/一小.xlsx", "学校/.git/x.yaml"):
        (home / "extra" / name).write_bytes(b"")

    names = ["b.xlsx", "c.CSV", "d.tsv", "d.yaml", "e.xls", "f.xlsb", "g.ods", "h.xlsm", "学校/一小.xlsx"]
    assert found(home, "extra") == ([f"extra/{name}" for name in names], [])


def test_a_pattern_stands_for_the_files_that_it_fits(home: Path) -> None:
    for name in ("一小.xlsx", "二小.xlsx", "~$一小.xlsx", "说明.docx"):
        (home / "extra" / name).write_bytes(b"")

    assert found(home, "extra/*小.xlsx", "*/d.yaml") == (["extra/一小.xlsx", "extra/二小.xlsx", "extra/d.yaml"], [])


def test_a_name_with_signs_of_a_pattern_may_be_a_file(home: Path) -> None:
    (home / "a[1].csv").write_bytes(b"")

    assert found(home, "a[1].csv") == (["a[1].csv"], [])


@pytest.mark.parametrize("pattern", ["学校/*.xlsx", "/*.yaml", "\0*"])
def test_a_pattern_that_fits_nothing(home: Path, pattern: str) -> None:
    paths, notices = found(home, pattern)

    assert (paths, len(notices), notices[0].level, notices[0].place) == ([], 1, Level.STOP, SPOT)


def test_a_pattern_leads_nowhere_out_of_the_folder(home: Path) -> None:
    (home / "link.yaml").symlink_to(home.parent / "secret.yaml")

    assert found(home, "l*.yaml") == ([], [outside("link.yaml")])
    assert found(home, "../*.yaml") == ([], [outside("secret.yaml")])


def test_names_that_differ_only_in_case_are_told(home: Path) -> None:
    for name in ("A校.xlsx", "a校.xlsx"):
        (home / "extra" / name).write_bytes(b"")
    paths, notices = found(home, "extra")

    assert paths == ["extra/A校.xlsx", "extra/a校.xlsx", "extra/d.yaml"]
    assert [(n.code, n.level, str(n.place), n.message) for n in notices] == [
        ("data.same-name", Level.DOUBT, "extra/a校.xlsx", "“extra/A校.xlsx”和“extra/a校.xlsx”只差大小写，两个都读了")
    ]


def test_tables_of_kinds_that_cannot_be_read_are_told(home: Path) -> None:
    for name in ("data/财政.et", "data/sub.yaml/b.DBF", "data/~$c.et", "extra/e.et"):
        (home / name).write_bytes(b"")
    (home / "link").symlink_to(home.parent)

    assert found(home)[1] == [
        Notice(
            "data.unread", Level.DOUBT, f"没有读“{name}”：不认识 {kind} 文件", "用原来的程序打开，另存为 .xlsx。", place
        )
        for name, kind, place in [
            ("b.DBF", ".DBF", Place("data/sub.yaml/b.DBF")),
            ("财政.et", ".et", Place("data/财政.et")),
        ]
    ]
    assert found(home, "extra/d.yaml", "extra/*.yaml")[1] == []
    assert [notice.code for notice in found(home, "link", "extra")[1]] == ["data.outside", "data.unread"]

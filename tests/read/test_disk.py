"""A file on disk: missing, a folder, not readable, or read."""

import subprocess
import sys
from pathlib import Path

import pytest
from workbooks import book_of

from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.read.disk import document


def stop(code: str, message: str, advice: str, name: str) -> tuple[None, tuple[Notice, ...]]:
    return None, (Notice(code, Level.STOP, message, advice, Place(name)),)


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "县.yaml").write_text("county: {name: 高坪区}\n", encoding="utf-8")
    found, notices = document(tmp_path / "县.yaml", "县.yaml")

    assert (found.name, found.root.get("county").get("name").text, notices) == ("县.yaml", "高坪区", ())


def test_a_reader_of_workbooks_loads_neither_yaml_nor_csv(tmp_path: Path) -> None:
    (tmp_path / "表.xlsx").write_bytes(book_of([["学校代码"], ["0101"]]))
    program = f"""
import sys
from pathlib import Path
from evalcli.read.disk import sheets
print(sheets(Path({str(tmp_path / "表.xlsx")!r}), "表.xlsx")[0][0].rows)
print(sorted({{"yaml", "csv", "json", "fractions"}} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)

    assert done.stdout == "(('学校代码',), ('0101',))\n[]\n"


def test_a_file_without_a_name_goes_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: 1\n", encoding="utf-8")
    found, _ = document(tmp_path / "a.yaml")

    assert found.root.key("a").place == Place((tmp_path / "a.yaml").as_posix(), 1, 1)


def test_a_missing_file(tmp_path: Path) -> None:
    result = document(tmp_path / "county.yaml", "county.yaml")

    assert result == stop("file.missing", "找不到文件“county.yaml”", "请核对文件名和所在文件夹", "county.yaml")


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        (["高坪区.YAML", "说明.txt"], "同一文件夹里有“高坪区.YAML”，请核对文件名"),
        (["高坪区.yaml", "顺庆区.yaml"], "请核对文件名和所在文件夹"),
    ],
)
def test_a_missing_county_beside_other_files(there: list[str], expected: str, tmp_path: Path) -> None:
    for name in there:
        (tmp_path / name).write_text("x", encoding="utf-8")
    _document, (notice,) = document(tmp_path / "county.yaml", "county.yaml")

    assert notice.advice == expected


def test_a_missing_file_with_a_neighbour_of_nearly_the_same_name(tmp_path: Path) -> None:
    (tmp_path / "county.yml").write_text("a: 1\n", encoding="utf-8")
    result = document(tmp_path / "county.yaml", "county.yaml")

    advice = "同一文件夹里有“county.yml”，请核对文件名"
    assert result == stop("file.missing", "找不到文件“county.yaml”", advice, "county.yaml")


@pytest.mark.parametrize("path", ["no/such/folder/a.yaml", "a\0b.yaml"])
def test_a_path_that_cannot_be(tmp_path: Path, path: str) -> None:
    _, notices = document(tmp_path / path, "a.yaml")

    assert [notice.code for notice in notices] == ["file.missing"]


def test_a_path_through_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: 1\n", encoding="utf-8")
    _, notices = document(tmp_path / "a.yaml" / "b.yaml", "b.yaml")

    assert [notice.code for notice in notices] == ["file.missing"]


def test_a_name_too_long_for_the_system(tmp_path: Path) -> None:
    result = document(tmp_path / ("长" * 100 + ".yaml"), "a.yaml")

    assert result == stop("file.missing", "找不到文件“a.yaml”", "请核对文件名和所在文件夹", "a.yaml")


def test_a_folder(tmp_path: Path) -> None:
    result = document(tmp_path, "data")

    assert result == stop("file.unreadable", "“data”是文件夹，不是文件", "请写到文件夹里的那个文件", "data")


def refuse(monkeypatch: pytest.MonkeyPatch, error: OSError) -> None:
    def refused(*_arguments: object, **_options: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refused)


def test_a_file_without_permission(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    refuse(monkeypatch, PermissionError(13, "denied"))
    result = document(tmp_path / "a.yaml", "a.yaml")

    advice = "请关闭占用它的程序，或请管理员放开读取权限"
    assert result == stop("file.unreadable", "没有权限读文件“a.yaml”", advice, "a.yaml")


def test_a_folder_that_the_system_calls_forbidden(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    refuse(monkeypatch, PermissionError(13, "denied"))
    result = document(tmp_path, "data")

    assert result == stop("file.unreadable", "“data”是文件夹，不是文件", "请写到文件夹里的那个文件", "data")


def test_a_disk_that_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    refuse(monkeypatch, OSError(5, "I/O error"))
    result = document(tmp_path / "a.yaml", "a.yaml")

    message = "读不出文件“a.yaml”（系统错误 5）"
    assert result == stop("file.unreadable", message, "请检查磁盘或网络盘后再试", "a.yaml")


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    _, notices = document(tmp_path / ("县" * 100), "a.yaml")

    assert [notice.code for notice in notices] == ["file.missing"]


def test_a_file_in_a_closed_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def shut(_path: Path) -> bool:
        raise PermissionError(13, "denied")

    refuse(monkeypatch, PermissionError(13, "denied"))
    monkeypatch.setattr(Path, "is_dir", shut)
    _, (notice,) = document(tmp_path / "a.yaml", "a.yaml")

    assert notice.message == "没有权限读文件“a.yaml”"

"""Outputs are written whole or not at all, and never outside their folder or over an input."""

import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalcli.cli.files import fit_name, spare, write
from evalcli.model.notice import Level, Notice, Stopped
from evalcli.model.place import Place


@pytest.mark.parametrize(
    ("name", "fit"),
    [
        ("高坪区", "高坪区"),
        ("../../etc/x", "_.._etc_x"),
        ("a/b:c", "a_b_c"),
        (r"C:\Windows\x", "C__Windows_x"),
        ('<>:"|?*', "_______"),
        ("..", "_"),
        ("", "_"),
        (" 区. ", "区"),
        ("区\n县\x7f", "区_县_"),
        ("txt\u202exe", "txt_xe"),
        ("字" * 300, "字" * 40),
    ],
)
def test_fit_name(name: str, fit: str) -> None:
    assert fit_name(name) == fit


@given(st.text())
def test_a_name_stays_in_its_folder(name: str) -> None:
    folder = Path("out").absolute()

    assert Path(os.path.normpath(folder / f"{fit_name(name)}-2021.docx")).parent == folder


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write(str(tmp_path / "甲" / "乙 丙" / "x.md"), b"text")

    assert (tmp_path / "甲" / "乙 丙" / "x.md").read_bytes() == b"text"
    assert [path.name for path in (tmp_path / "甲" / "乙 丙").iterdir()] == ["x.md"]


def test_a_file_is_as_readable_as_any(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write(str(tmp_path / "x.md"), b"text")
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "x.md").stat().st_mode) == 0o644


def test_what_lies_among_the_devices_is_written_to_and_never_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A folder of ours stands for /dev: the real one has no second copy.
    monkeypatch.setattr("evalcli.cli.files._DEVICES", tmp_path)
    (tmp_path / "file").write_bytes(b"more text than before")
    (tmp_path / "stdout").symlink_to("file")
    write(str(tmp_path / "stdout"), b"text")

    assert ((tmp_path / "stdout").is_symlink(), (tmp_path / "file").read_bytes()) == (True, b"text")


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "x.md").symlink_to("secret")
    write(str(tmp_path / "x.md"), b"text")

    assert ((tmp_path / "x.md").is_symlink(), (tmp_path / "secret").read_bytes()) == (False, b"secret")


def refused(target: str) -> Notice:
    with pytest.raises(Stopped) as stopped:
        write(target, b"text")
    (notice,) = stopped.value.notices
    return notice


@pytest.mark.parametrize(
    ("number", "code", "message"),
    [
        (errno.ENOSPC, "output.full", "磁盘已满，没有写成"),
        (errno.EDQUOT, "output.full", "磁盘已满，没有写成"),
        (errno.EACCES, "output.unwritable", "写不进去：没有写入权限，或文件正被打开"),
        (errno.EROFS, "output.unwritable", "写不进去：磁盘是只读的"),
        (errno.ENAMETOOLONG, "output.unwritable", "写不进去：文件名太长"),
        (errno.EIO, "output.unwritable", f"写不进去：系统错误 {errno.EIO}"),
    ],
)
def test_a_write_that_fails_leaves_what_was_there(
    number: int, code: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "x.md"
    target.write_bytes(b"before")

    def fail(*_arguments: object) -> None:
        raise OSError(number, "No")

    monkeypatch.setattr(Path, "replace", fail)
    notice = refused(str(target))

    assert (notice.code, notice.level, notice.message, notice.place) == (code, Level.STOP, message, Place(str(target)))
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("x.md", b"before")]


def test_ctrl_c_while_writing_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def pressed(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", pressed)
    with pytest.raises(KeyboardInterrupt):
        write(str(tmp_path / "x.md"), b"text")

    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    notice = refused(str(tmp_path))

    assert (notice.message, notice.advice) == ("写不进去：这是文件夹，不是文件", "在文件夹后面写上文件名。")


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write(str(pipe), b"text")
        read = os.read(reader, 10)
    finally:
        os.close(reader)

    assert (read, pipe.is_fifo()) == (b"text", True)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")

    assert refused(str(tmp_path / "out" / "x.md")).message == "写不进去：上一级不是文件夹"


def test_a_name_may_hold_no_nul(tmp_path: Path) -> None:
    assert refused(str(tmp_path / "a\0b")).message == "写不进去：文件名里有不能用的字符"


def test_an_input_is_never_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "county.yaml").write_bytes(b"")
    (tmp_path / "out.md").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    inputs = [tmp_path / "county.yaml", tmp_path / "-"]
    with pytest.raises(Stopped) as stopped:
        spare("./county.yaml", inputs)

    assert stopped.value.notices[0].code == "output.input"
    for target in ("-", "out.md", "new.md"):
        spare(target, inputs)

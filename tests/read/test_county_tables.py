"""School tables that a county names: files of its folder, sheets of workbooks, or lists in YAML."""

from pathlib import Path

import pytest
from workbooks import sheet, workbook

from evalcli.model.document import Scalar
from evalcli.model.notice import Level, Stopped
from evalcli.model.place import Place
from evalcli.read.county import county_files
from evalcli.read.disk import table
from evalcli.read.folder import one_file

HEAD = "county: {name: 青山县}\npack: mini\nperiod: {from: 2021-01-01, to: 2021-12-31}\n"
ROWS = [["学校代码"], ["1"]]


def county(folder: Path, tables: str, data: str = "") -> Path:
    (folder / "data").mkdir()
    (folder / "data" / "学校.csv").write_text("学校代码\n1\n", encoding="utf-8")
    (folder / "data" / "学校.XLSX").write_bytes(workbook({"说明": sheet([["说明"]]), "小学": sheet(ROWS)}))
    if data:
        (folder / "data" / "a.yaml").write_text(data, encoding="utf-8")
    (folder / "county.yaml").write_text(f"{HEAD}{tables}", encoding="utf-8")
    return folder / "county.yaml"


def stopped(path: Path) -> list[tuple[str, str, str, str]]:
    with pytest.raises(Stopped) as caught:
        county_files(path)
    return [(n.code, str(n.place), n.message, n.advice) for n in caught.value.notices]


@pytest.mark.parametrize("where", ["data/学校.csv", "'data/学校.XLSX#小学'", "data/../data/学校.csv"])
def test_a_table_in_a_file(where: str, tmp_path: Path) -> None:
    files = county_files(county(tmp_path, f"tables: {{schools: {where}}}\n"))

    found = files.sheets["schools"]
    assert (found.head[0].text, found.rows[0][0].text, found.name) == (
        "学校代码",
        "1",
        where.strip("'").partition("#")[0],
    )
    assert files.notices == ()


def test_a_data_file_may_name_it_and_a_list_is_no_file(tmp_path: Path) -> None:
    data = "tables: {schools: data/学校.csv, others: [{学校代码: '2'}]}\n"
    files = county_files(county(tmp_path, "", data))

    assert [document.name for document in files.data] == ["data/a.yaml"]
    assert list(files.sheets) == ["schools"]


def test_a_table_named_twice_is_told(tmp_path: Path) -> None:
    files = county_files(
        county(tmp_path, "tables: {schools: data/学校.csv}\n", "tables: {schools: 'data/学校.XLSX#小学'}\n")
    )

    assert [(n.code, n.level, str(n.place), n.message, n.advice) for n in files.notices] == [
        (
            "table.given-twice",
            Level.MUST,
            "data/a.yaml:1:10",
            "表“schools”给了不止一次",
            "只留一处（另一处在 county.yaml:4:10）。",
        )
    ]
    assert files.sheets["schools"].name == "data/学校.csv"


def test_every_table_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = county(tmp_path, "tables: {a: data/学效.csv, b: ../学校.csv, c: 'data/学校.XLSX#初中', d: data}\n")

    assert stopped(path) == [
        ("file.missing", "data/学效.csv", "找不到文件“data/学效.csv”", "同一文件夹里有“学校.csv”，请核对文件名"),
        ("data.outside", "county.yaml:4:29", "tables 里的“../学校.csv”不在县文件夹之内", "把文件放进县文件夹。"),
        ("table.no-sheet", "data/学校.XLSX", "工作簿里没有工作表“初中”", "有的是：说明、小学。"),
        ("file.unreadable", "data", "“data”是文件夹，不是文件", "请写到文件夹里的那个文件"),
    ]


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    found, notices = one_file(tmp_path, "a\0b", Place("county.yaml"))

    assert (found, [notice.code for notice in notices]) == ((), ["data.outside"])


def test_a_file_that_is_there(tmp_path: Path) -> None:
    assert one_file(tmp_path, "a.csv", Place("county.yaml")) == ((tmp_path / "a.csv",), ())


def test_a_file_by_its_ending(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("甲\n1\n", encoding="utf-8")
    (tmp_path / "a.xlsm").write_bytes(workbook({"学校": sheet(ROWS)}))

    assert [table(tmp_path / name, name)[0].head[0].text for name in ("a.csv", "a.xlsm")] == ["甲", "学校代码"]
    assert [notice.code for notice in table(tmp_path / "b.csv", "b.csv")[1]] == ["file.missing"]


def test_an_empty_name_is_the_folder_itself(tmp_path: Path) -> None:
    assert [code for code, *_rest in stopped(county(tmp_path, "tables: {schools: ''}\n"))] == [
        "shape.value",
        "data.outside",
    ]


def test_scalars_keep_their_place() -> None:
    assert Scalar("a", Place("x", 1, 2)).place.column == 2

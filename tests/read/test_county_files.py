"""A county's files are read together: what can be told at once is told at once."""

from pathlib import Path

import pytest

from evalcli.model.notice import Level, Stopped
from evalcli.read.county import county_files

HEAD = 'county: {name: 青山县, code: "510000"}\npack: mini\nperiod: {from: 2021-01-01, to: 2021-12-31}\n'


def county(folder: Path, text: str, **data: str) -> Path:
    for name, content in data.items():
        (folder / "data").mkdir(exist_ok=True)
        (folder / "data" / f"{name}.yaml").write_text(content, encoding="utf-8")
    (folder / "county.yaml").write_text(text, encoding="utf-8")
    return folder / "county.yaml"


def test_the_entry_file_and_the_data_files(tmp_path: Path) -> None:
    files = county_files(county(tmp_path, HEAD, b="figures: {}\n", a="figures: {}\n"))

    assert [document.name for document in (files.main, *files.data)] == ["county.yaml", "data/a.yaml", "data/b.yaml"]
    assert (files.folder, files.head.text("pack"), files.notices) == (tmp_path, "mini", ())


def test_the_shape_of_every_file_is_looked_at(tmp_path: Path) -> None:
    files = county_files(county(tmp_path, HEAD + "x: 1\n", a="y: 1\n"))

    assert [(notice.code, str(notice.place)) for notice in files.notices] == [
        ("shape.unknown-key", "county.yaml:4:1"),
        ("shape.unknown-key", "data/a.yaml:1:1"),
    ]


def test_a_data_file_that_cannot_be_read_stops_with_all_that_is_known(tmp_path: Path) -> None:
    with pytest.raises(Stopped) as stopped:
        county_files(county(tmp_path, HEAD + "x: 1\n", a="y\n", b="z: 1\n"))

    assert [str(notice.place) for notice in stopped.value.notices] == [
        "county.yaml:4:1",
        "data/a.yaml:1:1",
        "data/b.yaml:1:1",
    ]


@pytest.mark.parametrize("names", ["data", "[data]", '["", data]'])
def test_a_name_may_stand_alone_and_an_empty_one_names_nothing(names: str, tmp_path: Path) -> None:
    files = county_files(county(tmp_path, f"{HEAD}data: {names}\n", a="figures: {}\n"))

    assert [document.name for document in files.data] == ["data/a.yaml"]


def test_without_a_pack_nothing_can_go_on(tmp_path: Path) -> None:
    with pytest.raises(Stopped) as stopped:
        county_files(county(tmp_path, HEAD.replace("pack: mini\n", "")))

    assert [(notice.code, notice.level) for notice in stopped.value.notices] == [("shape.missing-key", Level.STOP)]

"""A pack by its name: found and read, or told why not."""

from pathlib import Path

import pytest
from pack_folders import AREA_1, FIELDS, HEAD, SHIPPED, stopped, write_pack

from evalcli.criteria import load_pack

pytestmark = pytest.mark.usefixtures("own_packs")


def test_a_pack_of_the_countys_own(tmp_path: Path) -> None:
    write_pack(tmp_path)

    pack = load_pack("small", tmp_path)

    assert (pack.id, pack.title, pack.layers, pack.tailored) == ("small", "小评价", ("small",), ())
    assert [indicator.id for indicator in pack.indicators] == ["1.1", "1.2", "2.3"]


def test_the_shipped_pack() -> None:
    pack = load_pack("duty-sichuan-2022")

    assert (pack.points, pack.total, len(pack.indicators)) == (100, 100, 37)


@pytest.mark.parametrize("wish", ["small@1", "small@1.0", "small@1.0.0", "small@"])
def test_a_version_that_is_there(wish: str, tmp_path: Path) -> None:
    write_pack(tmp_path)

    assert load_pack(wish, tmp_path).version == "1.0.0"


@pytest.mark.parametrize("version", ["2", "1.1", "1.0.1", "1.0.0.1", "10"])
def test_a_version_that_is_not_there(version: str, tmp_path: Path) -> None:
    write_pack(tmp_path)

    assert stopped(lambda: load_pack(f"small@{version}", tmp_path)) == [
        ("pack.version", "", f"指标包 small 现有版本 1.0.0，要的是 {version}", "改写要的版本，或装上那个版本。")
    ]


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("smal", "最接近的是“small”。"),
        ("", ""),
        ("x", ""),
        ("../small", "最接近的是“small”。"),
        ("small/cases", "最接近的是“small”。"),
    ],
)
def test_a_pack_that_is_not_there(name: str, nearest: str, tmp_path: Path) -> None:
    write_pack(tmp_path)

    known = "、".join(sorted((*SHIPPED, "small")))
    assert stopped(lambda: load_pack(name, tmp_path)) == [
        ("pack.unknown", "", f"没有指标包“{name}”", f"现有的指标包：{known}。{nearest}")
    ]


def test_a_folder_with_another_name_than_its_pack(tmp_path: Path) -> None:
    write_pack(tmp_path, "big")

    assert stopped(lambda: load_pack("big", tmp_path)) == [
        ("pack.folder", "big/pack.yaml:2:5", "指标包的文件夹叫“big”，id 却是“small”", "两处改成一样。")
    ]


def test_a_pack_without_fields(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    (folder / "fields.yaml").unlink()

    assert stopped(lambda: load_pack("small", tmp_path)) == [
        ("pack.incomplete", "", "指标包 small 没有 fields.yaml", "补上，或用 extends 写明以哪个包为底。")
    ]


@pytest.mark.parametrize(
    ("changed", "code", "where"),
    [
        ({"pack": "id: [\n"}, "yaml.syntax", "small/pack.yaml"),
        ({"pack": HEAD + "titel: 甲\n"}, "shape.unknown-key", "small/pack.yaml"),
        ({"fields": FIELDS.replace("office: 编办, ", "")}, "shape.missing-key", "small/fields.yaml"),
        ({"area_1": AREA_1.replace("points: 40", "points: 很多")}, "shape.type", "small/area-1.yaml"),
    ],
)
def test_a_file_of_the_pack_with_a_fault(changed: dict[str, str], code: str, where: str, tmp_path: Path) -> None:
    write_pack(tmp_path, **changed)

    found = stopped(lambda: load_pack("small", tmp_path))

    assert (found[0][0], found[0][1].partition(":")[0]) == (code, where)


def test_an_area_that_is_not_there(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    (folder / "area-2.yaml").unlink()

    assert [fault[:2] for fault in stopped(lambda: load_pack("small", tmp_path))] == [
        ("file.missing", "small/area-2.yaml")
    ]


def test_parts_that_do_not_fit(tmp_path: Path) -> None:
    write_pack(tmp_path, pack=HEAD.replace("points: 100", "points: 99"))

    assert [fault[0] for fault in stopped(lambda: load_pack("small", tmp_path))] == ["pack.total"]


@pytest.mark.parametrize(
    ("judge", "message"),
    [
        ("{at_leest: 85}", "评估要点 1.2a 的 judge 要写一种规则，现在写的是：at_leest"),
        ("{at_least: 85, strictli: true}", "评估要点 1.2a：“judge”里没有“strictli”这个键"),
        ("{at_least: true}", "评估要点 1.2a：“judge › at_least”应当是数或文字，现在是“true”"),
        ("{milestone: 2022-12-31}", "评估要点 1.2a：“judge”"),
    ],
)
def test_rule_parameters_that_are_none(judge: str, message: str, tmp_path: Path) -> None:
    write_pack(tmp_path, area_1=AREA_1.replace("{at_least: 85}", judge))

    found = stopped(lambda: load_pack("small", tmp_path))

    assert [(fault[0], fault[1].rpartition(":")[0], fault[2][: len(message)]) for fault in found] == [
        ("pack.rule", "small/area-1.yaml:27", message)
    ]

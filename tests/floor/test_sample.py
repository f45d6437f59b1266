"""A made-up county raises no doubt, with every pack."""

from pathlib import Path

import pytest
from pack_folders import SHIPPED, write_pack

from evalcli import sample
from evalcli.criteria import load_pack, open_pack


@pytest.mark.parametrize("name", SHIPPED)
def test_the_same_pack_gives_the_same_county(name: str) -> None:
    pack = load_pack(name)
    found = sample.data(pack, name, "清溪县", 2022)

    assert found == sample.data(pack, name, "清溪县", 2022)
    assert "data/演示数据.yaml" in found.files
    assert set(found.tables) == set(pack.tables)
    assert set(found.tables.values()) <= set(found.files)


def test_what_contradicts_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    relations = "relations:\n  - {id: r, holds: students < teachers, say: 不对, level: 必改}\n"
    from pack_folders import HEAD

    write_pack(tmp_path, pack=HEAD + relations)
    monkeypatch.chdir(tmp_path)
    text = sample.data(open_pack("small", Path()), "small", "清溪县", 2022).files["data/演示数据.yaml"].decode("utf-8")

    assert "\n    students: " not in text
    assert "\n    teachers: " not in text
    assert "\n    coverage: " in text


def test_a_target_below_the_present_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pack_folders import FIELDS

    write_pack(tmp_path, fields=FIELDS.replace("target_for: coverage,", "target_for: coverage, decimals: 0,"))
    cases = "- {indicator: 1.2a, given: {coverage: 99%}, expect: {verdict: 达标, points: 15}}\n"
    (tmp_path / "indicators" / "small" / "cases").mkdir()
    (tmp_path / "indicators" / "small" / "cases" / "area-1.yaml").write_text(cases, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    text = sample.data(open_pack("small", Path()), "small", "清溪县", 2022).files["data/演示数据.yaml"].decode("utf-8")

    assert "\n    coverage: 99%\n" in text
    assert "coverage_target" not in text

"""Shipped folders are found by name, a county's own before ours; a name is never a path."""

from pathlib import Path

import pytest

from evalcli import resources


@pytest.mark.parametrize("kind", ["indicators", "templates", "schemas"])
def test_what_is_shipped_is_there(kind: str) -> None:
    assert resources.shipped(kind).is_dir()


def test_what_is_not_shipped() -> None:
    with pytest.raises(FileNotFoundError, match="novels"):
        resources.shipped("novels")


def test_ours() -> None:
    found = resources.find("indicators", "duty-sichuan-2022")

    assert found == resources.shipped("indicators") / "duty-sichuan-2022"
    assert "duty-sichuan-2022" in resources.names("indicators")


def test_a_countys_own_comes_first(tmp_path: Path) -> None:
    own = tmp_path / "indicators" / "duty-sichuan-2022"
    own.mkdir(parents=True)

    assert resources.find("indicators", "duty-sichuan-2022", tmp_path) == own


def test_a_county_has_ours_too(tmp_path: Path) -> None:
    (tmp_path / "indicators" / "own").mkdir(parents=True)
    (tmp_path / "indicators" / "file.yaml").write_text("", encoding="utf-8")
    (tmp_path / "indicators" / ".git").mkdir()
    (tmp_path / "indicators" / "__pycache__").mkdir()

    assert (
        resources.find("indicators", "duty-sichuan-2022", tmp_path)
        == resources.shipped("indicators") / "duty-sichuan-2022"
    )
    assert resources.names("indicators", tmp_path) == tuple(sorted({*resources.names("indicators"), "own"}))


def test_a_county_without_folders_of_its_own(tmp_path: Path) -> None:
    assert resources.names("indicators", tmp_path) == resources.names("indicators")


@pytest.mark.parametrize(
    "name",
    [
        "", ".", "..", "../indicators", "duty-sichuan-2022/cases", "/etc", "a/b:c", "a\\b", "C:\\Windows", "\x00", "file.yaml",
        "a" * 300, "-", ".hidden", "指标包", "__pycache__",
    ],
)  # fmt: skip
def test_a_name_that_leads_elsewhere_leads_nowhere(name: str, tmp_path: Path) -> None:
    (tmp_path / "indicators").mkdir()
    (tmp_path / "indicators" / "file.yaml").write_text("", encoding="utf-8")

    assert resources.find("indicators", name, tmp_path) is None

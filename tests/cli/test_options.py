"""Options that several commands share."""

from pathlib import Path

import click
import pytest

from evalcli.cli.options import CountyFile, OneOf


def test_a_folder_stands_for_its_county_file(tmp_path: Path) -> None:
    assert CountyFile().convert(str(tmp_path), None, None) == tmp_path / "county.yaml"


@pytest.mark.parametrize("name", ["-", "other.yaml", "县 里/county.yaml"])
def test_any_other_name_stands_for_itself(name: str) -> None:
    assert CountyFile().convert(name, None, None) == Path(name)


def test_one_of_a_few_words() -> None:
    words = OneOf(("json", "text"))

    assert words.convert("json", None, None) == "json"
    with pytest.raises(click.BadParameter) as refused:
        words.convert("xml", None, None)
    assert refused.value.message == "“xml”不在可选的 json、text 之中"

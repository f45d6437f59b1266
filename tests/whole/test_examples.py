"""Every example checks, scores and renders at once; what a generator made, it makes again."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import docx
import pytest
from command_line import evalcli
from jsonschema import Draft202012Validator

from evalcli import read

ROOT = Path(__file__).resolve().parents[2]
COUNTIES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "examples").glob("*/county*.yaml"))
GENERATORS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "examples").glob("*/make_*.py"))


def test_there_are_examples() -> None:
    assert len(COUNTIES) > 3


@pytest.mark.parametrize("county", COUNTIES)
def test_it_checks_without_a_fault(county: str) -> None:
    done = evalcli("check", str(ROOT / county), "--format", "json")

    assert (done.code, [notice for notice in json.loads(done.out) if notice["level"] in ("must", "stop")]) == (0, [])


@pytest.mark.parametrize("county", COUNTIES)
def test_it_scores(county: str) -> None:
    done = evalcli("score", str(ROOT / county), "--format", "json")
    result = json.loads(done.out)

    assert done.code == 0
    assert list(Draft202012Validator(read.schema("result")).iter_errors(result)) == []
    assert {item["verdict"] for area in result["areas"] for item in area["items"]} > {"达标"}


@pytest.mark.parametrize("county", COUNTIES)
def test_it_renders(county: str, tmp_path: Path) -> None:
    done = evalcli("render", str(ROOT / county), "-o", str(tmp_path / "report.docx"))

    assert done.code == 0
    assert len(docx.Document(BytesIO((tmp_path / "report.docx").read_bytes())).paragraphs) > 50


@pytest.mark.parametrize("generator", GENERATORS)
def test_a_generator_makes_the_same_again(generator: str) -> None:
    path = ROOT / generator
    made = subprocess.run([sys.executable, path.name], cwd=path.parent, capture_output=True, check=True).stdout

    assert made in [file.read_bytes() for file in (path.parent / "data").glob("*.csv")]

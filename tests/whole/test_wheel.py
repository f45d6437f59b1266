"""The wheel holds all that a county needs, and works where nothing of the source tree is."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "*.egg-info", "build", "dist", "out"
)
SHIPPED = {"indicators": "evalcli/indicators", "templates": "evalcli/templates", "evalcli/schemas": "evalcli/schemas"}


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command that must end well; without the variables that would let it find the source tree."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV", "VIRTUAL_ENV"))}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=kept | environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return done


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the source tree, so that building leaves nothing in ours."""
    return Path(shutil.copytree(ROOT, tmp_path_factory.mktemp("source") / "evalcli", ignore=LEFT_OUT))


@pytest.fixture(scope="module")
def wheel(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built with what is installed here: no network is needed."""
    folder = tmp_path_factory.mktemp("wheel")
    run(
        sys.executable,
        "-m",
        "pip",
        "wheel",
        source,
        "--no-deps",
        "--no-index",
        "--no-build-isolation",
        "-w",
        folder,
        cwd=folder,
    )
    return next(folder.glob("evalcli-*.whl"))


@pytest.fixture(scope="module")
def evalcli(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the command, installed from the wheel into an environment of its own."""
    place = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", place, cwd=place)
    python = place / SCRIPTS / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=place)
    found = (
        run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=place).stdout.decode().strip()
    )
    # The libraries are those of this environment; a folder named in a .pth file brings no editable install with it.
    libraries = "\n".join(sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}))
    (Path(found) / "libraries.pth").write_text(libraries, encoding="utf-8")
    where = run(python, "-c", "import evalcli; print(evalcli.__file__)", cwd=place).stdout.decode().strip()
    assert Path(where).is_relative_to(place)
    return place / SCRIPTS / "evalcli"


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the Gaoping example under a name that a clerk would give it."""
    folder = tmp_path_factory.mktemp("桌面") / "自评 2022"
    shutil.copytree(ROOT / "examples" / "gaoping-2022", folder, ignore=LEFT_OUT)
    return folder


def shipped() -> set[str]:
    """Return what must be in the wheel beside the code, by the names it has there."""
    files = [
        (file, f"{there}/{file.relative_to(ROOT / here).as_posix()}")
        for here, there in SHIPPED.items()
        for file in (ROOT / here).rglob("*")
    ]
    catalogues = [(file, file.relative_to(ROOT).as_posix()) for file in (ROOT / "evalcli").glob("locale/*/*.po")]
    return {name for file, name in (*files, *catalogues) if file.is_file() and "__pycache__" not in name}


def test_the_wheel_holds_code_packs_templates_schemas_and_catalogues(wheel: Path) -> None:
    modules = {file.relative_to(ROOT).as_posix() for file in (ROOT / "evalcli").rglob("*.py")}
    expected = modules | shipped() | {"evalcli/py.typed"}
    names = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}

    assert names == expected
    assert "evalcli/templates/word/official/[Content_Types].xml" in expected
    assert "evalcli/indicators/duty-sichuan-2022/cases/area-9.yaml" in expected


def test_the_wheel_carries_its_licence_and_command(wheel: Path) -> None:
    archive = ZipFile(wheel)
    info = {Path(name).name: archive.read(name).decode("utf-8") for name in archive.namelist() if ".dist-info/" in name}

    assert "License-Expression: Apache-2.0" in info["METADATA"].splitlines()
    assert "evalcli = evalcli.__main__:main" in info["entry_points.txt"].splitlines()
    assert "Apache License" in info["LICENSE"]


def test_the_source_archive_builds_the_same_wheel(source: Path, wheel: Path, tmp_path: Path) -> None:
    build = f"from setuptools.build_meta import build_sdist; build_sdist({str(tmp_path)!r})"
    run(sys.executable, "-c", build, cwd=source)
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as archive:
        archive.extractall(tmp_path, filter="data")
    unpacked = next(path for path in tmp_path.iterdir() if path.is_dir())
    run(
        sys.executable,
        "-m",
        "pip",
        "wheel",
        unpacked,
        "--no-deps",
        "--no-index",
        "--no-build-isolation",
        "-w",
        tmp_path,
        cwd=tmp_path,
    )
    again = ZipFile(next(tmp_path.glob("*.whl")))

    assert sorted(again.namelist()) == sorted(ZipFile(wheel).namelist())
    assert (unpacked / "examples" / "gaoping-2022" / "county.yaml").is_file()
    assert (unpacked / "docs" / "手册.md").is_file()


def test_it_scores_from_another_folder(evalcli: Path, county: Path, tmp_path: Path) -> None:
    here = run(
        evalcli, "score", "--format", "csv", cwd=county, EVALCLI_CACHE_DIR=str(tmp_path), EVALCLI_LANG="zh"
    ).stdout
    there = run(
        evalcli, "score", county, "--format", "csv", cwd=tmp_path, EVALCLI_CACHE_DIR=str(tmp_path), EVALCLI_LANG="zh"
    ).stdout

    assert here == there
    assert "2.4a" in there.decode("utf-8")


def test_it_checks_and_explains_from_another_folder(evalcli: Path, county: Path, tmp_path: Path) -> None:
    found = run(evalcli, "check", county, cwd=tmp_path, EVALCLI_CACHE_DIR=str(tmp_path), EVALCLI_LANG="zh").stdout
    told = run(
        evalcli, "explain", "3.10", county, cwd=tmp_path, EVALCLI_CACHE_DIR=str(tmp_path), EVALCLI_LANG="zh"
    ).stdout

    assert "target.below-present" in found.decode("utf-8")
    assert "7875人 ÷ 636名 = 12.38:1" in told.decode("utf-8")


def test_it_writes_the_same_report_twice(evalcli: Path, county: Path, tmp_path: Path) -> None:
    for name in ("one.docx", "two.docx"):
        run(
            evalcli,
            "render",
            county,
            "-o",
            name,
            cwd=tmp_path,
            EVALCLI_CACHE_DIR=str(tmp_path / name[:3]),
            EVALCLI_LANG="zh",
        )
    one, two = (tmp_path / "one.docx").read_bytes(), (tmp_path / "two.docx").read_bytes()

    assert one == two
    assert "word/document.xml" in ZipFile(tmp_path / "one.docx").namelist()
    assert sorted(path.name for path in county.iterdir()) == ["README.md", "county.yaml", "data", "expected"]


def test_it_runs_as_a_module_too(evalcli: Path, tmp_path: Path) -> None:
    said = run(evalcli.with_name("python"), "-m", "evalcli", "--version", cwd=tmp_path).stdout

    assert said.decode("utf-8").startswith("evalcli ")

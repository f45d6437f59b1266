"""A desk to work at: a small county that has no fault, in a folder of its own."""

import shutil
from pathlib import Path

import pytest
from gallery import SHARED


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the county's folder, which is the working folder."""
    folder = tmp_path / "青山县"
    shutil.copytree(SHARED, folder)
    monkeypatch.chdir(folder)
    return folder

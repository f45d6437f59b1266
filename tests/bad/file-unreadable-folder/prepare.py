"""Take away the right to look into a folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest


def prepare(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Take away the right to look into a folder."""
    (folder / "人社").mkdir()
    usual = Path.iterdir

    def closed(path: Path) -> Iterator[Path]:
        if path.name == "人社":
            raise PermissionError
        return usual(path)

    patch.setattr(Path, "iterdir", closed)

"""Deny reading the county file, whoever asks."""

from pathlib import Path

import pytest


def prepare(_folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Deny reading the county file, whoever asks."""
    opened = Path.open

    def denied(path: Path, *how: str, **more: object) -> object:
        if path.name == "county.yaml":
            raise PermissionError(13, "Permission denied")
        return opened(path, *how, **more)

    patch.setattr(Path, "open", denied)

"""Let the disk be full after a hundred bytes."""

import errno
import io
import os
from pathlib import Path

import pytest


def prepare(_folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Let the disk be full after a hundred bytes."""

    class Full(io.FileIO):
        def write(self, data: object) -> int:
            super().write(bytes(data)[:100])
            raise OSError(errno.ENOSPC, "No space left on device")

    patch.setattr(os, "fdopen", Full)

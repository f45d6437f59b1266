"""Press Ctrl-C while the pack is read."""

from pathlib import Path

import pytest


def prepare(_folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Press Ctrl-C while the pack is read."""

    def pressed(*_arguments: object) -> None:
        raise KeyboardInterrupt

    patch.setattr("evalcli.flow.load_pack", pressed)

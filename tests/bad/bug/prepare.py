"""Break evalcli itself."""

from pathlib import Path

import pytest


def prepare(_folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Break evalcli itself."""

    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError("division by zero")

    patch.setattr("evalcli.flow.load_pack", broken)

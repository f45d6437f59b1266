"""Take away what `round table` needs."""

import sys
from pathlib import Path

import pytest


def prepare(_folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Take polars away."""
    for name in [name for name in sys.modules if name.startswith("evalcli.bulk")]:
        patch.delitem(sys.modules, name)
    patch.setitem(sys.modules, "polars", None)

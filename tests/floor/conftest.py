"""What tests of packs start from."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evalcli import cache
from evalcli.criteria import kept


@pytest.fixture
def own_packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Start with no pack kept, in memory or in files."""
    monkeypatch.setenv("EVALCLI_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(kept, "_AT_HAND", {})
    cache.folder.cache_clear()
    yield
    cache.folder.cache_clear()

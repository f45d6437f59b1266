"""A document of Word 97."""

from pathlib import Path

import pytest


def prepare(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    (folder / "要点.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504)

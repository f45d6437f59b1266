"""A small file that unpacks to four megabytes of blanks."""

from pathlib import Path

import pytest
from word_documents import package


def prepare(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    (folder / "要点.docx").write_bytes(package({"word/document.xml": b" " * 4_000_000}))

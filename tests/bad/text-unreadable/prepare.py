"""A document whose XML declares an entity of its own."""

from pathlib import Path

import pytest
from word_documents import W, p, package


def prepare(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    part = f'<!DOCTYPE x [<!ENTITY a "3所">]><w:document {W}><w:body>{p("&a;")}</w:body></w:document>'
    (folder / "要点.docx").write_bytes(package({"word/document.xml": part}))

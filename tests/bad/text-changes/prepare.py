"""A plan with a tracked change and a comment."""

from pathlib import Path

import pytest
from word_documents import p, run, word


def prepare(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    changed = f"<w:p>{run('新建学校')}<w:del><w:r><w:delText>5所</w:delText></w:r></w:del><w:ins>{run('3所')}</w:ins>"
    body = p("2024年工作要点") + changed + "<w:r><w:commentReference/></w:r></w:p>"
    (folder / "要点.docx").write_bytes(word(body))

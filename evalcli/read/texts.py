"""A finished document on disk, whatever its format, becomes a `Text`, or notices that say why it cannot be read."""

import re
from pathlib import Path
from typing import Final

from evalcli.language import _
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.model.text import Text
from evalcli.read import disk, html_file, text_file, word_file

Found = tuple[Text | None, tuple[Notice, ...]]

# The longest plan of a province has some hundred pages; with its pictures a Word file stays under this.
_LARGEST: Final = 50_000_000
_HEAD: Final = 2_000
_PAGE: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_MARKDOWN: Final = (".md", ".markdown")
_PAGES: Final = (".html", ".htm", ".xhtml")


def text(path: Path, name: str) -> Found:
    """Return the document in the file at `path`, called `name` in messages."""
    data, notices = disk.content(path, name, _LARGEST)
    if data is None:
        return None, notices
    found, notices = parse(data, name)
    if (
        found is not None
        and not found.paragraphs
        and not any(cell.text for grid in found.tables for row in grid.rows for cell in row)
    ):
        return None, (*notices, _empty(name))
    return found, notices


def parse(data: bytes, name: str) -> Found:
    """Return the document in `data`: by what it is, then by what its name says."""
    ending = Path(name).suffix.lower()
    if len(data) > _LARGEST:
        message, advice = _("文件超过 50 MB"), _("删去大图和附件，另存后再试。")
        return None, (Notice("text.too-large", Level.STOP, message, advice, Place(name)),)
    if data.startswith(b"PK\x03\x04"):
        return word_file.parse(data, name)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return None, (_old_word(name),)
    if data.startswith(b"%PDF"):
        return None, (_unknown(name),)
    if ending in _PAGES or _PAGE.search(data[:_HEAD]):
        return html_file.parse(data, name)
    return text_file.parse(data, name, marked=ending in _MARKDOWN)


def _old_word(name: str) -> Notice:
    message = _("这是旧版 Word 文档（.doc）或加了密码的文档，读不了")
    return Notice("text.old-word", Level.STOP, message, _("用 Word 或 WPS 打开，“另存为”选 .docx，再试。"), Place(name))


def _unknown(name: str) -> Notice:
    message = _("这种格式读不了，能读的有 .docx、.txt、.md、.html")
    return Notice(
        "text.format", Level.STOP, message, _("用原来的 Word 文档，或把文字另存为 .docx、.txt。"), Place(name)
    )


def _empty(name: str) -> Notice:
    message = _("文档里没有文字，可能是扫描件或图片")
    return Notice("text.empty", Level.STOP, message, _("先用文字识别软件转成文字，核对后另存为 .docx。"), Place(name))

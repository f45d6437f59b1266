"""The Word file around the text: opened from readable parts, saved with the same bytes every time.

The shipped template is a folder of XML parts, `templates/word/official`, that anybody can read and change.
"""

from datetime import datetime
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from evalcli.model.report import Draft
from evalcli.publish.text import clean
from evalcli.resources import shipped

if TYPE_CHECKING:
    from docx.document import Document

_EPOCH = (1980, 1, 1, 0, 0, 0)  # The first day that a zip file knows.
# A name that begins with a dot would be left out of the wheel.
_UNPACKED = {"_rels/package.rels": "_rels/.rels"}
_LONGEST_PROPERTY = 255
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"


@cache
def _template() -> bytes:
    folder = shipped("templates") / "word" / "official"
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return _zipped({_UNPACKED.get(name, name): path.read_bytes() for name, path in files.items()}, ZIP_STORED)


def open_template() -> "Document":
    """Return a new document with the styles, sections and footers of the official template, and without text."""
    import docx

    return docx.Document(BytesIO(_template()))


def set_properties(document: "Document", draft: Draft) -> None:
    """Write title, author and date into the file's properties."""
    properties = document.core_properties
    properties.title = clean(draft.title)[:_LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = clean(draft.author)[:_LONGEST_PROPERTY]
    properties.created = properties.modified = datetime.fromisoformat(draft.created)


def save(document: "Document", written: dict[str, bytes]) -> bytes:
    """Return the file, its parts in the order of their names; `written` replaces parts by name."""
    package = document.part.package
    parts = sorted(package.iter_parts(), key=lambda part: part.partname)
    files = {"_rels/.rels": _encoded(package.rels.xml)}
    for part in parts:
        files[part.partname.membername] = written.get(part.partname) or part.blob
        if part.rels:
            files[part.partname.rels_uri.membername] = _encoded(part.rels.xml)
    types = {str(part.partname): part.content_type for part in parts}
    return _zipped({"[Content_Types].xml": _content_types(types), **files}, ZIP_DEFLATED)


def _encoded(xml: str | bytes) -> bytes:
    # python-docx 1.2 declares text and hands out bytes.
    return xml.encode() if isinstance(xml, str) else xml


def _content_types(types: dict[str, str]) -> bytes:
    lines = [
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
        f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="{_RELATIONSHIPS}"/>',
        *(f"<Override PartName={quoteattr(part)} ContentType={quoteattr(kind)}/>" for part, kind in types.items()),
        "</Types>",
    ]
    return "\n".join(lines).encode()


def _zipped(files: dict[str, bytes], compression: int) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", compression) as archive:
        for name, content in files.items():
            # The same on every system: neither the clock nor the platform leaves a trace.
            entry = ZipInfo(name, _EPOCH)
            entry.create_system = 3
            entry.compress_type = compression
            archive.writestr(entry, content)
    return stream.getvalue()

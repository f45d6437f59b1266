"""The Word file around the text: opened from readable parts with python-docx, saved with the same bytes every time.

The shipped template is a folder of XML parts, `templates/word/official`, that anybody can read and change.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from evalcli.model.report import Draft
from evalcli.publish.text import clean
from evalcli.publish.xml import HEAD, attribute
from evalcli.resources import shipped

if TYPE_CHECKING:
    from docx.document import Document

_EPOCH = (1980, 1, 1, 0, 0, 0)  # The first day that a zip file knows.
# A name that begins with a dot would be left out of the wheel.
_UNPACKED = {"_rels/package.rels": "_rels/.rels"}
_LONGEST_PROPERTY = 255
_EFFORT = 2  # Half the time of zlib's own 6, for a file that is an eighth longer.
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"


@cache
def template() -> Mapping[str, str]:
    """Return the parts of the official template by name."""
    folder = shipped("templates") / "word" / "official"
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {_UNPACKED.get(name, name): (folder / name).read_text(encoding="utf-8") for name in names}


@cache
def _template_file() -> bytes:
    return _zipped({name: part.encode() for name, part in template().items()}, ZIP_STORED)


def open_template() -> "Document":
    """Return a new document with the styles, sections and footers of the official template, and without text."""
    import docx

    return docx.Document(BytesIO(_template_file()))


def set_properties(document: "Document", draft: Draft) -> None:
    """Write title, author and date into the file's properties."""
    properties = document.core_properties
    properties.title = clean(draft.title)[:_LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = clean(draft.author)[:_LONGEST_PROPERTY]
    if draft.created:
        properties.created = properties.modified = datetime.fromisoformat(draft.created)


def save(document: "Document", written: Mapping[str, str]) -> bytes:
    """Return the file, its parts in the order of their names; `written` replaces parts by name."""
    package = document.part.package
    parts = sorted(package.iter_parts(), key=lambda part: part.partname)
    files = {"_rels/.rels": _encoded(package.rels.xml)}
    for part in parts:
        name = part.partname.membername
        files[name] = written[name].encode() if name in written else part.blob
        if part.rels:
            files[part.partname.rels_uri.membername] = _encoded(part.rels.xml)
    types = {str(part.partname): part.content_type for part in parts}
    return _zipped({"[Content_Types].xml": _content_types(types), **files}, ZIP_DEFLATED)


def _encoded(xml: str | bytes) -> bytes:
    # python-docx 1.2 declares text and hands out bytes.
    return xml.encode() if isinstance(xml, str) else xml


def _content_types(types: Mapping[str, str]) -> bytes:
    lines = [
        f'{HEAD}<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="{_RELATIONSHIPS}"/>',
        *(f'<Override PartName="{attribute(part)}" ContentType="{kind}"/>' for part, kind in types.items()),
        "</Types>",
    ]
    return "\n".join(lines).encode()


def _zipped(files: Mapping[str, bytes], compression: int) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", compression) as archive:
        for name, content in files.items():
            # The same on every system: neither the clock nor the platform leaves a trace.
            entry = ZipInfo(name, _EPOCH)
            entry.create_system = 3
            entry.compress_type = compression
            archive.writestr(entry, content, compresslevel=_EFFORT)
    return stream.getvalue()

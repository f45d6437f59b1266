"""The Word file around the text: a shell that every report shares, made once by python-docx, and what is written into it.

The shipped template is a folder of XML parts, `templates/word/official`, that anybody can read and change. Opening it with
python-docx takes as long as writing a report, so the shell is kept, as compiled templates are, until a part changes.
"""

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from evalcli import cache as kept
from evalcli.model.report import Draft
from evalcli.publish.text import clean
from evalcli.publish.xml import HEAD, attribute, content
from evalcli.resources import shipped

DOCUMENT = "word/document.xml"
_CLAIMS = "customXml/item1.xml"
_PROPERTIES = "docProps/core.xml"
# What differs from report to report; everything else is the shell.
_WRITTEN = (DOCUMENT, _CLAIMS, _PROPERTIES)
_EPOCH = (1980, 1, 1, 0, 0, 0)  # The first day that a zip file knows.
# A name that begins with a dot would be left out of the wheel.
_UNPACKED = {"_rels/package.rels": "_rels/.rels"}
_LONGEST_PROPERTY = 255
_EFFORT = 1  # Two fifths of the time of zlib's own 6, for a file that is a sixth longer.
_NO_DAY = "2000-01-01"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"


def template(part: str) -> str:
    """Return one part of the official template."""
    return (_folder() / part).read_text(encoding="utf-8")


def file(document: str, claims: str, draft: Draft) -> bytes:
    """Return the Word file: the shell, the document, the list of its claims, and its properties."""
    written = {_CLAIMS: claims, _PROPERTIES: _properties(draft), DOCUMENT: document}
    return _zipped({name: part.encode() for name, part in written.items()}, ZIP_DEFLATED, _shell())


@cache
def _shell() -> bytes:
    """Return the package without what differs from report to report, kept from an earlier run where there was one."""
    room = kept.folder("word")
    if not room:
        return _made_shell()
    place = room / f"{_fingerprint()}.zip"
    found = kept.read(place)
    if found is None:
        found = _made_shell()
        kept.write(place, found)
    return found


def _made_shell() -> bytes:
    """Return what python-docx makes of the template: its parts in the order of their names, with their types and relations."""
    import docx

    package = docx.Document(BytesIO(_zipped(_template(), ZIP_STORED))).part.package
    parts = sorted(package.iter_parts(), key=lambda part: part.partname)
    types = {str(part.partname): part.content_type for part in parts}
    files = {"[Content_Types].xml": _content_types(types), "_rels/.rels": _encoded(package.rels.xml)}
    for part in parts:
        files[part.partname.membername] = part.blob
        if part.rels:
            files[part.partname.rels_uri.membername] = _encoded(part.rels.xml)
    return _zipped({name: blob for name, blob in files.items() if name not in _WRITTEN}, ZIP_DEFLATED)


def _folder() -> Path:
    return shipped("templates") / "word" / "official"


def _parts() -> list[Path]:
    return sorted(path for path in _folder().rglob("*") if path.is_file())


def _template() -> dict[str, bytes]:
    names = [path.relative_to(_folder()).as_posix() for path in _parts()]
    return {_UNPACKED.get(name, name): (_folder() / name).read_bytes() for name in names}


def _fingerprint() -> str:
    """Return what changes when a part of the template, the code here or python-docx does."""
    library = find_spec("docx")
    own = [Path(library.origin)] if library and library.origin else []
    folders = {path.parent for path in _parts()}
    return kept.stamp((*sorted(folders), Path(__file__), *own))


def _properties(draft: Draft) -> str:
    """Return the part that names title, author and date."""
    title, author = (content(clean(text)[:_LONGEST_PROPERTY]) for text in (draft.title, draft.author))
    day = f'xsi:type="dcterms:W3CDTF">{draft.created or _NO_DAY}T00:00:00Z'
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f"<dcterms:created {day}</dcterms:created><dcterms:modified {day}</dcterms:modified>"
        f"<dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


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


def _zipped(files: Mapping[str, bytes], compression: int, before: bytes = b"") -> bytes:
    """Return an archive of `files`, behind those that the archive `before` already holds."""
    stream = BytesIO(before)
    with ZipFile(stream, "a", compression) as archive:
        for name, blob in files.items():
            # The same on every system: neither the clock nor the platform leaves a trace.
            entry = ZipInfo(name, _EPOCH)
            entry.create_system = 3
            entry.compress_type = compression
            archive.writestr(entry, blob, compresslevel=_EFFORT)
    return stream.getvalue()

"""Word documents as tests need them: packages of a few parts, written by hand."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
_DAY = (2024, 1, 1, 0, 0, 0)


def package(parts: dict[str, str | bytes]) -> bytes:
    """Return a zip package of these parts, the same to the byte every time."""
    page = BytesIO()
    with ZipFile(page, "w") as book:
        for name, part in parts.items():
            info = ZipInfo(name, _DAY)
            info.compress_type = ZIP_DEFLATED
            book.writestr(info, part)
    return page.getvalue()


def word(body: str, **parts: str) -> bytes:
    """Return a document with this body; `parts` are further parts of word/, such as numbering and styles."""
    more = {f"word/{name}.xml": text for name, text in parts.items()}
    return package({"word/document.xml": f"<w:document {W} {MC} {MATH}><w:body>{body}</w:body></w:document>", **more})


def p(text: str, properties: str = "") -> str:
    """Return a paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """Return a run."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def listed(number: str, level: int = 0) -> str:
    """Return the properties of a paragraph that counts on a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def level(place: int, form: str, text: str, start: int = 1) -> str:
    """Return a level of a list."""
    return f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


def numbering(levels: str, *, overrides: str = "") -> str:
    """Return numbering.xml with one list, counted by 1 as it is and by 2 with overrides."""
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{overrides}</w:num></w:numbering>'
    )

"""Workbooks made by hand, part by part, so that a test can also make one that no program would."""

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_KINDS = "http://schemas.openxmlformats.org/package/2006"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_QUOTE = {'"': "&quot;"}
Rows = list[list[str | int | float | None]]


def column(number: int) -> str:
    """Return the letters of a column: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def sheet(rows: Rows, dimension: str = "", more: str = "") -> str:
    """Return a sheet; `more` is XML of further rows as it stands."""
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(
            _cell(f"{column(place)}{number}", value) for place, value in enumerate(row, 1) if value is not None
        )
        lines.append(f'<row r="{number}">{cells}</row>')
    declared = f'<dimension ref="{dimension}"/>' if dimension else ""
    return f"{_HEAD}<worksheet {_MAIN}>{declared}<sheetData>{''.join(lines)}{more}</sheetData></worksheet>"


def _cell(place: str, value: str | float) -> str:
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value!r}</v></c>'


def workbook(sheets: dict[str, str], more: dict[str, str] | None = None, hidden: tuple[str, ...] = ()) -> bytes:
    """Return a workbook with these sheets, and perhaps `more` parts."""
    numbered = list(enumerate(sheets.items(), 1))
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{_SHEET_TYPE}.worksheet+xml"/>'
        for number, _one in numbered
    )
    names = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}"{_state(name in hidden)} r:id="rId{number}"/>'
        for number, (name, _xml) in numbered
    )
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_LINKS}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number, _one in numbered
    )
    parts = {
        "[Content_Types].xml": (
            f'{_HEAD}<Types xmlns="{_KINDS}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>{overrides}</Types>'
        ),
        "_rels/.rels": (
            f'{_HEAD}<Relationships xmlns="{_KINDS}/relationships">'
            f'<Relationship Id="rId1" Type="{_LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": f'{_HEAD}<workbook {_MAIN} xmlns:r="{_LINKS}"><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{_HEAD}<Relationships xmlns="{_KINDS}/relationships">{links}</Relationships>',
    }
    return zipped(parts | {f"xl/worksheets/sheet{number}.xml": xml for number, (_name, xml) in numbered} | (more or {}))


def _state(hidden: bool) -> str:
    return ' state="hidden"' if hidden else ""


def styled(xml: str, formats: list[int], own: dict[int, str] | None = None) -> bytes:
    """Return a workbook with one sheet whose cell styles have these number formats, some of them `own`."""
    named = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{escape(code, _QUOTE)}"/>' for number, code in (own or {}).items()
    )
    styles = "".join(f'<xf numFmtId="{number}"/>' for number in formats)
    page = f'{_HEAD}<styleSheet {_MAIN}><numFmts>{named}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>{styles}</cellXfs></styleSheet>'
    return workbook({"甲": xml}, {"xl/styles.xml": page})


def zipped(parts: dict[str, str]) -> bytes:
    """Return the archive of these parts."""
    page = BytesIO()
    with ZipFile(page, "w", ZIP_DEFLATED) as book:
        for name, text in parts.items():
            book.writestr(name, text)
    return page.getvalue()


def book_of(rows: Rows) -> bytes:
    """Return a workbook with one sheet."""
    return workbook({"学校": sheet(rows)})

"""How far the cells of an .ods, .xlsb or .xls reach, found out before calamine builds the full rectangle."""

import re
from collections.abc import Iterator
from io import BytesIO
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import ZipFile

from evalcli.model.place import letters
from evalcli.read.limits import MOST_CELLS, MOST_ROWS
from evalcli.read.packages import BROKEN

_LARGEST_PART = 50_000_000
_ODS = "content.xml"
_XLSB = re.compile(r"xl/worksheets/.+\.bin")
_ROW_HEAD = 0
# The records of cells: blank, number, error, yes or no, text, and the same as results of formulas.
_CELLS = range(1, 12)
# An .xls has at most 65,536 rows and 256 columns; its record of a sheet's extent says how far it reaches.
_SEVEN_BITS = 0x7F
_EXTENT = b"\x00\x02\x0e\x00"


def too_far(data: bytes, suffix: str) -> str:
    """Return the far corner of a sheet that is larger than any county's, or nothing; broken files are told elsewhere."""
    corners = _xls(data) if suffix == ".xls" else _zipped(data, suffix)
    for rows, columns in corners:
        if rows > MOST_ROWS or rows * columns > MOST_CELLS:
            return f"{letters(columns)}{rows}"
    return ""


def _xls(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the extents that the sheets of an .xls state; calamine goes by the cells, of which there are at most 16 million."""
    start = data.find(_EXTENT)
    while start >= 0:
        record = data[start + 4 : start + 18]
        yield int.from_bytes(record[4:8], "little"), int.from_bytes(record[10:12], "little")
        start = data.find(_EXTENT, start + 4)


def _zipped(data: bytes, suffix: str) -> list[tuple[int, int]]:
    try:
        with ZipFile(BytesIO(data)) as book:
            if any(part.file_size > _LARGEST_PART for part in book.infolist()):
                return [(MOST_ROWS + 1, 1)]
            if suffix == ".ods":
                return [_ods(book.read(_ODS))]
            return [_xlsb(book.read(part)) for part in book.namelist() if _XLSB.fullmatch(part)]
    except (*BROKEN, ExpatError, KeyError):
        return []


def _ods(xml: bytes) -> tuple[int, int]:
    """Return the farthest row and column with a value; a repeated row or cell counts as often as it is repeated."""
    far = [0, 0]
    at = [0, 0]
    times = [1]

    def start(name: str, attributes: dict[str, str]) -> None:
        match name:
            case "table:table":
                at[0] = 0
            case "table:table-row":
                times[0] = int(attributes.get("table:number-rows-repeated", "1"))
                at[0], at[1] = at[0] + times[0], 0
            case "table:table-cell" | "table:covered-table-cell":
                at[1] += int(attributes.get("table:number-columns-repeated", "1"))
                if "office:value-type" in attributes:
                    far[0], far[1] = max(far[0], at[0]), max(far[1], at[1])

    parser = ParserCreate()
    parser.StartElementHandler = start
    parser.ParseFile(BytesIO(xml))
    return far[0], far[1]


def _xlsb(part: bytes) -> tuple[int, int]:
    """Return the farthest row and column of a sheet in records: number and length of 7 bits a byte, then the record."""
    rows = columns = spot = 0
    while spot < len(part):
        number, spot = packed(part, spot, 2)
        length, spot = packed(part, spot, 4)
        first = int.from_bytes(part[spot : spot + 4], "little")
        if number == _ROW_HEAD:
            rows = max(rows, first + 1)
        elif number in _CELLS:
            columns = max(columns, first + 1)
        spot += length
    return rows, columns


def packed(part: bytes, spot: int, most: int) -> tuple[int, int]:
    """Return a number of seven bits a byte and where it ends."""
    value = 0
    for place, byte in enumerate(part[spot : spot + most]):
        value |= (byte & _SEVEN_BITS) << (7 * place)
        if byte <= _SEVEN_BITS:
            return value, spot + place + 1
    return value, spot + most

"""What calamine does not tell of an .xlsb: number formats, errors, hidden rows and columns, merged cells.

Its parts are rows of records, each with a number and a length of seven bits a byte.
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from struct import error, unpack_from
from xml.parsers.expat import ExpatError
from zipfile import ZipFile

from evalcli.read.book_parts import ERRORS, PERCENT_BUILT_IN, Declared, Facts, part_of, relations, shows_percent
from evalcli.read.book_size import packed
from evalcli.read.packages import BROKEN

_BOOK, _STYLES, _LINKS = "xl/workbook.bin", "xl/styles.bin", "xl/_rels/workbook.bin.rels"
_SHEET, _FORMAT, _STYLE, _STYLES_BEGIN, _STYLES_END, _MERGED = 156, 44, 47, 617, 618, 176
_ROW, _NUMBERS, _ERRORS_IN = 0, (2, 5, 9), (3, 11)
_HIDDEN = 0x10
_COLUMNS, _HIDDEN_COLUMNS = 60, 0x01


def sheet_facts(data: bytes) -> dict[str, Facts]:
    """Return what the sheets of an .xlsb say of their cells, by the names of the sheets; broken files are told elsewhere."""
    try:
        with ZipFile(BytesIO(data)) as book:
            return dict(_sheets(book))
    except (*BROKEN, Declared, ExpatError, KeyError, IndexError, error):
        return {}


def _sheets(book: ZipFile) -> Iterator[tuple[str, Facts]]:
    names = set(book.namelist())
    percent = _percent_styles(book.read(_STYLES)) if _STYLES in names else frozenset()
    targets: Mapping[str, str] = relations(book, _LINKS)
    for number, record in _records(book.read(_BOOK)):
        if number == _SHEET:
            link, end = _text(record, 8)
            part = part_of(targets.get(link, ""))
            if part in names:
                yield _text(record, end)[0], _facts(book.read(part), percent)


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    spot = 0
    while spot < len(part):
        number, spot = packed(part, spot, 2)
        length, spot = packed(part, spot, 4)
        yield number, part[spot : spot + length]
        spot += length


def _text(record: bytes, at: int) -> tuple[str, int]:
    """Return the text that begins there, and where it ends."""
    end = at + 4 + 2 * unpack_from("<I", record, at)[0]
    return record[at + 4 : end].decode("utf-16-le"), end


def _percent_styles(part: bytes) -> frozenset[int]:
    formats, styles, inside = set(PERCENT_BUILT_IN), [], False
    for number, record in _records(part):
        if number == _FORMAT and shows_percent(_text(record, 2)[0]):
            formats.add(unpack_from("<H", record)[0])
        elif number in (_STYLES_BEGIN, _STYLES_END):
            inside = number == _STYLES_BEGIN
        elif number == _STYLE and inside:
            styles.append(unpack_from("<H", record, 2)[0])
    return frozenset(place for place, shown in enumerate(styles) if shown in formats)


def _facts(part: bytes, percent: frozenset[int]) -> Facts:
    found, row = Facts(), 0
    for number, record in _records(part):
        if number == _ROW:
            row = unpack_from("<I", record)[0]
            if record[11] & _HIDDEN:
                found.hidden_rows.append(row)
        elif number == _COLUMNS and record[16] & _HIDDEN_COLUMNS:
            first, last = unpack_from("<2I", record)
            found.hide_columns(first, last + 1)
        elif number in _NUMBERS and int.from_bytes(record[4:7], "little") in percent:
            found.percent.add((row, unpack_from("<I", record)[0]))
        elif number in _ERRORS_IN:
            found.errors[row, unpack_from("<I", record)[0]] = ERRORS.get(record[8], "#N/A")
        elif number == _MERGED:
            top, bottom, left, right = unpack_from("<4I", record)
            found.merged.append((top, left, bottom, right))
    return found

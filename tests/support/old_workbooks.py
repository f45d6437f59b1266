"""Workbooks of before 2007 made by hand: records in a stream, the stream in sectors."""

from collections.abc import Iterable
from struct import pack

SECTOR, SMALL, LIMIT = 512, 64, 4096
END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
# Cell styles of `xls` by their number: plain, 0%, a format of its own with %, one that only spells it.
PLAIN, PERCENT, OWN, SPELLED = range(4)


def record(number: int, data: bytes = b"") -> bytes:
    """Return a record."""
    return pack("<2H", number, len(data)) + data


def begin(kind: int) -> bytes:
    """Return what begins the book (5), a sheet (16) or a chart (32)."""
    return record(0x0809, pack("<4H2I", 0x0600, kind, 0, 0, 0, 0))


def text(row: int, column: int, shown: str) -> bytes:
    """Return a cell of text."""
    return record(0x0204, pack("<4HB", row, column, PLAIN, len(shown), 1) + shown.encode("utf-16-le"))


def number(row: int, column: int, value: float, style: int = PLAIN) -> bytes:
    """Return a cell with a number."""
    return record(0x0203, pack("<3Hd", row, column, style, value))


def formula(row: int, column: int, result: bytes, style: int = PLAIN) -> bytes:
    """Return a cell with a formula and its stored result."""
    return record(0x0006, pack("<3H", row, column, style) + result + bytes(8))


def records(*sheets: tuple[str, Iterable[bytes]]) -> bytes:
    """Return the records of a book with these sheets."""
    formats = [(164, '0.0"x"%'), (165, '0"%"')]
    styles = [0, 9, 164, 165]
    head = [begin(5)]
    head += [record(0x041E, pack("<2HB", number_, len(code), 0) + code.encode()) for number_, code in formats]
    head += [record(0x00E0, pack("<2H", 0, shown) + bytes(16)) for shown in styles]
    names = [(name, name.encode("latin-1") if name.isascii() else name.encode("utf-16-le")) for name, _cells in sheets]
    length = sum(map(len, head)) + sum(12 + len(shown) for _name, shown in names) + 4
    bodies = [begin(16) + b"".join(cells) + record(0x000A) for _name, cells in sheets]
    starts = [length + sum(map(len, bodies[:place])) for place in range(len(bodies))]
    for (name, shown), start in zip(names, starts, strict=True):
        head.append(record(0x0085, pack("<I4B", start, 0, 0, len(name), not name.isascii()) + shown))
    return b"".join([*head, record(0x000A), *bodies])


def _padded(data: bytes, size: int) -> bytes:
    return data + bytes(-len(data) % size)


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    shown = name.encode("utf-16-le") + bytes(2) if name else b""
    head = shown.ljust(64, b"\0") + pack("<H2B3I", len(shown), kind, 1, FREE, FREE, FREE if kind == 2 else 1)
    return head + bytes(36) + pack("<3I", start, size, 0)


def _chain(first: int, count: int) -> list[int]:
    return [*range(first + 1, first + count), END] if count else []


def xls(stream: bytes, name: str = "Workbook") -> bytes:
    """Return an .xls with this stream: in small sectors where it is short, as Excel writes it."""
    small = len(stream) < LIMIT
    body = _padded(stream, SMALL if small else SECTOR)
    small_table = pack(f"<{len(body) // SMALL}I", *_chain(0, len(body) // SMALL)) if small else b""
    small_sectors = _padded(small_table, SECTOR)
    body = _padded(body, SECTOR)
    first_small, first = 2, 2 + len(small_sectors) // SECTOR
    entries = _entry("Root Entry", 5, first if small else END, len(body) if small else 0)
    entries += _entry(name, 2, 0 if small else first, len(stream)) + _entry("", 0, 0, 0) * 2
    chains = [TABLE, END, *_chain(2, first - 2), *_chain(first, len(body) // SECTOR)]
    table = pack("<128I", *chains, *[FREE] * (128 - len(chains)))
    head = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    head += pack("<5I", 1, 1, 0, LIMIT, first_small if small else END) + pack(
        "<4I", len(small_sectors) // SECTOR, END, 0, 0
    )
    head += pack("<108I", *[FREE] * 108)
    return head.ljust(SECTOR, b"\xff") + table + entries + small_sectors + body

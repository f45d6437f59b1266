"""What calamine does not tell of an .xls: number formats, errors, hidden rows and columns.

An .xls is a small file system of sectors; its stream Workbook is a row of records, each with a number and a length.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from struct import error, unpack_from

from evalcli.read.book_parts import ERRORS, PERCENT_BUILT_IN, Facts, shows_percent

# Before Excel 97 it was called otherwise, and its records were others.
_STREAM, _OLD_STREAM = "workbook", "book"
# Of sectors: no more follow from here on. Of entries of the directory: the root, which holds the small sectors.
_END, _ROOT = 0xFFFFFFFA, 5
_ENTRY = 128
_MOST_SHEETS = 256
# Where the header says how large sectors are and where the tables of sectors begin.
_SIZES, _DIRECTORY, _SMALL, _MORE_TABLES, _TABLES = 30, 48, 56, 68, 76
_SHEET, _FORMAT, _STYLE, _BEGIN, _ENDS = 0x0085, 0x041E, 0x00E0, 0x0809, 0x000A
_NUMBER, _RK, _RKS, _FORMULA, _BOOL_OR_ERROR, _ROW = 0x0203, 0x027E, 0x00BD, 0x0006, 0x0205, 0x0208
_NO_NUMBER, _ERROR_RESULT = b"\xff\xff", 2
_HIDDEN = 0x20
_COLUMNS, _HIDDEN_COLUMNS = 0x007D, 0x01
Record = tuple[int, bytes]


def sheet_facts(data: bytes) -> dict[str, Facts]:
    """Return what the sheets of an .xls say of their cells, by the names of the sheets; broken files are told elsewhere."""
    try:
        book = _Sectors(data).stream(_STREAM)
        heads = list(_records(book, 0))
        percent = _percent_styles(heads)
        sheets = islice((record for number, record in heads if number == _SHEET), _MOST_SHEETS)
        return {_name(record): _facts(_records(book, unpack_from("<I", record)[0]), percent) for record in sheets}
    except (error, IndexError, ValueError):
        return {}


def is_cut(data: bytes) -> bool:
    """Return whether an .xls ends before the stream of its records does, or before it says where that is."""
    try:
        sectors = _Sectors(data)
        held = [name for name in (_STREAM, _OLD_STREAM) if sectors.size(name)]
        return not held or any(len(sectors.stream(name)) < sectors.size(name) for name in held)
    except (error, ValueError):
        return True


class _Sectors:
    """The file system in an .xls; a chain of sectors ends after as many as there are, for it may bite its own tail."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        large, small = unpack_from("<2H", data, _SIZES)
        self._large, self._small_size = 1 << min(large, 16), 1 << min(small, 16)
        self._most = len(data) // self._large
        self._table = self._sector_table()
        self._limit, first_small = unpack_from("<2I", data, _SMALL)
        self._small_table = _numbers(self._whole(_following(self._table, first_small)))
        self._entries = dict(self._directory())

    def stream(self, name: str) -> bytes:
        """Return the contents of a stream, as far as the file holds them."""
        start, size = self._entries.get(name, (_END, 0))
        if size >= self._limit:
            return self._chain(start)[:size]
        root = self._chain(self._entries.get("", (_END, 0))[0])
        numbers = islice(_following(self._small_table, start), len(root) // self._small_size)
        return b"".join(root[at * self._small_size : (at + 1) * self._small_size] for at in numbers)[:size]

    def size(self, name: str) -> int:
        """Return how long a stream should be."""
        return self._entries.get(name, (_END, 0))[1]

    def _sector_table(self) -> list[int]:
        listed = [*unpack_from("<109I", self._data, _TABLES)]
        more = unpack_from("<I", self._data, _MORE_TABLES)[0]
        for _times in range(self._most):
            if more >= _END:
                break
            *numbers, more = _numbers(self._sector(more))
            listed += numbers
        return _numbers(self._whole(number for number in listed if number < _END))

    def _sector(self, number: int) -> bytes:
        return self._data[(number + 1) * self._large : (number + 2) * self._large]

    def _chain(self, start: int) -> bytes:
        return self._joined(_following(self._table, start))

    def _whole(self, numbers: Iterable[int]) -> bytes:
        """Return the contents of sectors that hold tables, none of which may be cut short."""
        joined = self._joined(numbers)
        if len(joined) % self._large:
            raise ValueError
        return joined

    def _joined(self, numbers: Iterable[int]) -> bytes:
        return b"".join(self._sector(number) for number in islice(numbers, self._most))

    def _directory(self) -> Iterator[tuple[str, tuple[int, int]]]:
        """Yield where every stream begins and how long it is, by name; the root has no name."""
        entries = self._whole(_following(self._table, unpack_from("<I", self._data, _DIRECTORY)[0]))
        for at in range(0, len(entries) - _ENTRY + 1, _ENTRY):
            length, kind = unpack_from("<HB", entries, at + 64)
            name = entries[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace").casefold()
            name = "" if kind == _ROOT else name
            if name or kind == _ROOT:
                yield name, unpack_from("<2I", entries, at + 116)


def _numbers(data: bytes) -> list[int]:
    return [*unpack_from(f"<{len(data) // 4}I", data)]


def _following(table: list[int], start: int) -> Iterator[int]:
    """Yield the sectors of a chain; who asks says how many there can be."""
    while start < len(table):
        yield start
        start = table[start]


def _records(book: bytes, at: int) -> Iterator[Record]:
    """Yield the records from one beginning to its end, without those of charts that lie inside."""
    depth = 0
    while at + 4 <= len(book):
        number, length = unpack_from("<2H", book, at)
        depth += (number == _BEGIN) - (number == _ENDS)
        if depth < 1:
            return
        if depth == 1:
            yield number, book[at + 4 : at + 4 + length]
        at += 4 + length


def _name(record: bytes) -> str:
    length, wide = record[6], record[7] & 1
    return record[8 : 8 + 2 * length].decode("utf-16-le") if wide else record[8 : 8 + length].decode("latin-1")


def _percent_styles(heads: list[Record]) -> set[int]:
    formats = set(PERCENT_BUILT_IN)
    for number, record in heads:
        if number == _FORMAT and shows_percent(
            record[5:].decode("utf-16-le" if record[4] & 1 else "latin-1", "replace")
        ):
            formats.add(unpack_from("<H", record)[0])
    styles = [unpack_from("<H", record, 2)[0] for number, record in heads if number == _STYLE]
    return {place for place, shown in enumerate(styles) if shown in formats}


def _facts(records: Iterator[Record], percent: set[int]) -> Facts:
    found = Facts()
    for number, record in records:
        if number in (_NUMBER, _RK, _FORMULA, _BOOL_OR_ERROR):
            row, column, style = unpack_from("<3H", record)
            if shown := _error(number, record):
                found.errors[row, column] = shown
            elif style in percent and number != _BOOL_OR_ERROR and not _is_text(number, record):
                found.percent.add((row, column))
        elif number == _RKS:
            row, first = unpack_from("<2H", record)
            styles = (unpack_from("<H", record, at)[0] for at in range(4, len(record) - 6, 6))
            found.percent |= {(row, column) for column, style in enumerate(styles, first) if style in percent}
        elif number == _ROW and record[12] & _HIDDEN:
            found.hidden_rows.append(unpack_from("<H", record)[0])
        elif number == _COLUMNS and record[8] & _HIDDEN_COLUMNS:
            first, last = unpack_from("<2H", record)
            found.hide_columns(first, last + 1)
    return found


def _error(number: int, record: bytes) -> str:
    if number == _BOOL_OR_ERROR and record[7]:
        return ERRORS.get(record[6], "#N/A")
    if number == _FORMULA and _is_text(number, record) and record[6] == _ERROR_RESULT:
        return ERRORS.get(record[8], "#N/A")
    return ""


def _is_text(number: int, record: bytes) -> bool:
    """Return whether a formula comes to something else than a number: text, yes or no, an error."""
    return number == _FORMULA and record[12:14] == _NO_NUMBER

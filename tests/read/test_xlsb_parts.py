"""What an .xlsb says of its cells beside their values: percentages, errors, hidden rows, merged cells."""

from io import BytesIO
from struct import pack
from zipfile import ZipFile

import pytest

from evalcli.read.book_parts import Facts
from evalcli.read.xlsb_parts import sheet_facts

LINKS = (
    '<Relationships xmlns="r"><Relationship Id="rId1" Target="worksheets/sheet1.bin"/>'
    '<Relationship Id="rId2" Target="charts/none.bin"/></Relationships>'
)
PLAIN, PERCENT, OWN = range(3)


def record(number: int, data: bytes = b"") -> bytes:
    kind = bytes([number]) if number < 128 else bytes([number & 0x7F | 0x80, number >> 7])
    return kind + bytes([len(data)]) + data


def text(shown: str) -> bytes:
    return pack("<I", len(shown)) + shown.encode("utf-16-le")


def row(number: int, flags: int = 0) -> bytes:
    return record(0, pack("<2IH2B", number, 0, 0, 0, flags) + bytes(5))


def cell(number: int, column: int, style: int, value: bytes) -> bytes:
    return record(number, pack("<2I", column, style) + value)


STYLES = (
    record(44, pack("<H", 164) + text("0.0%")),
    record(47, pack("<2H", 0, 9)),
    record(617),
    *(record(47, pack("<2H", 0, shown)) for shown in (0, 9, 164)),
    record(618),
    record(47, pack("<2H", 0, 9)),
)
BOOK = (
    record(131),
    record(156, pack("<2I", 0, 1) + text("rId1") + text("财政")),
    record(156, pack("<2I", 0, 2) + text("rId2") + text("图")),
)
SHEET = (
    row(0),
    cell(5, 1, PERCENT, pack("<d", 1)),
    cell(2, 2, OWN, pack("<I", 0)),
    cell(9, 3, PLAIN, pack("<d", 0.94)),
    row(3, 0x10),
    cell(9, 1, PERCENT, pack("<d", 0.94)),
    cell(3, 2, PERCENT, bytes([7])),
    cell(11, 3, PLAIN, bytes([99])),
    cell(7, 4, PERCENT, pack("<I", 0)),
    record(176, pack("<4I", 0, 2, 1, 1)),
    record(60, pack("<4IH", 4, 5, 2304, 0, 1)),
    record(60, pack("<4IH", 6, 6, 2304, 0, 0)),
)


def xlsb(**parts: bytes) -> bytes:
    page = BytesIO()
    named = {"xl/workbook.bin": b"".join(BOOK), "xl/_rels/workbook.bin.rels": LINKS.encode()}
    named |= {"xl/styles.bin": b"".join(STYLES), "xl/worksheets/sheet1.bin": b"".join(SHEET)}
    with ZipFile(page, "w") as book:
        for name, data in named.items():
            changed = parts.get(name.rpartition("/")[2].replace(".", "_"), data)
            if changed:
                book.writestr(name, changed)
    return page.getvalue()


def test_the_facts_of_a_sheet():
    assert sheet_facts(xlsb()) == {
        "财政": Facts(
            percent={(0, 1), (0, 2), (3, 1)},
            errors={(3, 2): "#DIV/0!", (3, 3): "#N/A"},
            hidden_rows=[3],
            hidden_columns=[4, 5],
            merged=[(0, 1, 2, 1)],
        )
    }


def test_a_book_without_styles():
    assert sheet_facts(xlsb(styles_bin=b""))["财政"].percent == set()


@pytest.mark.parametrize(
    "data",
    [
        b"PK",
        xlsb(workbook_bin=b""),
        xlsb(workbook_bin=record(156, b"")),
        xlsb(sheet1_bin=record(0, pack("<I", 0))),
        xlsb(sheet1_bin=b"\x00"),
        xlsb(workbook_bin_rels=b"<"),
    ],
    ids=["no zip", "no book", "short book", "short row", "cut record", "no links"],
)
def test_what_is_broken_says_nothing(data):
    assert sheet_facts(data) == {}

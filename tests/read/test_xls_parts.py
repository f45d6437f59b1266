"""What an .xls says of its cells beside their values: percentages, errors, hidden rows; and whether it is all there."""

from struct import pack

import pytest
from old_workbooks import END, OWN, PERCENT, PLAIN, SPELLED, begin, formula, number, record, records, text, xls

from evalcli.read import book
from evalcli.read.book_parts import Facts
from evalcli.read.xls_parts import is_cut, sheet_facts

NO_NUMBER = b"\xff\xff"
CELLS = (
    text(0, 0, "普惠率"),
    number(0, 1, 1, PERCENT),
    number(1, 1, 0.5, OWN),
    number(2, 1, 0.5, SPELLED),
    record(0x027E, pack("<3HI", 3, 1, PERCENT, 0)),
    record(0x00BD, pack("<2HHIHIHIH", 4, 1, PERCENT, 0, PLAIN, 0, OWN, 0, 3)),
    formula(5, 1, pack("<d", 0.94), PERCENT),
    formula(6, 1, bytes([2, 0, 7, 0, 0, 0]) + NO_NUMBER, PERCENT),
    formula(7, 1, bytes([0, 0, 0, 0, 0, 0]) + NO_NUMBER, PERCENT),
    record(0x0205, pack("<3H2B", 8, 1, PERCENT, 42, 1)),
    record(0x0205, pack("<3H2B", 9, 1, PERCENT, 1, 0)),
    record(0x0205, pack("<3H2B", 10, 1, PLAIN, 99, 1)),
    formula(11, 1, bytes([2, 0, 23, 0, 0, 0]) + NO_NUMBER),
    record(0x0208, pack("<6HI", 12, 0, 2, 255, 0, 0, 0x20)),
    record(0x007D, pack("<5H", 2, 4, 2048, 15, 1)),
    record(0x007D, pack("<5H", 5, 6, 2048, 15, 0)),
    record(0x0208, pack("<6HI", 13, 0, 2, 255, 0, 0, 0)),
    begin(32) + number(14, 1, 1, PERCENT) + record(0x000A),
)
FOUND = Facts(
    percent={(0, 1), (1, 1), (3, 1), (4, 1), (4, 3), (5, 1)},
    errors={(6, 1): "#DIV/0!", (8, 1): "#N/A", (10, 1): "#N/A", (11, 1): "#REF!"},
    hidden_rows=[12],
    hidden_columns=[2, 3, 4],
)


@pytest.mark.parametrize("more", [0, 300])
def test_small_and_large_streams(more):
    cells = (*CELLS, *(number(20 + row, 0, row) for row in range(more)))

    assert sheet_facts(xls(records(("财政", cells), ("x", ())))) == {"财政": FOUND, "x": Facts()}


def test_a_percentage_and_an_error_as_an_office_hands_them_in():
    cells = (
        text(0, 0, "普惠率"), number(0, 1, 1, PERCENT), text(1, 0, "学生数"), number(1, 1, 5),
        text(2, 0, "教师数"), record(0x0205, pack("<3H2B", 2, 1, PLAIN, 7, 1)),
    )  # fmt: skip
    (sheet,), notices = book.parse(xls(records(("财政", cells))), "表.xls", ".xls")

    assert notices == ()
    assert sheet.rows == (("普惠率", "100%"), ("学生数", "5"), ("教师数", "#DIV/0!"))
    assert sheet.faults == {(2, 1): "显示错误值 #DIV/0!"}


def test_a_stream_of_another_name_says_nothing():
    assert sheet_facts(xls(records(("财政", CELLS)), "Book")) == {}
    assert sheet_facts(xls(records(("财政", CELLS)), "WORKBOOK")) == {"财政": FOUND}


@pytest.mark.parametrize("more", [0, 300])
def test_a_file_that_ends_too_early_wherever_it_does(more):
    cells = (*CELLS, *(number(20 + row, 0, row) for row in range(more)))
    whole = xls(records(("财政", cells)))

    assert [is_cut(whole), is_cut(whole.replace(b"W\0o\0r\0k\0", b"P\0a\0p\0e\0"))] == [False, True]
    assert {is_cut(whole[:length]) for length in range(0, len(whole) - 512, 61)} == {True}


def test_a_cut_file_is_told():
    found, notices = book.parse(xls(records(("财政", CELLS)))[:1500], "表.xls", ".xls")

    assert (found, [(notice.code, notice.message) for notice in notices]) == (
        (), [("table.workbook", "文件残缺，没有读完就断了")]
    )  # fmt: skip


def test_chains_that_never_end_are_left():
    stream = records(("财政", (*CELLS, *(number(20 + row, 0, row) for row in range(300)))))
    whole = bytearray(xls(stream))
    # The stream's last sector says that its first one follows, and the table of sectors that there are ever more tables: itself.
    last = 512 + 4 * (2 + (len(stream) - 1) // 512)
    assert whole[last : last + 4] == pack("<I", END)
    whole[last : last + 4] = pack("<I", 2)
    whole[68:72] = whole[512 + 508 : 1024] = pack("<I", 0)

    assert sheet_facts(bytes(whole)) == {"财政": FOUND}


def test_records_that_are_too_short_say_nothing():
    assert sheet_facts(xls(records(("财政", (record(0x0203, b"\0"),))))) == {}
    assert sheet_facts(b"\xd0\xcf\x11\xe0") == {}

"""How far the cells of workbooks reach that are not .xlsx."""

import pytest
from workbooks import zipped

from evalcli.read.book_size import too_far

ROW = "<table:table-row{rows}><table:table-cell{value}{columns}/></table:table-row>"


def ods(*rows: str) -> bytes:
    spaces = 'xmlns:table="t" xmlns:office="o"'
    return zipped({"content.xml": f"<a {spaces}><table:table>{''.join(rows)}</table:table><table:table/></a>"})


def row(rows: int = 1, columns: int = 1, *, value: bool = True) -> str:
    return ROW.format(
        rows=f' table:number-rows-repeated="{rows}"',
        columns=f' table:number-columns-repeated="{columns}"',
        value=' office:value-type="float"' if value else "",
    )


@pytest.mark.parametrize(
    ("rows", "corner"),
    [
        ([row(), row(1_048_575, 16_384, value=False)], ""),
        ([row(20_001)], "A20001"),
        ([row(1000, 501)], "SG1000"),
        ([row(1000, 500)], ""),
        ([row(20_000), row()], "A20001"),
    ],
)
def test_an_ods_repeats_rows_and_cells(rows, corner):
    assert too_far(ods(*rows), ".ods") == corner


def record(number: int, data: bytes) -> bytes:
    kind = bytes([number]) if number < 128 else bytes([number & 0x7F | 0x80, number >> 7])
    return kind + bytes([len(data)]) + data


def xlsb(*records: bytes) -> bytes:
    from io import BytesIO
    from zipfile import ZipFile

    page = BytesIO()
    with ZipFile(page, "w") as book:
        book.writestr("xl/worksheets/sheet1.bin", b"".join(records))
    return page.getvalue()


@pytest.mark.parametrize(
    ("row", "column", "corner"), [(9, 4, ""), (1_048_575, 0, "A1048576"), (999, 16_383, "XFD1000"), (1, 16_383, "")]
)
def test_an_xlsb_numbers_rows_and_cells(row, column, corner):
    records = (
        record(0x91, b""),
        record(0, row.to_bytes(4, "little") + bytes(8)),
        record(5, column.to_bytes(4, "little") + bytes(12)),
        record(0x92, b""),
        b"\xff",
    )

    assert too_far(xlsb(*records), ".xlsb") == corner


def test_an_xls_states_its_extent():
    def extent(rows: int, columns: int) -> bytes:
        return (
            b"\x00\x02\x0e\x00"
            + bytes(4)
            + rows.to_bytes(4, "little")
            + bytes(2)
            + columns.to_bytes(2, "little")
            + bytes(2)
        )

    assert too_far(b"x" * 9 + extent(10, 4) + extent(65_536, 256), ".xls") == "IV65536"
    assert too_far(extent(10, 4), ".xls") == ""


def test_a_broken_file_is_told_by_who_opens_it():
    assert [too_far(b"PK", suffix) for suffix in (".ods", ".xlsb")] == ["", ""]
    assert too_far(zipped({"content.xml": "<a"}), ".ods") == ""


def test_a_part_that_swells():
    assert too_far(zipped({"content.xml": " " * 50_000_001}), ".ods") == "A20001"

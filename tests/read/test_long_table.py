"""A long table is read by columns, and every row keeps the line that it stood on."""

import pytest

from evalcli.read.long_table import long_table, parse

NUMBERS = ((0,), (1, 2))


def read(data: bytes | str, wanted=NUMBERS):
    raw = data.encode("utf-8") if isinstance(data, str) else data
    table, notices = parse(raw, "t.csv", lambda _head: wanted)
    if table is None:
        return [notice.code for notice in notices]
    return [cell.text for cell in table.head], table.texts.rows(), notices


def test_columns_that_are_wanted_come_with_their_lines() -> None:
    assert read("校,甲,乙,丙\n一,1,2.5,x\n\n二,3,,y\n") == (
        ["校", "甲", "乙", "丙"],
        [(2, "一", 1, "2.5"), (3, None, None, None), (4, "二", 3, None)],
        (),
    )


@pytest.mark.parametrize(
    "data",
    [
        "校\t甲\t乙\n一\t1\t2\n",
        "校;甲;乙\n一;1;2\n",
        "\n,,\n校,甲,乙\r\n一,1,2",
        "校,甲,乙\r一,1,2\r",
        '校,"甲",乙\n一,1,2\n',
        "校,甲,乙\n一,1,2\n".encode("gb18030"),
        b"\xef\xbb\xbf" + "校,甲,乙\n一,1,2\n".encode(),
        "校,甲,乙\n一,1,2\n".encode("utf-16"),
        "校,甲,乙,×\n一,1,2\n",
    ],
    ids=ascii,
)
def test_separators_line_ends_and_encodings_say_the_same(data: bytes | str) -> None:
    head, rows, _notices = read(data)

    assert (head[:3], [row[1:] for row in rows if row[1]]) == (["校", "甲", "乙"], [("一", 1, 2)])


def test_quotation_marks_hold_separators_and_line_ends() -> None:
    assert read('校,甲,乙\n"一,""校""\n",1,2\n二,3,4,5\n')[1] == [
        (2, None, None, None),
        (3, '一,"校"', 1, 2),
        (4, "二", 3, 4),
    ]


def test_a_number_that_is_none_makes_all_columns_text() -> None:
    rows = "".join(f"校,{number},1\n" for number in range(5000))

    assert read("校,甲,乙\n" + rows + "校,2.5,1\n" + rows)[1][5000] == (5002, "校", "2.5", "1")


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        ("", ["table.empty"]),
        (" ,\n\n", ["table.empty"]),
        ("校,甲,乙\n\n", ["table.empty"]),
        ("校,甲,乙", ["table.empty"]),
        ('校,甲,乙\n"一,1,2\n', ["table.syntax"]),
        ("校,甲,乙\n一,\x00,2\n", ["file.encoding"]),
        ("校,甲,乙\n一\ufffd,1,2\n", ["file.encoding"]),
        (b"%PDF-1.4", ["file.encoding"]),
        ("校,甲,乙\n一,1,2\n".encode() + b"\xff", ["file.encoding"]),
    ],
    ids=ascii,
)
def test_what_cannot_be_read_is_said(data: bytes | str, codes: list[str]) -> None:
    assert read(data) == codes


def test_a_workbook_a_missing_file_and_one_that_is_too_large_are_refused(tmp_path, monkeypatch) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK")
    (tmp_path / "a.csv").write_text("校,甲,乙\n一,1,2\n", encoding="utf-8")

    def codes(name: str) -> list[str]:
        return [notice.code for notice in long_table(tmp_path / name, name, lambda _head: NUMBERS)[1]]

    assert (codes("a.xlsx"), codes("b.csv"), codes("a.csv")) == (["table.long-workbook"], ["file.missing"], [])
    monkeypatch.setattr("evalcli.read.long_table._LARGEST", 4)
    assert codes("a.csv") == ["table.too-large"]

"""Bytes become text in one known encoding, or are refused with the place."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.read.encoding import decode
from evalcli.read.yaml_file import parse

COUNTY = "county: {name: 高坪区}\nfigures:\n  health_records: 近5万条\n"
SAVE_AS = "请重新输入这一处，并把文件另存为 UTF-8"
DELETE = "请删去这个字符"


def fault(message: str, advice: str, line: int, column: int) -> Notice:
    return Notice("file.encoding", Level.STOP, message, advice, Place("f.yaml", line, column))


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (COUNTY.encode("utf-8"), "utf-8"),
        (COUNTY.encode("utf-8-sig"), "utf-8-sig"),
        (codecs.BOM_UTF16_LE + COUNTY.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + COUNTY.encode("utf-16-be"), "utf-16"),
        (COUNTY.encode("gb18030"), "gb18030"),
    ],
    ids=["plain", "marked", "little", "big", "gb18030"],
)
def test_each_encoding_is_recognised(data: bytes, encoding: str) -> None:
    assert decode(data, "f.yaml") == ((COUNTY, encoding), ())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end_reads_equal_to_utf_8(encoding: str, line_end: str) -> None:
    text = COUNTY + "text: |\n  第一行\n  第二行\n"
    plain, _ = parse(text.encode(), "f.yaml")
    other, notices = parse(text.replace("\n", line_end).encode(encoding), "f.yaml")

    assert (other.root, notices) == (plain.root, ())


def test_the_text_of_a_place_has_no_carriage_return() -> None:
    document, _ = parse(b"a: 1\r\nb: 2\r\n", "f.yaml")

    assert document.root.key("b").place.text == "b: 2"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04rest", "xlsx、docx"),
        (b"\xd0\xcf\x11\xe0rest", "xls、doc"),
        (b"%PDF-1.7", "PDF"),
    ],
    ids=["zip", "ole", "pdf"],
)
def test_an_office_file_is_named_as_such(data: bytes, kind: str) -> None:
    notice = fault(
        f"这不是文本文件，而是 {kind} 一类的文件", "请给出文本文件（YAML、CSV）；是工作簿时改回原来的扩展名", 1, 1
    )

    assert decode(data, "f.yaml") == (None, (notice,))


def test_a_broken_byte_in_a_utf_8_file_is_not_read_as_gb18030() -> None:
    data = "甲: 高坪区\n乙: 教".encode() + b"\xe8\x82" + "局\n丙: 1".encode()
    notice = fault("这里的字节 E8 不能按 UTF-8 读成文字", SAVE_AS, 2, 5)

    assert decode(data, "f.yaml") == (None, (notice,))


def test_a_broken_byte_behind_a_byte_order_mark_is_counted_without_it() -> None:
    data = codecs.BOM_UTF8 + b"a: 1\nb: \xff\n"
    notice = fault("这里的字节 FF 不能按 UTF-8 读成文字", SAVE_AS, 2, 4)

    assert decode(data, "f.yaml") == (None, (notice,))


def test_half_a_character_of_utf_16_is_named() -> None:
    data = codecs.BOM_UTF16_LE + "甲\n乙".encode("utf-16-le") + b"\x61"
    notice = fault("这里的字节 61 不能按 UTF-16-LE 读成文字", SAVE_AS, 2, 2)

    assert decode(data, "f.yaml") == (None, (notice,))


def test_what_is_neither_utf_8_nor_gb18030_is_named() -> None:
    notice = fault("这里的字节 FF 不能按 GB18030 读成文字", SAVE_AS, 1, 4)

    assert decode(b"a: \xff\nb: 1", "f.yaml") == (None, (notice,))


def test_the_line_of_a_broken_byte_ends_where_the_line_ends() -> None:
    _, notices = decode(b"a: \xff x\r\nb: 1", "f.yaml")

    assert notices[0].place.text == "a: \ufffd x"


@pytest.mark.parametrize(
    "data",
    [
        "縣名: 臺灣學校經費執行率評價報告".encode("big5"),
        "町名: すべての学校について評価する".encode("shift-jis"),
        "a: 中".encode()[:-1],
    ],
    ids=["big5", "shift-jis", "cut"],
)
def test_text_that_would_become_nonsense_is_refused(data: bytes) -> None:
    notice = fault(
        "看不出文件用的是哪种编码，猜着读会成乱码", "请用编辑器打开，确认文字无误后另存为 UTF-8（带 BOM）", 1, 1
    )

    assert decode(data, "f.yaml") == (None, (notice,))


def test_common_characters_that_are_correct_utf_8_by_chance_are_refused() -> None:
    data = "模模".encode("gb18030")  # C4A3 C4A3, in UTF-8 the letters ģģ

    text, notices = decode(data, "f.yaml")

    assert (data.decode("utf-8"), text, notices[0].code) == ("ģģ", None, "file.encoding")


@pytest.mark.parametrize("text", ["area: 300m²", "size: 5×3", "temperature: 36°", "plain: ascii", ""])
def test_utf_8_without_a_chinese_character_is_read(text: str) -> None:
    assert decode(text.encode(), "f.yaml") == ((text, "utf-8"), ())


@pytest.mark.parametrize("sign", ["\x01", "\x0b", "\x0c", "\x1b", "\x7f", "\x80", "\uffff"])
def test_a_control_character_is_named_with_its_place(sign: str) -> None:
    notice = fault(f"这里有看不见的控制字符 U+{ord(sign):04X}", DELETE, 2, 5)

    assert decode(f"甲: 1\n乙: 二{sign}三".encode(), "f.yaml") == (None, (notice,))


def test_a_nul_points_to_the_encoding() -> None:
    advice = "请删去这个字符；整个文件都如此时，另存为 UTF-8"

    assert decode(b"a\0", "f.yaml") == (None, (fault("这里有看不见的控制字符 U+0000", advice, 1, 2),))


def test_utf_16_without_a_byte_order_mark_is_refused() -> None:
    text, notices = decode("a: 1\n".encode("utf-16-le"), "f.yaml")

    assert (text, {notice.code for notice in notices}) == (None, {"file.encoding"})


def test_a_replacement_character_says_that_text_was_lost() -> None:
    notice = fault("这里有替换字符 U+FFFD，原来的字已经丢失", "请对照原件补上这个字", 1, 6)

    assert decode("say: \ufffd区".encode(), "f.yaml") == (None, (notice,))


def test_a_second_byte_order_mark_would_stick_to_a_key() -> None:
    _, notices = decode("\ufeff\ufeffa: 1\n\ufeffb: 1".encode(), "f.yaml")

    assert [(notice.message, str(notice.place)) for notice in notices] == [
        ("这里有看不见的控制字符 U+FEFF", "f.yaml:1:1"),
        ("这里有看不见的控制字符 U+FEFF", "f.yaml:2:1"),
    ]


def test_inside_a_line_u_feff_is_text() -> None:
    assert decode("a: x\ufeffy".encode(), "f.yaml") == (("a: x\ufeffy", "utf-8"), ())


def test_ten_control_characters_are_enough_to_see_what_is_wrong() -> None:
    _, notices = decode(b"a: " + b"\x01" * 30, "f.yaml")

    assert [notice.place.column for notice in notices] == [4, 5, 6, 7, 8, 9, 10, 11, 12, 13]


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    text, notices = decode(data, "f.yaml")

    assert (text is None) == bool(notices)


@settings(deadline=None)
@given(st.text(st.characters(codec="gb2312", min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1))
def test_gb18030_never_becomes_other_characters(text: str) -> None:
    found, _ = decode(("说明：" + text).encode("gb18030"), "f.yaml")

    assert found is None or found[0] == "说明：" + text

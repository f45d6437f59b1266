"""What a file cannot hold becomes visible, and lines become one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalcli.publish.text import clean, flat, half_widths


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [("甲\r\n乙\r丙\n丁", "甲\n乙\n丙\n丁"), ("a\tb", "a\tb"), ("𠮷", "𠮷")],
)
def test_clean_keeps_what_a_file_can_hold(typed: str, cleaned: str) -> None:
    assert clean(typed) == cleaned


def test_clean_shows_what_a_file_cannot_hold() -> None:
    assert clean("\x00\x85\udfff\uffff") == "\ufffd" * 4


@pytest.mark.parametrize(
    ("allowed", "forbidden"),
    [
        # The edges of the ranges of XML 1.0, clause 2.2, less the controls that it discourages.
        ("\t\n\x20\x7e\xa0", "\x00\x08\x0b\x0c\x0e\x1f\x7f\x85\x9f"),
        ("\ud7ff\ue000\ufffd", "\ud800\udbff\udc00\udfff\ufffe\uffff"),
        ("\U00010000\U0010ffff\u3000\u200b", ""),
    ],
    ids=["controls", "surrogates", "beyond"],
)
def test_clean_knows_the_edges(allowed: str, forbidden: str) -> None:
    assert clean(allowed) == allowed
    assert clean(forbidden) == "\ufffd" * len(forbidden)


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("甲\n乙", "甲乙"),
        ("甲， \n  乙", "甲，乙"),
        ("甲\nabc", "甲abc"),
        ("abc\n\n甲", "abc甲"),
        ("abc\ndef", "abc def"),
        ("2022\r\n年", "2022年"),
        ("甲 乙", "甲 乙"),
    ],
)
def test_flat_joins_lines_without_a_blank_beside_chinese(typed: str, line: str) -> None:
    assert flat(typed) == line


@given(st.text(st.characters()))
def test_flat_is_one_line_and_stays_so(typed: str) -> None:
    line = flat(typed)

    assert "\n" not in line
    assert flat(line) == line


@pytest.mark.parametrize(("words", "halves"), [("", 0), ("2022年", 6), ("（abc）", 7), ("“𠮷”", 6), ("é", 1)])
def test_half_widths_counts_a_han_character_as_two(words: str, halves: int) -> None:
    assert half_widths(words) == halves

"""Bookmarks that Word accepts and an auditor can lead back to the field."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from evalcli.publish.word_claims import Marks, stem


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("education_spending", "education_spending"),
        ("a" * 29, "a" * 29),
        # CRC-32 of the UTF-8 bytes of the whole name.
        ("spending.小学", "spending_8c915f03"),
    ],
)
def test_stem_of(field: str, expected: str) -> None:
    assert stem(field) == expected


@given(st.text(st.characters()))
def test_stem_fits_into_a_bookmark(field: str) -> None:
    assert re.fullmatch(r"[a-z0-9_]{1,29}", stem(field))


def test_names_that_differ_in_case_get_different_stems() -> None:
    assert len({stem("total"), stem("Total"), stem("TOTAL")}) == 3


def test_each_use_of_a_field_gets_its_own_name() -> None:
    marks = Marks()

    assert [marks.mark("total", "9"), marks.mark("rate", "1%"), marks.mark("total", "9")] == [
        ("1", "f_total_1"),
        ("2", "f_rate_1"),
        ("3", "f_total_2"),
    ]


def test_part_lists_bookmark_field_and_text() -> None:
    marks = Marks()
    marks.mark("支出<&>\x00", "8.39")
    root = etree.fromstring(marks.part().encode())

    assert root.tag == "{urn:evalcli:figures}figures"
    assert [dict(figure.attrib) for figure in root] == [
        {"bookmark": f"f_{stem('支出<&>' + chr(0))}_1", "field": "支出<&>\ufffd", "text": "8.39"}
    ]

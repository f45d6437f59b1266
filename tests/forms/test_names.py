"""Sheets have names that Excel takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter import Workbook

from evalcli.forms.names import sheet_name


@pytest.mark.parametrize(
    ("wish", "name"),
    [
        ("财政局", "财政局"),
        ("教育局/体育局", "教育局_体育局"),
        ("[县]委:办*?\\", "_县_委_办___"),
        ("'引号'", "引号"),
        ("局" * 40, "局" * 31),
        ("局" * 30 + "𠮷", "局" * 30),
        ("", "_"),
        ("History", "History2"),
        ("甲\n乙", "甲_乙"),
    ],
)
def test_names(wish: str, name: str) -> None:
    assert sheet_name(wish, set()) == name


def test_names_that_differ_only_in_case_or_in_the_end_stay_apart() -> None:
    used: set[str] = set()

    assert [sheet_name(wish, used) for wish in ("A局", "a局", "局" * 32, "局" * 33)] == [
        "A局", "a局2", "局" * 31, "局" * 30 + "2",
    ]  # fmt: skip


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=40), max_size=6))
def test_the_writer_takes_every_name(wishes: list[str]) -> None:
    used: set[str] = set()
    book = Workbook("unwritten.xlsx")

    names = [book.add_worksheet(sheet_name(wish, used)).get_name() for wish in wishes]
    assert len({name.casefold() for name in names}) == len(wishes)

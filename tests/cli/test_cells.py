"""Cells that other programs read."""

import pytest

from evalcli.cli import cells


@pytest.mark.parametrize(
    ("typed", "tamed"),
    [("=1+1", "'=1+1"), ("@a", "'@a"), ("-5", "-5"), ("+8%", "'+8%"), ("甲=乙", "甲=乙"), ("", "")]
    + [(f"{sign}1+1", f"'{sign}1+1") for sign in "＝＋－＠\n"],
)
def test_no_cell_is_a_formula(typed, tamed):
    assert cells.tame(typed) == tamed


def test_rows_become_lines():
    assert cells.comma_separated((("甲", "=1"), ("a,b", "2"))) == '甲,\'=1\r\n"a,b",2\r\n'
    assert cells.table(("甲", "乙"), (("a|b", ""),)) == ["| 甲 | 乙 |", "| --- | --- |", "| a\\|b |   |"]

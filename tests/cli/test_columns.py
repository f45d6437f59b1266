"""Columns count cells, not characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalcli.cli.columns import fold, pad, width

TEXTS = st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc", "Mn")), max_size=60)


@pytest.mark.parametrize(
    ("text", "cells"), [("", 0), ("abc", 3), ("教育", 4), ("1.1a 教育", 9), ("e\u0301", 1), ("≥95%", 4)]
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


def test_pad() -> None:
    assert (pad("教育", 6), pad("教育", 6, right=True)) == ("教育  ", "  教育")


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("", 10, [""]),
        ("教育投入", 8, ["教育投入"]),
        ("教育投入", 6, ["教育投", "入"]),
        # A closing sign stays with the character before it, an opening one with the character after it.
        ("教育投入，保障", 8, ["教育投", "入，保障"]),
        ("教育（投入）", 6, ["教育", "（投", "入）"]),
        # A number, a word or a place is not torn apart where it fits on a line.
        ("计划（2021年）", 10, ["计划（2021", "年）"]),
        ("见 data/a.yaml:1:2 处", 15, ["见", "data/a.yaml:1:2", "处"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("two words", 5, ["two", "words"]),
        ("a" + " " * 10 + "b", 5, ["a", "b"]),
    ],
)
def test_fold(text: str, cells: int, lines: list[str]) -> None:
    assert fold(text, cells) == lines


@given(TEXTS, st.integers(2, 40))
def test_folding_loses_nothing_but_blanks(text: str, cells: int) -> None:
    folded = fold(text, cells)

    assert "".join("".join(folded).split()) == "".join(text.split())
    assert all(width(line) <= cells for line in folded)

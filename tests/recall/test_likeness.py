"""How alike two names are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalcli.recall.likeness import alike


@pytest.mark.parametrize(
    ("one", "other", "percent"),
    [
        ("教育投入", "教育投入", 100),
        ("加强教育投入", "教育投入", 100),
        ("教育投入", "依法办学", 0),
        # 教育, 育投, 投入 against 教育, 育支, 支出: one of three pairs on each side.
        ("教育投入", "教育支出", 33),
        ("", "教育投入", 0),
        ("1.教育投入（2021年）", "教育投入", 85),
    ],
)
def test_shared_pairs(one, other, percent):
    assert alike(one, other) == percent


@given(st.text("教育投入依法办学"), st.text("教育投入依法办学"))
def test_likeness_is_mutual(one, other):
    assert alike(one, other) == alike(other, one)


@given(st.text("教育投入依法办学", min_size=2))
def test_nothing_is_more_alike_than_the_same(name):
    assert alike(name, name) == 100

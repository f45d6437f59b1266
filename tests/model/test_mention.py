"""`[[field]]` in a text is a figure; everything else is text and stays as it is."""

import pytest
from counties import pack_of
from hypothesis import given
from hypothesis import strategies as st

from evalcli.model.mention import Figured, Mention, split, understood

PACK = pack_of()


def test_text_and_mentions_in_order() -> None:
    assert list(split("投入[[spending]]，生均[[per_pupil.小学.growth]]")) == [
        "投入",
        Mention("spending", 2),
        "，生均",
        Mention("per_pupil.小学.growth", 17),
    ]


def test_mentions_side_by_side() -> None:
    assert list(split("[[a]][[b]]")) == [Mention("a", 0), Mention("b", 5)]


@pytest.mark.parametrize(
    "text", ["", "没有", "[x]", "[[]]", "[[a\nb]]", "[[" + "a" * 81 + "]]", "[[a", "a]]", "{{ a }}", "[[[a"]
)
def test_what_is_no_mention(text: str) -> None:
    assert "".join(part for part in split(text) if isinstance(part, str)) == text


@pytest.mark.parametrize(
    ("typed", "field", "member", "growth"),
    [
        ("spending", "spending", "", False),
        ("spending.growth", "spending", "", True),
        ("教育支出", "spending", "", False),
        (" 教育支出 . growth ", "spending", "", True),
        ("per_pupil.小学", "per_pupil", "小学", False),
        ("per_pupil.初中.growth", "per_pupil", "初中", True),
    ],
)
def test_a_mention_that_is_understood(typed: str, field: str, member: str, growth: bool) -> None:
    assert understood(PACK, Mention(typed, 0)) == Figured(PACK.fields[field], member, growth)


@pytest.mark.parametrize(
    "typed",
    [
        "spendin",
        "per_pupil",
        "per_pupil.growth",
        "per_pupil.大学",
        "spending.小学",
        "per_pupil.小学.初中",
        "spending.growth.growth",
        ".",
    ],
)
def test_a_mention_that_is_not(typed: str) -> None:
    assert understood(PACK, Mention(typed, 0)) is None


@given(st.text("[]a.\n小", max_size=40))
def test_nothing_is_lost(text: str) -> None:
    parts = list(split(text))

    assert "".join(part if isinstance(part, str) else f"[[{part.typed}]]" for part in parts) == text
    assert all(text[part.offset :].startswith(f"[[{part.typed}]]") for part in parts if isinstance(part, Mention))

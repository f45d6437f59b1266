"""A document keeps what was typed; asking it for text, members or flags never fails."""

import pytest
from counties import document

from evalcli.model.document import Mapping, Scalar, Sequence, members, texts
from evalcli.model.place import Place

TEXT = """
name: 甲县
number: 010203
nothing: null
tilde: ~
quoted: "null"
empty:
list: [a, [b], c]
map: {x: 1, y: 2}
yes: true
Yes: TRUE
shouted: "true"
no: no
"""
ROOT = document(TEXT).root
assert isinstance(ROOT, Mapping)
HERE = Place("f.yaml")


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("name", "甲县"),
        ("number", "010203"),
        ("nothing", ""),
        ("tilde", ""),
        ("quoted", "null"),
        ("empty", ""),
        ("list", ""),
        ("map", ""),
        ("absent", ""),
        ("no", "no"),
    ],
)
def test_text(key: str, expected: str) -> None:
    assert ROOT.text(key) == expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [("yes", True), ("Yes", True), ("shouted", False), ("no", False), ("list", False), ("absent", False)],
)
def test_flags(key: str, expected: bool) -> None:
    assert ROOT.flag(key) is expected


def test_members_and_pairs() -> None:
    assert [type(node).__name__ for node in ROOT.items("list")] == ["Scalar", "Sequence", "Scalar"]
    assert [key.text for key, _node in ROOT.pairs("map")] == ["x", "y"]
    assert (ROOT.items("map"), ROOT.pairs("list"), ROOT.items("absent")) == ((), (), ())


def test_keys_with_their_places() -> None:
    key = ROOT.key("number")

    assert (key, key.place) == (Scalar("number", HERE), Place("county.yaml", 3, 1, 6))
    assert ROOT.key("absent") is None


def test_texts_of_a_list_or_of_one() -> None:
    assert (texts(ROOT.get("list")), texts(ROOT.get("name")), texts(ROOT.get("map")), texts(None)) == (
        ("a", "c"),
        ("甲县",),
        (),
        (),
    )


def test_members_of_what_is_no_list() -> None:
    assert (members(None), members(ROOT)) == ((), ())


def test_a_list_is_gone_through() -> None:
    one, other = Scalar("a", HERE), Scalar("b", HERE)

    assert list(Sequence((one, other), HERE)) == [one, other]


def test_nodes_that_say_the_same_are_equal_and_show_themselves_alike_wherever_they_stand() -> None:
    one, other = (document(text).root for text in ("a: {b: [c]}\n", "\n\na:\n  b: [c]\n"))

    assert (one, repr(one)) == (other, repr(other))
    assert one != document("a: {b: ['c']}\n").root
    assert one.place != other.place

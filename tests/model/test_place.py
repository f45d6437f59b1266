"""A place names a spot as editors understand it."""

import pickle

import pytest

from evalcli.model.place import Place


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place("county.yaml", 37, 12), "county.yaml:37:12"),
        (Place("county.yaml"), "county.yaml"),
        (Place("data/a.yaml", 1), "data/a.yaml:1:0"),
    ],
)
def test_as_it_is_printed(place: Place, expected: str) -> None:
    assert str(place) == expected


def test_a_phrase_in_its_line() -> None:
    place = Place("a.yaml", 3, 1, 5, "say: 投入[[spending]]。")

    assert place.at("[[spending]]") == Place("a.yaml", 3, 8, 12)
    assert place.at("没有") is place


def test_the_line_does_not_make_it_another_place() -> None:
    assert Place("a.yaml", 3, 1, 5, "one") == Place("a.yaml", 3, 1, 5, "other")


def test_it_is_kept_whole() -> None:
    place = Place("a.yaml", 3, 1, 5, "one")

    kept = pickle.loads(pickle.dumps(place))

    assert (kept, kept.text) == (place, "one")

"""Lines are counted as YAML counts them."""

from evalcli.model.place import Place
from evalcli.read.lines import place_at, split


def test_every_line_break_of_yaml_ends_a_line():
    lines = split("a\r\nb\nc\rd\x85e\u2028f\u2029g")

    assert lines == ["a", "b", "c", "d", "e", "f", "g"]


def test_a_form_feed_does_not_end_a_line():
    assert split("a\x0cb") == ["a\x0cb"]


def test_a_place_counts_from_one_and_holds_the_whole_line():
    place = place_at("甲\r\n乙丙丁\r\n", 5, "f.yaml")

    assert (place, place.text) == (Place("f.yaml", 2, 3), "乙丙丁")

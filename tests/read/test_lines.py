"""Lines are counted as YAML counts them."""

from evalcli.model.place import Place
from evalcli.read.lines import place_at, short, split


def test_every_line_break_of_yaml_ends_a_line() -> None:
    lines = split("a\r\nb\nc\rd\x85e\u2028f\u2029g")

    assert lines == ["a", "b", "c", "d", "e", "f", "g"]


def test_the_usual_line_end() -> None:
    assert split("a\n\nb\n") == ["a", "", "b", ""]


def test_a_form_feed_does_not_end_a_line() -> None:
    assert split("a\x0cb") == ["a\x0cb"]


def test_a_place_counts_from_one_and_holds_the_whole_line() -> None:
    place = place_at("甲\r\n乙丙丁\r\n", 5, "f.yaml")

    assert (place, place.text) == (Place("f.yaml", 2, 3), "乙丙丁")


def test_a_short_text_is_shown_whole() -> None:
    assert short("字" * 40) == "字" * 40


def test_a_long_text_is_cut_to_forty_characters() -> None:
    assert short("字" * 41) == "字" * 39 + "…"


def test_of_several_lines_the_first_is_shown() -> None:
    assert short("甲\n乙") == "甲…"

"""Frozen nouns: compared and hashed by what they hold, without a lock at run time because mypy keeps it."""

import dataclasses
import pickle
from pathlib import Path

import pytest
from mypy import api

from evalcli.model.frozen import dataclass, field, is_noun, replace
from evalcli.model.place import Place


@dataclass(frozen=True, slots=True)
class Spot:
    """A noun like ours."""

    row: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Marked(Spot):
    """A noun that stands on another."""

    marks: list[str] = field(default_factory=list, compare=False, repr=False)
    note: str = field(default="无")


def test_equal_nouns_are_one_key() -> None:
    assert {Spot(1, "甲"): 1, Spot(2): 2}[Spot(1, "甲")] == 1


def test_nouns_that_differ() -> None:
    assert Spot(1) != Spot(1, "甲")


def test_a_noun_has_no_room_for_more() -> None:
    assert not hasattr(Spot(1), "__dict__")


def test_a_changed_noun_is_another() -> None:
    first = Spot(1)

    assert (replace(first, row=2), first) == (Spot(2), Spot(1))


def test_a_noun_comes_back_from_a_pickle() -> None:
    assert pickle.loads(pickle.dumps(Place("a.yaml", 3))) == Place("a.yaml", 3)


def test_mypy_keeps_the_lock(tmp_path: Path) -> None:
    written = tmp_path / "written.py"
    written.write_text("from evalcli.model.report import Run\n\nRun('投入').text = '别的'\n", encoding="utf-8")

    said, _faults, code = api.run(["--follow-imports=silent", f"--cache-dir={tmp_path}", str(written)])

    assert (code, 'Property "text" defined in "Run" is read-only' in said) == (1, True)


def test_a_noun_is_no_other_kind_of_thing() -> None:
    assert Spot(1) != (1, "")


def test_a_noun_shows_what_it_holds() -> None:
    assert repr(Spot(1, "甲")) == "Spot(row=1, name='甲')"


def test_what_may_change_is_no_key() -> None:
    @dataclass(slots=True)
    class Tally:
        count: int = 0

    assert Tally() == Tally(0)
    with pytest.raises(TypeError, match="unhashable"):
        hash(Tally())


def test_each_noun_has_a_list_of_its_own() -> None:
    first, second = Marked(1), Marked(2)
    first.marks.append("甲")

    assert (first.marks, second.marks, Marked(3, "乙", ["丙"]).marks) == (["甲"], [], ["丙"])


def test_what_is_not_compared_is_not_shown_either() -> None:
    assert (Marked(1, marks=["甲"]), repr(Marked(1))) == (Marked(1), "Marked(row=1, name='', note='无')")


def test_a_noun_stands_on_another() -> None:
    match Marked(1, "甲", note="乙"):
        case Spot(row, name):
            assert (row, name) == (1, "甲")


def test_a_missing_value_is_named() -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'row'"):
        Spot(name="甲")


def test_a_noun_cannot_be_changed_in_what_it_has_not() -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument 'column'"):
        replace(Spot(1), column=2)


def test_whoever_asks_finds_a_dataclass() -> None:
    told = [(one.name, one.default, one.compare, one.repr) for one in dataclasses.fields(Marked)]

    assert told == [
        ("row", dataclasses.MISSING, True, True),
        ("name", "", True, True),
        ("marks", dataclasses.MISSING, False, False),
        ("note", "无", True, True),
    ]
    assert dataclasses.replace(Marked(1), row=2) == Marked(2)


def test_a_noun_is_told_from_all_else() -> None:
    assert (is_noun(Spot(1)), is_noun("甲")) == (True, False)


def test_a_class_without_slots_has_room() -> None:
    @dataclass(frozen=True)
    class Loose:
        row: int = 1

    assert vars(Loose()) == {"row": 1}

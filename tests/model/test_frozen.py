"""Frozen nouns: compared and hashed by what they hold, without a lock at run time because mypy keeps it."""

import pickle
from dataclasses import replace
from pathlib import Path

import pytest
from mypy import api

from evalcli.model.frozen import dataclass
from evalcli.model.place import Place


@dataclass(frozen=True, slots=True)
class Spot:
    """A noun like ours."""

    row: int
    name: str = ""


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

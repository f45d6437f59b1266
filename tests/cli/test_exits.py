"""Only what must be mended, or a gate that was missed, makes a command end with findings."""

import pytest

from evalcli.cli.exits import Exit, by_notices
from evalcli.model.notice import Level, Notice


@pytest.mark.parametrize(
    ("levels", "ending"),
    [
        ([], Exit.DONE),
        ([Level.HINT, Level.DOUBT], Exit.DONE),
        ([Level.HINT, Level.MUST], Exit.FINDINGS),
        ([Level.STOP], Exit.FINDINGS),
    ],
)
def test_by_notices(levels: list[Level], ending: Exit) -> None:
    assert by_notices(Notice("a.b", level, "") for level in levels) == ending


def test_a_gate_missed() -> None:
    assert by_notices([], gate_missed=True) == Exit.FINDINGS

"""How a command ends."""

from collections.abc import Iterable
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evalcli.model.notice import Notice


class Exit(IntEnum):
    """The exit codes, the same for every command."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    STOPPED = 3
    BUG = 70
    INTERRUPTED = 130


def by_notices(notices: Iterable["Notice"], *, gate_missed: bool = False) -> Exit:
    """Return FINDINGS when something must be mended or a gate was missed."""
    from evalcli.model.notice import Level

    must = any(notice.level in (Level.MUST, Level.STOP) for notice in notices)
    return Exit.FINDINGS if must or gate_missed else Exit.DONE

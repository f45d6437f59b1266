"""What evalcli has to say about somebody's files."""

from collections.abc import Iterable
from enum import StrEnum

from evalcli.model.frozen import dataclass
from evalcli.model.place import Place


class Level(StrEnum):
    """How much a notice matters. Only `MUST` and `STOP` make a command end with findings."""

    STOP = "中止"
    MUST = "必改"
    DOUBT = "疑似"
    HINT = "提示"


@dataclass(frozen=True, slots=True)
class About:
    """What a finding is about, wherever it stands: what is typed in `muted:`, whom to ask, and the values as typed.

    `at` is a field (`education_spending`), one of its members (`spending_per_pupil.小学`), a school
    (`schools.5113000001`), an item or a key point (`3.8`).
    """

    at: str
    label: str = ""
    office: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """One finding: where, what, and what to do next, under a code that never changes."""

    code: str
    level: Level
    message: str
    advice: str = ""
    place: Place | None = None
    about: About | None = None


class Stopped(Exception):
    """Going on would be pointless; `notices` say why. The command ends with code 3."""

    def __init__(self, notices: Iterable[Notice]) -> None:
        """Keep the notices that stopped us."""
        self.notices = tuple(notices)
        super().__init__("; ".join(notice.message for notice in self.notices))


def stop_on_faults(notices: Iterable[Notice]) -> None:
    """Raise `Stopped` when a notice says that going on is pointless."""
    collected = tuple(notices)
    if any(notice.level is Level.STOP for notice in collected):
        raise Stopped(collected)

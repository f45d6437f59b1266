"""What a check comes to: findings that are open, muted or settled, and what offices still owe."""

import hashlib
from datetime import date
from enum import StrEnum

from evalcli.model.frozen import dataclass
from evalcli.model.notice import Notice
from evalcli.model.place import Place


class Status(StrEnum):
    """How a finding stands. Only what is open counts."""

    OPEN = "待处理"
    MUTED = "免提"
    SETTLED = "已说明"


class Verdict(StrEnum):
    """What an office may answer to a doubt."""

    TRUE = "属实"
    MENDED = "更正"
    EXPLAINED = "说明"


@dataclass(frozen=True, slots=True)
class Mute:
    """A finding that somebody decided not to hear of again, and why."""

    code: str
    at: str
    because: str
    by: str
    on: date | None
    place: Place


@dataclass(frozen=True, slots=True)
class Answer:
    """What an office answered to the doubt with this number; `value` is what it says is right."""

    id: str
    verdict: str
    value: str
    because: str
    by: str
    on: date | None
    place: Place


@dataclass(frozen=True, slots=True)
class Standing:
    """A finding and how it stands: open, or muted or settled by whom, when and why."""

    notice: Notice
    status: Status = Status.OPEN
    because: str = ""
    by: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Owed:
    """Something that an office has yet to hand in: a figure (填报项), last year's value, a judgement or cells of a school."""

    office: str
    deadline: date | None
    kind: str
    item: str
    at: str
    name: str
    what: str


@dataclass(frozen=True, slots=True)
class Checked:
    """Everything that a check found, in the order of the checks, and what is owed."""

    standings: tuple[Standing, ...]
    owed: tuple[Owed, ...] = ()

    @property
    def open(self) -> tuple[Notice, ...]:
        """Return what still counts."""
        return self.of(Status.OPEN)

    def of(self, status: Status) -> tuple[Notice, ...]:
        """Return the findings that stand so."""
        return tuple(one.notice for one in self.standings if one.status is status)


def finding_id(notice: Notice) -> str:
    """Return the number of a finding: what it is about, a line, and the values that it is about.

    It is the same wherever in a file the value stands. When a value changes, only the second half does.
    """
    about = notice.about
    at, values = (about.at, about.values) if about else (notice.place.file if notice.place else "", (notice.message,))
    return f"{_digest(notice.code, at)}-{_digest(*values)}"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:6]

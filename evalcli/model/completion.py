"""How far work has come: a second word beside the verdict, for packs that ask what is done and not for points."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction

from evalcli.model.frozen import dataclass

_HUNDRED = 100


class Status(StrEnum):
    """The closed set of words for work: done, on time, missed, not due yet, unknown, not applicable."""

    DONE = "完成"
    ON_TRACK = "按序时推进"
    UNDONE = "未完成"
    NOT_DUE = "未到期"
    NO_DATA = "缺数据"
    NOT_APPLICABLE = "不适用"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one target stands: its word, the day it is due, how much of it is reached and how much of the time is gone.

    `reached` and `gone` are shares (1 is all); `reached` is None where the target is no number that grows.
    """

    status: Status
    due: date
    reached: Fraction | None
    gone: Fraction


@dataclass(frozen=True, slots=True)
class Tally:
    """How many tasks have each word."""

    counts: Mapping[Status, int]

    def __getitem__(self, word: str) -> int:
        """Return how many tasks have a word: `tally["完成"]`."""
        return self.counts.get(Status(word), 0)

    @property
    def done(self) -> int:
        """Return how many are done."""
        return self[Status.DONE]

    @property
    def counted(self) -> int:
        """Return how many apply."""
        return sum(self.counts.values()) - self[Status.NOT_APPLICABLE]

    @property
    def rate(self) -> Fraction | None:
        """Return the share that is done, in % of those that apply; None where none does."""
        return Fraction(self.done * _HUNDRED, self.counted) if self.counted else None

    @property
    def listed(self) -> tuple[tuple[str, int], ...]:
        """Return the words that occur, with their counts, in their own order."""
        return tuple((str(status), self[status]) for status in Status if self[status])


@dataclass(frozen=True, slots=True)
class Task:
    """One line of the ledger (台账): what is to be done, who answers for it, by when, and how far it is."""

    area: str
    item: str
    title: str
    id: str
    text: str
    target: str
    offices: tuple[str, ...]
    due: date
    progress: str
    evidence: tuple[str, ...]
    status: Status
    because: str
    advice: str

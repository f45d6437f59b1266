"""The result: every key point, item and area with verdict, points and trace."""

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cached_property

from evalcli.model.completion import Standing, Status, Tally, Task
from evalcli.model.facts import Judgement, Verdict
from evalcli.model.filled import Exemption, Filled, HandJudgement
from evalcli.model.frozen import dataclass
from evalcli.model.notice import Notice
from evalcli.model.pack import Area, Indicator, KeyPoint, Pack


@dataclass(frozen=True, slots=True)
class PointResult:
    """A key point judged. `earned` is rounded at the pack's place; None while open. `standing` is for packs by completion."""

    key_point: KeyPoint
    judgement: Judgement
    earned: Decimal | None
    hand: HandJudgement | None = None
    standing: Standing | None = None

    @property
    def open(self) -> Decimal:
        """Return the points that may still be had because data or a judgement is missing."""
        waiting = self.judgement.verdict in (Verdict.NO_DATA, Verdict.PENDING)
        return self.key_point.points if waiting else Decimal(0)

    @property
    def lost(self) -> Decimal:
        """Return the points that are settled and not earned."""
        return Decimal(0) if self.earned is None else self.key_point.points - self.earned

    @property
    def wanting(self) -> bool:
        """Return whether anything is lost or open, also where a pack gives no points."""
        return bool(self.lost or self.open) or self.judgement.verdict is not Verdict.MET


@dataclass(frozen=True)
class ItemResult:
    """An indicator judged: the worst verdict of its key points, the sum of their points."""

    indicator: Indicator
    points: tuple[PointResult, ...]
    verdict: Verdict
    exemption: Exemption | None = None
    status: Status | None = None

    @cached_property
    def full(self) -> Decimal:
        """Return the points to be had: none where the item does not apply."""
        return Decimal(0) if self.exemption else self.indicator.points

    @cached_property
    def earned(self) -> Decimal:
        """Return the points settled so far."""
        return sum((point.earned or Decimal(0) for point in self.points), Decimal(0))

    @cached_property
    def open(self) -> Decimal:
        """Return the points that may still be had."""
        return sum((point.open for point in self.points), Decimal(0))

    @property
    def lost(self) -> Decimal:
        """Return the points lost for good."""
        return sum((point.lost for point in self.points), Decimal(0))


def tally(items: Iterable[ItemResult]) -> Tally:
    """Return how many of these items have each status; a pack that asks for points gives none."""
    return Tally(Counter(item.status for item in items if item.status))


@dataclass(frozen=True)
class AreaResult:
    """An area judged."""

    area: Area
    items: tuple[ItemResult, ...]

    @cached_property
    def tally(self) -> Tally:
        """Return how many items have each status."""
        return tally(self.items)

    @cached_property
    def full(self) -> Decimal:
        """Return the points to be had."""
        return sum((item.full for item in self.items), Decimal(0))

    @cached_property
    def earned(self) -> Decimal:
        """Return the points settled."""
        return sum((item.earned for item in self.items), Decimal(0))

    @cached_property
    def open(self) -> Decimal:
        """Return the points that may still be had."""
        return sum((item.open for item in self.items), Decimal(0))


@dataclass(frozen=True, slots=True)
class VetoResult:
    """A veto looked at: `hit` is True, False, or None where the county has not declared it."""

    say: str
    hit: bool | None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Grade:
    """The grade on what is settled, and the grade if all that is open were earned.

    `may_be` are all grades that may still come out, the best first, also by what nobody has declared; `cannot_be` the rest.
    """

    settled: str
    possible: str
    how: tuple[str, ...]
    may_be: tuple[str, ...] = ()
    cannot_be: tuple[str, ...] = ()

    @property
    def certain(self) -> bool:
        """Return whether nothing that is still open, or not declared, can change the grade."""
        return self.settled == self.possible and len(self.may_be) <= 1

    @property
    def span(self) -> str:
        """Return the grade as a table says it: 优秀, or 合格–优秀 where points are open."""
        return self.settled if self.settled == self.possible else f"{self.settled}–{self.possible}"


@dataclass(frozen=True)
class Scorecard:
    """The whole result (评分)."""

    areas: tuple[AreaResult, ...]
    vetoes: tuple[VetoResult, ...]
    grade: Grade
    ledger: tuple[Task, ...] = ()

    @property
    def items(self) -> tuple[ItemResult, ...]:
        """Return all items in order."""
        return tuple(item for area in self.areas for item in area.items)

    @cached_property
    def tally(self) -> Tally:
        """Return how many items have each status."""
        return tally(self.items)

    @cached_property
    def full(self) -> Decimal:
        """Return the points to be had."""
        return sum((area.full for area in self.areas), Decimal(0))

    @cached_property
    def earned(self) -> Decimal:
        """Return the points settled."""
        return sum((area.earned for area in self.areas), Decimal(0))

    @cached_property
    def open(self) -> Decimal:
        """Return the points that may still be had."""
        return sum((area.open for area in self.areas), Decimal(0))


@dataclass(frozen=True, slots=True)
class Scored:
    """A county with its pack, its data, its result and all that was noticed on the way."""

    pack: Pack
    filled: Filled
    card: Scorecard
    notices: tuple[Notice, ...]
    provenance: Mapping[str, str]

"""The way to the grade: where it stands, and how a step makes grades worse.

Grades are numbered from the best, 0. Each view of them is kept at once: on what is settled, with all that is open
earned, and every one that may come out, so that what is certain and what is impossible can be said.
"""

from decimal import Decimal
from fractions import Fraction

from evalcli.model.facts import Verdict
from evalcli.model.filled import Filled
from evalcli.model.frozen import dataclass, replace
from evalcli.model.numbers import exact
from evalcli.model.pack import Pack
from evalcli.model.scorecard import ItemResult, VetoResult


@dataclass(frozen=True, slots=True)
class Scoring:
    """What every step may look at."""

    pack: Pack
    filled: Filled
    items: tuple[ItemResult, ...]
    vetoes: tuple[VetoResult, ...]

    @property
    def exempt(self) -> tuple[ItemResult, ...]:
        """Return the items that do not apply."""
        return tuple(item for item in self.items if item.exemption)

    @property
    def rescales(self) -> bool:
        """Return whether the points of the items that apply stand for all."""
        return self.pack.outcome.rescale and bool(self.exempt)

    @property
    def full(self) -> Fraction:
        """Return the points to be had."""
        return exact(sum((item.full for item in self.items), Decimal(0)))

    @property
    def earned(self) -> Fraction:
        """Return the points settled."""
        return exact(sum((item.earned for item in self.items), Decimal(0)))

    @property
    def open(self) -> Fraction:
        """Return the points that may still be had."""
        return exact(sum((item.open for item in self.items), Decimal(0)))

    def of(self, *verdicts: Verdict) -> tuple[ItemResult, ...]:
        """Return the items with one of these verdicts."""
        return tuple(item for item in self.items if item.verdict in verdicts)


@dataclass(frozen=True, slots=True)
class Totals:
    """Points: settled, with all that is open, and the least and the most that may come out."""

    settled: Fraction = Fraction(0)
    best: Fraction = Fraction(0)
    least: Fraction = Fraction(0)
    most: Fraction = Fraction(0)

    @property
    def views(self) -> tuple[Fraction, ...]:
        """Return all four, each once."""
        return tuple(dict.fromkeys((self.settled, self.best, self.least, self.most)))

    def plus(self, settled: Fraction, best: Fraction, most: Fraction) -> "Totals":
        """Return the totals with more points; the least grows by what is settled."""
        return Totals(self.settled + settled, self.best + best, self.least + settled, self.most + most)


@dataclass(frozen=True, slots=True)
class Span:
    """Grades: on what is settled, with all that is open, and every one that may come out."""

    settled: int = 0
    best: int = 0
    open: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Change:
    """Grades become worse: none better than `cap`, and each `down` places lower.

    It touches the grade on what is `settled` and the `best` one or not; where it is not `sure` both may come out.
    """

    cap: int = 0
    down: int = 0
    settled: bool = True
    best: bool = True
    sure: bool = True

    def made(self, span: Span, last: int) -> Span:
        """Return the grades after the change; none is worse than the `last`."""
        moved = frozenset(self._moved(grade, last) for grade in span.open)
        return Span(
            settled=self._moved(span.settled, last) if self.settled else span.settled,
            best=self._moved(span.best, last) if self.best else span.best,
            open=moved if self.sure else span.open | moved,
        )

    def _moved(self, grade: int, last: int) -> int:
        return min(last, max(grade, self.cap) + self.down)


@dataclass(frozen=True, slots=True)
class Way:
    """How far the way has been gone: totals, the grades that these earn, what made them worse, and what was said.

    `outside` are results that are no grade and may still come (终止); `ended` is such a result that has come.
    """

    ladder: tuple[str, ...]
    totals: Totals = Totals()
    earned: Span = Span()
    changes: tuple[Change, ...] = ()
    how: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    ended: str = ""

    @property
    def span(self) -> Span:
        """Return the grades that were earned with every change made to them."""
        span = self.earned
        for change in self.changes:
            span = change.made(span, len(self.ladder) - 1)
        return span

    @property
    def settled(self) -> str:
        """Return the name of the grade on what is settled."""
        return self.ladder[self.span.settled]

    @property
    def best(self) -> str:
        """Return the name of the grade with all that is open."""
        return self.ladder[self.span.best]

    def saying(self, *lines: str) -> "Way":
        """Return the way with more lines said, each once: what is open is the same before others' scores and after."""
        return replace(self, how=tuple(dict.fromkeys((*self.how, *lines))))

    def changed(self, *changes: Change) -> "Way":
        """Return the way with more changes."""
        return replace(self, changes=(*self.changes, *changes))

    def end(self, result: str, line: str) -> "Way":
        """Return the way ended by a result that is no grade."""
        return replace(self, ended=result, how=(*self.how, line))

    def may_end(self, result: str, line: str) -> "Way":
        """Return the way that a result may still end which is no grade."""
        return replace(self, outside=(*self.outside, result), how=(*self.how, line))

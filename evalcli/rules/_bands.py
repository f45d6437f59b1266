"""Bands of numbers: they lie end to end, and every one of them comes into play."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from evalcli.language import _
from evalcli.model.frozen import dataclass
from evalcli.model.numbers import plain


@dataclass(frozen=True, slots=True)
class Band:
    """Numbers from `low` to `high`, both included; None is open."""

    low: Fraction | None
    high: Fraction | None

    def holds(self, other: "Band") -> bool:
        """Return whether another band lies wholly in this one."""
        low = self.low is None or (other.low is not None and self.low <= other.low)
        return low and (self.high is None or (other.high is not None and other.high <= self.high))

    def around(self, number: Fraction) -> bool:
        """Return whether a number lies inside, and not at an end."""
        return (self.low is None or self.low < number) and (self.high is None or number < self.high)


def faults(bands: Sequence[Band]) -> Iterator[str]:
    """Yield what is wrong with bands of which the first that fits counts: upside down, overlapping, apart."""
    for number, band in enumerate(bands, 1):
        if band.low is not None and band.high is not None and band.low > band.high:
            yield _("第{number}档的下限高于上限").format(number=number)
            return
        yield from _overlap(number, band, bands[: number - 1])
    for low, high in _gaps(bands):
        message = _("{low}和{high}之间没有档次，{between}落不到任何一档：让相邻两档的 from 和 to 是同一个数")
        yield message.format(low=plain(low), high=plain(high), between=plain((low + high) / 2))


def _overlap(number: int, band: Band, earlier: Sequence[Band]) -> Iterator[str]:
    if any(one.holds(band) for one in earlier):
        yield _("第{number}档永远轮不到：前面的档次已经包括了它").format(number=number)
        return
    for end in (band.low, band.high):
        if end is not None and any(one.around(end) for one in earlier):
            message = _("第{number}档的{end}落在前面的档次里，两档重叠")
            yield message.format(number=number, end=plain(end))


def _gaps(bands: Sequence[Band]) -> Iterator[tuple[Fraction, Fraction]]:
    """Yield the ends between which no band lies."""
    ordered = sorted(bands, key=lambda band: (band.low is not None, band.low or Fraction(0)))
    reach = ordered[0].high
    for band in ordered[1:]:
        if reach is None:
            return
        if band.low is not None and band.low > reach:
            yield reach, band.low
        reach = None if band.high is None else max(reach, band.high)

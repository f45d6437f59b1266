"""What authors of packs ask: is it in order, does it hold, how does a rule run, what does another version change.

Counties do not come here; their road is `flow.py`.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from evalcli import packs, resources
from evalcli.criteria import found, open_pack
from evalcli.criteria.layers import examined
from evalcli.criteria.proofs import cases_below, cases_in, proved
from evalcli.formula.facts import CountyFacts
from evalcli.language import _
from evalcli.model.facts import Missing, Quantity
from evalcli.model.frozen import dataclass, replace
from evalcli.model.notice import Level, Notice, Stopped
from evalcli.model.numbers import plain
from evalcli.model.pack import Case, KeyPoint, Pack
from evalcli.model.statement import Extract
from evalcli.model.trace import Step
from evalcli.packs.lint import lint
from evalcli.packs.made_up import made_up
from evalcli.rules import rule

# So many steps lie between the ends of a curve.
_STEPS = 10
# A limit as packs may type it: 85%.
_PERCENT = re.compile("(-?[0-9]+(?:[.][0-9]+)?)%")


@dataclass(frozen=True, slots=True)
class Listed:
    """A pack that can be used: whose it is, and its folder's name."""

    pack: Pack
    own: bool


@dataclass(frozen=True, slots=True)
class Tried:
    """An item with its worked examples, and what those said that failed."""

    item: str
    count: int
    failures: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One point of a curve: a value, and what the rule makes of it."""

    value: str
    verdict: str
    points: Fraction


def extracted(document: Path) -> tuple[Extract, tuple[Notice, ...]]:
    """Return the targets and facts that a plan, summary or report states, and what was left out on the way."""
    from evalcli.extract import extract
    from evalcli.read.texts import text

    read, unread = text(document, document.as_posix())
    if read is None:
        raise Stopped(unread)
    found, notices = extract(read)
    return found, (*unread, *notices)


def listed(county: Path) -> tuple[tuple[Listed, ...], tuple[Notice, ...]]:
    """Return the packs that a county can use, its own and those shipped, and why the others cannot be read."""
    packs_found: list[Listed] = []
    faults: list[Notice] = []
    for name in resources.names("indicators", county):
        try:
            packs_found.append(Listed(open_pack_of(name, county), own=_own(name, county)))
        except Stopped as stopped:
            faults += stopped.notices
    return tuple(packs_found), tuple(faults)


def open_pack_of(name: str, county: Path) -> Pack:
    """Return a pack by its id alone, whatever folders lie in the working folder."""
    folder = resources.find("indicators", name, county)
    assert folder is not None  # the name has just been listed
    return open_pack(str(folder), county)


def _own(name: str, county: Path) -> bool:
    folder = resources.find("indicators", name, county)
    return folder is not None and folder.resolve().parent != resources.shipped("indicators").resolve()


def examine(wish: str, county: Path | None) -> tuple[Notice, ...]:
    """Return everything wrong or doubtful about a pack; what keeps it from being used comes alone."""
    from evalcli.draft.sentences import sentence_faults

    folder, county = found(wish, county)
    pack, faults = examined(folder, county)
    if pack is None or faults:
        return tuple(replace(notice, level=Level.MUST) for notice in faults)
    cases = cases_in(folder)
    lost = tuple(replace(notice, level=Level.MUST) for notice in packs.case_faults(pack, cases))
    return (*lost, *lint(pack, cases_below(folder, county)), *sentence_faults(pack))


def tried(pack: Pack, cases: tuple[Case, ...]) -> tuple[Tried, ...]:
    """Return how the worked examples of every item come out; an item without any is there too."""
    by_item: dict[str, list[Case]] = {indicator.id: [] for indicator in pack.indicators}
    item_of = {point.id: indicator.id for indicator in pack.indicators for point in indicator.key_points}
    for case in cases:
        by_item[item_of[case.indicator]].append(case)
    return tuple(
        Tried(item, len(own), tuple(notice for case in own for notice in _outcome(pack, case)))
        for item, own in by_item.items()
    )


def _outcome(pack: Pack, case: Case) -> tuple[Notice, ...]:
    try:
        return proved(pack, case)
    except Stopped as stopped:
        return tuple(replace(notice, level=Level.MUST, place=case.place) for notice in stopped.notices)


def curve(pack: Pack, point: KeyPoint) -> tuple[Reading, ...]:
    """Return what a rule makes of a series of values; nothing where it does not judge one number alone."""
    value = CountyFacts(pack, made_up(pack), point).value() if point.value and not point.table else None
    if not isinstance(value, Quantity) or rule(point.rule).fields(point.parameters):
        return ()
    return tuple(_reading(pack, point, value, number) for number in _series(pack, point))


@dataclass(frozen=True, slots=True)
class _At(CountyFacts):
    """The facts where the value is one that is to be tried."""

    tried: Quantity | None = None

    def value(self) -> Quantity | Missing:
        """Return the value that is tried."""
        return self.tried or Missing(())


def _reading(pack: Pack, point: KeyPoint, like: Quantity, number: Fraction) -> Reading:
    shown = f"{plain(number)}{like.unit}"
    quantity = Quantity(number, like.unit, len(plain(number).partition(".")[2]), Step(shown, shown))
    judgement = rule(point.rule).judge(_At(pack, made_up(pack), point, quantity), point.parameters)
    return Reading(shown, str(judgement.verdict), judgement.points or Fraction(0))


def _series(pack: Pack, point: KeyPoint) -> list[Fraction]:
    """Return the numbers that a curve is drawn over: even steps, and every limit with what lies just beside it."""
    limits = sorted(
        set(_numbers({key: part for key, part in point.parameters.items() if key not in ("floor", "most")}, point.rule))
    )
    field = pack.fields.get(point.value)
    low = Fraction(field.low) if field and field.low is not None else Fraction(0)
    high = (
        Fraction(field.high)
        if field and field.high is not None
        else max([2 * one for one in limits] or [Fraction(_STEPS)])
    )
    even = [low + (high - low) * step / _STEPS for step in range(_STEPS + 1)]
    beside = [limit + side for limit in limits for side in (Fraction(-1, 10), Fraction(0), Fraction(1, 10))]
    return sorted({number for number in (*even, *beside) if low <= number <= high})


def _numbers(given: object, key: str) -> Iterator[Fraction]:
    """Yield the numbers among a rule's parameters, however deep; what a tier `earns` is a share of points and no value."""
    if isinstance(given, dict):
        for name, part in given.items():
            yield from _numbers(part, name)
    elif isinstance(given, list):
        for part in given:
            yield from _numbers(part, key)
    elif isinstance(given, int | Decimal) and not isinstance(given, bool):
        yield Fraction(given)
    elif isinstance(given, str) and key != "earns" and (typed := _PERCENT.fullmatch(given)):
        yield Fraction(typed[1])


def no_curve(point: KeyPoint) -> str:
    """Return why a key point has no curve."""
    message = _("评估要点 {id}（规则 {rule}）不是按一个数值判定的，画不出得分表")
    return message.format(id=point.id, rule=point.rule)

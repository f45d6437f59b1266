"""How far work has come: every target and task has a word beside its verdict, and what is done makes the rate."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Final

from evalcli.formula.facts import CountyFacts
from evalcli.language import _, day_in_words
from evalcli.model.completion import Standing, Status, Tally
from evalcli.model.facts import Judgement, Missing, Verdict
from evalcli.model.filled import Charge, Filled
from evalcli.model.frozen import replace
from evalcli.model.numbers import plain, telling
from evalcli.model.pack import KeyPoint
from evalcli.model.scorecard import Grade, ItemResult, tally
from evalcli.rules._limits import limit, refuse_different_units

# The first of these that a key point has is the word of its item, as with verdicts.
_WORST_FIRST: Final = (Status.UNDONE, Status.NO_DATA, Status.NOT_DUE, Status.ON_TRACK, Status.DONE)
# Rules whose limit is a number to be reached: `from zero` tells whether the way to it may be reckoned from nothing.
_AIMS: Final = {"at_least": True, "equal_to": True, "at_most": False}
_UNKNOWN: Final = (Verdict.NO_DATA, Verdict.PENDING)


def timed(facts: CountyFacts, point: KeyPoint, judgement: Judgement) -> tuple[Judgement, Standing]:
    """Return a judgement that knows its day: what is not reached and not yet due is 待评定; and where the work stands."""
    due = due_day(facts.filled, point)
    gone = _gone(point.begins or due, due, facts.filled.end)
    reached = None if judgement.verdict in _UNKNOWN else _reached(facts, point)
    status = _status(facts, judgement, due, reached, gone)
    standing = Standing(status, due, reached, gone)
    judgement = replace(judgement, standard=_target(point, judgement.standard))
    if status in (Status.DONE, Status.NO_DATA):
        return judgement, standing
    soft = _("；文件对这一目标的用语是“{soft}”").format(soft=point.soft) if point.soft else ""
    when = day_in_words(due)
    if status is Status.UNDONE:
        over = _("；{day}已到期").format(day=when)
        return replace(judgement, found=judgement.found + over + soft), standing
    still = _("；{day}到期，未到期").format(day=when)
    found = judgement.found + still + _pace(standing) + soft
    return replace(judgement, verdict=Verdict.PENDING, points=None, found=found, earned=""), standing


def due_day(filled: Filled, point: KeyPoint) -> date:
    """Return the day on which a target is due: the document's, or an earlier one of the county's own."""
    due = point.due or filled.end
    own = [charge.by for charge in charges(filled, point) if charge.by]
    return min(due, own[0]) if own else due


def charges(filled: Filled, point: KeyPoint) -> tuple[Charge, ...]:
    """Return what the county's ledger says of a key point, and of its item, whose id has no letter at the end."""
    found = (filled.ledger.get(name) for name in (point.id, point.id[:-1]))
    return tuple(charge for charge in found if charge)


def worst_status(statuses: Iterable[Status]) -> Status:
    """Return the word that decides an item."""
    found = set(statuses)
    return next(status for status in _WORST_FIRST if status in found)


def completed(items: tuple[ItemResult, ...]) -> Grade:
    """Return the rate of completion as the result: what is done now, and with all that is not missed for good."""
    tasks = tally(items)
    if not tasks.counted:
        return Grade(_("没有适用的任务"), _("没有适用的任务"), ())
    points = [point.standing.status for item in items for point in item.points if point.standing]
    done, best = sum(status is Status.DONE for status in points), tasks.counted - tasks[Status.UNDONE]
    how = [
        _("完成率＝完成÷（全部－不适用）＝{done}÷{counted}").format(done=tasks.done, counted=tasks.counted),
        _("按评估要点计，{all} 个中完成 {done} 个").format(done=done, all=len(points)),
    ]
    settled, possible = _rate(tasks, tasks.done), _rate(tasks, best)
    if best > tasks.done:
        text = _("还没有完成、仍可能完成的有 {open} 项，全部完成时为{possible}")
        how.append(text.format(open=best - tasks.done, possible=possible))
    return Grade(settled, possible, tuple(how))


def _rate(tasks: Tally, done: int) -> str:
    """Return a rate with its count: 完成率62.5%（20/32）."""
    percent = plain(Fraction(done * 100, tasks.counted), 2)
    return _("完成率{percent}%（{done}/{counted}）").format(percent=percent, done=done, counted=tasks.counted)


def _status(facts: CountyFacts, judgement: Judgement, due: date, reached: Fraction | None, gone: Fraction) -> Status:
    if judgement.verdict is Verdict.MET:
        return Status.DONE
    if judgement.verdict in _UNKNOWN:
        return Status.NO_DATA
    if due <= facts.filled.end:
        return Status.UNDONE
    hand = facts.hand()
    said = hand is not None and hand.level == Status.ON_TRACK
    return Status.ON_TRACK if said or (reached is not None and reached >= gone) else Status.NOT_DUE


def _gone(begins: date, due: date, on: date) -> Fraction:
    """Return the share of the time that is gone on the evening of a day; 1 once it is due."""
    days = (due - begins).days + 1
    return min(Fraction(1), max(Fraction(0), Fraction((on - begins).days + 1, days))) if days > 0 else Fraction(1)


def _reached(facts: CountyFacts, point: KeyPoint) -> Fraction | None:
    """Return the share of the way to a number that is gone; None where there is no way, or where it was overshot."""
    if point.rule not in _AIMS or not (point.starts_at or _AIMS[point.rule]):
        return None
    value = facts.value()
    unit = value.unit
    bound, start = limit(facts, point.parameters[point.rule], unit), limit(facts, point.starts_at or 0, unit)
    if isinstance(value, Missing) or isinstance(bound, Missing) or isinstance(start, Missing):
        return None
    if bound.number == start.number:
        return None
    refuse_different_units(value, start)
    share = (value.number - start.number) / (bound.number - start.number)
    return max(Fraction(0), share) if share <= 1 else None


def _pace(standing: Standing) -> str:
    """Return how the work compares with the time, where both are numbers and its time has begun."""
    if standing.reached is None or not standing.gone:
        return ""
    reached, gone = standing.reached * 100, standing.gone * 100
    texts = {"reached": telling(reached, 1, gone), "gone": telling(gone, 1, reached)}
    return _("，进度{reached}%，时间过去{gone}%").format(**texts)


def _target(point: KeyPoint, standard: str) -> str:
    """Return a target as the document words it: 力争≥95%（比上年）."""
    base = _("（{base}）").format(base=point.base) if point.base else ""
    return f"{point.soft}{standard}{base}" if standard else ""

"""The judgements that rules give, and what points say about them."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any, Final

from evalcli.language import _
from evalcli.model.facts import Facts, Judgement, Missing, Quantity, Verdict
from evalcli.model.numbers import exact
from evalcli.model.trace import Step
from evalcli.rules._wording import lacking, points_text

# Where a rule takes points off step by step, this share of the points is still 基本达标: the usual pass mark.
NEARLY: Final = Fraction(3, 5)


class RuleFault(ValueError):
    """A rule cannot be applied as the pack wrote it."""


def full(facts: Facts) -> Fraction:
    """Return the full points."""
    return exact(facts.points)


def earning(facts: Facts, percent: str) -> Fraction:
    """Return the points that a share such as 60% earns."""
    return _earned(facts.points, percent)


@lru_cache(maxsize=1024)
def _earned(points: Decimal | int, percent: str) -> Fraction:
    return exact(points) * min(share_of(percent), Fraction(1))


@lru_cache(maxsize=256)
def share_of(percent: str) -> Fraction:
    """Return 3/5 for 60%."""
    return Fraction(Decimal(percent.rstrip("%"))) / 100


def within(facts: Facts, points: Fraction, floor: Decimal | int = 0) -> Fraction:
    """Return points that are not below the floor, not negative and not above the full points."""
    whole = full(facts)
    return min(whole, max(points, Fraction(floor), Fraction(0)))


def stepped(facts: Facts, points: Fraction) -> Verdict:
    """Return the verdict where points were taken off: 基本达标 from three fifths of the points."""
    return Verdict.NEARLY if points > 0 and points >= full(facts) * NEARLY else Verdict.MISSED


def usual(earns: str) -> Verdict:
    """Return the verdict that goes with a share of the points: all is 达标, nothing 未达标."""
    share = share_of(earns)
    if share == 1:
        return Verdict.MET
    return Verdict.NEARLY if share else Verdict.MISSED


def graded(facts: Facts, band: Mapping[str, Any], *, placed: str, value: str, standard: str) -> Judgement:
    """Return what a band `earns`; its `verdict` where one is written, else the usual one."""
    points = earning(facts, band["earns"])
    verdict = Verdict(band["verdict"]) if "verdict" in band else usual(band["earns"])
    return Judgement(verdict, points, value, standard, placed, earned=earned(facts, points))


def proportional(
    facts: Facts, points: Fraction, *, value: str, standard: str, found: str, steps: tuple[Step, ...]
) -> Judgement:
    """Return points that follow a share: all of them are 达标, from three fifths on it is 基本达标."""
    verdict = Verdict.MET if points == full(facts) else stepped(facts, points)
    return Judgement(verdict, points, value, standard, found, steps, earned=earned(facts, points))


def score_text(facts: Facts, points: Fraction) -> str:
    """Return what the points come to, in words; nothing where there are none to be had."""
    if not facts.points:
        return ""
    if points == 0:
        return _("不得分")
    return _("得满分") if points == full(facts) else _("得{points}").format(points=points_text(points))


def earned(facts: Facts, points: Fraction, lost: str = "") -> str:
    """Return what was `lost` and what the points come to, as the end of a reason."""
    said = score_text(facts, points)
    return f"{_('，')}{lost}{said}" if said else ""


def met(facts: Facts, *, value: str, standard: str, found: str, steps: tuple[Step, ...] = ()) -> Judgement:
    """Return 达标 with the full points."""
    return Judgement(Verdict.MET, full(facts), value, standard, found, steps)


def unasked(facts: Facts, *, value: str, found: str, steps: tuple[Step, ...] = ()) -> Judgement:
    """Return 达标 where nothing is asked: what was found is told for comparison."""
    return Judgement(Verdict.MET, full(facts), value, _("不作要求"), found, steps, free=True)


def missed(
    facts: Facts, *, value: str, standard: str, found: str, steps: tuple[Step, ...] = (), brief: str = ""
) -> Judgement:
    """Return 未达标 without points, and say so."""
    none = Fraction(0)
    return Judgement(Verdict.MISSED, none, value, standard, found, steps, earned=earned(facts, none), brief=brief)


def no_data(missing: Missing, standard: str, steps: tuple[Step, ...] = ()) -> Judgement:
    """Return 缺数据, naming fields and offices."""
    return Judgement(Verdict.NO_DATA, None, "", standard, lacking(missing), steps, missing)


def pending(*, standard: str, found: str, value: str = "", steps: tuple[Step, ...] = ()) -> Judgement:
    """Return 待评定: nobody can say yet."""
    return Judgement(Verdict.PENDING, None, value, standard, found, steps)


def all_missing(*found: object) -> Missing:
    """Return one `Missing` for all that lack, each field, office and reason once."""
    lack = [one for one in found if isinstance(one, Missing)]
    return Missing(
        tuple(dict.fromkeys(field for one in lack for field in one.fields)),
        tuple(dict.fromkeys(office for one in lack for office in one.offices)),
        "；".join(dict.fromkeys(one.because for one in lack if one.because)),
    )


def known_steps(*found: Quantity | Missing) -> tuple[Step, ...]:
    """Return the steps of those figures that are there."""
    return tuple(one.step for one in found if isinstance(one, Quantity))

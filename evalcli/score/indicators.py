"""One indicator at a time: each key point by its rule, then the worst verdict and the sum of the points."""

from collections.abc import Iterable

from evalcli.formula.facts import CountyFacts
from evalcli.formula.parse import FormulaFault
from evalcli.language import _
from evalcli.model.completion import Status
from evalcli.model.facts import Verdict
from evalcli.model.filled import Filled
from evalcli.model.notice import Level, Notice, Stopped
from evalcli.model.numbers import rounded
from evalcli.model.pack import Indicator, KeyPoint, Pack
from evalcli.model.scorecard import ItemResult, PointResult
from evalcli.rules import RuleFault, rule
from evalcli.score.completion import timed, worst_status

# The first of these that a key point has is the verdict of its item: a known failure outweighs what is unknown.
_WORST_FIRST = (Verdict.MISSED, Verdict.NO_DATA, Verdict.PENDING, Verdict.NEARLY, Verdict.MET)


def judged(pack: Pack, filled: Filled, indicator: Indicator) -> ItemResult:
    """Return the result of one indicator."""
    exemption = filled.exemptions.get(indicator.id)
    if exemption:
        none = Status.NOT_APPLICABLE if pack.outcome.by == "completion" else None
        return ItemResult(indicator, (), Verdict.NOT_APPLICABLE, exemption, none)
    points = tuple(point_result(pack, filled, point) for point in indicator.key_points)
    statuses = [point.standing.status for point in points if point.standing]
    status = worst_status(statuses) if statuses else None
    return ItemResult(indicator, points, worst(point.judgement.verdict for point in points), status=status)


def point_result(pack: Pack, filled: Filled, point: KeyPoint) -> PointResult:
    """Return one key point judged; its points are rounded here and nowhere else."""
    facts = CountyFacts(pack, filled, point)
    try:
        judgement = rule(point.rule).judge(facts, point.parameters)
        standing = None
        if pack.outcome.by == "completion":
            judgement, standing = timed(facts, point, judgement)
    except (FormulaFault, RuleFault) as fault:
        message = _("评估要点 {id} 的公式算不下去：{why}").format(id=point.id, why=fault)
        raise Stopped([Notice("pack.formula", Level.STOP, message, "", point.place)]) from fault
    earned = None if judgement.points is None else rounded(judgement.points, pack.decimals)
    return PointResult(point, judgement, earned, facts.hand(), standing)


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the verdict that decides an item."""
    found = set(verdicts)
    return next(verdict for verdict in _WORST_FIRST if verdict in found)

"""What follows every table: the total, who owes what, and the remarks without which the result is not honest."""

from decimal import Decimal

from evalcli import analyse
from evalcli.language import _, enumerated
from evalcli.model.completion import Status
from evalcli.model.facts import Verdict
from evalcli.model.numbers import fixed
from evalcli.model.scorecard import PointResult, Scored


def closing(scored: Scored) -> list[str]:
    """Return the total, what is missing, and the remarks."""
    return [analyse.total_line(scored), *_owed(scored), *_waiting(scored), *remarks(scored)]


def remarks(scored: Scored) -> list[str]:
    """Return how the grade came about, that points are provisional, that data is illustrative, what was tailored."""
    tailored = [_("本地化：{what}").format(what=what) for what in scored.pack.tailored]
    said = [*scored.card.grade.how, _certain(scored), scored.pack.provisional, scored.filled.illustrative, *tailored]
    return [_("注：{remark}").format(remark=remark) for remark in said if remark]


def _certain(scored: Scored) -> str:
    """Return that the grade stands although points are open: what is missing cannot change it."""
    grade = scored.card.grade
    if not (grade.certain and scored.card.open):
        return ""
    return _("未定的分不影响等次：{grade}已经确定").format(grade=grade.settled)


def _points(scored: Scored) -> list[PointResult]:
    return [point for item in scored.card.items for point in item.points]


def _owed(scored: Scored) -> list[str]:
    """Return what is missing by office, and what it is worth where the pack gives points."""
    worth: dict[str, list[tuple[str, Decimal]]] = {}
    for point in _points(scored):
        missing = point.judgement.missing
        if missing and point.judgement.verdict is Verdict.NO_DATA:
            office = enumerated(missing.offices) or _("责任单位")
            what = f"{point.key_point.id} {enumerated(missing.fields) or missing.because}"
            worth.setdefault(office, []).append((what, point.open))
    text = _("缺数据 {office}（{total} 分）：{what}") if scored.pack.points else _("缺数据 {office}：{what}")
    return [
        text.format(office=office, total=_sum(scored, entries), what=_("；").join(what for what, _points in entries))
        for office, entries in worth.items()
    ]


def _sum(scored: Scored, entries: list[tuple[str, Decimal]]) -> str:
    return fixed(sum((points for _what, points in entries), Decimal(0)), scored.pack.decimals)


def _unknown(point: PointResult) -> bool:
    """Return whether people still have to judge: work that is only not due yet waits for nobody."""
    return point.standing is None or point.standing.status is Status.NO_DATA


def _waiting(scored: Scored) -> list[str]:
    waiting = [
        point.key_point.id
        for point in _points(scored)
        if point.judgement.verdict is Verdict.PENDING and _unknown(point)
    ]
    return [_("待评定：{points}").format(points=enumerated(waiting))] if waiting else []

"""A judgement by hand needs a judge, a day, a reason and evidence; an exemption a reason and an approver."""

from collections.abc import Iterator

from evalcli.language import _, enumerated
from evalcli.model.filled import Filled, HandJudgement
from evalcli.model.frozen import replace
from evalcli.model.notice import About, Level, Notice
from evalcli.model.pack import KeyPoint, Pack


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield a notice for every judgement and exemption that nobody could defend."""
    points = ((indicator, point) for indicator in pack.indicators for point in indicator.key_points)
    for indicator, point in points:
        if hand := filled.judged.get(point.id):
            about = About(point.id, point.text, enumerated(indicator.offices), (hand.level,))
            yield from (replace(notice, about=about) for notice in _judgement(point, hand))
    for item, exemption in filled.exemptions.items():
        if not exemption.because or not exemption.approved:
            message = _("{item} 写了不适用，但没有写明理由或批准单位").format(item=item)
            advice = _("补写 because 和 approved。")
            yield Notice("exempt.incomplete", Level.MUST, message, advice, exemption.place, About(item))


def _judgement(point: KeyPoint, hand: HandJudgement) -> Iterator[Notice]:
    levels, wanted = point.parameters.get("by_hand"), point.parameters.get("checklist")
    by_points = "by_steps" in point.parameters
    if levels is None and wanted is None and not by_points:
        message = _("{point} 由数据计算，人工评定不起作用").format(point=point.id)
        yield Notice("judged.computed", Level.DOUBT, message, _("删去这一条；数据有误的改数据。"), hand.place)
        return
    if lacking := enumerated(_lacking(hand, by_level=levels is not None, by_points=by_points)):
        message = _("{point} 的评定没有写{lacking}").format(point=point.id, lacking=lacking)
        yield Notice("judged.incomplete", Level.MUST, message, _("补写后评定才站得住。"), hand.place)
    if levels and hand.level and hand.level not in levels:
        message = _("{point} 没有“{level}”这一等级").format(point=point.id, level=hand.level)
        advice = _("可用的等级：{levels}。").format(levels=enumerated(levels))
        yield Notice("judged.level", Level.MUST, message, advice, hand.place)
    if wanted and (strange := [name for name in hand.met if name not in wanted]):
        message = _("{point} 的清单里没有“{name}”").format(point=point.id, name=enumerated(strange))
        advice = _("清单：{wanted}。").format(wanted=enumerated(wanted))
        yield Notice("judged.element", Level.MUST, message, advice, hand.place)


def _lacking(hand: HandJudgement, *, by_level: bool, by_points: bool) -> Iterator[str]:
    """Yield what is not written; an empty list of what is met says that nothing is."""
    if by_level and not hand.level:
        yield _("等级")
    if by_points and hand.points is None:
        yield _("分数")
    if not hand.by:
        yield _("评定人")
    if hand.on is None:
        yield _("日期")
    if not hand.because:
        yield _("理由")
    if not hand.evidence:
        yield _("佐证材料")

"""A judgement by hand needs a judge, a day, a reason and evidence; an exemption a reason and an approver."""

from collections.abc import Iterator

from evalcli.language import _
from evalcli.model.filled import Filled, HandJudgement
from evalcli.model.notice import Level, Notice
from evalcli.model.pack import Pack


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield a notice for every judgement and exemption that nobody could defend."""
    for point, hand in filled.judged.items():
        lacking = "、".join(_lacking(hand))
        if lacking:
            message = _("{point} 的评定没有写{lacking}").format(point=point, lacking=lacking)
            yield Notice("judged.incomplete", Level.MUST, message, _("补写后评定才站得住。"), hand.place)
    for item, exemption in filled.exemptions.items():
        if not exemption.because or not exemption.approved:
            message = _("{item} 写了不适用，但没有写明理由或批准单位").format(item=item)
            yield Notice("exempt.incomplete", Level.MUST, message, _("补写 because 和 approved。"), exemption.place)
    yield from _beyond_scale(pack, filled)


def _lacking(hand: HandJudgement) -> Iterator[str]:
    if not hand.level and not hand.met:
        yield _("等级")
    if not hand.by:
        yield _("评定人")
    if hand.on is None:
        yield _("日期")
    if not hand.because:
        yield _("理由")
    if not hand.evidence:
        yield _("佐证材料")


def _beyond_scale(pack: Pack, filled: Filled) -> Iterator[Notice]:
    for point in (point for indicator in pack.indicators for point in indicator.key_points):
        hand = filled.judged.get(point.id)
        levels = point.parameters.get("by_hand")
        wanted = point.parameters.get("checklist")
        if hand and levels and hand.level and hand.level not in levels:
            message = _("{point} 没有“{level}”这一等级").format(point=point.id, level=hand.level)
            advice = _("可用的等级：{levels}。").format(levels="、".join(levels))
            yield Notice("judged.level", Level.MUST, message, advice, hand.place)
        strange = [name for name in hand.met if name not in wanted] if hand and wanted else []
        if strange:
            message = _("{point} 的清单里没有“{name}”").format(point=point.id, name="、".join(strange))
            advice = _("清单：{wanted}。").format(wanted="、".join(wanted or ()))
            yield Notice("judged.element", Level.MUST, message, advice, hand.place if hand else None)

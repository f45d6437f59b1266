"""清单：列出的几项中落实了几项，达到要求的项数得满分，不足的按比例得分或按项扣分。Covers R34.

So many of the listed things are there. People tick them off, or a value counts them. Below what is needed the points
follow the count: points × k ÷ n; with `each_missing` so many points are lost for each that is missing.

    judge: {checklist: [章程, 机构, 预算, 台账], needed: 3}

    已有=章程、机构、预算 | 达标     | 4 | 4项中落实3项，达到标准3项（缺：台账）
    已有=章程、机构       | 未达标   | 2 | 4项中落实2项，低于标准3项（缺：预算、台账），得2分
    已有=                 | 未达标   | 0 | 4项中落实0项，低于标准3项（缺：章程、机构、预算、台账），不得分
    已有=章程、电脑       | 未达标   | 1 | 4项中落实1项，低于标准3项（缺：机构、预算、台账；不在清单内：电脑），得1分
    无                    | 待评定   | - | 尚未逐项核定

    judge: {checklist: [章程, 机构, 预算, 台账]}

    4项 | 达标     | 4 | 4项中落实4项，达到标准4项
    3项 | 基本达标 | 3 | 4项中落实3项，低于标准4项，得3分
    9项 | 缺数据   | - | 无法计算：填报9项，清单只有4项，请核对
    -   | 缺数据   | - | 缺少数据：数值（由教育局填报）

    judge: {checklist: [规划, 设计, 建设, 验收, 交付], each_missing: 0.2}

    已有=规划、设计、建设、验收、交付 | 达标 | 4 | 5项中落实5项，达到标准5项
    已有=规划、设计、建设 | 基本达标 | 3.6 | 5项中落实3项，低于标准5项（缺：验收、交付），每缺1项扣0.2分，得3.6分

    judge: {checklist: [规划, 设计, 建设], each_missing: 1.5}

    0项 | 未达标 | 0 | 3项中落实0项，低于标准3项，每缺1项扣1.5分，不得分
"""

from fractions import Fraction
from typing import Final

from evalcli.language import _, enumerated
from evalcli.model.facts import Facts, Judgement, Missing, Parameters, Quantity
from evalcli.model.filled import HandJudgement
from evalcli.model.frozen import replace
from evalcli.model.numbers import plain
from evalcli.model.trace import Step
from evalcli.rules._answers import earned, full, met, no_data, pending, stepped, within
from evalcli.rules._schema import Schema, names, parameters, positive
from evalcli.rules._wording import demonstrated, points_text, shown

KIND: Final = "checklist"
NEEDS_VALUE: Final[bool | None] = None
PARAMETERS: Final[Schema] = parameters(
    ["checklist"],
    checklist=names("清单的各项名称"),
    each_missing=positive("比要求每少一项扣几分，扣完为止；不写时按比例得分"),
    needed={"type": "integer", "minimum": 1, "description": "至少要落实的项数，默认全部"},
)


def fields(_given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters: there are none."""
    return ()


def faults(given: Parameters) -> tuple[str, ...]:
    """Return what is wrong with the list itself."""
    listed, needed = len(given["checklist"]), given.get("needed", 0)
    if needed <= listed:
        return ()
    return (_("清单只有{listed}项，却要求{needed}项").format(listed=listed, needed=needed),)


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge how many of the list are there."""
    listed = tuple(given["checklist"])
    hand = facts.hand()
    if hand:
        have = tuple(name for name in listed if name in hand.met)
        step = Step(_("逐项核定"), enumerated(have) or _("无"), hand.by)
        judgement = _judged(facts, given, Fraction(len(have)), _remarks(hand, listed, have), step)
        return replace(judgement, mark=demonstrated(hand))
    value = facts.value()
    if isinstance(value, Missing):
        return _unknown(value, _standard(given))
    if value.number > len(listed):
        return no_data(_too_many(value, len(listed)), _standard(given), (value.step,))
    return _judged(facts, given, max(value.number, Fraction(0)), "", value.step)


def _unknown(value: Missing, standard: str) -> Judgement:
    if value.fields or value.because:
        return no_data(value, standard)
    return pending(standard=standard, found=_("尚未逐项核定"))


def _too_many(value: Quantity, listed: int) -> Missing:
    message = _("填报{value}，清单只有{listed}项，请核对")
    return Missing((), because=message.format(value=shown(value, listed), listed=listed))


def _judged(facts: Facts, given: Parameters, have: Fraction, remarks: str, step: Step) -> Judgement:
    listed, needed = len(given["checklist"]), _needed(given)
    texts = {"have": plain(have), "listed": listed, "needed": needed, "remarks": remarks}
    value = _("{have}/{listed}项").format(**texts)
    if have >= needed:
        reason = _("{listed}项中落实{have}项，达到标准{needed}项{remarks}").format(**texts)
        return met(facts, value=value, standard=_standard(given), found=reason, steps=(step,))
    points, each = _points(facts, given, have)
    found = _("{listed}项中落实{have}项，低于标准{needed}项{remarks}").format(**texts)
    end = earned(facts, points, each)
    return Judgement(stepped(facts, points), points, value, _standard(given), found, (step,), earned=end)


def _points(facts: Facts, given: Parameters, have: Fraction) -> tuple[Fraction, str]:
    if "each_missing" not in given:
        return full(facts) * have / len(given["checklist"]), ""
    lost = (_needed(given) - have) * Fraction(given["each_missing"])
    each = _("每缺1项扣{each}，").format(each=points_text(given["each_missing"]))
    return within(facts, full(facts) - lost), each


def _needed(given: Parameters) -> int:
    listed = len(given["checklist"])
    return min(int(given.get("needed", listed)), listed)


def _standard(given: Parameters) -> str:
    return _("≥{needed}项").format(needed=_needed(given))


def _remarks(hand: HandJudgement, listed: tuple[str, ...], have: tuple[str, ...]) -> str:
    left_out = enumerated(name for name in listed if name not in have)
    strange = enumerated(name for name in hand.met if name not in listed)
    parts = [_("缺：{names}").format(names=left_out)] if left_out else []
    parts += [_("不在清单内：{names}").format(names=strange)] if strange else []
    inside = _("；").join(parts)
    return _("（{inside}）").format(inside=inside) if inside else ""

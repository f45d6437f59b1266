"""按次扣分：每发生一次扣若干分，扣完为止；可以写允许的次数。Covers R14, R15.

Points are lost for each occurrence beyond what is allowed. Where `zero_when` holds, nothing is left, not even the floor.

    judge: {deduct_per_case: 0.5}

    0起 | 达标     | 4   | 0起，没有扣分情形
    1起 | 基本达标 | 3.5 | 1起，每起扣0.5分，扣0.5分，得3.5分
    4起 | 未达标   | 2   | 4起，每起扣0.5分，扣2分，得2分
    9起 | 未达标   | 0   | 9起，每起扣0.5分，扣完为止，不得分
    -   | 缺数据   | -   | 缺少数据：数值（由教育局填报）

    judge: {deduct_per_case: 1, allowed: 2, floor: 1}

    2次 | 达标     | 4 | 2次，没有超出允许的2次
    3次 | 基本达标 | 3 | 3次，超出允许的2次，每次扣1分，扣1分，得3分
    9次 | 未达标   | 1 | 9次，超出允许的2次，每次扣1分，扣到最低分为止，得1分

    judge: {deduct_per_case: 1, zero_when: deaths > 0, zero_say: 发生安全责任事故致人死亡}

    1起 deaths=0人 | 基本达标 | 3 | 1起，每起扣1分，扣1分，得3分
    0起 deaths=0人 | 达标     | 4 | 0起，没有扣分情形
    1起 deaths=1人 | 未达标   | 0 | 发生安全责任事故致人死亡（1 > 0），按规定清零，不得分
    9起 deaths=-   | 未达标   | 0 | 9起，每起扣1分，扣完为止，不得分
    1起 deaths=-   | 缺数据   | - | 缺少数据：deaths（由教育局填报）
"""

from fractions import Fraction
from math import ceil
from typing import Final

from evalcli.language import _
from evalcli.model.facts import Facts, Judgement, Missing, Parameters, Quantity
from evalcli.model.numbers import plain
from evalcli.rules._answers import full, met, no_data, score_text, stepped, within
from evalcli.rules._cliff import PROPERTIES, conditions, overridden
from evalcli.rules._schema import Schema, count, parameters, positive
from evalcli.rules._wording import cell, points_text, shown

KIND: Final = "deduct_per_case"
NEEDS_VALUE: Final[bool | None] = True
PARAMETERS: Final[Schema] = parameters(
    ["deduct_per_case"],
    deduct_per_case=positive("每发生一次扣几分"),
    allowed=count("允许的次数，默认0"),
    floor=count("最低得分，默认0"),
    **PROPERTIES,
)


def fields(given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters."""
    return conditions(given)


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge the number of cases and take points off for each."""
    return overridden(facts, given, _judged(facts, given))


def _judged(facts: Facts, given: Parameters) -> Judgement:
    value = facts.value()
    allowed = Fraction(given.get("allowed", 0))
    standard = "≤" + plain(allowed) if allowed else "0"
    if isinstance(value, Missing):
        return no_data(value, standard)
    table = cell(value, allowed)
    if value.number <= allowed:
        return met(facts, value=table, standard=standard, found=_passed(value, allowed), steps=(value.step,))
    lost = ceil(value.number - allowed) * Fraction(given["deduct_per_case"])
    points = within(facts, full(facts) - lost, given.get("floor", 0))
    found, lost_so = _found(facts, value, allowed), _deducted(facts, given, value, points)
    return Judgement(stepped(facts, points), points, table, standard, found, (value.step,), earned=lost_so)


def _passed(value: Quantity, allowed: Fraction) -> str:
    if allowed == 0:
        return _("{value}，没有扣分情形").format(value=shown(value))
    return _("{value}，没有超出允许的{allowed}").format(value=shown(value), allowed=plain(allowed) + value.unit)


def _found(facts: Facts, value: Quantity, allowed: Fraction) -> str:
    """Return what was found; where there are no points to take off, also what it is held against."""
    if allowed:
        return _("{value}，超出允许的{allowed}").format(value=shown(value), allowed=plain(allowed) + value.unit)
    return shown(value) if facts.points else _("{value}，标准为0").format(value=shown(value))


def _deducted(facts: Facts, given: Parameters, value: Quantity, points: Fraction) -> str:
    if not facts.points:
        return ""
    text = _("，每{unit}扣{each}，").format(unit=value.unit or _("次"), each=points_text(given["deduct_per_case"]))
    if points == 0:
        return text + _("扣完为止，不得分")
    if points == Fraction(given.get("floor", 0)):
        return text + _("扣到最低分为止，{result}").format(result=score_text(facts, points))
    lost = points_text(full(facts) - points)
    return text + _("扣{lost}，{result}").format(lost=lost, result=score_text(facts, points))

"""按差额扣分：每低于（或高于）标准一个单位扣若干分，扣完为止。Covers R13, R15.

Points are lost for each unit below (or above) a standard. `part` says what a begun unit does: it counts whole
(`counts`, the usual reading), it is let go (`ignored`), or it counts in proportion (`exact`). `floor` is what remains
at least; where `zero_when` holds nothing remains.

    judge: {deduct_per_unit: 0.5, below: 95, unit: 1, part: counts, floor: 0}

    95%   | 达标     | 4   | 95%，达到标准95%
    94.9% | 基本达标 | 3.5 | 94.9%，低于标准95%，差0.1个百分点；每1个百分点扣0.5分，扣0.5分，得3.5分
    93.5% | 基本达标 | 3   | 93.5%，低于标准95%，差1.5个百分点；每1个百分点扣0.5分，扣1分，得3分
    90%   | 未达标   | 1.5 | 90%，低于标准95%，差5个百分点；每1个百分点扣0.5分，扣2.5分，得1.5分
    80%   | 未达标   | 0   | 80%，低于标准95%，差15个百分点；每1个百分点扣0.5分，扣完为止，不得分
    -     | 缺数据   | -   | 缺少数据：数值（由教育局填报）

    judge: {deduct_per_unit: 1, above: 5, part: ignored}

    5%   | 达标     | 4 | 5%，未超过标准5%
    5.9% | 基本达标 | 4 | 5.9%，高于标准5%，超出0.9个百分点；每1个百分点扣1分，扣0分，得满分
    6%   | 基本达标 | 3 | 6%，高于标准5%，超出1个百分点；每1个百分点扣1分，扣1分，得3分

    judge: {deduct_per_unit: 1, above: 5, unit: 2, part: exact, floor: 3}

    6%  | 基本达标 | 3.5 | 6%，高于标准5%，超出1个百分点；每2个百分点扣1分，扣0.5分，得3.5分
    20% | 基本达标 | 3   | 20%，高于标准5%，超出15个百分点；每2个百分点扣1分，扣到最低分为止，得3分

    judge: {deduct_per_unit: 1, below: 99, floor: 1, zero_when: dropout > control_line, zero_say: 辍学率高于控制线}

    98% dropout=1.8% control_line=1.8% | 基本达标 | 3 | 98%，低于标准99%，差1个百分点；每1个百分点扣1分，扣1分，得3分
    99% dropout=1.9% control_line=1.8% | 未达标   | 0 | 辍学率高于控制线（1.9 > 1.8），按规定清零，不得分
    -   dropout=1.9% control_line=1.8% | 未达标   | 0 | 辍学率高于控制线（1.9 > 1.8），按规定清零，不得分
    99% dropout=-    control_line=1.8% | 缺数据   | - | 缺少数据：dropout（由教育局填报）
    -   dropout=-    control_line=1.8% | 缺数据   | - | 缺少数据：数值、dropout（由教育局填报）
"""

from fractions import Fraction
from typing import Final

from evalcli.language import _
from evalcli.model.facts import Facts, Judgement, Missing, Parameters, Quantity
from evalcli.model.numbers import plain
from evalcli.rules._answers import all_missing, full, met, no_data, score_text, stepped, within
from evalcli.rules._cliff import PROPERTIES, conditions, overridden
from evalcli.rules._limits import failed, formulas, holds, limit, limit_text, passed, standard, trace
from evalcli.rules._schema import Schema, choice, count, limit_of, one_of, parameters, positive
from evalcli.rules._units import UNITS, units
from evalcli.rules._wording import cell, gap_unit, points_text

KIND: Final = "deduct_per_unit"
NEEDS_VALUE: Final[bool | None] = True
PARAMETERS: Final[Schema] = {
    **parameters(
        ["deduct_per_unit"],
        deduct_per_unit=positive("每差一个单位扣几分"),
        below=limit_of("低于这个标准的扣分"),
        above=limit_of("高于这个标准的扣分"),
        unit=positive("多大的差额算一个单位，默认1"),
        part=choice(UNITS, "不足一个单位的部分：counts 按一个单位扣（默认），ignored 不扣，exact 按比例扣"),
        floor=count("最低得分，默认0"),
        **PROPERTIES,
    ),
    "oneOf": one_of("below", "above"),
}


def fields(given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters."""
    return (*formulas(given.get("below"), given.get("above")), *conditions(given))


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge the value and take points off for each unit on the wrong side."""
    return overridden(facts, given, _judged(facts, given))


def _judged(facts: Facts, given: Parameters) -> Judgement:
    value = facts.value()
    sign, written = ("≥", given["below"]) if "below" in given else ("≤", given["above"])
    bound = limit(facts, written, value.unit)
    steps = trace(value, bound, written)
    if isinstance(value, Missing) or isinstance(bound, Missing):
        return no_data(all_missing(value, bound), standard(facts, written, sign, value.unit), steps)
    texts = {"value": cell(value, bound.number), "standard": sign + limit_text(value, bound)}
    if holds(sign, value, bound):
        return met(facts, **texts, found=passed(sign, value, bound), steps=steps)
    points = within(facts, full(facts) - _lost(value, bound, given), given.get("floor", 0))
    found, lost = failed(sign, value, bound), _deducted(facts, given, value, points)
    return Judgement(stepped(facts, points), points, texts["value"], texts["standard"], found, steps, earned=lost)


def _lost(value: Quantity, bound: Quantity, given: Parameters) -> Fraction:
    gap = abs(value.number - bound.number)
    return Fraction(given["deduct_per_unit"]) * units(gap, given.get("unit", 1), given.get("part", "counts"))


def _deducted(facts: Facts, given: Parameters, value: Quantity, points: Fraction) -> str:
    if not facts.points:
        return ""
    each = _("；每{unit}扣{each}，").format(
        unit=plain(given.get("unit", 1)) + (gap_unit(value.unit) or _("个单位")),
        each=points_text(given["deduct_per_unit"]),
    )
    if points == 0:
        return each + _("扣完为止，不得分")
    if points == Fraction(given.get("floor", 0)):
        return each + _("扣到最低分为止，{result}").format(result=score_text(facts, points))
    lost = points_text(full(facts) - points)
    return each + _("扣{lost}，{result}").format(lost=lost, result=score_text(facts, points))

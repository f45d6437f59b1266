"""按增量加分：每高出（或低于）基数一个单位加若干分，封顶。Covers R16.

Points are gained for each whole unit above (or below) a base, `most` at most, and never more than the key point has.
`part` says what a begun unit does: nothing (`ignored`, the usual reading), it counts whole (`counts`) or in proportion
(`exact`).

    judge: {add_per_unit: 1, above: 3000, unit: 10, most: 3}

    3045元 | 达标     | 3 | 3045元，比基数3000元高45元；每10元加1分，最多加3分，得3分
    3030元 | 达标     | 3 | 3030元，比基数3000元高30元；每10元加1分，得3分
    3029元 | 基本达标 | 2 | 3029元，比基数3000元高29元；每10元加1分，得2分
    3019元 | 未达标   | 1 | 3019元，比基数3000元高19元；每10元加1分，得1分
    3009元 | 未达标   | 0 | 3009元，比基数3000元高9元；每10元加1分，不得分
    3000元 | 未达标   | 0 | 3000元，未超过基数3000元，不得分
    -      | 缺数据   | - | 缺少数据：数值（由教育局填报）

    judge: {add_per_unit: 1, above: 3000, unit: 10}

    9999元 | 达标 | 4 | 9999元，比基数3000元高6999元；每10元加1分，最多加4分，得满分

    judge: {add_per_unit: 2, below: last_rate, part: exact}

    1.5% last_rate=2% | 未达标 | 1 | 1.5%，比基数2%低0.5个百分点；每1个百分点加2分，得1分
    2.1% last_rate=2% | 未达标 | 0 | 2.1%，未低于基数2%，不得分
    1.5% last_rate=-  | 缺数据 | - | 缺少数据：last_rate（由教育局填报）
"""

from fractions import Fraction
from typing import Final

from evalcli.language import _
from evalcli.model.facts import Facts, Judgement, Missing, Parameters, Quantity, Verdict
from evalcli.model.numbers import plain
from evalcli.rules._answers import NEARLY, all_missing, full, missed, no_data, score_text
from evalcli.rules._limits import formulas, holds, limit, limit_text, standard, trace
from evalcli.rules._schema import Schema, choice, limit_of, one_of, parameters, positive
from evalcli.rules._units import UNITS, units
from evalcli.rules._wording import cell, gap, gap_unit, points_text, shown

KIND: Final = "add_per_unit"
NEEDS_VALUE: Final[bool | None] = True
PARAMETERS: Final[Schema] = {
    **parameters(
        ["add_per_unit"],
        add_per_unit=positive("每一个单位加几分"),
        above=limit_of("基数：高出的部分加分"),
        below=limit_of("基数：低于的部分加分"),
        unit=positive("多大的增量算一个单位，默认1"),
        part=choice(UNITS, "不足一个单位的部分：ignored 不加（默认），counts 按一个单位加，exact 按比例加"),
        most=positive("最多加几分，默认要点分值"),
    ),
    "oneOf": one_of("above", "below"),
}


def fields(given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters."""
    return formulas(given.get("above"), given.get("below"))


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge how far the value is beyond the base, and add points for it."""
    value = facts.value()
    sign, written = (">", given["above"]) if "above" in given else ("<", given["below"])
    base = limit(facts, written, value.unit)
    steps = trace(value, base, written)
    if isinstance(value, Missing) or isinstance(base, Missing):
        return no_data(all_missing(value, base), standard(facts, written, sign, value.unit), steps)
    texts = {"value": cell(value, base.number), "standard": sign + limit_text(value, base)}
    if not holds(sign, value, base):
        message = _("{value}，未超过基数{base}") if sign == ">" else _("{value}，未低于基数{base}")
        reason = message.format(value=shown(value, base.number), base=limit_text(value, base))
        return missed(facts, **texts, found=reason, steps=steps)
    gained = Fraction(given["add_per_unit"]) * _units(value, base, given)
    most = min(full(facts), Fraction(given.get("most", facts.points)))
    points = min(gained, most)
    found, added = _beyond(value, base, sign), _added(facts, given, value, gained, most)
    return Judgement(_verdict(points, most), points, texts["value"], texts["standard"], found, steps, earned=added)


def _units(value: Quantity, base: Quantity, given: Parameters) -> Fraction:
    return units(abs(value.number - base.number), given.get("unit", 1), given.get("part", "ignored"))


def _verdict(points: Fraction, most: Fraction) -> Verdict:
    if points == most:
        return Verdict.MET
    return Verdict.NEARLY if points >= most * NEARLY else Verdict.MISSED


def _beyond(value: Quantity, base: Quantity, sign: str) -> str:
    message = _("{value}，比基数{base}高{gap}") if sign == ">" else _("{value}，比基数{base}低{gap}")
    return message.format(value=shown(value, base.number), base=limit_text(value, base), gap=gap(value, base))


def _added(facts: Facts, given: Parameters, value: Quantity, gained: Fraction, most: Fraction) -> str:
    unit = plain(given.get("unit", 1)) + (gap_unit(value.unit) or _("个单位"))
    each = _("；每{unit}加{each}，").format(unit=unit, each=points_text(given["add_per_unit"]))
    capped = _("最多加{most}，").format(most=points_text(most)) if gained > most else ""
    return each + capped + score_text(facts, min(gained, most))

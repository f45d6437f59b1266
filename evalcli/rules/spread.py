"""校际差异：各项指标的差异系数都不超过限值。Covers R27.

The pupil-weighted coefficient of variation of every measure stays at or under `at_most` (教督〔2017〕6号: 小学 0.50,
初中 0.45). The unrounded value decides: 0.5004 prints as 0.5004 and fails. Where every school counted alike would turn
the verdict, the reason says so. A mean of zero and an empty table are missing data, never a pass.

    judge: {spread: [册数], at_most: 0.50}

    册数≥0: 一小=5*10 二小=5*30          | 达标   | 4 | 1项差异系数均不超过0.5：册数0（按学生数加权）
    册数≥0: 一小=279/45*45 二小=137/37*37 三小=935/89*89 四小=160/76*76 五小=402/55*55 | 未达标 | 0 | 1项中1项差异系数超过0.5：册数0.515（按学生数加权；不加权为0.489，判定会不同），不得分
    册数≥0: 一小=1*1 二小=3*1            | 达标   | 4 | 1项差异系数均不超过0.5：册数0.5（按学生数加权）
    册数≥0: 一小=0*1 二小=0*1            | 缺数据 | - | 无法计算：平均值为零，差异系数无从计算
    册数≥0: -                            | 缺数据 | - | 缺少数据：学校表
"""

from fractions import Fraction
from typing import Final

from evalcli.language import _, enumerated
from evalcli.model.facts import Across, Facts, Judgement, Missing, OfSchool, Parameters, Spread
from evalcli.model.numbers import plain, telling
from evalcli.model.trace import Step
from evalcli.rules._answers import all_missing, met, missed, no_data
from evalcli.rules._schema import Schema, count, names, parameters
from evalcli.rules._schools import outside

KIND: Final = "spread"
NEEDS_VALUE: Final[bool | None] = False
PARAMETERS: Final[Schema] = parameters(
    [KIND, "at_most"], spread=names("要看校际差异的分学校指标"), at_most=count("每一项差异系数的上限")
)
# The forms print coefficients of variation with three places (表Ⅲ).
PLACES: Final = 3


def fields(_given: Parameters) -> tuple[str, ...]:
    """Return no formula: measures are columns' business."""
    return ()


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge whether no measure lies too far apart."""
    limit = Fraction(given["at_most"])
    standard = _("差异系数≤{limit}").format(limit=plain(limit))
    found = spreads(facts, given[KIND])
    if isinstance(found, Missing):
        return no_data(found, standard)
    texts = {label: _text(label, spread, limit) for label, (spread, _table) in found.items()}
    steps = tuple(step_of(label, spread, table) for label, (spread, table) in found.items())
    over = [label for label, (spread, _table) in found.items() if spread.cv > limit]
    worst = max((spread.cv for spread, _table in found.values()))
    value = telling(worst, PLACES, limit)
    if not over:
        text = _("{count}项差异系数均不超过{limit}：{named}")
        reason = text.format(count=len(found), limit=plain(limit), named=enumerated(texts.values()))
        return met(facts, value=value, standard=standard, found=reason, steps=steps)
    text = _("{all}项中{over}项差异系数超过{limit}：{named}")
    named = enumerated(texts[label] for label in over)
    reason = text.format(all=len(found), over=len(over), limit=plain(limit), named=named)
    return missed(facts, value=value, standard=standard, found=reason, steps=steps)


def spreads(facts: Facts, measures: list[str]) -> dict[str, tuple[Spread, Across]] | Missing:
    """Return the spread of each measure by its label, or all that is missing."""
    found = [facts.across(name) for name in measures]
    spread = [one.spread if isinstance(one, Across) else one for one in found]
    lacking = all_missing(*spread)
    if lacking.fields or lacking.because:
        return lacking
    pairs = [(one, table) for one, table in zip(spread, found, strict=True)]
    return {table.label: (one, table) for one, table in pairs if isinstance(table, Across) and isinstance(one, Spread)}


def step_of(label: str, spread: Spread, table: Across) -> Step:
    """Return the reckoning of one coefficient: S ÷ X̄ with both numbers, and the method."""
    how = f"S {plain(spread.deviation, 4)} ÷ X̄ {plain(spread.mean, 4)}"
    method = _("按学生数加权的总体差异系数，{count}所学校").format(count=len(table.values))
    parts = (Step(_("方法"), method), Step(_("不加权（仅供对照）"), plain(spread.plain, 4)), *outside(table))
    parts += tuple(_of_school(table, one) for one in table.values)
    return Step(_("{label}差异系数").format(label=label), plain(spread.cv, 4), how, parts=parts)


def _of_school(table: Across, one: OfSchool) -> Step:
    """Return what one school brings to the mean: its value, its weight and its row."""
    shown = f"{plain(one.number, 4)}{table.unit}"
    return Step(one.school, shown, _("权重{weight}").format(weight=plain(one.weight)), one.place)


def _text(label: str, spread: Spread, limit: Fraction) -> str:
    turned = (spread.cv > limit) != (spread.plain > limit)
    other = _("；不加权为{plain}，判定会不同").format(plain=telling(spread.plain, PLACES, limit)) if turned else ""
    text = _("{label}{cv}（按学生数加权{other}）")
    return text.format(label=label, cv=telling(spread.cv, PLACES, limit), other=other)

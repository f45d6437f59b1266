"""校际综合差异：各项差异系数的算术平均不超过限值。Covers R28.

The arithmetic mean of the measures' coefficients of variation stays at or under `at_most` (教督〔2012〕3号: 小学 0.65,
初中 0.55). Nothing is rounded before the mean is taken.

    judge: {mean_spread: [甲, 乙], at_most: 0.65}

    甲≥0: 一小=1*1 二小=3*1; 乙≥0: 一小=1*1 二小=1*1 | 达标   | 4 | 2项差异系数平均0.25，不超过标准0.65
    甲≥0: 一小=1*1 二小=9*1; 乙≥0: 一小=1*1 二小=3*1 | 达标   | 4 | 2项差异系数平均0.65，不超过标准0.65
    甲≥0: 一小=1*1 二小=9*1; 乙≥0: 一小=1*1 二小=4*1 | 未达标 | 0 | 2项差异系数平均0.7，超过标准0.65，不得分
    甲≥0: -; 乙≥0: 一小=1*1 二小=4*1                 | 缺数据 | - | 缺少数据：学校表
"""

from fractions import Fraction
from typing import Final

from evalcli.language import _
from evalcli.model.facts import Facts, Judgement, Missing, Parameters
from evalcli.model.numbers import plain, telling
from evalcli.model.trace import Step
from evalcli.rules._answers import met, missed, no_data
from evalcli.rules._schema import Schema, count, names, parameters
from evalcli.rules.spread import PLACES, spreads, step_of

KIND: Final = "mean_spread"
NEEDS_VALUE: Final[bool | None] = False
PARAMETERS: Final[Schema] = parameters(
    [KIND, "at_most"], mean_spread=names("合在一起看校际差异的分学校指标"), at_most=count("综合差异系数的上限")
)


def fields(_given: Parameters) -> tuple[str, ...]:
    """Return no formula: measures are columns' business."""
    return ()


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge whether the measures together lie too far apart."""
    limit = Fraction(given["at_most"])
    standard = _("综合差异系数≤{limit}").format(limit=plain(limit))
    found = spreads(facts, given[KIND])
    if isinstance(found, Missing):
        return no_data(found, standard)
    mean = sum((spread.cv for spread, _table in found.values()), Fraction(0)) / len(found)
    value = telling(mean, PLACES, limit)
    parts = tuple(step_of(label, spread, table) for label, (spread, table) in found.items())
    added = " + ".join(plain(spread.cv, 4) for spread, _table in found.values())
    steps = (Step(_("综合差异系数"), plain(mean, 4), f"({added}) ÷ {len(found)}", parts=parts),)
    head = _("{count}项差异系数平均{mean}").format(count=len(found), mean=value)
    if mean <= limit:
        reason = head + _("，不超过标准{limit}").format(limit=plain(limit))
        return met(facts, value=value, standard=standard, found=reason, steps=steps)
    reason = head + _("，超过标准{limit}").format(limit=plain(limit))
    return missed(facts, value=value, standard=standard, found=reason, steps=steps)

"""为零：不允许出现的情形一个也没有。Covers R3.

The count of what must not be is zero. The formula stands in the rule itself.

    judge: {none_of: large_classes}

    large_classes=0个 | 达标   | 4 | 0个，符合“一个没有”的标准
    large_classes=1个 | 未达标 | 0 | 1个，标准为0，不得分
    large_classes=12个 | 未达标 | 0 | 12个，标准为0，不得分
    large_classes=-   | 缺数据 | - | 缺少数据：large_classes（由教育局填报）
"""

from typing import Final

from evalcli.language import _
from evalcli.model.facts import Facts, Judgement, Missing, Parameters
from evalcli.rules._answers import met, missed, no_data
from evalcli.rules._limits import formulas
from evalcli.rules._schema import Schema, formula, parameters
from evalcli.rules._wording import cell, shown

KIND: Final = "none_of"
NEEDS_VALUE: Final[bool | None] = False
PARAMETERS: Final[Schema] = parameters(["none_of"], none_of=formula("不允许出现的数量，写填报项或公式"))


def fields(given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters."""
    return formulas(given["none_of"])


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge whether the count is zero."""
    count = facts.number(given["none_of"])
    if isinstance(count, Missing):
        return no_data(count, "0")
    texts = {"value": cell(count, 0), "standard": "0"}
    if count.number == 0:
        reason = _("{count}，符合“一个没有”的标准").format(count=shown(count))
        return met(facts, **texts, reason=reason, steps=(count.step,))
    reason = _("{count}，标准为0，不得分").format(count=shown(count, 0))
    return missed(**texts, reason=reason, steps=(count.step,))

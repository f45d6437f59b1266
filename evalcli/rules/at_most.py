"""不超过：数值不高于标准，等于标准不算超过。Covers R1, R4, R6.

The value stays at or under a limit. `strictly: true` asks for less than the limit.

    judge: {at_most: 5}

    4.9%   | 达标   | 4 | 4.9%，未超过标准5%
    5%     | 达标   | 4 | 5%，未超过标准5%
    5.004% | 未达标 | 0 | 5.004%，高于标准5%，超出0.004个百分点，不得分
    -      | 缺数据 | - | 缺少数据：数值（由教育局填报）

    judge: {at_most: 0.15, strictly: true}

    0.149 | 达标   | 4 | 0.149，低于标准0.15
    0.15  | 未达标 | 0 | 0.15，恰好等于标准0.15，要求“<”，等于不算，不得分
    0.16  | 未达标 | 0 | 0.16，高于标准0.15，超出0.01，不得分
"""

from typing import Final

from evalcli.model.facts import Facts, Judgement, Parameters
from evalcli.rules._limits import formulas, held_against
from evalcli.rules._schema import Schema, flag, limit_of, parameters

KIND: Final = "at_most"
NEEDS_VALUE: Final[bool | None] = True
PARAMETERS: Final[Schema] = parameters(
    ["at_most"],
    at_most=limit_of("标准上限：数字、比值（如12.5:1）或公式，含本数"),
    strictly=flag("写 true 时必须低于标准，等于不算"),
)


def fields(given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters."""
    return formulas(given["at_most"])


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge the value against the upper limit."""
    return held_against(facts, facts.value(), given["at_most"], "<" if given.get("strictly") else "≤")

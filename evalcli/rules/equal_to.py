"""等于：数值正好等于标准，多了少了都不算。Covers R1, R2, R53.

The value is exactly the limit.

    judge: {equal_to: 100}

    100%   | 达标   | 4 | 100%，等于标准100%
    99.99% | 未达标 | 0 | 99.99%，低于标准100%，差0.01个百分点，不得分
    100.5% | 未达标 | 0 | 100.5%，高于标准100%，超出0.5个百分点，不得分
    -      | 缺数据 | - | 缺少数据：数值（由教育局填报）
"""

from typing import Final

from evalcli.model.facts import Facts, Judgement, Parameters
from evalcli.rules._limits import formulas, held_against
from evalcli.rules._schema import Schema, limit_of, parameters

KIND: Final = "equal_to"
NEEDS_VALUE: Final[bool | None] = True
PARAMETERS: Final[Schema] = parameters(["equal_to"], equal_to=limit_of("必须正好等于的数：数字、比值或公式"))


def fields(given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters."""
    return formulas(given["equal_to"])


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge the value against the one number it must be."""
    return held_against(facts, facts.value(), given["equal_to"], "=")

"""达到：数值不低于标准，等于标准即为达标。Covers R1, R6, R36, R37.

The value reaches a limit: a number, a ratio, or a formula over fields. `strictly: true` asks for more than the limit.
A result from outside (国家监测) is a field; a survey is `value: share(satisfied, valid)`, satisfied of the valid forms.

    judge: {at_least: 95}

    96.2%  | 达标   | 4 | 96.2%，达到标准95%
    95%    | 达标   | 4 | 95%，达到标准95%
    94.96% | 未达标 | 0 | 94.96%，低于标准95%，差0.04个百分点，不得分
    -      | 缺数据 | - | 缺少数据：数值（由教育局填报）

    judge: {at_least: civil_pay}

    98650元 civil_pay=98650元 | 达标   | 4 | 98650元，达到标准98650元
    98650元 civil_pay=99000元 | 未达标 | 0 | 98650元，低于标准99000元，差350元，不得分
    98650元 civil_pay=-       | 缺数据 | - | 缺少数据：civil_pay（由教育局填报）

    judge: {at_least: 85}

    85.0%  | 达标   | 4 | 85%，达到标准85%
    84.96% | 未达标 | 0 | 84.96%，低于标准85%，差0.04个百分点，不得分

    judge: {at_least: 50, strictly: true}

    50.1% | 达标   | 4 | 50.1%，高于标准50%
    50%   | 未达标 | 0 | 50%，恰好等于标准50%，要求“>”，等于不算，不得分
"""

from typing import Final

from evalcli.model.facts import Facts, Judgement, Parameters
from evalcli.rules._limits import formulas, held_against
from evalcli.rules._schema import Schema, flag, limit_of, parameters

KIND: Final = "at_least"
NEEDS_VALUE: Final[bool | None] = True
PARAMETERS: Final[Schema] = parameters(
    ["at_least"],
    at_least=limit_of("标准下限：数字、比值（如1:100）或公式，含本数"),
    strictly=flag("写 true 时必须高于标准，等于不算"),
)


def fields(given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters."""
    return formulas(given["at_least"])


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge the value against the lower limit."""
    return held_against(facts, facts.value(), given["at_least"], ">" if given.get("strictly") else "≥")

"""比值：两个数之比不高于（或不低于）标准，按交叉相乘精确比较。Covers R5.

Two figures stand in a ratio, compared exactly. “不低于1:15” means at most fifteen of the second for one of the first.

    judge: {ratio: {of: students, to: teachers}, at_most: "12.5:1"}

    students=7875人 teachers=636人 | 达标   | 4 | 12.38:1，未超过标准12.5:1
    students=7950人 teachers=636人 | 达标   | 4 | 12.5:1，未超过标准12.5:1
    students=7951人 teachers=636人 | 未达标 | 0 | 12.502:1，高于标准12.5:1，超出0.002，不得分
    students=7875人 teachers=0人   | 缺数据 | - | 无法计算：分母为零
    students=7875人 teachers=-     | 缺数据 | - | 缺少数据：teachers（由教育局填报）

    judge: {ratio: {of: staff, to: diners}, at_least: "1:100"}

    staff=50人 diners=4900人 | 达标   | 4 | 1:98，达到标准1:100
    staff=49人 diners=4900人 | 达标   | 4 | 1:100，达到标准1:100
    staff=48人 diners=4900人 | 未达标 | 0 | 1:102.08，低于标准1:100，差2.08，不得分
    staff=0人 diners=4900人  | 未达标 | 0 | 0:1，低于标准1:100，差0.01，不得分

    judge: {ratio: {of: students, to: teachers}, at_most: ratio_standard}

    students=600人 teachers=48人 ratio_standard=12.5比 | 达标   | 4 | 12.5:1，未超过标准12.5:1
    students=601人 teachers=48人 ratio_standard=-      | 缺数据 | - | 缺少数据：ratio_standard（由教育局填报）
"""

from typing import Final

from evalcli.language import _
from evalcli.model.facts import Facts, Judgement, Missing, Parameters, Quantity
from evalcli.model.trace import Step
from evalcli.rules._answers import all_missing
from evalcli.rules._limits import formulas, held_against, signed
from evalcli.rules._schema import Schema, formula, limit_of, one_of, parameters
from evalcli.rules._wording import amount, shown

KIND: Final = "ratio"
NEEDS_VALUE: Final[bool | None] = False
PARAMETERS: Final[Schema] = {
    **parameters(
        ["ratio"],
        ratio={
            "type": "object",
            "properties": {
                "of": formula("比的前项，写填报项或公式"),
                "to": formula("比的后项，写填报项或公式"),
            },
            "required": ["of", "to"],
            "additionalProperties": False,
            "description": "两个数之比：of 比 to",
        },
        at_most=limit_of("比值上限，如12.5:1，含本数；也可以写填报项"),
        at_least=limit_of("比值下限，如1:100，含本数；也可以写填报项"),
    ),
    "oneOf": one_of("at_most", "at_least"),
}
_PLACES: Final = 2


def fields(given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters."""
    return formulas(given["ratio"]["of"], given["ratio"]["to"], given.get("at_most"), given.get("at_least"))


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge the ratio against its limit."""
    ratio = _ratio(facts.number(given["ratio"]["of"]), facts.number(given["ratio"]["to"]))
    sign, written = signed(given)
    return held_against(facts, ratio, written, sign)


def _ratio(first: Quantity | Missing, second: Quantity | Missing) -> Quantity | Missing:
    if isinstance(first, Missing) or isinstance(second, Missing):
        return all_missing(first, second)
    if second.number == 0:
        return Missing((), because=_("分母为零"))
    number = first.number / second.number
    label = f"{first.step.label}：{second.step.label}"
    how = f"{shown(first)} ÷ {shown(second)}"
    return Quantity(
        number, "比", _PLACES, Step(label, amount(number, "比", _PLACES), how, parts=(first.step, second.step))
    )

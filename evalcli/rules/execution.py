"""执行率：实际支出（拨付、完成）占预算（计划）的百分比达到标准，默认100%。Covers R53.

What was spent, as a share of what was planned, reaches a limit (100 % when none is written).

    judge: {execution: {spent: spent, of: budget}, at_least: 100}

    spent=2.2471亿元 budget=2.2471亿元 | 达标   | 4 | 执行2.2471亿元，预算2.2471亿元；执行率100%，达到标准100%
    spent=9.9亿元 budget=10亿元 | 未达标 | 0 | 执行9.9亿元，预算10亿元；执行率99%，低于标准100%，差1个百分点，不得分
    spent=0亿元 budget=0亿元           | 缺数据 | - | 无法计算：预算为零
    spent=- budget=2.2471亿元          | 缺数据 | - | 缺少数据：spent（由教育局填报）

    judge: {execution: {spent: spent, of: budget}}

    spent=11万元 budget=10万元 | 达标 | 4 | 执行11万元，预算10万元；执行率110%，达到标准100%
"""

from typing import Final

from evalcli.language import _
from evalcli.model.facts import Facts, Judgement, Missing, Parameters, Quantity
from evalcli.model.trace import Step
from evalcli.rules._answers import all_missing, known_steps, met, missed, no_data
from evalcli.rules._limits import failed, formulas, holds, limit, limit_text, passed, refuse_different_units, trace
from evalcli.rules._rates import rate
from evalcli.rules._schema import Schema, limit_of, of_two, parameters
from evalcli.rules._wording import shown

KIND: Final = "execution"
NEEDS_VALUE: Final[bool | None] = False
PARAMETERS: Final[Schema] = parameters(
    ["execution"],
    execution=of_two("spent", "实际执行数，写填报项或公式", "执行数和预算数"),
    at_least=limit_of("执行率下限（%），默认100"),
)


def fields(given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters."""
    return formulas(given["execution"]["spent"], given["execution"]["of"], given.get("at_least"))


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge the rate of execution against its limit."""
    spent, budget = (facts.number(given["execution"][name]) for name in ("spent", "of"))
    bound = limit(facts, given.get("at_least", 100), "%")
    if isinstance(spent, Missing) or isinstance(budget, Missing) or isinstance(bound, Missing):
        return no_data(all_missing(spent, budget, bound), _standard(bound), known_steps(spent, budget))
    refuse_different_units(spent, budget)
    if budget.number == 0:
        return no_data(Missing((), because=_("预算为零")), _standard(bound), known_steps(spent, budget))
    rated = rate(spent, budget, _("执行率"))
    return _judged(facts, rated, bound, _amounts(spent, budget), trace(rated, bound, given.get("at_least", 100)))


def _judged(facts: Facts, rated: Quantity, bound: Quantity, amounts: str, steps: tuple[Step, ...]) -> Judgement:
    texts = {"value": shown(rated, bound.number), "standard": "≥" + limit_text(rated, bound)}
    if holds("≥", rated, bound):
        return met(facts, **texts, found=amounts + passed("≥", rated, bound), steps=steps)
    return missed(facts, **texts, found=amounts + failed("≥", rated, bound), steps=steps)


def _amounts(spent: Quantity, budget: Quantity) -> str:
    texts = {"spent": shown(spent, budget.number), "budget": shown(budget, spent.number)}
    return _("执行{spent}，预算{budget}；执行率").format(**texts)


def _standard(bound: Quantity | Missing) -> str:
    return "" if isinstance(bound, Missing) else "≥" + shown(bound)

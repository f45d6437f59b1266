"""时限目标：到某一天要达到的数。没有到期的不算未达标。Covers R23.

A target with a day. Reached is reached; a target that falls due after the period stays open (未到期).

    judge: {milestone: 2022-12-31, at_least: 50}

    50%   截至=2022-06-30 | 达标   | 4 | 50%，达到标准50%
    49.9% 截至=2022-06-30 | 待评定 | - | 49.9%，低于标准50%，差0.1个百分点；2022年12月31日到期，未到期
    49.9% 截至=2022-12-31 | 未达标 | 0 | 49.9%，低于标准50%，差0.1个百分点；2022年12月31日已到期，不得分
    49.9% 截至=2022-12-30 | 待评定 | - | 49.9%，低于标准50%，差0.1个百分点；2022年12月31日到期，未到期
    -     截至=2022-06-30 | 缺数据 | - | 缺少数据：数值（由教育局填报）

    judge: {milestone: 2023-12-31, at_most: 0}

    0个 截至=2022-06-30 | 达标   | 4 | 0个，未超过标准0个
    3个 截至=2022-06-30 | 待评定 | - | 3个，高于标准0个，超出3个；2023年12月31日到期，未到期
    3个 截至=2024-06-30 | 未达标 | 0 | 3个，高于标准0个，超出3个；2023年12月31日已到期，不得分
"""

from typing import Final

from evalcli.language import _, day_in_words
from evalcli.model.facts import Facts, Judgement, Missing, Parameters
from evalcli.rules._answers import all_missing, met, missed, no_data, pending
from evalcli.rules._days import date_of, day_faults
from evalcli.rules._limits import failed, formulas, holds, limit, limit_text, passed, signed, standard, trace
from evalcli.rules._schema import Schema, day, limit_of, one_of, parameters
from evalcli.rules._wording import cell

KIND: Final = "milestone"
NEEDS_VALUE: Final[bool | None] = True
PARAMETERS: Final[Schema] = {
    **parameters(
        ["milestone"],
        milestone=day("到期的日子，如2022-12-31"),
        at_least=limit_of("到期时的下限，含本数"),
        at_most=limit_of("到期时的上限，含本数"),
    ),
    "oneOf": one_of("at_least", "at_most"),
}


def fields(given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters."""
    return formulas(given.get("at_least"), given.get("at_most"))


def faults(given: Parameters) -> tuple[str, ...]:
    """Return what is wrong with the day."""
    return day_faults(given["milestone"])


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge the value against the target, and the day against the end of the period."""
    due = date_of(given["milestone"])
    sign, written = signed(given)
    value = facts.value()
    bound = limit(facts, written, value.unit)
    by = _("{day}前").format(day=day_in_words(due))
    steps = trace(value, bound, written)
    if isinstance(value, Missing) or isinstance(bound, Missing):
        target = by + standard(facts, written, sign, value.unit)
        return no_data(all_missing(value, bound), target, steps)
    texts = {"value": cell(value, bound.number), "standard": f"{by}{sign}{limit_text(value, bound)}"}
    if holds(sign, value, bound):
        return met(facts, **texts, found=passed(sign, value, bound), steps=steps)
    if due > facts.on:
        open_text = _("；{day}到期，未到期").format(day=day_in_words(due))
        return pending(**texts, found=failed(sign, value, bound) + open_text, steps=steps)
    over = _("；{day}已到期").format(day=day_in_words(due))
    return missed(facts, **texts, found=failed(sign, value, bound) + over, steps=steps)

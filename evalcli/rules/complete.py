"""全部：要求的对象一个不少，占比正好是100%。Covers R2, R26.

All of them: the part is the whole. Written with a part and a whole, or over a value that is a share in %.
A part above the whole is impossible data and is never a pass.

    judge: {complete: {part: open_kitchens, of: kitchens}}

    open_kitchens=140所 kitchens=140所 | 达标   | 4 | 140所中的140所，全部达到
    open_kitchens=139所 kitchens=140所 | 未达标 | 0 | 140所中的139所，占99.3%，差1所，不得分
    open_kitchens=141所 kitchens=140所 | 缺数据 | - | 无法计算：部分141所多于总数140所，请核对
    open_kitchens=0所 kitchens=0所     | 缺数据 | - | 无法计算：总数为零
    open_kitchens=- kitchens=140所     | 缺数据 | - | 缺少数据：open_kitchens（由教育局填报）

    judge: {complete: 100%}

    100%   | 达标   | 4 | 100%，等于标准100%
    99.96% | 未达标 | 0 | 99.96%，低于标准100%，差0.04个百分点，不得分
    101%   | 缺数据 | - | 无法计算：占比101%超过100%，请核对
    -      | 缺数据 | - | 缺少数据：数值（由教育局填报）
"""

from dataclasses import replace
from fractions import Fraction
from typing import Final

from evalcli.language import _
from evalcli.model.facts import Facts, Judgement, Missing, Parameters, Quantity
from evalcli.model.numbers import telling
from evalcli.rules._answers import all_missing, known_steps, met, missed, no_data
from evalcli.rules._limits import formulas, held_against, refuse_different_units
from evalcli.rules._schema import Schema, of_two, parameters
from evalcli.rules._wording import gap, shown

KIND: Final = "complete"
NEEDS_VALUE: Final[bool | None] = None
PARAMETERS: Final[Schema] = parameters(
    ["complete"],
    complete={
        **of_two("part", "已经达到要求的数量，写填报项或公式", "写 100%（另写 value）；或写 part 和 of"),
        "type": ["object", "string"],
        "pattern": "^100%$",
    },
)
_STANDARD: Final = "100%"


def fields(given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters."""
    pair = given["complete"]
    return () if isinstance(pair, str) else formulas(pair["part"], pair["of"])


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge whether nothing is left out."""
    pair = given["complete"]
    if not isinstance(pair, str):
        return _of_whole(facts, facts.number(pair["part"]), facts.number(pair["of"]))
    value = facts.value()
    if isinstance(value, Quantity) and value.number > 100:
        impossible = _("占比{value}超过100%，请核对").format(value=shown(value, 100))
        return no_data(Missing((), because=impossible), _STANDARD, (value.step,))
    return replace(held_against(facts, value, _STANDARD, "="), standard=_STANDARD)


def _of_whole(facts: Facts, part: Quantity | Missing, whole: Quantity | Missing) -> Judgement:
    if isinstance(part, Missing) or isinstance(whole, Missing):
        return no_data(all_missing(part, whole), _STANDARD, known_steps(part, whole))
    refuse_different_units(part, whole)
    steps = (part.step, whole.step)
    doubt = _doubt(part, whole)
    if doubt:
        return no_data(Missing((), because=doubt), _STANDARD, steps)
    share = part.number / whole.number * 100
    texts = {"part": shown(part, whole.number), "whole": shown(whole), "share": telling(share, 1, 100)}
    value = _("{share}%（{part}/{whole}）").format(**texts)
    if share == 100:
        reason = _("{whole}中的{part}，全部达到").format(**texts)
        return met(facts, value=value, standard=_STANDARD, reason=reason, steps=steps)
    reason = _("{whole}中的{part}，占{share}%，差{gap}，不得分").format(**texts, gap=gap(part, whole))
    return missed(value=value, standard=_STANDARD, reason=reason, steps=steps)


def _doubt(part: Quantity, whole: Quantity) -> str:
    if part.number > whole.number:
        message = _("部分{part}多于总数{whole}，请核对")
        return message.format(part=shown(part, whole.number), whole=shown(whole))
    return _("总数为零") if whole.number == Fraction(0) else ""

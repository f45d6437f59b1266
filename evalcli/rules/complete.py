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

from typing import Final

from evalcli.language import _
from evalcli.model.facts import Facts, Judgement, Missing, Parameters, Quantity
from evalcli.model.frozen import replace
from evalcli.model.numbers import telling
from evalcli.rules._answers import known_steps, met, missed, no_data
from evalcli.rules._limits import formulas, held_against
from evalcli.rules._parts import pair
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
_HUNDRED: Final = 100


def fields(given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters."""
    written = given["complete"]
    return () if isinstance(written, str) else formulas(written["part"], written["of"])


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge whether nothing is left out."""
    written = given["complete"]
    if not isinstance(written, str):
        return _of_whole(facts, written["part"], written["of"])
    value = facts.value()
    if isinstance(value, Quantity) and value.number > _HUNDRED:
        impossible = _("占比{value}超过100%，请核对").format(value=shown(value, _HUNDRED))
        return no_data(Missing((), because=impossible), _STANDARD, (value.step,))
    return replace(held_against(facts, value, _STANDARD, "="), standard=_STANDARD)


def _of_whole(facts: Facts, part: str, of: str) -> Judgement:
    found = pair(facts, part, of)
    if isinstance(found, Missing):
        return no_data(found, _STANDARD, known_steps(facts.number(part), facts.number(of)))
    have, whole = found
    steps = (have.step, whole.step)
    share = have.number / whole.number * _HUNDRED
    texts = {"part": shown(have, whole.number), "whole": shown(whole), "share": telling(share, 1, _HUNDRED)}
    value = _("{share}%（{part}/{whole}）").format(**texts)
    if have.number == whole.number:
        reason = _("{whole}中的{part}，全部达到").format(**texts)
        return met(facts, value=value, standard=_STANDARD, found=reason, steps=steps)
    reason = _("{whole}中的{part}，占{share}%，差{gap}").format(**texts, gap=gap(have, whole))
    return missed(facts, value=value, standard=_STANDARD, found=reason, steps=steps)

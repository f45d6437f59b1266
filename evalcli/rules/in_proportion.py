"""按比例：得分是要点分值乘以部分占整体的比例。Covers R11.

Points follow a share: points × part ÷ whole, as in 达标县数 ÷ 所辖县数. A whole of zero and a part above its whole say
nothing about anybody.

    judge: {in_proportion: {part: passing, of: all}}

    passing=23个 all=23个 | 达标     | 4   | 23个中的23个，全部达到，得满分
    passing=18个 all=24个 | 基本达标 | 3   | 24个中的18个，占75%，得3分
    passing=1个 all=3个   | 未达标   | 4/3 | 3个中的1个，占33.3%，得1.33分
    passing=0个 all=23个  | 未达标   | 0   | 23个中的0个，占0%，不得分
    passing=0个 all=0个   | 缺数据   | -   | 无法计算：总数为零
    passing=24个 all=23个 | 缺数据   | -   | 无法计算：部分24个多于总数23个，请核对
    passing=-1个 all=23个 | 缺数据   | -   | 无法计算：部分-1个小于零，请核对
    passing=- all=-       | 缺数据   | -   | 缺少数据：passing、all（由教育局填报）
"""

from typing import Final

from evalcli.language import _
from evalcli.model.facts import Facts, Judgement, Missing, Parameters
from evalcli.model.numbers import telling
from evalcli.rules._answers import full, no_data, proportional
from evalcli.rules._limits import formulas
from evalcli.rules._parts import pair
from evalcli.rules._schema import Schema, of_two, parameters
from evalcli.rules._wording import shown

KIND: Final = "in_proportion"
NEEDS_VALUE: Final[bool | None] = False
PARAMETERS: Final[Schema] = parameters(
    ["in_proportion"],
    in_proportion=of_two("part", "达到的数量，写填报项或公式", "部分和整体；得分 = 分值 × 部分 ÷ 整体"),
)
_STANDARD: Final = "100%"


def fields(given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters."""
    return formulas(given[KIND]["part"], given[KIND]["of"])


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge by the share."""
    found = pair(facts, given[KIND]["part"], given[KIND]["of"])
    if isinstance(found, Missing):
        return no_data(found, _STANDARD)
    part, whole = found
    share = part.number / whole.number
    texts = {"part": shown(part, whole.number), "whole": shown(whole), "share": telling(share * 100, 1, 100)}
    message = _("{whole}中的{part}，全部达到") if share == 1 else _("{whole}中的{part}，占{share}%")
    return proportional(
        facts,
        full(facts) * share,
        value=_("{share}%（{part}/{whole}）").format(**texts),
        standard=_STANDARD,
        found=message.format(**texts),
        steps=(part.step, whole.step),
    )

"""只减不增：今年不高于上年，逐项看；持平也算。Covers R20.

The mirror of `only_up`: this year is not above last year. One rise loses all, or `each_rise` points apiece.

    judge: {only_down: [plan]}

    plan=300人→280人   | 达标   | 4 | plan下降6.67%
    plan=300人→300人   | 达标   | 4 | plan持平
    plan=300人→301人   | 未达标 | 0 | plan增长0.33%，不得分
    plan=-→280人+1.2%  | 未达标 | 0 | plan增长1.2%（按填报增幅），不得分
    plan=-→280人       | 缺数据 | - | 缺少数据：plan上年（由财政局填报）

    judge: {only_down: [plan, share], each_rise: 0.5}

    plan=300人→280人 share=5%→5% | 达标     | 4   | 2项均未上升：plan下降6.67%、share持平
    plan=300人→280人 share=5%→6% | 基本达标 | 3.5 | 2项中1项上升：share增长20%，每项扣0.5分，得3.5分
"""

from typing import Final

from evalcli.model.facts import Facts, Judgement, Parameters
from evalcli.rules._limits import formulas
from evalcli.rules._schema import Schema
from evalcli.rules._series import DOWN, judged, schema

KIND: Final = "only_down"
NEEDS_VALUE: Final[bool | None] = False
PARAMETERS: Final[Schema] = schema(
    KIND, "each_rise", "逐项与上年相比的填报项", "每上升一项扣几分；不写时有一项上升就不得分"
)


def fields(given: Parameters) -> tuple[str, ...]:
    """Return the fields that are compared with last year."""
    return formulas(*given[KIND])


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge whether nothing rose."""
    return judged(facts, given, kind=KIND, each="each_rise", wanted=DOWN)

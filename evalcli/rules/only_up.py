"""只增不减：今年不低于上年，逐项看；持平也算。Covers R19.

This year is not below last year, in every field and every member of its dimension. Where last year is not filled in,
the stated growth decides, and the reason says so; where both years are there they are reckoned and nothing else counts.
A member of which the county has nothing at all is left out. One fall loses all, or `each_fall` points apiece.

    judge: {only_up: [spending]}

    spending=100万元→100.13万元    | 达标   | 4 | spending增长0.13%
    spending=100万元→100万元       | 达标   | 4 | spending持平
    spending=100万元→99.999万元    | 未达标 | 0 | spending下降0.001%，不得分
    spending=0万元→5万元           | 达标   | 4 | spending由0万元变为5万元
    spending=-→100万元+0.13%       | 达标   | 4 | spending增长0.13%（按填报增幅）
    spending=-→--0.13%             | 未达标 | 0 | spending下降0.13%（按填报增幅），不得分
    spending=100万元→99万元+0.13%  | 未达标 | 0 | spending下降1%，不得分
    spending=-→100万元             | 缺数据 | - | 缺少数据：spending上年（由财政局填报）
    spending=100万元→-             | 缺数据 | - | 缺少数据：spending（由财政局填报）
    spending=-→-                   | 缺数据 | - | 缺少数据：spending、spending上年（由财政局填报）

    judge: {only_up: [all, x], each_fall: 1}

    all=9元→10元 x.普高=5元→6元 x.中职=-→-  | 达标     | 4 | 2项均未下降：all增长11.11%、x.普高增长20%
    all=9元→9元 x.普高=5元→4元 x.中职=2→3   | 基本达标 | 3 | 3项中1项下降：x.普高下降20%，每项扣1分，得3分
    all=9元→8元 x.普高=5元→4元              | 未达标 | 2 | 2项中2项下降：all下降11.11%、x.普高下降20%，每项扣1分，得2分
    all=9元→8元 x.普高=5元→-      | 缺数据 | - | 缺少数据：x.普高（由财政局填报）；已知不符合的：all下降11.11%
"""

from typing import Final

from evalcli.model.facts import Facts, Judgement, Parameters
from evalcli.rules._limits import formulas
from evalcli.rules._schema import Schema
from evalcli.rules._series import UP, judged, schema

KIND: Final = "only_up"
NEEDS_VALUE: Final[bool | None] = False
PARAMETERS: Final[Schema] = schema(
    KIND, "each_fall", "逐项与上年相比的填报项", "每下降一项扣几分；不写时有一项下降就不得分"
)


def fields(given: Parameters) -> tuple[str, ...]:
    """Return the fields that are compared with last year."""
    return formulas(*given[KIND])


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge whether nothing fell."""
    return judged(facts, given, kind=KIND, each="each_fall", wanted=UP)

"""区间：数值在下限和上限之间，两端都算在内。Covers R1.

The value lies in a corridor, both ends included.

    judge: {between: [16, 18]}

    17.5% | 达标   | 4 | 17.5%，在标准16%至18%之间
    16%   | 达标   | 4 | 16%，在标准16%至18%之间
    18%   | 达标   | 4 | 18%，在标准16%至18%之间
    15.9% | 未达标 | 0 | 15.9%，低于标准16%，差0.1个百分点，不得分
    18.2% | 未达标 | 0 | 18.2%，高于标准18%，超出0.2个百分点，不得分
    -     | 缺数据 | - | 缺少数据：数值（由教育局填报）
"""

from typing import Final

from evalcli.language import _
from evalcli.model.facts import Facts, Judgement, Missing, Parameters, Quantity
from evalcli.model.numbers import plain
from evalcli.rules._answers import all_missing, known_steps, met, missed, no_data
from evalcli.rules._limits import failed, formulas, holds, limit, limit_text, typed
from evalcli.rules._schema import Schema, limit_of, parameters
from evalcli.rules._wording import cell, shown

KIND: Final = "between"
NEEDS_VALUE: Final[bool | None] = True
PARAMETERS: Final[Schema] = parameters(
    ["between"],
    between={
        "type": "array",
        "items": limit_of("下限或上限，含本数"),
        "minItems": 2,
        "maxItems": 2,
        "description": "标准区间：先写下限，再写上限，两端都算达到",
    },
)


def fields(given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters."""
    return formulas(*given["between"])


def faults(given: Parameters) -> tuple[str, ...]:
    """Return what is wrong with the ends."""
    low, high = (typed(end) for end in given["between"])
    if low is not None and high is not None and low > high:
        return (_("下限{low}高于上限{high}").format(low=plain(low), high=plain(high)),)
    return ()


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge the value against both ends."""
    value = facts.value()
    low, high = (limit(facts, written, value.unit) for written in given["between"])
    steps = known_steps(value, *((low, high) if fields(given) else ()))
    if isinstance(low, Missing) or isinstance(high, Missing):
        return no_data(all_missing(value, low, high), "", steps)
    if isinstance(value, Missing):
        return no_data(value, _corridor(shown(low), shown(high)), steps)
    ends = (low, high)
    texts = _texts(value, ends)
    breach = low if not holds("≥", value, low) else high if not holds("≤", value, high) else None
    if breach is None:
        reason = _("{value}，在标准{low}至{high}之间").format(value=shown(value), **_ends(value, ends))
        return met(facts, **texts, found=reason, steps=steps)
    return missed(facts, **texts, found=failed("", value, breach), steps=steps)


def _ends(value: Quantity, ends: tuple[Quantity, Quantity]) -> dict[str, str]:
    return {"low": limit_text(value, ends[0]), "high": limit_text(value, ends[1])}


def _texts(value: Quantity, ends: tuple[Quantity, Quantity]) -> dict[str, str]:
    near = min(ends, key=lambda end: abs(end.number - value.number))
    return {"value": cell(value, near.number), "standard": _corridor(**_ends(value, ends))}


def _corridor(low: str, high: str) -> str:
    """Return both ends with the sign that stands between numbers (GB/T 15835)."""
    return f"{low}～{high}"

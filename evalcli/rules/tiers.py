"""分档：数值落在哪一档，就得那一档的分。Covers R7, R10.

The first tier that fits decides points and verdict. `from` is a lower bound, `to` an upper bound, both included;
a tier without either takes the rest. Where nothing fits nothing is earned. Two tiers that meet share the number where
they meet, and the first of them has it: 80–89 beside 90–100 would leave 89.5 to nobody, and a pack may not say so.

    judge:
      tiers:
        - {from: 95, earns: 100%, verdict: 达标}
        - {from: 90, earns: 60%, verdict: 基本达标}
        - {earns: 0%, verdict: 未达标}

    95%    | 达标     | 4   | 95%，达到95%以上的档次，得满分
    94.99% | 基本达标 | 2.4 | 94.99%，达到90%以上的档次，得2.4分
    90%    | 基本达标 | 2.4 | 90%，达到90%以上的档次，得2.4分
    89.9%  | 未达标   | 0   | 89.9%，低于90%，不得分
    -      | 缺数据   | -   | 缺少数据：数值（由教育局填报）

    judge: {tiers: [{to: 5, earns: 100%}, {from: 5, to: 10, earns: 50%}]}

    5%  | 达标     | 4 | 5%，在5%以内的档次，得满分
    10% | 基本达标 | 2 | 10%，在5%至10%的档次，得2分
    11% | 未达标   | 0 | 11%，不在任何一档，不得分

    judge: {tiers: [{from: 90, to: 100, earns: 100%}, {from: 80, to: 90, earns: 80%}, {from: 0, to: 80, earns: 0%}]}

    90%   | 达标     | 4   | 90%，在90%至100%的档次，得满分
    89.5% | 基本达标 | 3.2 | 89.5%，在80%至90%的档次，得3.2分
    80%   | 基本达标 | 3.2 | 80%，在80%至90%的档次，得3.2分

    judge: {tiers: [{from: upper, earns: 100%}, {from: lower, earns: 60%}, {earns: 0%}]}

    390元 upper=390元 lower=340元 | 达标     | 4   | 390元，达到390元以上的档次，得满分
    389元 upper=390元 lower=340元 | 基本达标 | 2.4 | 389元，达到340元以上的档次，得2.4分
    339元 upper=390元 lower=340元 | 未达标   | 0   | 339元，低于340元，不得分
"""

from collections.abc import Mapping
from typing import Any, Final

from evalcli.language import _
from evalcli.model.facts import Facts, Judgement, Missing, Parameters, Quantity
from evalcli.model.frozen import replace
from evalcli.model.trace import Step
from evalcli.rules._answers import all_missing, graded, known_steps, missed, no_data
from evalcli.rules._bands import Band
from evalcli.rules._bands import faults as band_faults
from evalcli.rules._limits import formulas, holds, limit, limit_text, typed
from evalcli.rules._schema import Schema, limit_of, parameters, percent, verdict
from evalcli.rules._wording import cell, shown

KIND: Final = "tiers"
NEEDS_VALUE: Final[bool | None] = True
PARAMETERS: Final[Schema] = parameters(
    ["tiers"],
    tiers={
        "type": "array",
        "minItems": 1,
        "items": parameters(
            ["earns"],
            from_=limit_of("本档下限，含本数"),
            to=limit_of("本档上限，含本数"),
            earns=percent("得该要点分值的百分之几，如60%"),
            verdict=verdict("本档的判定；不写时100%为达标，0%为未达标，其余为基本达标"),
        ),
        "description": "从高到低（或从低到高）列出各档，取第一个符合的",
    },
)
_BOUNDS: Final = {"from": "≥", "to": "≤"}
Tier = Mapping[str, Any]


def fields(given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters."""
    return formulas(*(tier.get(end) for tier in given["tiers"] for end in _BOUNDS))


def faults(given: Parameters) -> tuple[str, ...]:
    """Return what is wrong with the tiers themselves; tiers with a formula for a bound can only be tried."""
    tiers = given["tiers"]
    if fields(given):
        return ()
    return tuple(band_faults([Band(*(typed(tier[end]) if end in tier else None for end in _BOUNDS)) for tier in tiers]))


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge by the first tier that fits."""
    value = facts.value()
    tiers = [(tier, _bounds(facts, tier, value.unit)) for tier in given["tiers"]]
    known = {key: end for _tier, bounds in tiers[:1] for key, end in bounds.items() if isinstance(end, Quantity)}
    standard = _("，").join(_BOUNDS[key] + shown(end) for key, end in known.items())
    lack = [end for _tier, bounds in tiers for end in bounds.values() if isinstance(end, Missing)]
    steps = known_steps(value, *(end for _tier, bounds in tiers for end in bounds.values() if fields(given)))
    if isinstance(value, Missing) or lack:
        return no_data(all_missing(value, *lack), standard, steps)
    settled = [(tier, _settled(bounds)) for tier, bounds in tiers]
    near = _nearest(value, [end for _tier, bounds in settled for end in bounds.values()])
    texts = {"value": cell(value, near.number), "standard": standard}
    for tier, bounds in settled:
        if all(holds(_BOUNDS[key], value, end) for key, end in bounds.items()):
            return _earned(facts, tier, _placed(value, bounds, near), texts, steps)
    reason = _("{value}，不在任何一档").format(value=shown(value, near.number))
    return missed(facts, **texts, found=reason, steps=steps)


def _bounds(facts: Facts, tier: Tier, unit: str) -> dict[str, Quantity | Missing]:
    return {key: limit(facts, tier[key], unit) for key in _BOUNDS if key in tier}


def _settled(bounds: Mapping[str, Quantity | Missing]) -> dict[str, Quantity]:
    return {key: end for key, end in bounds.items() if isinstance(end, Quantity)}


def _nearest(value: Quantity, ends: list[Quantity]) -> Quantity:
    return min(ends, key=lambda end: abs(end.number - value.number), default=value)


def _placed(value: Quantity, bounds: Mapping[str, Quantity], near: Quantity) -> str:
    messages = {
        (): _beside(value, near),
        ("from",): _("{value}，达到{from}以上的档次"),
        ("to",): _("{value}，在{to}以内的档次"),
        ("from", "to"): _("{value}，在{from}至{to}的档次"),
    }
    ends = {key: limit_text(value, end) for key, end in bounds.items()}
    return messages[tuple(bounds)].format(value=shown(value, near.number), near=limit_text(value, near), **ends)


def _beside(value: Quantity, near: Quantity) -> str:
    """Return where a value lies that only the rest takes: beside the bound that it did not reach, where there is one."""
    if value.number == near.number:
        return "{value}"
    return _("{value}，低于{near}") if value.number < near.number else _("{value}，高于{near}")


def _earned(facts: Facts, tier: Tier, placed: str, texts: dict[str, str], steps: tuple[Step, ...]) -> Judgement:
    return replace(graded(facts, tier, placed=placed, **texts), steps=steps)

"""完成率：完成数占目标数的百分比，得分按比例，封顶。Covers R12.

What was done, as a share of its target. Points follow the rate, which counts up to `cap` (100 % when none is written) and
no further: points × rate ÷ cap. From `at_least` on (the cap when none is written) it is 达标.

    judge: {completion: {done: done, target: target}}

    done=95.31% target=78.9% | 达标     | 4     | 完成95.31%，目标78.9%；完成率120.8%，达到标准100%，按100%计，得满分
    done=129个 target=108个  | 达标     | 4     | 完成129个，目标108个；完成率119.44%，达到标准100%，按100%计，得满分
    done=16个 target=17个    | 基本达标 | 64/17 | 完成16个，目标17个；完成率94.12%，低于标准100%，差5.88个百分点，得3.76分
    done=0个 target=17个     | 未达标   | 0     | 完成0个，目标17个；完成率0%，低于标准100%，差100个百分点，不得分
    done=5个 target=0个      | 缺数据   | -     | 无法计算：目标为零
    done=-5个 target=17个    | 缺数据   | -     | 无法计算：完成数或目标数小于零，请核对
    done=5个 target=-        | 缺数据   | -     | 缺少数据：target（由教育局填报）

    judge: {completion: {done: done, target: target}, cap: 120%, at_least: 100}

    done=12亿元 target=10亿元 | 达标     | 4   | 完成12亿元，目标10亿元；完成率120%，达到标准100%，得满分
    done=15亿元 target=10亿元 | 达标     | 4   | 完成15亿元，目标10亿元；完成率150%，达到标准100%，按120%计，得满分
    done=10亿元 target=10亿元 | 达标     | 10/3 | 完成10亿元，目标10亿元；完成率100%，达到标准100%，得3.33分
    done=9亿元 target=10亿元  | 基本达标 | 3   | 完成9亿元，目标10亿元；完成率90%，低于标准100%，差10个百分点，得3分
"""

from fractions import Fraction
from typing import Final

from evalcli.language import _
from evalcli.model.facts import Facts, Judgement, Missing, Parameters, Quantity, Verdict
from evalcli.model.frozen import replace
from evalcli.model.numbers import plain
from evalcli.rules._answers import all_missing, full, known_steps, no_data, proportional, share_of
from evalcli.rules._limits import (
    failed,
    formulas,
    holds,
    limit,
    limit_text,
    passed,
    refuse_different_units,
    standard,
    trace,
)
from evalcli.rules._rates import rate
from evalcli.rules._schema import Schema, formula, limit_of, parameters
from evalcli.rules._wording import shown

KIND: Final = "completion"
NEEDS_VALUE: Final[bool | None] = False
PARAMETERS: Final[Schema] = parameters(
    ["completion"],
    completion={
        "type": "object",
        "properties": {
            "done": formula("完成数，写填报项或公式"),
            "target": formula("目标数，写填报项或公式"),
        },
        "required": ["done", "target"],
        "additionalProperties": False,
        "description": "完成数和目标数",
    },
    cap={
        "type": "string",
        "pattern": r"^[1-9][0-9]{0,2}(\.[0-9]+)?%$",
        "description": "完成率算到百分之几为止，默认100%；到顶得满分",
    },
    at_least=limit_of("达标的完成率下限（%），默认与封顶相同"),
)


def fields(given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters."""
    return formulas(given["completion"]["done"], given["completion"]["target"], given.get("at_least"))


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge the rate of completion."""
    cap = given.get("cap", "100%")
    written = given.get("at_least", cap)
    done, target = (facts.number(given["completion"][name]) for name in ("done", "target"))
    bound = limit(facts, written, "%")
    if isinstance(done, Missing) or isinstance(target, Missing) or isinstance(bound, Missing):
        lack = all_missing(done, target, bound)
        return no_data(lack, standard(facts, written, "≥", "%"), known_steps(done, target))
    refuse_different_units(done, target)
    if doubt := _doubt(done, target):
        return no_data(Missing((), because=doubt), "≥" + shown(bound), known_steps(done, target))
    rated = rate(done, target, _("完成率"))
    return _judged(facts, rated, bound, share_of(cap), _amounts(done, target), written)


def _judged(facts: Facts, rated: Quantity, bound: Quantity, cap: Fraction, amounts: str, written: object) -> Judgement:
    reached = holds("≥", rated, bound)
    words = passed("≥", rated, bound) if reached else failed("≥", rated, bound)
    capped = _("，按{cap}%计").format(cap=plain(cap * 100)) if rated.number > cap * 100 else ""
    judgement = proportional(
        facts,
        full(facts) * min(rated.number / 100, cap) / cap,
        value=shown(rated, bound.number),
        standard="≥" + limit_text(rated, bound),
        found=amounts + words + capped,
        steps=trace(rated, bound, written),
    )
    return replace(judgement, verdict=Verdict.MET) if reached else judgement


def _doubt(done: Quantity, target: Quantity) -> str:
    if done.number < 0 or target.number < 0:
        return _("完成数或目标数小于零，请核对")
    return _("目标为零") if target.number == 0 else ""


def _amounts(done: Quantity, target: Quantity) -> str:
    texts = {"done": shown(done, target.number), "target": shown(target, done.number)}
    return _("完成{done}，目标{target}；完成率").format(**texts)

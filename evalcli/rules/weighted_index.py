"""加权指数：各监测点的实现程度按权重平均，得分按指数。Covers R17.

Σ weight × min(1, value ÷ target) ÷ Σ weight, and the points follow it. Each part is a line of the trace. What is above its
target counts as reached, so that no part makes up for another. `weights` says what the weights must come to: a table of
which a part was lost (0.15 + 0.2 + 0.25 + 0.25 = 0.85) is then refused.

    judge:
      weighted_index:
        - {value: preschool, target: 98, weight: 2}
        - {value: senior, target: 90, weight: 1}

    preschool=98% senior=95%   | 达标     | 4   | 2个监测点全部实现，指数100%，得满分
    preschool=98% senior=72%   | 基本达标 | 56/15 | 2个监测点中1个未实现，指数93.33%：senior72%（目标90%，实现80%），得3.73分
    preschool=49% senior=0%    | 未达标   | 4/3 | 2个监测点中2个未实现，指数33.33%：preschool49%（目标98%，实现50%）、senior0%（目标90%，实现0%），得1.33分
    preschool=98% senior=-     | 缺数据   | -   | 缺少数据：senior（由教育局填报）

    judge: {weighted_index: [{value: done, target: plan, weight: 0.4}, {value: rate, target: 95%, weight: 0.6}], weights: 1}

    done=8所 plan=10所 rate=96% | 基本达标 | 3.68 | 2个监测点中1个未实现，指数92%：done8所（目标10所，实现80%），得3.68分
    done=8所 plan=0所 rate=96%  | 缺数据   | -    | 无法计算：done的目标不大于零
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final

from evalcli.language import _, enumerated
from evalcli.model.facts import Facts, Judgement, Missing, Parameters
from evalcli.model.frozen import dataclass
from evalcli.model.numbers import plain, telling
from evalcli.model.trace import Step
from evalcli.rules._answers import all_missing, full, known_steps, no_data, proportional
from evalcli.rules._limits import formulas, limit, limit_text, refuse_different_units
from evalcli.rules._schema import Schema, formula, limit_of, parameters, positive
from evalcli.rules._wording import shown

KIND: Final = "weighted_index"
NEEDS_VALUE: Final[bool | None] = False
PARAMETERS: Final[Schema] = parameters(
    ["weighted_index"],
    weighted_index={
        "type": "array",
        "minItems": 1,
        "items": parameters(
            ["value", "target", "weight"],
            value=formula("监测点的值，写填报项或公式"),
            target=limit_of("目标值：数字或公式"),
            weight=positive("权重"),
        ),
        "description": "各监测点的值、目标和权重",
    },
    weights=positive("权重合计应为多少；写了就核对"),
)
_STANDARD: Final = "100%"
_PLACES: Final = 2


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its weight, how much of its target is reached (at most all), in words, and its trace."""

    weight: Fraction
    reached: Fraction
    text: str
    step: Step


def fields(given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters."""
    return formulas(*(part[key] for part in given["weighted_index"] for key in ("value", "target")))


def faults(given: Parameters) -> tuple[str, ...]:
    """Return what is wrong with the weights."""
    whole = sum((Fraction(part["weight"]) for part in given["weighted_index"]), Fraction(0))
    if "weights" not in given or whole == Fraction(given["weights"]):
        return ()
    return (_("权重合计{whole}，应为{wanted}").format(whole=plain(whole), wanted=plain(given["weights"])),)


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge by the weighted mean of what is reached."""
    found = [_part(facts, written) for written in given["weighted_index"]]
    parts = [one for one in found if isinstance(one, Part)]
    if len(parts) < len(found):
        return no_data(all_missing(*found), _STANDARD, tuple(part.step for part in parts))
    whole = sum((part.weight for part in parts), Fraction(0))
    index = sum((part.weight * part.reached for part in parts), Fraction(0)) / whole
    text = telling(index * 100, _PLACES, 100) + "%"
    return proportional(
        facts,
        full(facts) * index,
        value=text,
        standard=_STANDARD,
        found=_reason(parts, text),
        steps=(_index(parts, whole, text),),
    )


def _part(facts: Facts, written: Mapping[str, Any]) -> Part | Missing:
    value = facts.number(written["value"])
    target = limit(facts, written["target"], "" if isinstance(value, Missing) else value.unit)
    if isinstance(value, Missing) or isinstance(target, Missing):
        return all_missing(value, target)
    refuse_different_units(value, target)
    label = value.step.label
    if target.number <= 0:
        return Missing((), because=_("{label}的目标不大于零").format(label=label))
    reached = min(Fraction(1), max(Fraction(0), value.number / target.number))
    texts = {"label": label, "value": shown(value, target.number), "target": limit_text(value, target)}
    percent = telling(reached * 100, _PLACES, 100) + "%"
    text = _("{label}{value}（目标{target}，实现{percent}）").format(**texts, percent=percent)
    how = _("{value} ÷ {target}，最多100%；权重{weight}").format(**texts, weight=plain(written["weight"]))
    inner = known_steps(value, target) if formulas(written["target"]) else known_steps(value)
    return Part(Fraction(written["weight"]), reached, text, Step(label, percent, how, parts=inner))


def _reason(parts: list[Part], index: str) -> str:
    short = [part.text for part in parts if part.reached < 1]
    if not short:
        return _("{count}个监测点全部实现，指数{index}").format(count=len(parts), index=index)
    message = _("{count}个监测点中{short}个未实现，指数{index}：{texts}")
    return message.format(count=len(parts), short=len(short), index=index, texts=enumerated(short))


def _index(parts: list[Part], whole: Fraction, text: str) -> Step:
    sums = " + ".join(f"{plain(part.weight)} × {part.step.shown}" for part in parts)
    return Step(_("加权指数"), text, f"({sums}) ÷ {plain(whole)}", parts=tuple(part.step for part in parts))

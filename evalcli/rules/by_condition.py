"""分情形的标准：按条件选用标准，选用的理由写明；过渡性的标准有截止日。Covers R8, R9, R47, R51.

The first case whose `when` holds gives the standard; the last has no `when` and takes the rest. A case with `until` counts
as long as the period does not end after that day: exceptions for old schools run out. A lookup by size and a standard by
class of county are written the same way (one line of the table each, no adding up). A case that is `free` asks nothing.

    judge:
      by_condition:
        - {when: built <= 2010, at_most: 2400, until: 2026-12-31, say: 2010年前建校}
        - {at_most: 2000}

    2300人 built=2008年                 | 达标   | 4 | 2300人，未超过标准2400人（2010年前建校）
    2401人 built=2010年                 | 未达标 | 0 | 2401人，高于标准2400人，超出1人（2010年前建校），不得分
    2300人 built=2011年                 | 未达标 | 0 | 2300人，高于标准2000人，超出300人，不得分
    2000人 built=2011年                 | 达标   | 4 | 2000人，未超过标准2000人
    2300人 built=2008年 截至=2026-12-31 | 达标   | 4 | 2300人，未超过标准2400人（2010年前建校）
    2300人 built=2008年 截至=2027-06-30 | 未达标 | 0 | 2300人，高于标准2000人，超出300人（“2010年前建校”的标准2026年12月31日到期，不再适用），不得分
    2000人 built=-      截至=2027-06-30 | 达标   | 4 | 2000人，未超过标准2000人
    2300人 built=-                      | 缺数据 | - | 缺少数据：built（由教育局填报）
    -      built=2008年                 | 缺数据 | - | 缺少数据：数值（由教育局填报）

    judge:
      by_condition:
        - {when: pupils <= 20, at_least: 4 * standard, say: 1至20人}
        - {when: pupils <= 50, at_least: 3 * standard, say: 21至50人}
        - {at_least: standard, say: 50人以上}

    2600元 pupils=20人 standard=650元 | 达标   | 4 | 2600元，达到标准2600元（1至20人）
    2600元 pupils=21人 standard=650元 | 达标   | 4 | 2600元，达到标准1950元（21至50人）
    1949元 pupils=50人 standard=650元 | 未达标 | 0 | 1949元，低于标准1950元，差1元（21至50人），不得分

    judge: {by_condition: [{when: temporary > 5, less_than: last_number, say: 临聘超过5%}, {free: true, say: 临聘不超过5%}]}

    80人 temporary=8% last_number=100人  | 达标   | 4 | 80人，低于标准100人（临聘超过5%）
    100人 temporary=8% last_number=100人 | 未达标 | 0 | 100人，恰好等于标准100人，要求“<”，等于不算（临聘超过5%），不得分
    100人 temporary=5% last_number=100人 | 达标   | 4 | 100人，不作要求（临聘不超过5%）
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from evalcli.language import _, day_in_words
from evalcli.model.facts import Facts, Judgement, Missing, Parameters
from evalcli.model.frozen import dataclass, replace
from evalcli.model.trace import Step
from evalcli.rules._answers import RuleFault, no_data, unasked
from evalcli.rules._days import date_of, day_faults
from evalcli.rules._limits import SIGNS, formulas, held_against, signed
from evalcli.rules._schema import Schema, day, formula, limit_of, one_of, parameters, text
from evalcli.rules._wording import cell, shown

KIND: Final = "by_condition"
NEEDS_VALUE: Final[bool | None] = True
_CASE: Final[Schema] = {
    **parameters(
        [],
        when=formula("适用的条件，写公式；最后一种情形不写"),
        until=day("这个标准用到哪一天，含当天"),
        say=text("情形的名称，写进理由"),
        at_least=limit_of("下限，含本数"),
        at_most=limit_of("上限，含本数"),
        more_than=limit_of("必须高于，等于不算"),
        less_than=limit_of("必须低于，等于不算"),
        free={"const": True, "description": "写 true 时不作要求"},
    ),
    "oneOf": one_of(*SIGNS, "free"),
    "description": "每种情形写一个标准：at_least、at_most、more_than 或 less_than；不作要求的写 free: true",
}
PARAMETERS: Final[Schema] = parameters(
    ["by_condition"],
    by_condition={
        "type": "array",
        "minItems": 1,
        "items": _CASE,
        "description": "各种情形和标准，取第一个符合的；最后一种不写条件",
    },
)
Case = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The case that applies, the exceptions that would have but for their day, and how that was found."""

    case: Case
    expired: tuple[Case, ...]
    steps: tuple[Step, ...]


def fields(given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters."""
    return formulas(*(case.get(key) for case in given["by_condition"] for key in ("when", *SIGNS)))


def faults(given: Parameters) -> tuple[str, ...]:
    """Return what is wrong with the cases themselves."""
    return tuple(_faults(given["by_condition"]))


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge by the standard of the first case that applies."""
    chosen = _chosen(facts, given["by_condition"])
    if isinstance(chosen, Missing):
        return no_data(chosen, "")
    judgement = _judged(facts, chosen.case)
    remark = "" if judgement.missing else _remark(chosen)
    return replace(judgement, found=judgement.found + remark, steps=(*chosen.steps, *judgement.steps))


def _judged(facts: Facts, case: Case) -> Judgement:
    value = facts.value()
    if "free" not in case:
        sign, written = signed(case)
        return held_against(facts, value, written, sign)
    if isinstance(value, Missing):
        return unasked(facts, value="", found=_("不作要求"))
    reason = _("{value}，不作要求").format(value=shown(value))
    return unasked(facts, value=cell(value), found=reason, steps=(value.step,))


def _chosen(facts: Facts, cases: list[Case]) -> Chosen | Missing:
    expired: list[Case] = []
    steps: list[Step] = []
    for case in cases:
        over = "until" in case and date_of(case["until"]) < facts.on
        condition = facts.number(case["when"]) if "when" in case else None
        if isinstance(condition, Missing):
            # What no longer counts need not be known.
            if over:
                continue
            return condition
        steps += [condition.step] if condition else []
        if condition and not condition.number:
            continue
        if not over:
            return Chosen(case, tuple(expired), tuple(steps))
        expired.append(case)
    raise RuleFault(_last_without())


def _remark(chosen: Chosen) -> str:
    message = _("“{name}”的标准{day}到期，不再适用")
    parts = [chosen.case["say"]] if "say" in chosen.case else []
    for case in chosen.expired:
        name = case.get("say", case.get("when", ""))
        parts.append(message.format(name=name, day=day_in_words(date_of(case["until"]))))
    return f"（{'；'.join(parts)}）" if parts else ""


def _faults(cases: list[Case]) -> Iterator[str]:
    for number, case in enumerate(cases, 1):
        yield from day_faults(*(case[key] for key in ("until",) if key in case))
        if number < len(cases) and "when" not in case and "until" not in case:
            yield _("第{number}种情形没有条件，后面的轮不到").format(number=number)
    if "when" in cases[-1] or "until" in cases[-1]:
        yield _last_without()


def _last_without() -> str:
    return _("最后一种情形不写 when 和 until，否则有的数值没有标准")

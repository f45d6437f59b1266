"""多年连续：近几年中有几年符合，到数据年度为止。Covers R14, R22.

So many of the last n years, ending with the data year, keep to a limit (`met_when` with a limit) or went a way
(`rises`, `falls`, `not_rises`, `not_falls`; this looks one year further back). Without `at_least` or `at_most` all of
them have to. `each_missed` takes points off for each year too few or too many; `zero_if_all` leaves nothing where every
year was wrong. One year that is not known leaves the question open.

    judge: {years_running: accidents, of_last: 2, met_when: {at_most: 0}}

    accidents=2020:0起,2021:0起 | 达标   | 4 | 近2年中2年符合“≤0起”，要求2年：2021年0起、2020年0起
    accidents=2020:1起,2021:0起 | 未达标 | 0 | 近2年中1年符合“≤0起”，要求2年：2021年0起、2020年1起，不得分
    accidents=2020:-,2021:0起   | 缺数据 | - | 缺少数据：accidents2020年（由教育局填报）
    accidents=2020:-,2021:1起   | 缺数据 | - | 缺少数据：accidents2020年（由教育局填报）；已知不符合的：2021年1起

    judge: {years_running: fitness, of_last: 3, met_when: falls, at_most: 2}

    fitness=2018:92%,2019:91%,2020:90%,2021:90% | 达标 | 4 | 近3年中2年下降，最多2年：2021年90%（持平）、2020年90%（下降）、2019年91%（下降）
    fitness=2018:92%,2019:91%,2020:90%,2021:89% | 未达标 | 0 | 近3年中3年下降，最多2年：2021年89%（下降）、2020年90%（下降）、2019年91%（下降），不得分
    fitness=2018:-,2019:91%,2020:90%,2021:89% | 缺数据 | - | 缺少数据：fitness2018年（由教育局填报）

    judge: {years_running: share, of_last: 3, met_when: not_falls, each_missed: 1, zero_if_all: true}

    share=2018:4%,2019:4%,2020:3.9%,2021:4% | 基本达标 | 3 | 近3年中2年未下降，要求3年：2021年4%（上升）、2020年3.9%（下降）、2019年4%（持平），每差1年扣1分，得3分
    share=2018:4%,2019:3%,2020:2%,2021:1%   | 未达标 | 0 | 近3年中没有1年未下降，要求3年：2021年1%（下降）、2020年2%（下降）、2019年3%（下降），按规定清零，不得分

    judge: {years_running: passed, of_last: 3, met_when: {at_least: 85}, at_least: 2}

    passed=2019:84.9%,2020:85%,2021:90% | 达标   | 4 | 近3年中2年符合“≥85%”，要求2年：2021年90%、2020年85%、2019年84.9%
    passed=2019:84.9%,2020:80%,2021:90% | 未达标 | 0 | 近3年中1年符合“≥85%”，要求2年：2021年90%、2020年80%、2019年84.9%，不得分
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from operator import ge, gt, le, lt
from typing import Any, Final

from evalcli.language import _, enumerated
from evalcli.model.facts import Facts, Judgement, Missing, Parameters, Quantity, Verdict
from evalcli.model.frozen import dataclass
from evalcli.model.trace import Step
from evalcli.rules._answers import all_missing, earned, full, known_steps, met, no_data, stepped, within
from evalcli.rules._limits import SIGNS, formulas, holds, limit, limit_text, refuse_different_units, signed
from evalcli.rules._schema import Schema, field, flag, limit_of, one_of, parameters, positive, text
from evalcli.rules._wording import points_text, shown

KIND: Final = "years_running"
NEEDS_VALUE: Final[bool | None] = False
_WAYS: Final[dict[str, Callable[[Fraction, Fraction], bool]]] = {
    "rises": gt,
    "falls": lt,
    "not_rises": le,
    "not_falls": ge,
}
_COUNT: Final = {"type": "integer", "minimum": 1}
_LIMITS: Final[Schema] = {
    **parameters(
        [],
        at_least=limit_of("每年的下限，含本数"),
        at_most=limit_of("每年的上限，含本数"),
        more_than=limit_of("每年必须高于，等于不算"),
        less_than=limit_of("每年必须低于，等于不算"),
    ),
    "type": ["object", "string"],
    "description": "哪一年算符合：写标准，或写 rises、falls、not_rises、not_falls（与前一年比）",
    "if": {"type": "object"},
    "then": {"oneOf": one_of(*SIGNS)},
    "else": {"enum": list(_WAYS)},
}
PARAMETERS: Final[Schema] = {
    **parameters(
        ["years_running", "of_last", "met_when"],
        years_running=field("逐年看的填报项"),
        member=text("只看哪个分项"),
        of_last={**_COUNT, "maximum": 20, "description": "最近几年，到数据年度为止"},
        met_when=_LIMITS,
        at_least={**_COUNT, "description": "至少几年符合；不写时每年都要符合"},
        at_most={"type": "integer", "minimum": 0, "description": "最多几年这样"},
        each_missed=positive("每差一年扣几分；不写时不得分"),
        zero_if_all=flag("写 true 时，每一年都不符合就不得分"),
    ),
    "not": {"required": ["at_least", "at_most"]},
    "description": "at_least 和 at_most 只写一个",
}


@dataclass(frozen=True, slots=True)
class Year:
    """One year: whether it counts, in words."""

    counts: bool
    text: str


def fields(given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters."""
    when = given["met_when"]
    member = f'["{given["member"]}"]' if "member" in given else ""
    return formulas(given["years_running"] + member, *([] if isinstance(when, str) else when.values()))


def faults(given: Parameters) -> tuple[str, ...]:
    """Return what is wrong with the counts of years."""
    count = given.get("at_least", given.get("at_most", 0))
    if count <= given["of_last"]:
        return ()
    return (_("最近{all}年里不会有{count}年").format(all=given["of_last"], count=count),)


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge how many of the last years are as they should be."""
    when, of_last = given["met_when"], int(given["of_last"])
    by_limit = not isinstance(when, str)
    series = facts.years(given["years_running"], given.get("member", ""), of_last + (not by_limit))
    known = [(year, one) for year, one in series if isinstance(one, Quantity)]
    unit = known[0][1].unit if known else ""
    bound = limit(facts, signed(when)[1], unit) if by_limit else None
    steps = known_steps(*(one for _year, one in series))
    if len(known) < len(series) or isinstance(bound, Missing):
        lack = all_missing(bound, *(one for _year, one in series))
        return _lacking(lack, known, given, bound, steps)
    years = [_held(*one, signed(when)[0], bound) for one in known] if bound else _moved(known, when)
    named = _named(when, known[0][1], bound)
    return _judged(facts, given, years, named, steps)


def _held(year: int, value: Quantity, sign: str, bound: Quantity) -> Year:
    text_ = _("{year}年{value}").format(year=year, value=shown(value, bound.number))
    return Year(holds(sign, value, bound), text_)


def _moved(known: list[tuple[int, Quantity]], way: str) -> list[Year]:
    return [_went(year, this, before, way) for (year, this), (_year, before) in pairwise(known)]


def _went(year: int, this: Quantity, before: Quantity, way: str) -> Year:
    refuse_different_units(this, before)
    words = _("持平") if this.number == before.number else _("上升") if this.number > before.number else _("下降")
    texts = {"year": year, "value": shown(this, before.number), "words": words}
    return Year(_WAYS[way](this.number, before.number), _("{year}年{value}（{words}）").format(**texts))


def _named(when: Any, value: Quantity, bound: Quantity | None) -> str:
    if bound:
        return _("符合“{limit}”").format(limit=signed(when)[0] + limit_text(value, bound))
    return {"rises": _("上升"), "falls": _("下降"), "not_rises": _("未上升"), "not_falls": _("未下降")}[when]


def _lacking(
    lack: Missing,
    known: list[tuple[int, Quantity]],
    given: Parameters,
    bound: Quantity | Missing | None,
    steps: tuple[Step, ...],
) -> Judgement:
    answer = no_data(lack, "", steps)
    if not isinstance(bound, Quantity) or "at_most" in given:
        return answer
    years = [_held(year, value, signed(given["met_when"])[0], bound) for year, value in known]
    against = enumerated(year.text for year in years if not year.counts)
    if not against:
        return answer
    message = _("{missing}；已知不符合的：{against}")
    reason = message.format(missing=answer.reason, against=against)
    return Judgement(answer.verdict, None, "", "", reason, steps, lack)


def _judged(facts: Facts, given: Parameters, years: list[Year], named: str, steps: tuple[Step, ...]) -> Judgement:
    counted = sum(year.counts for year in years)
    wanted = given.get("at_most", given.get("at_least", given["of_last"]))
    few = "at_most" in given
    wrong = max(0, counted - wanted if few else wanted - counted)
    all_wrong = counted == len(years) if few else counted == 0
    texts = {"all": len(years), "counted": counted, "named": named, "wanted": wanted}
    head = _("近{all}年中{counted}年{named}") if counted else _("近{all}年中没有1年{named}")
    asked = _("，最多{wanted}年：") if few else _("，要求{wanted}年：")
    reason = (head + asked).format(**texts) + enumerated(year.text for year in years)
    value = _("{counted}/{all}年").format(**texts)
    standard = (_("最多{wanted}年{named}") if few else _("至少{wanted}年{named}")).format(**texts)
    if not wrong:
        return met(facts, value=value, standard=standard, found=reason, steps=steps)
    points, lost = _points(facts, given, wrong, all_wrong=all_wrong)
    verdict = stepped(facts, points) if "each_missed" in given else Verdict.MISSED
    return Judgement(verdict, points, value, standard, reason, steps, earned=earned(facts, points, lost))


def _points(facts: Facts, given: Parameters, wrong: int, *, all_wrong: bool) -> tuple[Fraction, str]:
    if all_wrong and given.get("zero_if_all"):
        return Fraction(0), _("按规定清零，")
    if "each_missed" not in given:
        return Fraction(0), ""
    each = given["each_missed"]
    return within(facts, full(facts) - Fraction(each) * wrong), _("每差1年扣{each}，").format(each=points_text(each))

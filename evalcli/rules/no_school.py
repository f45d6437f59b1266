"""没有一所学校（或班级）超出：符合条件的学校数为零，超出的逐一列出。Covers R3, R8.

No school of the table meets the condition; those that do are named. With `tolerate` that share of schools may. With
`free` nothing is asked: the schools are named for comparison only, such as those that another rule would serve better.

    judge: {no_school: 学生 > 2000, say: 超过2000人}

    学生 > 2000≥0: 一小=0 二小=0 | 达标   | 4 | 2所学校都没有超过2000人
    学生 > 2000≥0: 一小=0 二小=1 | 未达标 | 0 | 2所学校中1所超过2000人：二小；占50%，不得分
    学生 > 2000≥0: -             | 缺数据 | - | 缺少数据：学校表

    judge: {no_school: 学生 > 2000, say: 超过2000人, tolerate: 50%}

    学生 > 2000≥0: 一小=0 二小=1 | 达标 | 4 | 2所学校中1所超过2000人：二小；占50%，不超过允许的50%

    judge: {no_school: 学生 > 2000, say: 超过2000人, free: true}

    学生 > 2000≥0: 一小=0 二小=1 | 达标 | 4 | 2所学校中1所超过2000人：二小；占50%，只作对照，不作要求
    学生 > 2000≥0: 一小=0 二小=0 | 达标 | 4 | 2所学校都没有超过2000人
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from evalcli.language import _, enumerated
from evalcli.model.facts import Across, Facts, Judgement, Parameters
from evalcli.model.numbers import plain, telling
from evalcli.model.trace import Step
from evalcli.rules._answers import all_missing, met, missed, no_data, share_of, unasked
from evalcli.rules._schema import Schema, formula, parameters, percent
from evalcli.rules._schools import outside

KIND: Final = "no_school"
NEEDS_VALUE: Final[bool | None] = False
PARAMETERS: Final[Schema] = parameters(
    [KIND, "say"],
    no_school=formula("不该有学校符合的条件，按列写公式"),
    say={"type": "string", "minLength": 1, "description": "符合条件怎么说，如“超过2000人”"},
    tolerate=percent("允许有百分之几的学校符合"),
    free={"const": True, "description": "写 true 时只列出符合的学校作对照，不作要求"},
)


def fields(_given: Parameters) -> tuple[str, ...]:
    """Return no formula: conditions are over columns."""
    return ()


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge whether too many schools meet the condition."""
    found = facts.across(given[KIND])
    say = given["say"]
    allowed = 100 * share_of(given.get("tolerate", "0%"))
    standard = _standard(given, allowed)
    if not isinstance(found, Across):
        return no_data(all_missing(found), standard)
    hit = [value for value in found.values if value.number]
    steps = (*_steps(facts, given, found), *outside(found))
    count = len(found.values)
    if not hit:
        reason = _("{count}所学校都没有{say}").format(count=count, say=say)
        if "free" in given:
            return unasked(facts, value=_("0所"), found=reason, steps=steps)
        return met(facts, value=_("0所"), standard=standard, found=reason, steps=steps)
    share = Fraction(len(hit) * 100, count)
    texts = {"all": count, "hit": len(hit), "say": say, "share": telling(share, 1, allowed)}
    head = _("{all}所学校中{hit}所{say}：{named}；占{share}%").format(
        **texts, named=enumerated(one.school for one in hit)
    )
    value = _("{hit}所").format(hit=len(hit))
    if "free" in given:
        reason = head + _("，只作对照，不作要求")
        return unasked(facts, value=value, found=reason, steps=steps)
    if share <= allowed:
        reason = head + _("，不超过允许的{allowed}%").format(allowed=plain(allowed))
        return met(facts, value=value, standard=standard, found=reason, steps=steps)
    brief = _("{all}所学校中{hit}所{say}，占{share}%").format(**texts)
    return missed(facts, value=value, standard=standard, found=head, steps=steps, brief=brief)


def _standard(given: Parameters, allowed: Fraction) -> str:
    if "free" in given:
        return _("不作要求")
    say = given["say"]
    if not allowed:
        return _("没有学校{say}").format(say=say)
    return _("{say}的不超过{allowed}%").format(say=say, allowed=plain(allowed))


def _steps(facts: Facts, given: Parameters, found: Across) -> Iterator[Step]:
    """Yield every school that meets the condition, and how the condition comes about in it."""
    for position, value in enumerate(found.values):
        if value.number:
            yield Step(value.school, given["say"], "", value.place)
            yield facts.in_school(given[KIND], position)

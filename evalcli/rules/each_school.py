"""校校达标：每所学校 n 项中至少达到 k 项，其余各项不低于标准的一定比例。Covers R3, R4, R25, R26.

Every school of the stage reaches `reach` of the measures, and what it does not reach is at least `floor` of the
standard (教督〔2017〕6号: 6 of 7, the other ≥ 85 %). With `tolerate` that share of schools may fail. Every failing
school is named with value, standard and shortfall. No school and missing columns are missing data, never a pass.

    judge: {each_school: [甲, 乙, 丙], reach: 2, floor: 85%}

    甲≥4: 一小=4 二小=5; 乙≥2: 一小=2 二小=2; 丙≥1: 一小=1 二小=0.85     | 达标   | 4 | 2所学校全部达到（每校3项中至少2项达标，其余不低于标准的85%）
    甲≥4: 一小=4 二小=5; 乙≥2: 一小=2 二小=2; 丙≥1: 一小=1 二小=0.84     | 未达标 | 0 | 2所学校中1所没有达到：二小（丙0.84，标准1，差0.16，为标准的84%）；达到的占50%，不得分
    甲≥4: 一小=3.9 二小=5; 乙≥2: 一小=1.9 二小=2; 丙≥1: 一小=1 二小=1   | 未达标 | 0 | 2所学校中1所没有达到：一小（达标1项：丙；甲3.9，标准4，差0.1，为标准的97.5%；乙1.9，标准2，差0.1，为标准的95%）；达到的占50%，不得分
    甲≥4: -; 乙≥2: -; 丙≥1: -                                          | 缺数据 | - | 缺少数据：学校表

    judge: {each_school: [甲], reach: 1, tolerate: 50%}

    甲≥4: 一小=3 二小=5 | 达标 | 4 | 2所学校中1所没有达到：一小（甲3，标准4，差1，为标准的75%）；达到的占50%，不低于标准50%
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from evalcli.language import _, enumerated
from evalcli.model.facts import Across, Facts, Judgement, Missing, Parameters
from evalcli.model.frozen import dataclass
from evalcli.model.numbers import plain, telling
from evalcli.model.trace import Step
from evalcli.rules._answers import all_missing, met, missed, no_data, share_of
from evalcli.rules._schema import Schema, names, parameters, percent
from evalcli.rules._schools import outside

KIND: Final = "each_school"
NEEDS_VALUE: Final[bool | None] = False
PARAMETERS: Final[Schema] = parameters(
    [KIND, "reach"],
    each_school=names("每所学校要看的分学校指标"),
    reach={"type": "integer", "minimum": 1, "description": "至少达到几项"},
    floor=percent("没有达到的各项，不低于标准的百分之几；不写时不作要求"),
    tolerate=percent("允许没有达到的学校占百分之几；不写时全部学校都要达到"),
)
_NAMED_AT_MOST: Final = 10


@dataclass(frozen=True, slots=True)
class Standing:
    """One school: which measures it reaches, which reach the floor, which fall short and by how much.

    `below` counts where the measures stand that it does not reach.
    """

    school: str
    reached: tuple[str, ...]
    near: tuple[str, ...]
    short: tuple[str, ...]
    passes: bool
    step: Step
    below: tuple[int, ...]


def fields(_given: Parameters) -> tuple[str, ...]:
    """Return no formula: measures are columns' business."""
    return ()


def faults(given: Parameters) -> tuple[str, ...]:
    """Return what is wrong with how many measures a school must reach."""
    listed, reach = len(given[KIND]), given["reach"]
    if reach <= listed:
        return ()
    return (_("每所学校只看{listed}项，却要求达到{reach}项").format(listed=listed, reach=reach),)


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge whether enough schools pass."""
    found = [facts.across(name) for name in given[KIND]]
    standard = _standard(given)
    tables = [one for one in found if isinstance(one, Across)]
    if len(tables) < len(found):
        return no_data(all_missing(*found), standard)
    unset = [table.label for table in tables if table.standard is None]
    if unset:
        return no_data(Missing(tuple(unset), because=_("这一学段没有标准")), standard)
    standings = [_standing(tables, position, given) for position in range(len(tables[0].values))]
    return _judged(facts, given, standings, standard, outside(tables[0]))


def _judged(
    facts: Facts, given: Parameters, standings: list[Standing], standard: str, outside: tuple[Step, ...]
) -> Judgement:
    passing = sum(one.passes for one in standings)
    share = Fraction(passing * 100, len(standings))
    wanted = 100 - 100 * share_of(given.get("tolerate", "0%"))
    value = _("{passing}/{all}所").format(passing=passing, all=len(standings))
    steps = (
        *(step for position, one in enumerate(standings) for step in _steps(facts, given, position, one)),
        *outside,
    )
    if passing == len(standings):
        reason = _("{count}所学校全部达到（{standard}）").format(count=len(standings), standard=standard)
        return met(facts, value=value, standard=standard, found=reason, steps=steps)
    failing = [one for one in standings if not one.passes]
    named = "；".join(f"{one.school}（{_why(one)}）" for one in failing[:_NAMED_AT_MOST])
    more = _("等") if len(failing) > _NAMED_AT_MOST else ""
    text = _("{all}所学校中{failing}所没有达到：{named}{more}；达到的占{share}%")
    head = text.format(
        all=len(standings), failing=len(failing), named=named, more=more, share=telling(share, 1, wanted)
    )
    if share >= wanted:
        reason = head + _("，不低于标准{wanted}%").format(wanted=plain(wanted))
        return met(facts, value=value, standard=standard, found=reason, steps=steps)
    brief = _("{all}所学校中{failing}所没有达到要求").format(all=len(standings), failing=len(failing))
    return missed(facts, value=value, standard=standard, found=head, steps=steps, brief=brief)


def _steps(facts: Facts, given: Parameters, position: int, one: Standing) -> Iterator[Step]:
    """Yield how a school stands; where it fails, also how every measure that it does not reach comes about."""
    yield one.step
    if not one.passes:
        yield from (facts.in_school(given[KIND][number], position) for number in one.below)


def _standard(given: Parameters) -> str:
    all_of, reach = len(given[KIND]), given["reach"]
    text = _("每校{all}项中至少{reach}项达标").format(all=all_of, reach=reach)
    if "floor" in given and reach < all_of:
        text += _("，其余不低于标准的{floor}").format(floor=given["floor"])
    return text


def _standing(tables: list[Across], position: int, given: Parameters) -> Standing:
    floor = share_of(given["floor"]) if "floor" in given else None
    reached, near, short, too_low = [], [], [], False
    for table in tables:
        limit = Fraction(table.standard or 0)
        number = table.values[position].number
        if number >= limit:
            reached.append(table.label)
        elif floor is not None and number >= limit * floor:
            near.append(_at(table, number, limit))
        else:
            too_low = too_low or floor is not None
            short.append(_at(table, number, limit))
    passes = len(reached) >= given["reach"] and not too_low
    below = tuple(number for number, table in enumerate(tables) if table.label not in reached)
    school = tables[0].values[position]
    remark = _remark(reached, near, short)
    step = Step(school.school, _("达到") if passes else _("没有达到"), remark, school.place)
    return Standing(school.school, tuple(reached), tuple(near), tuple(short), passes, step, below)


def _at(table: Across, number: Fraction, limit: Fraction) -> str:
    """Return a measure below its standard: value, standard, shortfall, and the part of the standard that is reached."""
    shown = f"{table.label}{telling(number, table.decimals, limit)}{table.unit}"
    text = _("{shown}，标准{limit}，差{gap}，为标准的{share}%")
    return text.format(
        shown=shown, limit=plain(limit), gap=plain(limit - number, 4), share=plain(number / limit * 100, 2)
    )


def _remark(reached: list[str], near: list[str], short: list[str]) -> str:
    """Return which measures pass and which reach the floor: the remark that 表Ⅱ-2 asks for."""
    if not near and not short:
        return _("{count}项全部达标").format(count=len(reached))
    parts = [_("达标{count}项：{names}").format(count=len(reached), names=enumerated(reached) or _("无"))]
    parts += [_("达到下限：{names}").format(names="；".join(near))] if near else []
    parts += [_("没有达到：{names}").format(names="；".join(short))] if short else []
    return "；".join(parts)


def _why(one: Standing) -> str:
    """Return what keeps a school from passing."""
    wanting = "；".join((*one.near, *one.short))
    head = _("达标{count}项：{names}；").format(count=len(one.reached), names=enumerated(one.reached))
    return head + wanting if len(one.short) + len(one.near) > 1 and one.reached else wanting

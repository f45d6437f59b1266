"""整改：上一轮列出的问题整改了多少；各状态合计必须等于问题数。Covers R24.

Of the problems listed earlier so many are done; the rest has a date (`dated`) or is under way (`under_way`). The states
must add up to the list: 44 = 38 + 1 + 5. Points follow the share that is done.

    judge: {rectified: {listed: listed, done: done, dated: dated, under_way: open}}

    listed=44个 done=38个 dated=1个 open=5个 | 基本达标 | 38/11 | 44个问题已整改38个，限期整改1个，推进中5个，完成86.36%，得3.45分
    listed=44个 done=44个 dated=0个 open=0个 | 达标 | 4 | 44个问题已整改44个，限期整改0个，推进中0个，完成100%，得满分
    listed=44个 done=11个 dated=0个 open=33个 | 未达标 | 1 | 44个问题已整改11个，限期整改0个，推进中33个，完成25%，得1分
    listed=44个 done=38个 dated=1个 open=4个 | 缺数据 | - | 无法计算：38 + 1 + 4 = 43个，与列出的44个问题对不上
    listed=0个 done=0个 dated=0个 open=0个   | 缺数据 | - | 无法计算：没有列出的问题；确实没有的，按不适用申报
    listed=44个 done=38个 dated=1个 open=-   | 缺数据 | - | 缺少数据：open（由教育局填报）

    judge: {rectified: {listed: listed, done: done}}

    listed=44个 done=44个 | 达标     | 4 | 44个问题已整改44个，完成100%，得满分
    listed=44个 done=33个 | 基本达标 | 3 | 44个问题已整改33个，完成75%，得3分
    listed=44个 done=0个  | 未达标   | 0 | 44个问题已整改0个，完成0%，不得分
    listed=44个 done=45个 | 缺数据   | - | 无法计算：已整改45个，多于列出的44个问题
    listed=44个 done=-1个 | 缺数据   | - | 无法计算：个数小于零，请核对
"""

from fractions import Fraction
from typing import Final

from evalcli.language import _
from evalcli.model.facts import Facts, Judgement, Missing, Parameters, Quantity
from evalcli.model.numbers import plain, telling
from evalcli.rules._answers import all_missing, full, known_steps, no_data, proportional
from evalcli.rules._limits import formulas, refuse_different_units
from evalcli.rules._schema import Schema, formula, parameters
from evalcli.rules._wording import shown

KIND: Final = "rectified"
NEEDS_VALUE: Final[bool | None] = False
PARAMETERS: Final[Schema] = parameters(
    ["rectified"],
    rectified={
        **parameters(
            ["listed", "done"],
            listed=formula("列出的问题数，写填报项或公式"),
            done=formula("已完成整改的个数"),
            dated=formula("已定期限的个数"),
            under_way=formula("推进中的个数"),
        ),
        "description": "问题数和各状态的个数；写了 dated 或 under_way 时各状态合计要等于问题数",
    },
)
_STATES: Final = ("done", "dated", "under_way")
_STANDARD: Final = "100%"
_PLACES: Final = 2


def fields(given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters."""
    return formulas(*(given["rectified"].get(name) for name in ("listed", *_STATES)))


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge how many of the problems are done."""
    written = given["rectified"]
    listed = facts.number(written["listed"])
    found = {name: facts.number(written[name]) for name in _STATES if name in written}
    steps = known_steps(listed, *found.values())
    states = {name: one for name, one in found.items() if isinstance(one, Quantity)}
    if isinstance(listed, Missing) or len(states) < len(found):
        return no_data(all_missing(listed, *found.values()), _STANDARD, steps)
    if doubt := _doubt(listed, states):
        return no_data(Missing((), because=doubt), _STANDARD, steps)
    share = states["done"].number / listed.number
    texts = {"share": telling(share * 100, _PLACES, 100), "states": _states(states), "listed": shown(listed)}
    return proportional(
        facts,
        full(facts) * share,
        value=_("{share}%（{done}/{listed}）").format(**texts, done=shown(states["done"])),
        standard=_STANDARD,
        found=_("{listed}问题{states}，完成{share}%").format(**texts),
        steps=steps,
    )


def _doubt(listed: Quantity, states: dict[str, Quantity]) -> str:
    for state in states.values():
        refuse_different_units(state, listed)
    if min(listed.number, *(state.number for state in states.values())) < 0:
        return _("个数小于零，请核对")
    if listed.number == 0 and not any(state.number for state in states.values()):
        return _("没有列出的问题；确实没有的，按不适用申报")
    whole = sum((state.number for state in states.values()), Fraction(0))
    if len(states) == 1:
        message = _("已整改{whole}，多于列出的{listed}问题") if whole > listed.number else ""
        return message.format(whole=plain(whole) + listed.unit, listed=shown(listed))
    if whole == listed.number:
        return ""
    sums = " + ".join(plain(state.number) for state in states.values()) + f" = {plain(whole)}{listed.unit}"
    return _("{sums}，与列出的{listed}问题对不上").format(sums=sums, listed=shown(listed))


def _states(states: dict[str, Quantity]) -> str:
    messages = {
        "done": _("已整改{count}"),
        "dated": _("限期整改{count}"),
        "under_way": _("推进中{count}"),
    }
    return _("，").join(messages[name].format(count=shown(state)) for name, state in states.items())

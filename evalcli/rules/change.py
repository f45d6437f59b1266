"""升降幅度：与上年相比升了或降了多少；写明是百分比还是百分点。Covers R21.

`in: percent` asks for the change relative to last year, (this − last) ÷ last; `in: points` for the difference of two shares
in 百分点. Falling is negative: `at_most: -5` asks for a fall of 5 or more. Every member of a dimension has to keep to it.
Where last year is not filled in, a stated growth decides on percent, and the reason says so.

    judge: {change: seats, at_most: -5, in: percent}

    seats=100个→95个      | 达标   | 4 | seats由100个变为95个，下降5%，符合“下降5%以上”的标准
    seats=100个→96个      | 未达标 | 0 | seats由100个变为96个，下降4%，标准为下降5%以上，差1个百分点，不得分
    seats=100个→101个     | 未达标 | 0 | seats由100个变为101个，增长1%，标准为下降5%以上，差6个百分点，不得分
    seats=-→95个+-5.5%    | 达标   | 4 | seats下降5.5%（按填报增幅），符合“下降5%以上”的标准
    seats=0个→5个         | 缺数据 | - | 无法计算：seats上年为零，算不出百分比
    seats=-→95个          | 缺数据 | - | 缺少数据：seats上年（由财政局填报）

    judge: {change: myopia, at_most: -0.5, in: points}

    myopia=50%→49.5% | 达标   | 4 | myopia由50%变为49.5%，下降0.5个百分点，符合“下降0.5个百分点以上”的标准
    myopia=50%→49.7% | 未达标 | 0 | myopia由50%变为49.7%，下降0.3个百分点，标准为下降0.5个百分点以上，差0.2个百分点，不得分
    myopia=50%→50%   | 未达标 | 0 | myopia由50%变为50%，持平，标准为下降0.5个百分点以上，差0.5个百分点，不得分

    judge: {change: myopia, at_most: -0.5, in: percent}

    myopia=50%→49.7% | 达标 | 4 | myopia由50%变为49.7%，下降0.6%（相对上年，不是百分点），符合“下降0.5%以上”的标准

    judge: {change: good, at_least: 20, in: percent}

    good=10所→12所               | 达标   | 4 | good由10所变为12所，增长20%，符合“增长20%以上”的标准
    good.小学=10所→12所 good.初中=10所→11所 | 未达标 | 0 | good.初中由10所变为11所，增长10%，标准为增长20%以上，差10个百分点，不得分
"""

from fractions import Fraction
from typing import Final

from evalcli.language import _, enumerated
from evalcli.model.facts import Facts, Judgement, Missing, Parameters, Quantity, Run
from evalcli.model.frozen import dataclass
from evalcli.model.trace import Step
from evalcli.rules._answers import RuleFault, all_missing, met, missed, no_data
from evalcli.rules._limits import formulas, holds, limit, refuse_different_units, signed
from evalcli.rules._schema import Schema, choice, field, limit_of, one_of, parameters
from evalcli.rules._series import counted
from evalcli.rules._wording import amount, gap, shown

KIND: Final = "change"
NEEDS_VALUE: Final[bool | None] = False
PARAMETERS: Final[Schema] = {
    **parameters(
        ["change", "in"],
        change=field("与上年相比的填报项"),
        in_=choice(("percent", "points"), "percent 是比上年增减百分之几，points 是增减几个百分点"),
        at_least=limit_of("变化的下限，含本数；下降写负数"),
        at_most=limit_of("变化的上限，含本数；下降写负数"),
    ),
    "oneOf": one_of("at_least", "at_most"),
}
_PLACES: Final = 2
_UNITS: Final = {"percent": "%", "points": "百分点"}


@dataclass(frozen=True, slots=True)
class Change:
    """How one series changed, with the words before the amount and after it."""

    number: Quantity
    head: str
    remark: str = ""

    def text(self, bound: Fraction) -> str:
        """Return the change in words, with enough places to tell it from the limit."""
        return self.head + _risen(self.number, bound) + self.remark


def fields(given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters."""
    return formulas(given["change"], given.get("at_least"), given.get("at_most"))


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge how much the field changed."""
    unit = _UNITS[given["in"]]
    sign, written = signed(given)
    bound = limit(facts, written, unit)
    found = [_change(run, unit) for run in counted(facts.runs(given["change"]))]
    changes = [one for one in found if isinstance(one, Change)]
    steps = tuple(change.number.step for change in changes)
    if isinstance(bound, Missing) or len(changes) < len(found):
        standard = "" if isinstance(bound, Missing) else _wanted(sign, bound, unit)
        return no_data(all_missing(bound, *found), standard, steps)
    standard = _wanted(sign, bound, unit)
    short = [change for change in changes if not holds(sign, change.number, bound)]
    value = enumerated(_risen(change.number, bound.number) for change in changes)
    if short:
        reason = "；".join(_failed(change, bound, standard) for change in short)
        return missed(facts, value=value, standard=standard, found=reason, steps=steps)
    texts = "；".join(change.text(bound.number) for change in changes)
    reason = _("{changes}，符合“{standard}”的标准").format(changes=texts, standard=standard)
    return met(facts, value=value, standard=standard, found=reason, steps=steps)


def _change(run: Run, unit: str) -> Change | Missing:
    if isinstance(run.this, Missing) or isinstance(run.last, Missing):
        stated = run.growth if unit == "%" else None
        return _stated(run.label, stated) if stated else all_missing(run.this, run.last)
    refuse_different_units(run.this, run.last)
    if unit == "%":
        return _relative(run.label, run.this, run.last)
    return _difference(run.label, run.this, run.last)


def _stated(label: str, growth: Quantity) -> Change:
    step = Step(label, _risen(growth, growth.number), _("按填报增幅"), parts=(growth.step,))
    return Change(Quantity(growth.number, "%", growth.decimals, step), label, _("（按填报增幅）"))


def _relative(label: str, this: Quantity, last: Quantity) -> Change | Missing:
    if last.number == 0:
        return Missing((), because=_("{label}上年为零，算不出百分比").format(label=label))
    number = (this.number - last.number) / abs(last.number) * 100
    how = f"({shown(this, last.number)} − {shown(last, this.number)}) ÷ {shown(last, this.number)} × 100"
    remark = _("（相对上年，不是百分点）") if this.unit == "%" and number else ""
    return _reckoned(label, this, last, how, (number, "%", _PLACES, remark))


def _difference(label: str, this: Quantity, last: Quantity) -> Change:
    if this.unit != "%":
        message = _("{label}的单位是“{unit}”，不是%，增减不能按百分点算")
        raise RuleFault(message.format(label=label, unit=this.unit))
    how = f"{shown(this, last.number)} − {shown(last, this.number)}"
    places = max(this.decimals, last.decimals)
    return _reckoned(label, this, last, how, (this.number - last.number, "百分点", places, ""))


def _reckoned(label: str, this: Quantity, last: Quantity, how: str, change: tuple[Fraction, str, int, str]) -> Change:
    number, unit, places, remark = change
    bare = Quantity(number, unit, places, Step("", ""))
    step = Step(label, _risen(bare, number), how, parts=(this.step, last.step))
    message = _("{label}由{last}变为{this}，")
    head = message.format(label=label, last=shown(last, this.number), this=shown(this, last.number))
    return Change(Quantity(number, unit, places, step), head, remark)


def _risen(change: Quantity, bound: Fraction) -> str:
    if change.number == 0:
        return _("持平")
    word = _("增长") if change.number > 0 else _("下降")
    # 0 keeps a tiny change from reading as none.
    against = abs(bound) if abs(bound) != abs(change.number) else Fraction(0)
    return word + amount(abs(change.number), _counted(change.unit), change.decimals, against)


def _counted(unit: str) -> str:
    return _("个百分点") if unit == "百分点" else unit


def _wanted(sign: str, bound: Quantity, unit: str) -> str:
    if bound.number == 0:
        return _("不下降") if sign == "≥" else _("不增长")
    word = _("增长") if bound.number > 0 else _("下降")
    # At least +5 and at most −5 ask for a change of that size; the other two only allow it.
    asked = (bound.number > 0) == (sign == "≥")
    message = _("{word}{size}以上") if asked else _("{word}不超过{size}")
    return message.format(word=word, size=amount(abs(bound.number), _counted(unit), bound.decimals))


def _failed(change: Change, bound: Quantity, standard: str) -> str:
    texts = {"change": change.text(bound.number), "standard": standard, "gap": gap(change.number, bound)}
    return _("{change}，标准为{standard}，差{gap}").format(**texts)

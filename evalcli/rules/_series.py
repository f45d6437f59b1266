"""Fields over time: what only goes up, or only down."""

from fractions import Fraction
from typing import Any, Final

from evalcli.language import _, enumerated
from evalcli.model.facts import Facts, Judgement, Missing, Parameters, Quantity, Run, Verdict
from evalcli.model.frozen import dataclass
from evalcli.model.numbers import telling
from evalcli.model.trace import Step
from evalcli.rules._answers import all_missing, earned, full, met, no_data, stepped, within
from evalcli.rules._limits import refuse_different_units
from evalcli.rules._schema import Schema, fields, parameters, positive
from evalcli.rules._wording import points_text, shown

_GROWTH_PLACES: Final = 2
UP: Final = 1
DOWN: Final = -1


@dataclass(frozen=True, slots=True)
class Change:
    """One series: did it rise (1), fall (-1) or stay (0), in words, with its trace."""

    direction: int
    text: str
    step: Step


def schema(kind: str, each: str, series: str, each_text: str) -> Schema:
    """Return the parameters of a rule over series."""
    return parameters([kind], **{kind: fields(series), each: positive(each_text)})


def judged(facts: Facts, given: Parameters, *, kind: str, each: str, wanted: int) -> Judgement:
    """Return the judgement over all series of all fields; `wanted` is the direction that is asked for."""
    found = [_change(run) for field in given[kind] for run in counted(facts.runs(field))]
    changes = tuple(one for one in found if isinstance(one, Change))
    lack = [one for one in found if isinstance(one, Missing)]
    against = [change for change in changes if change.direction == -wanted]
    standard = _("只增不减") if wanted == UP else _("只减不增")
    steps = tuple(change.step for change in changes)
    if lack or not changes:
        return _lacking(lack, against, standard, steps)
    value = _value(changes, against, wanted)
    if not against:
        reason = _listed(changes, _all_kept(len(changes), wanted))
        return met(facts, value=value, standard=standard, found=reason, steps=steps)
    points, lost = _points(facts, given.get(each), len(against))
    broken = _listed(tuple(against), _some_broken(len(changes), len(against), wanted))
    verdict = stepped(facts, points) if each in given else Verdict.MISSED
    return Judgement(verdict, points, value, standard, broken, steps, earned=earned(facts, points, lost))


def counted(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Leave out the members of which the county has nothing at all, such as 中职 where there is none."""
    present = tuple(run for run in runs if not _is_empty(run))
    return present or runs


def _is_empty(run: Run) -> bool:
    return isinstance(run.this, Missing) and isinstance(run.last, Missing) and run.growth is None


def _change(run: Run) -> Change | Missing:
    if isinstance(run.this, Quantity) and isinstance(run.last, Quantity):
        return _reckoned(run.label, run.this, run.last)
    if run.growth is not None:
        return _stated(run.label, run.growth)
    return all_missing(run.this, run.last)


def _reckoned(label: str, this: Quantity, last: Quantity) -> Change:
    refuse_different_units(this, last)
    difference = this.number - last.number
    parts = (this.step, last.step)
    if last.number == 0:
        how = f"{shown(this)} − {shown(last)}"
        text = _("{label}由{last}变为{this}").format(label=label, last=shown(last), this=shown(this))
        return Change(_sign(difference), text, Step(label, text.removeprefix(label), how, parts=parts))
    growth = difference / abs(last.number) * 100
    how = f"({shown(this, last.number)} − {shown(last, this.number)}) ÷ {shown(last, this.number)} × 100"
    return _grown(label, growth, how, parts)


def _stated(label: str, growth: Quantity) -> Change:
    change = _grown(label, growth.number, _("按填报增幅"), (growth.step,))
    return Change(change.direction, change.text + _("（按填报增幅）"), change.step)


def _grown(label: str, growth: Fraction, how: str, parts: tuple[Step, ...]) -> Change:
    text = telling(abs(growth), _GROWTH_PLACES, 0)
    words = {1: _("增长{percent}%"), -1: _("下降{percent}%"), 0: _("持平")}[_sign(growth)].format(percent=text)
    return Change(_sign(growth), label + words, Step(label, words, how, parts=parts))


def _sign(number: Fraction) -> int:
    return (number > 0) - (number < 0)


def _lacking(lack: list[Missing], against: list[Change], standard: str, steps: tuple[Step, ...]) -> Judgement:
    answer = no_data(all_missing(*lack), standard, steps)
    if not against:
        return answer
    known = _("{missing}；已知不符合的：{against}")
    reason = known.format(missing=answer.reason, against=enumerated(change.text for change in against))
    return Judgement(answer.verdict, None, "", standard, reason, steps, answer.missing)


def _value(changes: tuple[Change, ...], against: list[Change], wanted: int) -> str:
    if len(changes) == 1:
        return changes[0].step.shown
    message = _("{all}项中{some}项下降") if wanted == UP else _("{all}项中{some}项上升")
    return message.format(all=len(changes), some=len(against))


def _all_kept(several: int, wanted: int) -> str:
    if several == 1:
        return ""
    message = _("{count}项均未下降：") if wanted == UP else _("{count}项均未上升：")
    return message.format(count=several)


def _some_broken(several: int, broken: int, wanted: int) -> str:
    if several == 1:
        return ""
    message = _("{count}项中{broken}项下降：") if wanted == UP else _("{count}项中{broken}项上升：")
    return message.format(count=several, broken=broken)


def _listed(changes: tuple[Change, ...], head: str) -> str:
    return head + enumerated(change.text for change in changes)


def _points(facts: Facts, each: Any, broken: int) -> tuple[Fraction, str]:
    if each is None:
        return Fraction(0), ""
    points = within(facts, full(facts) - Fraction(each) * broken)
    lost = _("每项扣{each}，").format(each=points_text(each))
    return points, lost

"""A breach that costs all the points, whatever else was earned."""

from typing import Any, Final

from evalcli.language import _
from evalcli.model.facts import Facts, Judgement, Missing, Parameters
from evalcli.model.frozen import replace
from evalcli.rules._answers import all_missing, missed, no_data
from evalcli.rules._limits import formulas
from evalcli.rules._schema import Schema, formula, text

PROPERTIES: Final[dict[str, Schema]] = {
    "zero_when": formula("清零的情形，写公式；成立时不得分，最低得分也不保"),
    "zero_say": text("清零情形的名称，写进理由"),
}


def conditions(given: Parameters) -> tuple[str, ...]:
    """Return the formula of the breach, where one is written."""
    return formulas(given.get("zero_when"))


def overridden(facts: Facts, given: Parameters, judgement: Judgement) -> Judgement:
    """Return nothing where the breach is there, and no answer where nobody knows; else the judgement as it was."""
    if "zero_when" not in given or judgement.points == 0:
        return judgement
    breach = facts.number(given["zero_when"])
    if isinstance(breach, Missing):
        return no_data(all_missing(judgement.missing, breach), judgement.standard, judgement.steps)
    steps = (*judgement.steps, breach.step)
    if not breach.number:
        return replace(judgement, steps=steps)
    reason = _("{breach}，按规定清零").format(breach=_named(given, breach.step.how))
    return missed(facts, value=judgement.value, standard=judgement.standard, found=reason, steps=steps)


def _named(given: Parameters, how: str) -> Any:
    inside = _("（{how}）").format(how=how) if how else ""
    return given.get("zero_say", _("出现清零情形")) + inside

"""Conditions on the way to the grade, asked of a county's figures and of the total."""

from collections.abc import Iterable
from fractions import Fraction

from evalcli.formula.aggregates import Rows
from evalcli.formula.evaluate import evaluate
from evalcli.formula.facts import CountyFacts
from evalcli.formula.parse import FormulaFault, parse
from evalcli.formula.terms import Lookup
from evalcli.language import _
from evalcli.model.facts import Missing, Quantity, Verdict
from evalcli.model.frozen import dataclass
from evalcli.model.notice import Level, Notice, Stopped
from evalcli.model.numbers import plain
from evalcli.model.pack import TOTAL, Condition
from evalcli.model.place import Place
from evalcli.model.trace import Step
from evalcli.score.way import Scoring, Totals


@dataclass(frozen=True, slots=True)
class WithTotal:
    """The figures of a county, and `total` besides."""

    facts: CountyFacts
    points: Fraction

    def look_up(self, field: str, member: str, when: str) -> Quantity | Missing:
        """Return a figure, or the total."""
        if field == TOTAL:
            return Quantity(self.points, "分", 2, Step(_("总分"), _("{points} 分").format(points=plain(self.points))))
        return self.facts.look_up(field, member, when)

    def members(self, field: str) -> tuple[str, ...]:
        """Return the members of a field's dimension."""
        return self.facts.members(field)

    def schools(self) -> Rows | Missing | None:
        """Return nothing: no condition on the grade is about single schools."""
        return None


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether a condition holds: on what is settled, and with all that is open; None where nobody has declared it."""

    condition: Condition
    settled: bool | None
    best: bool | None
    sure: bool

    @property
    def always(self) -> bool:
        """Return whether the condition holds whatever comes."""
        return self.sure and bool(self.settled)

    @property
    def never(self) -> bool:
        """Return whether the condition does not hold whatever comes."""
        return self.sure and not self.settled


def answers(scoring: Scoring, conditions: Iterable[Condition], totals: Totals, what: str) -> tuple[Answer, ...]:
    """Return for every condition whether it holds; `what` it is, a fault says."""
    return tuple(_answer(scoring, condition, totals, what) for condition in conditions)


def asked(lookup: Lookup, formula: str, what: str, place: Place | None) -> Quantity | Missing:
    """Return what a formula comes to; one that cannot be reckoned is the pack's fault and stops."""
    try:
        return evaluate(parse(formula), lookup)
    except FormulaFault as fault:
        message = _("{what}的公式算不下去：{why}").format(what=what, why=fault)
        advice = _("请指标包作者核对公式和单位。")
        raise Stopped([Notice("pack.formula", Level.STOP, message, advice, place)]) from fault


def _answer(scoring: Scoring, condition: Condition, totals: Totals, what: str) -> Answer:
    found = {points: _holds(scoring, condition, points, what) for points in totals.views}
    seen = set(found.values())
    return Answer(condition, found[totals.settled], found[totals.best], sure=len(seen) == 1 and None not in seen)


def _holds(scoring: Scoring, condition: Condition, points: Fraction, what: str) -> bool | None:
    if condition.item:
        return _item_holds(scoring, condition.item)
    lookup = WithTotal(CountyFacts(scoring.pack, scoring.filled), points)
    found = asked(lookup, condition.when, f"{what}“{condition.say}”", condition.place)
    return None if isinstance(found, Missing) else found.number != 0


def _item_holds(scoring: Scoring, item: str) -> bool | None:
    """Return whether an indicator is met; None while nobody can say. What does not apply asks nothing."""
    verdict = next(result.verdict for result in scoring.items if result.indicator.id == item)
    if verdict in (Verdict.NO_DATA, Verdict.PENDING):
        return None
    return verdict in (Verdict.MET, Verdict.NOT_APPLICABLE)

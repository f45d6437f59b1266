"""What is doubtful about a pack that loads: units that do not go together, gaps in sources, cases and sentences.

One function a kind of doubt; `CHECKS` lists them in the order in which they are told.
"""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, Final

from evalcli.formula.aggregates import AGGREGATES
from evalcli.formula.evaluate import evaluate
from evalcli.formula.facts import CountyFacts
from evalcli.formula.fault import FormulaFault
from evalcli.formula.parse import parse
from evalcli.formula.printing import written
from evalcli.formula.tree import calls_in
from evalcli.language import _, enumerated
from evalcli.model.facts import Missing, Quantity, Verdict
from evalcli.model.filled import Filled
from evalcli.model.frozen import dataclass, replace
from evalcli.model.mention import Mention, split
from evalcli.model.notice import Level, Notice
from evalcli.model.pack import TOTAL, Case, Indicator, KeyPoint, Measure, Pack, TableSpec
from evalcli.model.place import Place
from evalcli.model.trace import Step
from evalcli.packs.made_up import made_up
from evalcli.packs.outcome_faults import outcome_formulas
from evalcli.packs.unreachable import conditions, limits, tiers
from evalcli.rules import RuleFault, of_schools, rule
from evalcli.rules._answers import usual

Check = Callable[[Pack, tuple[Case, ...]], Iterator[Notice]]
_WORD: Final = re.compile(r"[A-Za-z_]\w*")
# Rules that people answer, not figures.
_BY_PEOPLE: Final = ("by_hand", "by_steps", "checklist")


def lint(pack: Pack, cases: tuple[Case, ...]) -> tuple[Notice, ...]:
    """Return everything doubtful about a pack whose references are in order."""
    return tuple(notice for check in CHECKS for notice in check(pack, cases))


def units(pack: Pack, _cases: tuple[Case, ...]) -> Iterator[Notice]:
    """Yield formulas and rules that add or compare what has different units, found by reckoning with ones."""
    filled = made_up(pack)
    told: set[tuple[str, Place | None]] = set()
    advice = _("先换成同一单位：改填报项的单位，或在公式里换算。")
    for reckoning in _reckonings(pack, filled):
        why = _fault_of(reckoning.work)
        if why and (why, reckoning.place) not in told:
            told.add((why, reckoning.place))
            message = _("{what}：{why}").format(what=reckoning.what, why=why)
            yield Notice("pack.units", reckoning.level, message, advice, reckoning.place)


def sources(pack: Pack, _cases: tuple[Case, ...]) -> Iterator[Notice]:
    """Yield items without a document or a clause, and vetoes without a source."""
    for indicator in pack.indicators:
        if not indicator.source.document or not indicator.source.clause:
            what = _("条款") if indicator.source.document else _("文件")
            message = _("指标 {id} 的依据没有写{what}").format(id=indicator.id, what=what)
            yield Notice(
                "pack.no-source", Level.DOUBT, message, _("补上 source 的 document 和 clause。"), indicator.place
            )
    for veto in pack.vetoes:
        if not veto.source:
            message = _("一票否决“{say}”没有写依据").format(say=veto.say)
            yield Notice("pack.no-source", Level.DOUBT, message, _("补上 source。"), veto.place)


def meanings(pack: Pack, _cases: tuple[Case, ...]) -> Iterator[Notice]:
    """Yield columns of which nobody is told what they mean, or who fills them in; of fields the schema asks it."""
    for spec in pack.tables.values():
        for column in spec.columns.values():
            lacking = [name for name, text in ((_("口径"), column.meaning), (_("填报单位"), column.office)) if not text]
            if lacking:
                message = _("学校表的列“{label}”没有写{what}").format(label=column.label, what=enumerated(lacking))
                yield Notice("pack.no-meaning", Level.DOUBT, message, _("补上 meaning 和 office。"), column.place)


def proofs(pack: Pack, cases: tuple[Case, ...]) -> Iterator[Notice]:
    """Yield key points that no worked example proves, in the good case and in the bad."""
    for point in _points(pack):
        seen = {case.expect["verdict"] for case in cases if case.indicator == point.id}
        lacking = [verdict.value for verdict in _to_prove(point) if verdict.value not in seen]
        if lacking:
            what = _("没有算例") if not seen else _("没有“{verdicts}”的算例").format(verdicts=enumerated(lacking))
            message = _("评估要点 {id} {what}").format(id=point.id, what=what)
            yield Notice("pack.no-case", Level.DOUBT, message, _("在 cases/ 里补上。"), point.place)


def _to_prove(point: KeyPoint) -> tuple[Verdict, ...]:
    """Return the good and the bad verdict, the bad one only where the rule can say it: the last tier may be 基本达标."""
    if "free" in point.parameters:  # what is only told for comparison cannot fail
        return (Verdict.MET,)
    tiers_ = point.parameters["tiers"] if point.rule == "tiers" else []
    ends = any("from" not in tier and "to" not in tier for tier in tiers_)
    if ends and all(tier.get("verdict", usual(tier["earns"])) != Verdict.MISSED for tier in tiers_):
        return (Verdict.MET,)
    return (Verdict.MET, Verdict.MISSED)


def sentences(pack: Pack, cases: tuple[Case, ...]) -> Iterator[Notice]:
    """Yield items that have nothing to say about a verdict that can occur; of work the templates can say it themselves."""
    for indicator in pack.indicators if pack.outcome.by != "completion" else ():
        lacking = [str(verdict) for verdict in _occurring(indicator, cases) if verdict not in indicator.say]
        if lacking:
            message = _("指标 {id} 没有写这些判定的报告用语：{verdicts}").format(
                id=indicator.id, verdicts=enumerated(lacking)
            )
            yield Notice("pack.no-say", Level.HINT, message, _("补上 say，否则报告里没有这句话。"), indicator.place)


def unused(pack: Pack, _cases: tuple[Case, ...]) -> Iterator[Notice]:
    """Yield fields that are asked for and serve nothing."""
    used = set(_used(pack))
    for field in pack.fields.values():
        if field.id not in used and not field.target_for and not field.cited:
            message = _("填报项“{label}”（{id}）没有用到").format(label=field.label, id=field.id)
            advice = _(
                "规则、关系和报告用语都没有提到它：只供县里的文字引用的写 cited: true，不用的删去，免得各单位白填。"
            )
            yield Notice("pack.unused-field", Level.HINT, message, advice, field.place)


def deadlines(pack: Pack, _cases: tuple[Case, ...]) -> Iterator[Notice]:
    """Yield targets that are due after the year of the document: they may be meant, and count as open until then."""
    year = pack.outcome.due
    for point in _points(pack):
        if year and point.due and point.due > year:
            message = _("评估要点 {id} 的完成时限 {due} 晚于年度完成时限 {year}").format(
                id=point.id, due=point.due, year=year
            )
            advice = _("跨年的目标可以不改；写错的，改 due。")
            yield Notice("pack.due-later", Level.HINT, message, advice, point.place)


CHECKS: Final[tuple[Check, ...]] = (
    units,
    limits,
    tiers,
    conditions,
    sources,
    meanings,
    proofs,
    sentences,
    deadlines,
    unused,
)


def _points(pack: Pack) -> Iterator[KeyPoint]:
    yield from (point for indicator in pack.indicators for point in indicator.key_points)


def _over_rows(pack: Pack, point: KeyPoint) -> Iterator[str]:
    """Yield what a key point reckons for every school: formulas, in place of measures their own."""
    named = of_schools(point.rule, point.parameters)
    yield from (pack.measures[name].value if name in pack.measures else name for name in named)
    for text in _formulas(point):
        for call in calls_in(parse(text).root, frozenset(AGGREGATES)):
            yield from (written(argument) for argument in call.arguments)


def _formulas(point: KeyPoint) -> list[str]:
    own = [text for text in (point.value, point.starts_at) if text]
    return [*own, *rule(point.rule).fields(point.parameters)]


def _fault_of(work: Callable[[], object]) -> str:
    try:
        work()
    except (FormulaFault, RuleFault) as fault:
        return str(fault)
    return ""


@dataclass(frozen=True, slots=True)
class _Reckoning:
    """Something that a pack reckons, under its name.

    Over the rows of a table scoring does without units: a fault there is a doubt only.
    """

    what: str
    place: Place | None
    work: Callable[[], object]
    level: Level = Level.MUST


def _reckonings(pack: Pack, filled: Filled) -> Iterator[_Reckoning]:
    """Yield everything that a pack reckons, each under its name."""
    for point in _points(pack):
        yield from _of_point(pack, filled, point)
    facts = CountyFacts(pack, filled)
    for veto in pack.vetoes:
        yield _reckoning(_("一票否决“{say}”").format(say=veto.say), veto.place, veto.when, facts)
    for relation in pack.relations:
        lookup: Any = _Columns(pack.tables[relation.table]) if relation.table else facts
        yield _reckoning(_("数据关系 {id}").format(id=relation.id), relation.place, relation.holds, lookup)
    for field in (field for field in pack.fields.values() if field.equals):
        what = _("填报项“{id}”的 is").format(id=field.id)
        yield _reckoning(what, field.place, field.equals, facts)
    for text, place, _known in outcome_formulas(pack):
        yield _reckoning(_("公式“{text}”").format(text=text), place, text, _WithTotal(facts))
    for measure in pack.measures.values():
        yield _of_measure(pack, measure)
    for spec in pack.tables.values():
        for out in (one for one in spec.leave_out if one.when):
            yield _reckoning(_("不计入的学校“{say}”").format(say=out.say), out.place, out.when, _Columns(spec))


def _of_point(pack: Pack, filled: Filled, point: KeyPoint) -> Iterator[_Reckoning]:
    what = _("评估要点 {id}").format(id=point.id)
    facts = CountyFacts(pack, filled, point)
    if point.table:
        spec = pack.tables[point.table]
        for text in _over_rows(pack, point):
            yield _reckoning(what, point.place, text, _Columns(spec))
    for text in _formulas(point):
        yield _reckoning(what, point.place, text, facts)
    yield _Reckoning(what, point.place, lambda: rule(point.rule).judge(_everywhere(facts), point.parameters))


def _everywhere(facts: CountyFacts) -> CountyFacts:
    """Return the facts with no school left out: there is only one of each kind."""
    tables = {
        name: replace(table, spec=replace(table.spec, leave_out=())) for name, table in facts.filled.tables.items()
    }
    return replace(facts, filled=replace(facts.filled, tables=tables))


def _of_measure(pack: Pack, measure: Measure) -> _Reckoning:
    what = _("分学校指标 {id}").format(id=measure.id)
    return _reckoning(what, measure.place, measure.value, _Columns(pack.tables[measure.table]))


def _reckoning(what: str, place: Place | None, text: str, lookup: Any) -> _Reckoning:
    level = Level.DOUBT if isinstance(lookup, _Columns) else Level.MUST
    return _Reckoning(what, place, lambda: evaluate(parse(text), lookup), level)


class _Columns:
    """One in every column of a school table, as a formula sees it."""

    def __init__(self, spec: TableSpec) -> None:
        self._spec = spec

    def look_up(self, field: str, _member: str, _when: str) -> Quantity:
        """Return one, in the unit of the column."""
        return _one(field, self._spec.columns[field].unit)

    def members(self, _field: str) -> tuple[str, ...]:
        """Return the empty member."""
        return ("",)

    def schools(self) -> None:
        """Return nothing: a row has no rows."""


class _WithTotal:
    """The made-up figures, and a total of one."""

    def __init__(self, facts: CountyFacts) -> None:
        self._facts, self.members = facts, facts.members

    def look_up(self, field: str, member: str, when: str) -> Quantity | Missing:
        """Return a figure, or the total."""
        return _one(TOTAL, "分") if field == TOTAL else self._facts.look_up(field, member, when)

    def schools(self) -> None:
        """Return nothing: no condition on the grade is about single schools."""


def _one(label: str, unit: str) -> Quantity:
    return Quantity(Fraction(1), unit, 0, Step(label, f"1{unit}"))


def _occurring(indicator: Indicator, cases: tuple[Case, ...]) -> list[Verdict]:
    """Return the verdicts that an item can have: the good and the bad one, what is open, and what the cases show."""
    ids = {point.id for point in indicator.key_points}
    rules = {point.rule for point in indicator.key_points}
    seen = {Verdict.MET, Verdict.MISSED, *(Verdict(case.expect["verdict"]) for case in cases if case.indicator in ids)}
    if rules & set(_BY_PEOPLE):
        seen.add(Verdict.PENDING)
    if rules - set(_BY_PEOPLE):
        seen.add(Verdict.NO_DATA)
    return [verdict for verdict in Verdict if verdict in seen]


def _used(pack: Pack) -> Iterator[str]:
    for point in _points(pack):
        for text in _formulas(point):
            yield from _WORD.findall(text)
    for indicator in pack.indicators:
        yield from (
            word for text in (*indicator.say.values(), *indicator.advice.values()) for word in _WORD.findall(text)
        )
    for veto in pack.vetoes:
        yield from _WORD.findall(veto.when)
    for text, _place, _known in outcome_formulas(pack):
        yield from _WORD.findall(text)
    for field in pack.fields.values():
        # What is stated to be reckoned anew serves, and so does what it is reckoned from.
        yield from (*_WORD.findall(field.equals), *((field.id,) if field.equals or field.sums else ()))
    for relation in (relation for relation in pack.relations if not relation.table):
        yield from _WORD.findall(relation.holds)
        yield from (part.parts[0] for part in split(relation.say) if isinstance(part, Mention))

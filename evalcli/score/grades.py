"""From points to the grade: the steps that a pack may declare, in the order in which they are applied.

Points count only once they are earned, and a requirement only once it is shown to be met. What harms (一票否决, 封顶, 降等)
counts only once it is declared; until then the grade is 暂定 and `Grade.may_be` has what it may come to.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final

from evalcli.formula.facts import CountyFacts
from evalcli.language import _, enumerated
from evalcli.model.facts import Missing
from evalcli.model.filled import Filled
from evalcli.model.frozen import replace, values
from evalcli.model.numbers import plain, rounded
from evalcli.model.pack import SELF, Extra, Pack
from evalcli.model.scorecard import AreaResult, Grade, VetoResult
from evalcli.score.bases import HUNDRED, by_all, by_levels, by_levels_spared, by_points, placed, reached, share_shown
from evalcli.score.conditions import Answer, WithTotal, answers, asked
from evalcli.score.way import Change, Scoring, Totals, Way

Step = Callable[[Scoring, Way], Way]
NOT_ELIGIBLE: Final = "不具备申报条件"
STOPPED: Final = "终止"
_SOURCES: Final = {SELF: "自评", "preliminary": "初评", "final": "终评"}
_BASES: Final[Mapping[str, Step]] = {"points": by_points, "all": by_all, "levels": by_levels}


def grade(pack: Pack, filled: Filled, areas: tuple[AreaResult, ...], vetoes: tuple[VetoResult, ...]) -> Grade:
    """Return the grade of a county whose items are judged."""
    scoring = Scoring(pack, filled, tuple(item for area in areas for item in area.items), vetoes)
    way = Way(pack.ladder)
    for step in STEPS:
        way = step(scoring, way)
        if way.ended:
            return Grade(way.ended, way.ended, way.how, (way.ended,), pack.ladder)
    return _graded(way)


def eligible(scoring: Scoring, way: Way) -> Way:
    """Who lacks a condition of applying gets no grade."""
    found = answers(scoring, scoring.pack.outcome.eligible, way.totals, _("申报条件"))
    lacking = _said(found, holds=False)
    if lacking:
        return way.end(NOT_ELIGIBLE, _("{result}：没有做到{say}").format(result=NOT_ELIGIBLE, say=lacking))
    if unknown := _undeclared(found):
        return way.may_end(NOT_ELIGIBLE, _("申报条件未申报：{say}；等次为暂定").format(say=unknown))
    return way.saying(_("具备申报条件：{say}").format(say=_said(found, holds=True))) if found else way


def stops(scoring: Scoring, way: Way) -> Way:
    """A fact that ends the evaluation leaves no grade."""
    found = answers(scoring, scoring.pack.outcome.stops, way.totals, _("终止情形"))
    hits = _said(found, holds=True)
    if hits:
        return way.end(STOPPED, _("终止评价：{say}").format(say=hits))
    if unknown := _undeclared(found):
        return way.may_end(STOPPED, _("终止情形未申报：{say}；等次为暂定").format(say=unknown))
    return way.saying(_("没有出现终止评价的情形")) if found else way


def base(scoring: Scoring, way: Way) -> Way:
    """The grade stands on points, on every item, or on counts of 达标, as the pack says."""
    return _BASES[scoring.pack.outcome.by](scoring, way)


def bonus(scoring: Scoring, way: Way) -> Way:
    """Points beside those of the items are added, up to a limit; what is not declared may still bring all of it."""
    how = scoring.pack.outcome
    if not how.bonus:
        return way
    lookup = WithTotal(CountyFacts(scoring.pack, scoring.filled), Fraction(0))
    found = [(extra, _extra_points(scoring, lookup, extra)) for extra in how.bonus]
    known = [(extra.say, points) for extra, points in found if points is not None]
    unknown = enumerated(extra.say for extra, points in found if points is None)
    most = Fraction(how.most_bonus)
    added = max(Fraction(0), min(most, sum((points for _say, points in known), Fraction(0))))
    way = placed(scoring.pack, way, way.totals.plus(added, added, most if unknown else added))
    listed = enumerated(_("{say} {points} 分").format(say=say, points=plain(points)) for say, points in known)
    text = _("加分 {added} 分（{listed}；最多 {most} 分），合计 {total} 分").format(
        added=plain(added), listed=listed or _("没有申报"), most=plain(most), total=plain(way.totals.settled)
    )
    way = way.saying(text) if scoring.rescales else reached(scoring, way, text)
    return way.saying(_("加分事项未申报：{say}；等次为暂定").format(say=unknown)) if unknown else way


def not_applicable(scoring: Scoring, way: Way) -> Way:
    """Items that do not apply drop out: the points of the others stand for all, unless the pack keeps the full points."""
    if not scoring.exempt:
        return way
    how = scoring.pack.outcome
    if how.by == "all" or not how.rescale:
        named = enumerated(item.indicator.id for item in scoring.exempt)
        text = _("不适用的指标不计：{items}") if how.by == "all" else _("不适用的指标不折算：{items}")
        return way.saying(text.format(items=named))
    return by_levels_spared(scoring, way) if how.by == "levels" else _rescaled(scoring, way)


def requires(scoring: Scoring, way: Way) -> Way:
    """A grade that asks for more than points is out of reach until that is shown."""
    for answer in answers(scoring, scoring.pack.outcome.requires, way.totals, _("附加条件")):
        one = answer.condition
        below = way.ladder.index(one.grade) + 1
        if not answer.always:
            unmet, out_of_reach = not answer.settled, answer.best is False
            way = way.changed(Change(below, settled=unmet, best=out_of_reach, sure=answer.sure))
        text = _("{grade}的附加条件“{say}”{state}")
        way = way.saying(text.format(grade=one.grade, say=one.say, state=_requirement(answer, way.ladder[below])))
    return way


def vetoes(scoring: Scoring, way: Way) -> Way:
    """A veto brings the lowest grade."""
    hits = [veto.say for veto in scoring.vetoes if veto.hit]
    unknown = [veto.say for veto in scoring.vetoes if veto.hit is None]
    lowest = Change(cap=len(way.ladder) - 1)
    if hits:
        text = _("一票否决：{say}，等次降为{grade}").format(say=enumerated(hits), grade=way.ladder[-1])
        return way.changed(lowest).saying(text)
    if unknown:
        text = _("一票否决事项未申报：{say}；等次为暂定").format(say=enumerated(unknown))
        return way.changed(replace(lowest, settled=False, best=False, sure=False)).saying(text)
    return way.saying(_("没有出现一票否决的情形")) if scoring.vetoes else way


def caps(scoring: Scoring, way: Way) -> Way:
    """A fact may leave no more than a certain grade (不得评优)."""
    found = answers(scoring, scoring.pack.outcome.caps, way.totals, _("封顶情形"))
    for answer in found:
        if not answer.never:
            best = answer.condition.grade
            change = Change(
                way.ladder.index(best), settled=bool(answer.settled), best=bool(answer.best), sure=answer.sure
            )
            way = way.changed(change)
            way = _harmed(way, (answer,), _("最高评为{grade}").format(grade=best))
    return way.saying(_("没有出现封顶的情形")) if found and all(answer.never for answer in found) else way


def lowered(scoring: Scoring, way: Way) -> Way:
    """Facts may take a grade: several at once take one, but each that says `each` takes one of its own."""
    found = answers(scoring, scoring.pack.outcome.lowered, way.totals, _("降等情形"))
    together = tuple(answer for answer in found if not answer.condition.each)
    groups = [together, *((answer,) for answer in found if answer.condition.each)]
    for group in groups:
        way = _down(way, tuple(answer for answer in group if not answer.never))
    return way.saying(_("没有出现降等的情形")) if found and all(answer.never for answer in found) else way


def combine(scoring: Scoring, way: Way) -> Way:
    """The scores of several sources make one, by their weights; what made the grade worse goes on doing so."""
    weights = scoring.pack.outcome.combine
    if not weights:
        return way
    given = scoring.filled.other_scores
    lacking = [name for name in weights if name != SELF and name not in given]
    others = sum((Fraction(score) * Fraction(weights[name]) for name, score in given.items()), Fraction(0)) / HUNDRED
    own = Fraction(weights[SELF]) / HUNDRED
    if lacking:
        return _uncombined(scoring, way, others, lacking)
    settled, best, least, most = (total * own + others for total in values(way.totals))
    parts = {SELF: plain(way.totals.settled)} | {name: plain(score) for name, score in given.items()}
    listed = " + ".join(f"{_source(name)} {parts[name]} × {plain(weight)}%" for name, weight in weights.items())
    way = placed(scoring.pack, way, Totals(settled, best, least, most))
    text = _("合成得分：{listed} = {total} 分").format(listed=listed, total=plain(settled))
    way = reached(scoring, way, text)
    return way.saying(_("前面的否决、封顶和降等照用，等次为{grade}").format(grade=way.settled)) if way.changes else way


# The order in which the documents apply them; a step that a pack does not declare says nothing.
STEPS: Final[tuple[Step, ...]] = (
    eligible,
    stops,
    base,
    bonus,
    not_applicable,
    requires,
    vetoes,
    caps,
    lowered,
    combine,
)


def _said(found: tuple[Answer, ...], *, holds: bool) -> str:
    return enumerated(answer.condition.say for answer in found if answer.settled is holds)


def _undeclared(found: tuple[Answer, ...]) -> str:
    return enumerated(answer.condition.say for answer in found if answer.settled is None)


def _extra_points(scoring: Scoring, lookup: WithTotal, extra: Extra) -> Fraction | None:
    """Return the points that an extra brings, rounded as those of a key point; None where it is not declared."""
    found = asked(lookup, extra.value, _("加分事项“{say}”").format(say=extra.say), extra.place)
    return None if isinstance(found, Missing) else Fraction(rounded(found.number, scoring.pack.decimals))


def _rescaled(scoring: Scoring, way: Way) -> Way:
    """Return the way with the points of the items that apply standing for all; where none does there are none."""
    earned, full = scoring.earned, scoring.full
    more = Fraction(scoring.pack.points) / full - 1 if full else Fraction(0)
    gain, most = earned * more, (earned + scoring.open) * more
    bare = share_shown(scoring.pack, earned + gain)
    way = placed(scoring.pack, way, way.totals.plus(gain, most, most))
    text = _("适用指标共 {full} 分，已定 {earned} 分，折合百分制 {share} 分")
    text = text.format(full=plain(full), earned=plain(earned), share=bare)
    if scoring.pack.outcome.bonus:
        text += _("，连同加分 {total} 分").format(total=share_shown(scoring.pack, way.totals.settled))
    return reached(scoring, way, text)


def _requirement(answer: Answer, below: str) -> str:
    if answer.always:
        return _("已满足")
    if answer.settled is None:
        text = (
            _("尚无判定，暂按不满足，最高评为{below}")
            if answer.condition.item
            else _("未申报，暂按不满足，最高评为{below}")
        )
        return text.format(below=below)
    if answer.settled:
        return _("按已定得分满足，按其他可能的得分不满足")
    text = _("未满足，最高评为{below}") if answer.sure else _("按已定得分未满足，最高评为{below}")
    return text.format(below=below)


def _down(way: Way, group: tuple[Answer, ...]) -> Way:
    """Return the way one grade down, where any fact of a group harms."""
    if not group:
        return way
    sure = any(answer.always for answer in group)
    settled, best = any(answer.settled for answer in group), any(answer.best for answer in group)
    return _harmed(way.changed(Change(down=1, settled=settled, best=best, sure=sure)), group, _("降低一个等次"))


def _harmed(way: Way, group: tuple[Answer, ...], harm: str) -> Way:
    """Say which facts harm, which may, and which nobody has declared."""
    hits = _said(group, holds=True)
    if hits:
        way = way.saying(_("{say}：{harm}，等次为{grade}").format(say=hits, harm=harm, grade=way.settled))
    if perhaps := _said(group, holds=False):
        way = way.saying(_("{say}：按其他可能的得分{harm}").format(say=perhaps, harm=harm))
    if unknown := _undeclared(group):
        way = way.saying(_("{say}未申报，有的{harm}；等次为暂定").format(say=unknown, harm=harm))
    return way


def _uncombined(scoring: Scoring, way: Way, others: Fraction, lacking: list[str]) -> Way:
    """Return the way on the self-evaluation alone; what others have still to give may be nothing or everything."""
    weights, full = scoring.pack.outcome.combine, Fraction(scoring.pack.points)
    own = Fraction(weights[SELF]) / HUNDRED
    rest = sum((Fraction(weights[name]) for name in lacking), Fraction(0)) / HUNDRED * full
    totals = replace(way.totals, least=way.totals.least * own + others, most=way.totals.most * own + others + rest)
    names = enumerated(_source(name) for name in lacking)
    return placed(scoring.pack, way, totals).saying(_("合成得分还缺{names}，等次按自评得分暂定").format(names=names))


def _source(name: str) -> str:
    return _SOURCES.get(name, name)


def _graded(way: Way) -> Grade:
    """Return the grade at the end of the way, and which grades may still come out."""
    numbered = tuple(enumerate(way.ladder))
    may_be = (*(name for number, name in numbered if number in way.span.open), *way.outside)
    cannot_be = tuple(name for number, name in numbered if number not in way.span.open)
    if len(may_be) > 1:
        text = _("可能的结论：{may}").format(may=enumerated(may_be))
        rest = _("；不可能的结论：{cannot}").format(cannot=enumerated(cannot_be)) if cannot_be else ""
        way = way.saying(text + rest)
    return Grade(way.settled, way.best, way.how, may_be, cannot_be)

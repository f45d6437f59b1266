"""What the grade stands on: points and bands, every item 达标, or counts of 达标."""

from fractions import Fraction

from evalcli.language import _, enumerated
from evalcli.model.facts import Verdict
from evalcli.model.frozen import replace
from evalcli.model.numbers import plain, telling
from evalcli.model.pack import Pack
from evalcli.score.way import Scoring, Span, Totals, Way

HUNDRED = 100
_OPEN = (Verdict.NO_DATA, Verdict.PENDING)


def by_points(scoring: Scoring, way: Way) -> Way:
    """Points settled and open; the grade is said once bonus and items that do not apply are reckoned with."""
    earned, best = scoring.earned, scoring.earned + scoring.open
    text = _("已定 {earned} 分").format(earned=plain(earned))
    if scoring.pack.points != HUNDRED and not scoring.rescales:
        text += _("，折合百分制 {share} 分").format(share=share_shown(scoring.pack, earned))
    way = placed(scoring.pack, way, Totals(earned, best, earned, best))
    return way.saying(text) if scoring.pack.outcome.bonus or scoring.rescales else reached(scoring, way, text)


def by_all(scoring: Scoring, way: Way) -> Way:
    """Every item that applies must be 达标; what is open may still become so."""
    failing, still = scoring.of(Verdict.MISSED, Verdict.NEARLY), scoring.of(*_OPEN)
    settled, best = int(bool(failing or still)), int(bool(failing))
    way = replace(way, earned=Span(settled, best, frozenset({settled, best})))
    lines = [_("{counts}；须全部达标，结论为{grade}").format(counts=_counts(scoring), grade=way.settled)]
    if failing:
        lines.append(_("没有达标的指标：{items}").format(items=enumerated(item.indicator.id for item in failing)))
    return way.saying(*lines)


def by_levels(scoring: Scoring, way: Way) -> Way:
    """A level asks for so many items 达标 at least, and all others 基本达标."""
    way = _on_level(scoring, way, 0)
    return way.saying(_counts(scoring) if scoring.rescales else _counts(scoring) + "；" + _level_said(scoring, way, 0))


def by_levels_spared(scoring: Scoring, way: Way) -> Way:
    """Every level asks for fewer items, by as many as do not apply."""
    spared = len(scoring.exempt)
    way = _on_level(scoring, way, spared)
    text = _("{count} 项不适用，各级所需达标项数减 {count} 项；").format(count=spared)
    return way.saying(text + _level_said(scoring, way, spared))


def _on_level(scoring: Scoring, way: Way, spared: int) -> Way:
    met, still = len(scoring.of(Verdict.MET)), len(scoring.of(*_OPEN))
    failed = len(way.ladder) - 1
    if scoring.of(Verdict.MISSED):
        return replace(way, earned=Span(failed, failed, frozenset({failed})))
    # An item that is open may become 达标, 基本达标 or 未达标; the last of these fails the county.
    levels = [_level(scoring.pack, number, spared) for number in range(met, met + still + 1)]
    settled = failed if still else levels[0]
    return replace(way, earned=Span(settled, levels[-1], frozenset({*levels, settled})))


def _level(pack: Pack, met: int, spared: int) -> int:
    rungs = pack.outcome.levels
    return next((number for number, rung in enumerate(rungs) if met >= rung.least - spared), len(rungs))


def _level_said(scoring: Scoring, way: Way, spared: int) -> str:
    rungs = scoring.pack.outcome.levels
    number = way.earned.settled
    rung = rungs[min(number, len(rungs) - 1)]
    text = _("{level}须达标不少于 {least} 项、其余基本达标，结论为{grade}")
    return text.format(level=rung.name, least=rung.least - spared, grade=way.ladder[number])


def _counts(scoring: Scoring) -> str:
    """Return how many items have each verdict: 达标 30 项、未达标 1 项."""
    counted = ((verdict, len(scoring.of(verdict))) for verdict in Verdict)
    return enumerated(
        _("{verdict} {count} 项").format(verdict=_(str(verdict)), count=count) for verdict, count in counted if count
    )


def placed(pack: Pack, way: Way, totals: Totals) -> Way:
    """Return the way with these totals and the bands that they fall into."""
    settled, best, least, most = (
        _band(pack, total) for total in (totals.settled, totals.best, totals.least, totals.most)
    )
    between = frozenset(range(most, least + 1)) | {settled, best}
    return replace(way, totals=totals, earned=Span(settled, best, between))


def share(pack: Pack, total: Fraction) -> Fraction:
    """Return points out of a hundred."""
    return total * HUNDRED / Fraction(pack.points)


def _band(pack: Pack, total: Fraction) -> int:
    found = share(pack, total)
    return next(
        number
        for number, band in enumerate(pack.grades)
        if found >= Fraction(band.from_points) or band is pack.grades[-1]
    )


def share_shown(pack: Pack, total: Fraction) -> str:
    """Return points out of a hundred with as many places as show that the next band is not reached."""
    above = pack.grades[max(0, _band(pack, total) - 1)]
    return telling(share(pack, total), pack.decimals, above.from_points)


def reached(scoring: Scoring, way: Way, text: str) -> Way:
    """Say which band the total reaches, that nothing is rounded up into the next, and what is open."""
    pack, number = scoring.pack, way.earned.settled
    band = pack.grades[number]
    text += _("，达到{grade}线 {line} 分").format(grade=band.name, line=plain(band.from_points))
    above = pack.grades[number - 1] if number else band
    if number and Fraction(above.from_points) - share(pack, way.totals.settled) < 1:
        text += _("，不足{grade}线 {line} 分，不进位").format(grade=above.name, line=plain(above.from_points))
    if not scoring.open:
        return way.saying(text)
    best = pack.grades[way.earned.best].name
    return way.saying(text, _("另有 {open} 分待定，全部得到时为{grade}").format(open=plain(scoring.open), grade=best))

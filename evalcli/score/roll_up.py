"""From key points to the grade: areas, vetoes, bands. Every step is said in `Grade.how`."""

from decimal import Decimal
from fractions import Fraction

from evalcli.formula.facts import CountyFacts
from evalcli.formula.parse import FormulaFault
from evalcli.language import _
from evalcli.model.facts import Missing
from evalcli.model.filled import Filled
from evalcli.model.notice import Level, Notice, Stopped
from evalcli.model.numbers import plain, telling
from evalcli.model.pack import Band, Pack, Veto
from evalcli.model.scorecard import AreaResult, Grade, Scorecard, VetoResult
from evalcli.score.indicators import judged

_HUNDRED = 100


def county(pack: Pack, filled: Filled) -> Scorecard:
    """Return the whole result of one county."""
    areas = tuple(AreaResult(area, tuple(judged(pack, filled, item) for item in area.indicators)) for area in pack.areas)
    vetoes = tuple(_veto(CountyFacts(pack, filled), veto) for veto in pack.vetoes)
    earned, still, full = (sum((getattr(area, what) for area in areas), Decimal(0)) for what in ("earned", "open", "full"))
    return Scorecard(areas, vetoes, grade(pack, earned, still, full, vetoes))


def grade(pack: Pack, earned: Decimal, still: Decimal, full: Decimal, vetoes: tuple[VetoResult, ...]) -> Grade:
    """Return the grade on `earned` of `full` points, and on all that is `still` open besides."""
    settled, possible = (_band(pack, points, full) for points in (earned, earned + still))
    how = [_reckoning(pack, earned, full, settled)]
    if still:
        how.append(_("另有 {open} 分待定，全部得到时为{grade}").format(open=plain(still), grade=possible.name))
    hits = [veto.say for veto in vetoes if veto.hit]
    if hits:
        lowest = pack.grades[-1].name
        how.append(_("一票否决：{say}，等次降为{grade}").format(say="、".join(hits), grade=lowest))
        return Grade(lowest, lowest, tuple(how))
    silent = [veto.say for veto in vetoes if veto.hit is None]
    if silent:
        how.append(_("一票否决事项未申报：{say}；等次为暂定").format(say="、".join(silent)))
    return Grade(settled.name, possible.name, tuple(how))


def _band(pack: Pack, points: Decimal, full: Decimal) -> Band:
    share = _share(points, full)
    return next((band for band in pack.grades if share >= Fraction(band.from_points)), pack.grades[-1])


def _share(points: Decimal, full: Decimal) -> Fraction:
    """Return points out of a hundred; where nothing applies there is nothing to be had."""
    return Fraction(points) * _HUNDRED / Fraction(full) if full else Fraction(0)


def _reckoning(pack: Pack, earned: Decimal, full: Decimal, band: Band) -> str:
    line = plain(band.from_points)
    if full == _HUNDRED:
        return _("已定 {earned} 分，达到{grade}线 {line} 分").format(earned=plain(earned), grade=band.name, line=line)
    text = _("适用指标共 {full} 分，已定 {earned} 分，折合百分制 {share} 分，达到{grade}线 {line} 分")
    # 89.998 of a hundred must not read 90: it has not reached the next line.
    missed = min((other.from_points for other in pack.grades if other.from_points > band.from_points), default=band.from_points)
    shown = telling(_share(earned, full), pack.decimals, missed)
    return text.format(full=plain(full), earned=plain(earned), share=shown, grade=band.name, line=line)


def _veto(facts: CountyFacts, veto: Veto) -> VetoResult:
    try:
        found = facts.number(veto.when)
    except FormulaFault as fault:
        message = _("一票否决“{say}”的公式算不下去：{why}").format(say=veto.say, why=fault)
        raise Stopped([Notice("pack.formula", Level.STOP, message, _("请指标包作者核对公式和单位。"), veto.place)]) from fault
    return VetoResult(veto.say, None if isinstance(found, Missing) else found.number != 0, veto.source)

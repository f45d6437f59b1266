"""One item redone on paper: formula in words, numbers put in, inputs with their places, standard, points."""

from collections.abc import Iterator

from evalcli.analyse.words import in_words
from evalcli.language import _
from evalcli.model.filled import HandJudgement
from evalcli.model.numbers import fixed, plain
from evalcli.model.scorecard import ItemResult, PointResult, Scored
from evalcli.model.trace import Step


def explain(scored: Scored, item: str) -> tuple[str, ...] | None:
    """Return the lines that explain an item or one of its key points; None where the pack has neither."""
    for result in scored.card.items:
        if item == result.indicator.id:
            return tuple(_item(scored, result, result.points))
        chosen = tuple(point for point in result.points if point.key_point.id == item)
        if chosen:
            return tuple(_item(scored, result, chosen))
    return None


def _item(scored: Scored, result: ItemResult, points: tuple[PointResult, ...]) -> Iterator[str]:
    indicator = result.indicator
    yield f"{indicator.id} {indicator.title}"
    yield _("  依据：{source}").format(source=indicator.source)
    if indicator.tailored:
        yield _("  本地化：{why}").format(why=indicator.tailored)
    if result.exemption:
        yield _("  不适用：{why}（{who}同意），不计分").format(why=result.exemption.because, who=result.exemption.approved)
    for point in points:
        yield ""
        yield from _point(scored, point)
    if points and len(points) == len(result.points):
        yield ""
        yield from _total(scored, result)
    if scored.pack.provisional:
        yield ""
        yield _("  注：{remark}").format(remark=scored.pack.provisional)


def _point(scored: Scored, point: PointResult) -> Iterator[str]:
    judgement = point.judgement
    full = plain(point.key_point.points)
    yield _("  {id} {text}（{full}分）").format(id=point.key_point.id, text=point.key_point.text, full=full)
    for step in judgement.steps:
        yield from _step(scored, step)
    if point.hand:
        yield from _hand(point.hand)
    yield _("    标准：{standard}").format(standard=judgement.standard or "—")
    yield _("    结论：{reason}").format(reason=judgement.reason)
    yield _("    判定：{verdict}，{earned}").format(verdict=judgement.verdict, earned=_earned(scored, point))


def _step(scored: Scored, step: Step) -> Iterator[str]:
    """Yield a reckoning: the formula, the numbers put in, then every figure that it was made of; or one figure."""
    if not step.parts:
        yield _("    数据：{figure}").format(figure=_figure(step))
        return
    if not _reckons(step):
        for part in step.parts:
            yield _("    数据：{figure}，{how}").format(figure=_figure(part), how=step.how)
        return
    yield _("    计算：{formula}").format(formula=in_words(scored.pack, step.label))
    how = f"{step.how} = " if step.how else ""
    yield _("        ＝ {how}{result}").format(how=how, result=step.shown)
    for part in step.parts:
        yield from _step(scored, part)


def _reckons(step: Step) -> bool:
    """Return whether numbers are put in; else `how` only says how a figure was taken, such as as stated."""
    return not step.how or any(letter.isdecimal() for letter in step.how)


def _figure(step: Step) -> str:
    origin = "，".join(part for part in (step.how, str(step.place) if step.place else "") if part)
    return f"{step.label} {step.shown}" + (_("（{origin}）").format(origin=origin) if origin else "")


def _hand(hand: HandJudgement) -> Iterator[str]:
    who = "，".join(part for part in (hand.by, hand.on.isoformat() if hand.on else "") if part)
    yield _("    评定：{who}；理由：{because}").format(who=who or "—", because=hand.because.rstrip("。") or "—")
    yield _("    佐证：{evidence}").format(evidence="、".join(hand.evidence) or "—")


def _earned(scored: Scored, point: PointResult) -> str:
    """Return the points, and how they were rounded where they had to be."""
    places, exact = scored.pack.decimals, point.judgement.points
    full = fixed(point.key_point.points, places)
    if point.earned is None or exact is None:
        return _("得分未定，满分 {full} 分").format(full=full)
    text = _("得 {earned} 分，满分 {full} 分").format(earned=fixed(point.earned, places), full=full)
    if exact == point.earned:
        return text
    return text + _("（{exact} 四舍五入到 {places} 位小数）").format(exact=plain(exact), places=places)


def _total(scored: Scored, result: ItemResult) -> Iterator[str]:
    places = scored.pack.decimals
    points = " + ".join(_("未定") if point.earned is None else fixed(point.earned, places) for point in result.points)
    rest = _("，另有 {open} 分未定").format(open=fixed(result.open, places)) if result.open else ""
    earned, full = fixed(result.earned, places), fixed(result.full, places)
    yield _("  合计：{points} = {earned} 分，满分 {full} 分{rest}").format(points=points, earned=earned, full=full, rest=rest)
    yield _("  判定：{verdict}{why}").format(verdict=result.verdict, why=_why(result))


def _why(result: ItemResult) -> str:
    """Return which key points decided the verdict, where they differ."""
    verdicts: dict[str, list[str]] = {}
    for point in result.points:
        verdicts.setdefault(str(point.judgement.verdict), []).append(point.key_point.id)
    if len(verdicts) == 1:
        return ""
    return _("（随判定最差的要点：{points}）").format(points="、".join(verdicts[str(result.verdict)]))

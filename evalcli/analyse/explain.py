"""One item redone on paper: formula in words, numbers put in, inputs with their places, standard, points."""

from collections.abc import Iterator
from datetime import date

from evalcli.analyse import roll_up
from evalcli.analyse.words import in_words, rule_in_words
from evalcli.language import _, day_in_words, enumerated
from evalcli.model.completion import Standing
from evalcli.model.filled import HandJudgement
from evalcli.model.numbers import fixed, plain
from evalcli.model.pack import Source
from evalcli.model.scorecard import ItemResult, PointResult, Scored
from evalcli.model.trace import Step


def explain(scored: Scored, item: str) -> tuple[str, ...] | None:
    """Return the lines that explain an item up to the grade, or one of its key points; None where the pack has neither."""
    for result in scored.card.items:
        if item == result.indicator.id:
            lines = (*_item(scored, result, result.points), "", *roll_up.of_item(scored, result))
            return (*lines, *_remarks(scored))
        chosen = tuple(point for point in result.points if point.key_point.id == item)
        if chosen:
            return (*_item(scored, result, chosen), *_remarks(scored))
    return None


def explain_total(scored: Scored) -> tuple[str, ...]:
    """Return the lines that explain the total and the grade: areas, sum, every step to the grade."""
    lines = (*roll_up.areas(scored), *roll_up.of_total(scored))
    return (_title(scored), *(f"  {line}" for line in lines), *_remarks(scored))


def explain_all(scored: Scored) -> tuple[str, ...]:
    """Return the lines that explain the total, then every item; what is true of all is said once, at the end."""
    items = (line for result in scored.card.items for line in ("", *_item(scored, result, result.points)))
    lines = (*roll_up.areas(scored), *roll_up.of_total(scored))
    return (_title(scored), *(f"  {line}" for line in lines), *items, *_remarks(scored))


def _title(scored: Scored) -> str:
    filled = scored.filled
    return f"{filled.county.name} {filled.period} {scored.pack.title}"


def _remarks(scored: Scored) -> Iterator[str]:
    said = tuple(remark for remark in (scored.pack.provisional, scored.filled.illustrative) if remark)
    yield from ("", *(_("  注：{remark}").format(remark=remark) for remark in said)) if said else ()


def _item(scored: Scored, result: ItemResult, points: tuple[PointResult, ...]) -> Iterator[str]:
    indicator = result.indicator
    yield f"{indicator.id} {indicator.title}"
    yield _("  依据：{source}").format(source=indicator.source)
    if indicator.tailored:
        yield _("  本地化：{why}").format(why=indicator.tailored)
    if result.exemption:
        text = _("  不适用：{why}（{who}同意）").format(why=result.exemption.because, who=result.exemption.approved)
        yield text + (_("，不计分") if scored.pack.points else "")
    for point in points:
        yield ""
        yield from _point(scored, point, indicator.source)
    if points and len(points) == len(result.points):
        yield ""
        yield from _total(scored, result)


def _point(scored: Scored, point: PointResult, source: Source) -> Iterator[str]:
    judgement = point.judgement
    text = f"  {point.key_point.id} {point.key_point.text}"
    yield text + (_("（{full}分）").format(full=plain(point.key_point.points)) if scored.pack.points else "")
    yield _("    规则：{rule}").format(rule=rule_in_words(point.key_point.rule))
    for step in judgement.steps:
        yield from step_lines(scored, step)
    if point.hand:
        yield from _hand(point.hand)
    clause = source.clause or source.number
    cited = _("，依据{clause}").format(clause=clause) if clause else ""
    yield _("    标准：{standard}").format(standard=judgement.standard or "—") + cited
    yield _("    结论：{reason}").format(reason=judgement.reason)
    earned = _("，") + _earned(scored, point) if scored.pack.points else ""
    yield _("    判定：{verdict}").format(verdict=_(judgement.verdict)) + earned
    if point.standing:
        yield from _work(point.standing, point.key_point.begins)


def _work(standing: Standing, begins: date | None) -> Iterator[str]:
    """Yield the word for the work, and the days and shares that it stands on."""
    texts = {"begins": begins or standing.due, "due": standing.due, "gone": plain(standing.gone * 100, 2)}
    yield _("    时限：{begins}—{due}，时间过去 {gone}%").format(**texts)
    if standing.reached is not None:
        yield _("    进度：完成目标的 {share}%").format(share=plain(standing.reached * 100, 2))
    yield _("    完成情况：{status}").format(status=_(str(standing.status)))


def step_lines(scored: Scored, step: Step) -> Iterator[str]:
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
        yield from step_lines(scored, part)


def _reckons(step: Step) -> bool:
    """Return whether numbers are put in; else `how` only says how a figure was taken, such as as stated."""
    return not step.how or any(letter.isdecimal() for letter in step.how)


def _figure(step: Step) -> str:
    origin = _("，").join(part for part in (step.how, str(step.place) if step.place else "") if part)
    return f"{step.label} {step.conversion or step.shown}" + (_("（{origin}）").format(origin=origin) if origin else "")


def _hand(hand: HandJudgement) -> Iterator[str]:
    who = _("，").join(part for part in (hand.by, day_in_words(hand.on) if hand.on else "") if part)
    yield _("    评定：{who}；理由：{because}").format(who=who or "—", because=hand.because.rstrip("。") or "—")
    yield _("    佐证：{evidence}").format(evidence=enumerated(hand.evidence) or "—")


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
    if scored.pack.points:
        yield _sum(scored, result)
    yield _("  判定：{verdict}{why}").format(verdict=_(result.verdict), why=_why(result))
    if result.status:
        yield _("  完成情况：{status}").format(status=_(str(result.status)))


def _sum(scored: Scored, result: ItemResult) -> str:
    places = scored.pack.decimals
    points = " + ".join(_("未定") if point.earned is None else fixed(point.earned, places) for point in result.points)
    rest = _("，另有 {open} 分未定").format(open=fixed(result.open, places)) if result.open else ""
    earned, full = fixed(result.earned, places), fixed(result.full, places)
    return _("  合计：{points} = {earned} 分，满分 {full} 分{rest}").format(
        points=points, earned=earned, full=full, rest=rest
    )


def _why(result: ItemResult) -> str:
    """Return which key points decided the verdict, where they differ."""
    verdicts: dict[str, list[str]] = {}
    for point in result.points:
        verdicts.setdefault(str(point.judgement.verdict), []).append(point.key_point.id)
    if len(verdicts) == 1:
        return ""
    return _("（随判定最差的要点：{points}）").format(points=enumerated(verdicts[str(result.verdict)]))

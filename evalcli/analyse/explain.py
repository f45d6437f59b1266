"""One item redone on paper: inputs with their places, formula, numbers put in, standard, points."""

from collections.abc import Iterator

from evalcli.language import _
from evalcli.model.numbers import fixed
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
        yield _("  不适用：{why}（{who}同意）").format(why=result.exemption.because, who=result.exemption.approved)
    for point in points:
        yield ""
        yield from _point(scored, point)
    if len(points) == len(result.points) and points:
        yield ""
        yield _total(scored, result)


def _point(scored: Scored, point: PointResult) -> Iterator[str]:
    judgement = point.judgement
    yield f"  {point.key_point.id} {point.key_point.text}"
    for step in judgement.steps:
        yield from _step(step, 2)
    yield _("    标准：{standard}").format(standard=judgement.standard or "—")
    if point.hand:
        evidence = "、".join(point.hand.evidence) or "—"
        yield _("    评定：{by}，{on}；理由：{because}；佐证：{evidence}").format(
            by=point.hand.by, on=point.hand.on, because=point.hand.because, evidence=evidence
        )
    yield _("    理由：{reason}").format(reason=judgement.reason)
    full = fixed(point.key_point.points, scored.pack.decimals)
    earned = _("待定") if point.earned is None else fixed(point.earned, scored.pack.decimals)
    yield _("    判定：{verdict}，得分 {earned} / {full}").format(verdict=judgement.verdict, earned=earned, full=full)


def _step(step: Step, depth: int) -> Iterator[str]:
    indent = "  " * depth
    how = f"{step.how} = " if step.how and step.parts else ""
    said = f"，{step.how}" if step.how and not step.parts else ""
    place = f"    [{step.place}{said}]" if step.place else ""
    yield f"{indent}{step.label} = {how}{step.shown}{place}"
    for part in step.parts:
        yield from _step(part, depth + 1)


def _total(scored: Scored, result: ItemResult) -> str:
    places = scored.pack.decimals
    points = " + ".join(_("待定") if point.earned is None else fixed(point.earned, places) for point in result.points)
    rest = _("，另有 {open} 分待定").format(open=fixed(result.open, places)) if result.open else ""
    text = _("  合计：{points} = {earned}，满分 {full}{rest}；判定：{verdict}")
    earned, full = fixed(result.earned, places), fixed(result.full, places)
    return text.format(points=points, earned=earned, full=full, rest=rest, verdict=result.verdict)

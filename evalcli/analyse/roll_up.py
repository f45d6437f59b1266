"""From items to the grade on paper: item → area → total → grade, every sum written out."""

from collections import Counter
from collections.abc import Iterable, Iterator

from evalcli.language import _, enumerated
from evalcli.model.numbers import fixed
from evalcli.model.scorecard import AreaResult, ItemResult, Scorecard, Scored

Sums = ItemResult | AreaResult | Scorecard


def of_item(scored: Scored, item: ItemResult) -> Iterator[str]:
    """Yield how an item goes into its area, the area into the total, and the total into the grade."""
    area = next(area for area in scored.card.areas if item in area.items)
    road = _("  汇总：{item} → {area} → 总分 → 等次")
    if scored.pack.outcome.by == "completion":
        road = _("  汇总：{item} → {area} → 全部任务 → 完成率")
    yield road.format(item=item.indicator.id, area=area.area.title)
    yield "    " + _of_area(scored, area)
    yield from ("    " + line for line in of_total(scored))


def areas(scored: Scored) -> Iterator[str]:
    """Yield the sum of every area."""
    yield from (_of_area(scored, area) for area in scored.card.areas)


def of_total(scored: Scored) -> Iterator[str]:
    """Yield the total, the range that is still possible, and how the grade came about."""
    card, grade = scored.card, scored.card.grade
    parts = [(area.area.title, area) for area in card.areas]
    yield _sum(scored, _("总分"), card, parts) if scored.pack.points else _count(_("全部指标"), card.items)
    work = scored.pack.outcome.by == "completion"
    yield from grade.how if work else (_("等次：{line}").format(line=line) for line in grade.how)
    yield _("结果：{grade}{state}").format(grade=grade.span, state="" if grade.certain else _("（暂定）"))


def _of_area(scored: Scored, area: AreaResult) -> str:
    if not scored.pack.points:
        return _count(_named(area), area.items)
    return _sum(scored, _named(area), area, [(item.indicator.id, item) for item in area.items])


def _named(area: AreaResult) -> str:
    return f"{area.area.id} {area.area.title}"


def _sum(scored: Scored, name: str, whole: Sums, parts: Iterable[tuple[str, Sums]]) -> str:
    """Return a sum written out; what does not apply is no part of it."""
    places = scored.pack.decimals
    listed = " + ".join(
        fixed(part.earned, places) + _("（{inside}）").format(inside=what) for what, part in parts if part.full
    )
    text = _("{name}：{listed} = {earned} 分，满分 {full} 分").format(
        name=name, listed=listed or "0", earned=fixed(whole.earned, places), full=fixed(whole.full, places)
    )
    if not whole.open:
        return text
    still, most = fixed(whole.open, places), fixed(whole.earned + whole.open, places)
    return text + _("；未定 {open} 分，最多 {most} 分").format(open=still, most=most)


def _count(name: str, items: tuple[ItemResult, ...]) -> str:
    counted = Counter(str(item.status or item.verdict) for item in items)
    listed = enumerated(
        _("{verdict} {count} 项").format(verdict=verdict, count=count) for verdict, count in counted.items()
    )
    return _("{name}：{count} 项指标，{listed}").format(name=name, count=len(items), listed=listed)

"""A result as rows of text: the same for every table format."""

from collections.abc import Iterator

from evalcli.language import _, enumerated
from evalcli.model.numbers import fixed
from evalcli.model.scorecard import ItemResult, PointResult, Scored

HEAD = ("area", "item", "title", "key_point", "value", "standard", "verdict", "earned", "open", "full", "reason")
# What a pack by completion says besides.
_OF_WORK = ("status", "due")


def heads(scored: Scored) -> tuple[str, ...]:
    """Return the names of the columns."""
    return (*HEAD, *_OF_WORK) if scored.pack.outcome.by == "completion" else HEAD


def rows(scored: Scored) -> Iterator[tuple[str, ...]]:
    """Yield one row a key point, in the columns of `heads`; items that do not apply have one row."""
    for area in scored.card.areas:
        for item in area.items:
            if item.exemption:
                yield _exempt(area.area.title, item)
            for point in item.points:
                yield _row(scored, area.area.title, item, point)


def _exempt(area: str, item: ItemResult) -> tuple[str, ...]:
    reason = f"{item.exemption.because}（{item.exemption.approved}）" if item.exemption else ""
    indicator = item.indicator
    work = (str(item.status), "") if item.status else ()
    return (area, indicator.id, indicator.short, "", "", "", str(item.verdict), "", "", "0", reason, *work)


def _row(scored: Scored, area: str, item: ItemResult, point: PointResult) -> tuple[str, ...]:
    places = scored.pack.decimals
    judgement = point.judgement
    earned = "" if point.earned is None else fixed(point.earned, places)
    still = fixed(point.open, places) if point.open else ""
    reason = judgement.reason if point.wanting else ""
    work = (str(point.standing.status), str(point.standing.due)) if point.standing else ()
    return (
        area, item.indicator.id, item.indicator.short, point.key_point.id, judgement.value, judgement.standard,
        str(judgement.verdict), earned, still, fixed(point.key_point.points, places), reason, *work,
    )  # fmt: skip


def total_line(scored: Scored) -> str:
    """Return the total in one sentence: 已定 72.5，可能 72.5–81.0，满分 100; or the grade alone where no points are given."""
    places = scored.pack.decimals
    card = scored.card
    if scored.pack.outcome.by == "completion":
        listed = (_("{status} {count} 项").format(status=_(str(status)), count=n) for status, n in card.tally.listed)
        counts = enumerated(listed)
        return _("{counts}；{rate}").format(counts=counts, rate=card.grade.settled)
    if not scored.pack.points:
        return _("结论 {grade}").format(grade=card.grade.span)
    settled, most = fixed(card.earned, places), fixed(card.earned + card.open, places)
    span = _("，可能 {settled}–{most}").format(settled=settled, most=most) if card.open else ""
    text = _("得分已定 {settled}{span}，满分 {full}；等次 {grade}")
    return text.format(settled=settled, span=span, full=fixed(card.full, places), grade=card.grade.span)

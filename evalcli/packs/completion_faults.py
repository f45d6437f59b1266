"""What is wrong with the days of a pack by completion, and with days in a pack that asks for points."""

from collections.abc import Iterator

from evalcli.language import _, enumerated
from evalcli.model.notice import Level, Notice
from evalcli.model.pack import KeyPoint, Pack
from evalcli.model.place import Place


def completion_faults(pack: Pack) -> Iterator[Notice]:
    """Yield what keeps a pack by completion from telling how far the work is; other packs have no days."""
    if pack.genre not in pack.genres:
        message = _("这个指标包写不出体裁“{genre}”的报告").format(genre=pack.genre)
        yield _fault("pack.genre", message, _("能写的有：{known}。").format(known=enumerated(pack.genres)))
    if pack.outcome.by != "completion":
        yield from _without(pack)
        return
    if pack.outcome.due is None:
        message = _("按完成情况评，要写明年度完成时限")
        yield _fault("pack.due", message, _("在 outcome 里写 due，例如 2018-12-31。"))
    if graded := _graded(pack):
        message = _("按完成情况评的指标包不计分、不定等次，{keys} 用不上").format(keys=enumerated(graded))
        yield _fault("pack.completion", message, _("删去这些；分值写 0。"))
    for point in _points(pack):
        yield from _of_point(point)


def _fault(code: str, message: str, advice: str = "", place: Place | None = None) -> Notice:
    return Notice(code, Level.STOP, message, advice, place)


def _points(pack: Pack) -> Iterator[KeyPoint]:
    yield from (point for indicator in pack.indicators for point in indicator.key_points)


def _without(pack: Pack) -> Iterator[Notice]:
    """Yield the first thing that only work has: in a pack without days it would be printed nowhere and judge nothing."""
    for point in _points(pack):
        if any((point.due, point.begins, point.soft, point.base, point.starts_at)):
            message = _("due、from、soft、base、starts_at 只用于按完成情况评的指标包（评估要点 {id}）").format(
                id=point.id
            )
            advice = _("outcome 的 by 写 completion；别的指标包用 milestone 规则写时限。")
            yield _fault("pack.due", message, advice, point.place)
            return


def _graded(pack: Pack) -> list[str]:
    """Return what a pack says on the way from points to a grade."""
    how = pack.outcome
    said = {
        "points": pack.points, "grades": pack.grades, "vetoes": pack.vetoes, "eligible": how.eligible, "stops": how.stops,
        "bonus": how.bonus, "requires": how.requires, "caps": how.caps, "lowered": how.lowered, "combine": how.combine,
    }  # fmt: skip
    return [key for key, value in said.items() if value]


def _of_point(point: KeyPoint) -> Iterator[Notice]:
    if point.rule == "milestone":
        message = _("评估要点 {id}：按完成情况评的指标包用 due 写时限，不用 milestone").format(id=point.id)
        yield _fault("pack.due", message, _("改用 at_least 或 at_most，另写 due。"), point.place)
    if point.due and point.begins and point.due < point.begins:
        message = _("评估要点 {id} 的完成时限 {due} 早于起算日 {begins}")
        message = message.format(id=point.id, due=point.due, begins=point.begins)
        yield _fault("pack.due", message, _("核对 due 和 from。"), point.place)

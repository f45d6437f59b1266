"""What is wrong with the way from points to the grade: grades that do not exist, weights that do not add up."""

from collections.abc import Iterator

from evalcli.language import _, enumerated
from evalcli.model.notice import Level, Notice
from evalcli.model.numbers import plain
from evalcli.model.pack import TOTAL, Condition, Pack
from evalcli.model.place import Place
from evalcli.packs.completion_faults import completion_faults

_WHOLE = 100

Formula = tuple[str, Place | None, tuple[str, ...]]


def outcome_formulas(pack: Pack) -> Iterator[Formula]:
    """Yield every formula on the way to the grade, its place, and the names that it may use besides the fields."""
    how = pack.outcome
    yield from ((one.when, one.place, ()) for one in (*how.eligible, *how.stops))
    yield from ((one.value, one.place, ()) for one in how.bonus)
    known = (TOTAL,) if how.by == "points" else ()
    yield from ((one.when, one.place, known) for one in (*how.requires, *how.caps, *how.lowered) if one.when)


def outcome_faults(pack: Pack) -> Iterator[Notice]:
    """Yield what is wrong with the grades and what leads to them; the formulas are read elsewhere."""
    if TOTAL in pack.fields:
        message = _("“{name}”在公式里指总分，填报项不能用这个编号").format(name=TOTAL)
        yield _fault("pack.reserved", message, _("换一个编号。"), pack.fields[TOTAL].place)
    yield from completion_faults(pack)
    if pack.outcome.by == "completion":
        return
    yield from {"points": _by_points, "all": _without_points, "levels": _by_levels}[pack.outcome.by](pack)
    yield from _names(pack)
    yield from _weights(pack)


def _fault(code: str, message: str, advice: str = "", place: Place | None = None) -> Notice:
    return Notice(code, Level.STOP, message, advice, place)


def _spot(pack: Pack, key: str) -> Place | None:
    """Return where a key of pack.yaml stands, or the pack's first key where it is not written."""
    return pack.spots.get(key) or pack.spots.get("id")


def _by_points(pack: Pack) -> Iterator[Notice]:
    """Yield what keeps points from having a grade each: none may fall between two bands."""
    lines = [band.from_points for band in pack.grades]
    if not lines or lines[-1] != 0 or len(set(lines)) < len(lines):
        shown = enumerated(f"{band.name} {plain(band.from_points)}" for band in pack.grades) or _("没有")
        message = _("等次线要各不相同，最低一等从 0 分起，现在是：{shown}").format(shown=shown)
        yield _fault(
            "pack.grades", message, _("改 grades；不按得分定等次的，写 outcome 的 by。"), _spot(pack, "grades")
        )
    if not pack.points:
        yield _fault(
            "pack.no-points",
            _("按得分定等次，但各指标都没有分值"),
            _("写上分值，或把 outcome 的 by 改为 all 或 levels。"),
            _spot(pack, "outcome"),
        )


def _without_points(pack: Pack) -> Iterator[Notice]:
    if pack.outcome.bonus or pack.outcome.combine:
        message = _("加分（bonus）和合成得分（combine）只能用于按得分定等次的指标包")
        spot = _spot(pack, "bonus" if pack.outcome.bonus else "combine")
        yield _fault("pack.no-points", message, _("删去这一段，或把 outcome 的 by 改为 points。"), spot)


def _by_levels(pack: Pack) -> Iterator[Notice]:
    yield from _without_points(pack)
    counts = [rung.least for rung in pack.outcome.levels]
    if not counts or len(set(counts)) < len(counts) or counts[0] > len(pack.indicators):
        shown = enumerated(f"{rung.name} {rung.least}" for rung in pack.outcome.levels) or _("没有")
        message = _("各级达标项数要各不相同，不多于指标数 {count}，现在是：{shown}")
        yield _fault(
            "pack.levels",
            message.format(count=len(pack.indicators), shown=shown),
            _("改 outcome 的 levels。"),
            _spot(pack, "outcome"),
        )


def _names(pack: Pack) -> Iterator[Notice]:
    """Yield conditions on grades that do not exist, and conditions that would guard the lowest one."""
    twice = [name for name in pack.ladder if pack.ladder.count(name) > 1]
    if twice:
        yield _fault(
            "pack.twice", _("等次名称“{name}”用了不止一次").format(name=twice[0]), place=_spot(pack, "outcome")
        )
    for one in (*pack.outcome.requires, *pack.outcome.caps):
        if one.grade not in pack.ladder:
            yield _unknown_grade(pack, one)
    for one in pack.outcome.requires:
        if pack.ladder[-1:] == (one.grade,):
            yield _lowest(one)
        if one.item and one.item not in {indicator.id for indicator in pack.indicators}:
            message = _("附加条件“{say}”要的指标“{item}”不存在").format(say=one.say, item=one.item)
            yield _fault("pack.unknown-item", message, _("写成指标编号，例如 4.16。"), one.place)


def _unknown_grade(pack: Pack, condition: Condition) -> Notice:
    message = _("没有“{grade}”这个等次").format(grade=condition.grade)
    advice = _("等次有：{known}。").format(known=enumerated(pack.ladder))
    return _fault("pack.unknown-grade", message, advice, condition.place)


def _lowest(condition: Condition) -> Notice:
    message = _("“{grade}”是最低的等次，不能再附加条件").format(grade=condition.grade)
    return _fault("pack.unknown-grade", message, _("改写要附加条件的等次。"), condition.place)


def _weights(pack: Pack) -> Iterator[Notice]:
    weights = pack.outcome.combine
    if weights and sum(weights.values()) != _WHOLE:
        shown = enumerated(f"{name} {plain(weight)}%" for name, weight in weights.items())
        yield _fault(
            "pack.weights",
            _("合成得分的权重合计要是 100%，现在是：{shown}").format(shown=shown),
            _("改 combine。"),
            _spot(pack, "combine"),
        )

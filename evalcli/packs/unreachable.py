"""What a pack asks that nobody can reach, and tiers that never come into play, whatever a county fills in.

Limits that are formulas are compared by what cancels out and by the ranges of their fields; where that decides nothing
it is said, because nobody can see from such a pack whether its tiers lie end to end.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import Any, Final

from evalcli.formula.parse import parse
from evalcli.formula.tree import Comparison, Name, Node, Number
from evalcli.language import _
from evalcli.model.frozen import dataclass
from evalcli.model.notice import Level, Notice
from evalcli.model.numbers import plain
from evalcli.model.pack import Case, KeyPoint, Pack
from evalcli.packs.spans import Span, apart, span
from evalcli.rules import rule
from evalcli.rules._limits import typed

_ZERO: Final = Fraction(0)
# The signs of a limit: the value must be on this side of it.
_BOUNDS: Final = {
    "at_least": (1, "≥"), "at_most": (-1, "≤"), "equal_to": (0, "="), "more_than": (1, ">"), "less_than": (-1, "<"),
}  # fmt: skip
_MIRRORED: Final = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


Check = Callable[[Pack, tuple[Case, ...]], Iterator[Notice]]


def limits(pack: Pack, _cases: tuple[Case, ...]) -> Iterator[Notice]:
    """Yield standards that lie outside of what their value can come to: nobody meets them."""
    for point in _points(pack):
        if not point.value:
            continue
        reach = span(parse(point.value).root, _Known(pack))
        for sign, limit in _limits(point):
            if _out_of_reach(limit, reach, sign):
                message = _("评估要点 {id} 要求 {sign}{limit}，{what}，永远达不到").format(
                    id=point.id, sign=_BOUNDS[sign][1], limit=plain(limit), what=_reached(pack, point, reach)
                )
                yield Notice("pack.never", Level.MUST, message, _("核对标准和填报项的 range。"), point.place)
        yield from _tiers_out_of_reach(pack, point, reach)


def tiers(pack: Pack, _cases: tuple[Case, ...]) -> Iterator[Notice]:
    """Yield tiers with formulas for limits that overlap, lie apart or never come into play, or may do so."""
    for point in _points(pack):
        if point.rule == "tiers" and rule(point.rule).fields(point.parameters):
            yield from _tiers(pack, point)


def conditions(pack: Pack, _cases: tuple[Case, ...]) -> Iterator[Notice]:
    """Yield cases of a rule by condition that an earlier case always takes first: `x <= 50` before `x <= 20`."""
    for point in _points(pack):
        if point.rule != "by_condition":
            continue
        cases = point.parameters["by_condition"]
        for number, case in enumerate(cases, 1):
            earlier = [one["when"] for one in cases[: number - 1] if "when" in one and "until" not in one]
            if "when" in case and any(_implied(case["when"], one) for one in earlier):
                message = _("评估要点 {id} 的第{number}种情形永远轮不到：前面的情形已经包括了它")
                advice = _("把范围小的情形写在前面，或者删去。")
                yield Notice("pack.never", Level.MUST, message.format(id=point.id, number=number), advice, point.place)


def _points(pack: Pack) -> Iterator[KeyPoint]:
    yield from (point for indicator in pack.indicators for point in indicator.key_points)


class _Known:
    """What the fields of a pack may hold."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack

    def __call__(self, name: Name) -> Span:
        """Return the range of a field; a column inside a function over schools is never asked for."""
        field = self._pack.fields[name.field]
        low, high = (None if end is None else Fraction(end) for end in (field.low, field.high))
        return Span(low, high)


def _limits(point: KeyPoint) -> Iterator[tuple[str, Fraction]]:
    """Yield the typed limits of the rules that compare one value with one, each with its sign."""
    given = point.parameters
    written = [(sign, given[sign]) for sign in _BOUNDS if sign in given and point.rule in (*_BOUNDS, "milestone")]
    if point.rule == "between":
        written = list(zip(("at_least", "at_most"), given["between"], strict=True))
    for sign, text in written:
        number = typed(text)
        if number is not None:
            yield sign, number


def _out_of_reach(limit: Fraction, reach: Span, sign: str) -> bool:
    side = _BOUNDS[sign][0]
    above = reach.high is not None and limit > reach.high and side >= 0
    return above or (reach.low is not None and limit < reach.low and side <= 0)


def _reached(pack: Pack, point: KeyPoint, reach: Span) -> str:
    low, high = (_("不限") if end is None else plain(end) for end in (reach.low, reach.high))
    field = pack.fields.get(point.value)
    if field:
        return _("填报项“{label}”只能填 {low}—{high}").format(label=field.label, low=low, high=high)
    return _("公式“{text}”只能算出 {low}—{high}").format(text=point.value, low=low, high=high)


def _tiers_out_of_reach(pack: Pack, point: KeyPoint, reach: Span) -> Iterator[Notice]:
    for number, tier in enumerate(point.parameters["tiers"] if point.rule == "tiers" else (), 1):
        ends = [(sign, typed(tier[end])) for end, sign in (("from", "at_least"), ("to", "at_most")) if end in tier]
        if any(limit is not None and _out_of_reach(limit, reach, sign) for sign, limit in ends):
            message = _("评估要点 {id} 的第{number}档永远轮不到：{what}").format(
                id=point.id, number=number, what=_reached(pack, point, reach)
            )
            yield Notice("pack.never", Level.MUST, message, _("核对档次和填报项的 range。"), point.place)


@dataclass(frozen=True, slots=True)
class _Tier:
    """A tier with its limits as formulas; None is open."""

    number: int
    low: Node | None
    high: Node | None


def _tiers(pack: Pack, point: KeyPoint) -> Iterator[Notice]:
    tiers_ = [
        _Tier(number, _tree(tier.get("from")), _tree(tier.get("to")))
        for number, tier in enumerate(point.parameters["tiers"], 1)
    ]
    known = _Known(pack)
    for tier in tiers_:
        earlier = tiers_[: tier.number - 1]
        for certain, text in _of_tier(tier, earlier, known):
            message = _("评估要点 {id}：{what}").format(id=point.id, what=text)
            if certain:
                yield Notice("pack.never", Level.MUST, message, _("改档次的 from 和 to，使各档首尾相接。"), point.place)
            else:
                advice = _("档次的界限是公式，要看填报的数；给公式里的填报项写 range，或者在算例里把两种情形都验一遍。")
                yield Notice("pack.undecided", Level.HINT, message, advice, point.place)


def _of_tier(tier: _Tier, earlier: Sequence[_Tier], known: _Known) -> Iterator[tuple[bool, str]]:
    """Yield what is wrong with a tier, or may be: whether it is certain, and what."""
    upside_down = _above(tier.low, tier.high, known)
    if upside_down is not False:
        yield bool(upside_down), _told("upside", certain=bool(upside_down)).format(number=tier.number)
        return
    for one in earlier:
        covered = _within(tier, one, known)
        if covered is not False:
            text = _told("covered", certain=bool(covered)).format(number=tier.number, other=one.number)
            yield bool(covered), text
            return
    if earlier:
        yield from _between(tier, earlier[-1], known)


def _between(tier: _Tier, before: _Tier, known: _Known) -> Iterator[tuple[bool, str]]:
    """Yield a gap, or an overlap, between a tier and the one before it, where their ends face one another."""
    pairs = ((before.low, tier.high), (tier.low, before.high))
    facing = [apart(upper, lower, known) for upper, lower in pairs if upper is not None and lower is not None]
    if not facing or Span(_ZERO, _ZERO) in facing:
        return
    gap = any(distance.low is not None and distance.low > 0 for distance in facing)
    overlap = all(distance.high is not None and distance.high < 0 for distance in facing)
    name = "gap" if gap else "overlap"
    yield gap or overlap, _told(name, certain=gap or overlap).format(number=before.number, other=tier.number)


def _told(name: str, *, certain: bool) -> str:
    messages = {
        ("upside", True): _("第{number}档的下限总是高于上限"),
        ("upside", False): _("第{number}档的下限可能高于上限，无法在这里判断"),
        ("covered", True): _("第{number}档永远轮不到：第{other}档总是包括了它"),
        ("covered", False): _("第{number}档可能轮不到，要看第{other}档是不是包括了它，无法在这里判断"),
        ("gap", True): _("第{number}档和第{other}档之间总有空档，落在里面的数值没有档次"),
        ("overlap", True): _("第{number}档和第{other}档总是重叠"),
        ("overlap", False): _("第{number}档和第{other}档可能有空档或者重叠，无法在这里判断"),
    }
    return messages[name, certain]


def _tree(written: Any) -> Node | None:
    if written is None:
        return None
    number = typed(written)
    return parse(str(written)).root if number is None else Number(number, plain(number))


def _above(left: Node | None, right: Node | None, known: _Known) -> bool | None:
    """Return whether `left` always lies above `right`, never, or nobody can say."""
    if left is None or right is None:
        return False
    distance = apart(left, right, known)
    if distance.low is not None and distance.low > 0:
        return True
    return False if distance.high is not None and distance.high <= 0 else None


def _within(tier: _Tier, one: _Tier, known: _Known) -> bool | None:
    """Return whether a tier always lies wholly in another, never, or nobody can say."""
    low = _reaches(tier.low, one.low, known)
    high = _reaches(one.high, tier.high, known, open_end=one.high is None)
    return False if False in (low, high) else None if None in (low, high) else True


def _reaches(upper: Node | None, lower: Node | None, known: _Known, *, open_end: bool = False) -> bool | None:
    """Return whether `upper` is never below `lower`; an end that is open holds everything."""
    if open_end or lower is None:
        return True
    if upper is None:
        return False
    distance = apart(upper, lower, known)
    if distance.low is not None and distance.low >= 0:
        return True
    return False if distance.high is not None and distance.high < 0 else None


def _implied(later: str, earlier: str) -> bool:
    """Return whether a condition only holds where an earlier one does: both compare the same with typed numbers."""
    one, other = _comparison(later), _comparison(earlier)
    if one is None or other is None or one[0] != other[0]:
        return False
    (_what, sign, limit), (_same, other_sign, wider) = one, other
    if sign[0] != other_sign[0] or sign[0] not in "<>":
        return (sign, limit) == (other_sign, wider)
    inside = limit <= wider if sign[0] == "<" else limit >= wider
    return inside and not (limit == wider and sign.endswith("=") and not other_sign.endswith("="))


def _comparison(text: str) -> tuple[Node, str, Fraction] | None:
    root = parse(text).root
    if not isinstance(root, Comparison) or len(root.signs) > 1:
        return None
    (left, right), (sign,) = root.operands, root.signs
    if isinstance(left, Number):
        left, right, sign = right, left, _MIRRORED.get(sign, sign)
    return (left, sign, right.value) if isinstance(right, Number) else None

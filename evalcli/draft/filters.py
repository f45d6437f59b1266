"""Filters for official prose: growth, 万元 and 亿元, 百分点 against %, Chinese ordinals and dates, lists 一是…二是…."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from markupsafe import Markup

from evalcli.draft.escape import claimed, escaped
from evalcli.draft.figures import FigureView, markup
from evalcli.model.facts import Missing, Quantity
from evalcli.model.numbers import fixed, plain

_DIGITS = "零一二三四五六七八九"
_MONEY = {"元": 1, "千元": 10**3, "万元": 10**4, "亿元": 10**8}
# What a member of 学段 is called in a sentence.
_LONG = {"中职": "中等职业教育", "普高": "普通高中", "初中": "普通初中", "小学": "普通小学"}


class Lacking(Exception):
    """A filter met a figure that is not there."""

    def __init__(self, label: str, field: str) -> None:
        """Keep what is missing."""
        self.label, self.field = label, field
        super().__init__(label)


def cn(number: int) -> str:
    """Return 1 to 99 in Chinese: 一, 十一, 三十七."""
    tens, ones = divmod(int(number), 10)
    head = "" if tens == 0 else ("" if tens == 1 else _DIGITS[tens]) + "十"
    return head + (_DIGITS[ones] if ones or not head else "")


def cn_date(day: date) -> str:
    """Return a day as official documents write it: 2022年9月30日."""
    return f"{day.year}年{day.month}月{day.day}日"


def grew(view: FigureView) -> Markup:
    """Return the growth in words: 同比增长0.13%, 同比下降1.20%, 与上年持平."""
    growth = view.growth
    if growth.number is None:
        raise Lacking(growth.label, growth.claim)
    if growth.number == 0:
        return claimed("与上年持平", growth.claim)
    word = "同比增长" if growth.number > 0 else "同比下降"
    return Markup(word) + claimed(growth.text.removeprefix("-"), growth.claim)


def members(view: FigureView) -> Markup:
    """Return the members that are filled in, each with its name: 普通高中13033.07元、普通初中14572.85元."""
    return Markup("、").join(_named(member) for member in _all(view))


def members_grew(view: FigureView) -> Markup:
    """Return the members that are filled in, each with its growth."""
    return Markup("；").join(_named(member) + Markup("，") + grew(member) for member in _all(view))


def respectively(view: FigureView) -> Markup:
    """Return the members with their values, the unit once: （单位：元）分别为幼儿园6656.70、普通小学10799.07.

    Names stand between the numbers because numbers joined by 、 alone do not break over lines.
    """
    found = _all(view)
    if len(found) == 1:
        return Markup("为") + _named(found[0])
    unit = escaped(f"（单位：{view.field.unit}）")
    return unit + Markup("分别为") + Markup("、").join(escaped(_name(member)) + _bare(member) for member in found)


def respectively_grew(view: FigureView) -> Markup:
    """Return the members' growth in the same order: 同比分别增长0.46%、0.03%; each by name where one did not grow."""
    found = _all(view)
    lacking = next((member.growth for member in found if member.growth.number is None), None)
    if lacking:
        raise Lacking(lacking.label, lacking.claim)
    if len(found) == 1:
        return grew(found[0])
    if all((member.growth.number or 0) > 0 for member in found):
        return Markup("同比分别增长") + Markup("、").join(markup(member.growth) for member in found)
    return Markup("，").join(escaped(_name(member)) + grew(member) for member in found)


def _bare(view: FigureView) -> Markup:
    """Return a value whose unit follows later; a hedged value keeps its words."""
    hedged = view.value and view.value.approx
    return claimed(view.text if hedged else view.text.removesuffix(view.field.unit), view.claim)


def _all(view: FigureView) -> list[FigureView]:
    found = list(view)
    if not found:
        raise Lacking(view.label, view.claim)
    return found


def _named(view: FigureView) -> Markup:
    return escaped(_name(view)) + markup(view)


def _name(view: FigureView) -> str:
    member = view.claim.partition(".")[2]
    return _LONG.get(member, member)


def wan(view: FigureView, places: int | None = None) -> Markup:
    """Return a sum of money in 万元."""
    return _money(view, "万元", places)


def yi(view: FigureView, places: int | None = None) -> Markup:
    """Return a sum of money in 亿元."""
    return _money(view, "亿元", places)


def _money(view: FigureView, unit: str, places: int | None) -> Markup:
    if view.number is None:
        raise Lacking(view.label, view.claim)
    value = view.number * _MONEY[view.field.unit] / _MONEY[unit]
    return claimed((plain(value) if places is None else fixed(value, places)) + unit, view.claim)


def points_from(view: FigureView, base: FigureView) -> Markup:
    """Return the difference of two rates, which is 个百分点 and never %: 高1.0个百分点."""
    for one in (view, base):
        if one.number is None:
            raise Lacking(one.label, one.claim)
    gap = (view.number or Fraction(0)) - (base.number or Fraction(0))
    word = "高" if gap > 0 else "低"
    return claimed(f"{word}{plain(abs(gap), 2)}个百分点", view.claim) if gap else claimed("持平", view.claim)


def percent(number: Quantity | Missing, places: int = 1) -> Markup:
    """Return a reckoned share with its places: 95.0%."""
    return claimed(f"{fixed(_known(number), places)}%", _claim(number))


def number(value: Quantity | Missing, unit: str = "", places: int | None = None) -> Markup:
    """Return a reckoned number with a unit: 133所."""
    known = _known(value)
    return claimed((plain(known) if places is None else fixed(known, places)) + unit, _claim(value))


def _known(value: Quantity | Missing) -> Fraction:
    if isinstance(value, Missing):
        raise Lacking("、".join(value.fields) or value.because, "")
    return value.number


def _claim(value: Quantity | Missing) -> str:
    return "=" + value.step.label if isinstance(value, Quantity) else ""


def listed(parts: Iterable[object]) -> Markup:
    """Return members numbered 一是…二是…; a single member stands without a number."""
    texts = [part if isinstance(part, Markup) else escaped(str(part)) for part in parts]
    if len(texts) == 1:
        return texts[0]
    return Markup("").join(Markup(f"{cn(place)}是") + text for place, text in enumerate(texts, 1))


def filled(view: object) -> bool:
    """Return whether a figure, or a reckoned number, is there."""
    if isinstance(view, FigureView):
        return view.filled
    return isinstance(view, Quantity)


def growing(view: FigureView) -> bool:
    """Return whether a figure did not fall, in none of its members."""
    runs = [member.growth.number for member in (view.members and list(view) or [view])]
    return all(number is not None and number >= 0 for number in runs)


FILTERS = {
    "cn": cn, "cn_date": cn_date, "grew": grew, "members": members, "members_grew": members_grew, "wan": wan, "yi": yi,
    "points_from": points_from, "respectively": respectively, "respectively_grew": respectively_grew, "percent": percent, "number": number, "listed": listed,
}  # fmt: skip
TESTS = {"filled": filled, "growing": growing}

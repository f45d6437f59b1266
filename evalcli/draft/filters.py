"""Filters for official prose: growth, 万元 and 亿元, 百分点 against %, Chinese ordinals and dates, lists 一是…二是….

A filter that meets a figure which is not there prints its yellow mark and goes on, so that one run tells all that lacks.
"""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from markupsafe import Markup

from evalcli.draft.escape import NOTHING, Written, claimed, escaped
from evalcli.draft.figures import FigureView, markup
from evalcli.draft.money import UNITS
from evalcli.draft.writing import absent, measured, printed
from evalcli.language import _
from evalcli.model.facts import Missing, Quantity
from evalcli.model.numbers import Number, fixed, plain

_DIGITS = "零一二三四五六七八九"
_MOST = 99
_MOST_PLACES = 12
# What a member of 学段 is called in a sentence.
_LONG = {"中职": "中等职业教育", "普高": "普通高中", "初中": "普通初中", "小学": "普通小学"}


def cn(number: int) -> str:
    """Return 0 to 99 in Chinese: 一, 十一, 三十七; a report counts nothing further than that in words."""
    if not 0 <= number <= _MOST:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("" if tens == 1 else _DIGITS[tens]) + "十"
    return head + (_DIGITS[ones] if ones or not head else "")


def cn_date(day: date) -> str:
    """Return a day as official documents write it: 2022年9月30日."""
    return f"{day.year}年{day.month}月{day.day}日"


def grew(view: FigureView) -> Markup:
    """Return the growth in words: 同比增长0.13%, 同比下降1.20%, 与上年持平."""
    growth = view.growth
    if growth.number is None:
        return absent(growth.label, growth.claim)
    if growth.number == 0:
        return claimed("与上年持平", growth.claim)
    word = "同比增长" if growth.number > 0 else "同比下降"
    return Written(word) + claimed(growth.text.replace("-", "", 1), growth.claim)


def members(view: FigureView) -> Markup:
    """Return the members that are filled in, each with its name: 普通高中13033.07元、普通初中14572.85元."""
    return Written("、").join([_named(member) for member in view]) or printed(view)


def members_grew(view: FigureView) -> Markup:
    """Return the members that are filled in, each with its growth."""
    return Written("；").join([_named(member) + Written("，") + grew(member) for member in view]) or printed(view)


def respectively(view: FigureView) -> Markup:
    """Return the members with their values, the unit once: （单位：元）分别为幼儿园6656.70、普通小学10799.07.

    Names stand between the numbers because word processors do not break a line within numbers joined by 、 alone.
    """
    found = list(view)
    if len(found) <= 1:
        return members(view)
    unit = escaped(f"（单位：{view.field.unit}）")
    return unit + Written("分别为") + Written("、").join([escaped(name(member)) + _bare(member) for member in found])


def respectively_grew(view: FigureView) -> Markup:
    """Return the members' growth in the same order: 同比分别增长0.46%、0.03%; each by name where one did not grow."""
    found = list(view)
    if len(found) == 1:
        return grew(found[0])
    if (alike := _alike(view, found)) is not None:
        return alike
    if found and all((member.growth.number or 0) > 0 for member in found):
        return Written("同比分别增长") + Written("、").join([markup(member.growth) for member in found])
    return Written("，").join([escaped(name(member)) + grew(member) for member in found]) or printed(view)


def _alike(view: FigureView, found: list[FigureView]) -> Markup | None:
    """Return the growth once where all members grew, or fell, by the same: 同比均增长2.00%."""
    if len({member.growth.text for member in found}) != 1 or found[0].growth.number is None:
        return None
    number, claim = found[0].growth.number, view.growth.claim
    if number == 0:
        return claimed("均与上年持平", claim)
    word = "同比均增长" if number > 0 else "同比均下降"
    return Written(word) + claimed(found[0].growth.text.replace("-", "", 1), claim)


def _bare(view: FigureView) -> Markup:
    """Return a value whose unit follows later; a hedged value keeps its words."""
    hedged = view.value and view.value.approx
    return claimed(view.text if hedged else view.text.removesuffix(view.field.unit), view.claim)


def _named(view: FigureView) -> Markup:
    return escaped(name(view)) + markup(view)


def name(view: FigureView) -> str:
    """Return what a member is called in a sentence: 普通高中."""
    return _LONG.get(view.member, view.member)


def wan(view: FigureView, places: int | None = None) -> Markup:
    """Return a sum of money in 万元."""
    return _money(view, "万元", places)


def yi(view: FigureView, places: int | None = None) -> Markup:
    """Return a sum of money in 亿元."""
    return _money(view, "亿元", places)


def _money(view: FigureView, unit: str, places: int | None) -> Markup:
    """Return a sum in another unit; one that the source hedged (1387万余元) is an estimate and stays as it was typed."""
    if view.field.unit not in UNITS:
        message = _("“{label}”的单位是“{unit}”，不是钱数").format(label=view.label, unit=view.field.unit)
        raise ValueError(message)
    if view.number is None or (view.value and view.value.approx):
        return printed(view)
    value = view.number * UNITS[view.field.unit] / UNITS[unit]
    return claimed((plain(value, 8) if places is None else _fixed(value, places)) + unit, view.claim)


def points_from(view: FigureView, base: FigureView) -> Markup:
    """Return the difference of two rates, which is 个百分点 and never %: 高1个百分点."""
    for one in (view, base):
        if one.field.unit not in ("%", "百分点"):
            message = _("“{label}”的单位是“{unit}”，不是百分率").format(label=one.label, unit=one.field.unit)
            raise ValueError(message)
        if one.number is None:
            return printed(one)
    gap = (view.number or Fraction(0)) - (base.number or Fraction(0))
    word = "高" if gap > 0 else "低"
    return claimed(f"{word}{plain(abs(gap), 2)}个百分点" if gap else "持平", view.claim)


def percent(number: Quantity | Missing, places: int = 1) -> Markup:
    """Return a reckoned share with its places: 95.0%. What is no share is refused: 12.38 is not 12.38%."""
    if isinstance(number, Missing):
        return printed(number)
    if number.unit != "%":
        message = _("“{formula}”的结果不是百分率；占比写成 share(部分, 总数)").format(formula=number.step.label)
        raise ValueError(message)
    return claimed(f"{_fixed(number.number, places)}%", _claim(number))


def number(value: Quantity | Missing, unit: str = "", places: int | None = None) -> Markup:
    """Return a reckoned number with a unit: 133所."""
    if isinstance(value, Missing):
        return printed(value)
    return claimed((plain(value.number) if places is None else _fixed(value.number, places)) + unit, _claim(value))


def _fixed(number: Number, places: int) -> str:
    """Return a number with its places; a thousand million of them would fill the memory."""
    if places > _MOST_PLACES:
        raise ValueError(_("最多 {most} 位小数").format(most=_MOST_PLACES))
    return fixed(number, places)


def _claim(value: Quantity) -> str:
    return "=" + value.step.label


def listed(parts: Iterable[object]) -> Markup:
    """Return members numbered 一是…二是…; a single member stands without a number."""
    texts = [printed(part) for part in parts]
    if len(texts) == 1:
        return texts[0]
    measured(texts)
    return NOTHING.join([Written(f"{cn(place)}是") + text for place, text in enumerate(texts, 1)])


def join(parts: Iterable[object], between: str = "") -> Markup:
    """Return parts one after the other with something between them."""
    texts, link = [printed(part) for part in parts], printed(between)
    measured(texts, link)
    return link.join(texts)


def filled(view: object) -> bool:
    """Return whether a figure, or a reckoned number, is there."""
    if isinstance(view, FigureView):
        return view.filled
    return isinstance(view, Quantity)


def growing(view: FigureView) -> bool:
    """Return whether a figure did not fall, in none of the members that are filled in."""
    rates = [one.growth.number for one in (list(view) if view.members else [view])]
    return bool(rates) and all(rate is not None and rate >= 0 for rate in rates)


FILTERS = {
    "cn": cn, "cn_date": cn_date, "grew": grew, "members": members, "members_grew": members_grew, "wan": wan, "yi": yi,
    "points_from": points_from, "respectively": respectively, "respectively_grew": respectively_grew,
    "percent": percent, "number": number, "listed": listed, "join": join,
}  # fmt: skip
TESTS = {"filled": filled, "growing": growing}

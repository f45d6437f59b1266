"""Units in a reckoning: their scales, which go together, and what becomes of them."""

import re
from functools import cache
from typing import Final

# By what a number is multiplied that is told in 万, 亿 and the like.
SCALES: Final = {
    "": 1, "百": 10**2, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12,
}  # fmt: skip
# 百 before 分 is no scale: 个百分点.
_SCALED: Final = re.compile("(万亿|百万|千万|百(?!分)|千|万|亿)(.+)")

# Persons are counted as 人 or as 名; shares and the difference of two shares are both numbers of percent.
_SAME: Final = {"名": "人", "百分点": "%"}
# A share or a ratio scales what it is multiplied with; the other unit stays.
_SCALING: Final = ("", "%", "百分点", "比")
# What things are counted by. 生均 figures are given in 元, not in 元/人: so much for each of what is counted.
_COUNTS: Final = frozenset("人名个间所班册台套件起次项户辆校处份条家节场位张")


@cache
def split(unit: str) -> tuple[int, str]:
    """Return the scale and the bare unit of a unit: 万元 is (10000, 元)."""
    match = _SCALED.fullmatch(unit)
    return (SCALES[match[1]], match[2]) if match else (1, unit)


def same(left: str, right: str) -> bool:
    """Return whether two units may be added and compared: 元/人 and 元 may, 万元/人 and 元 may not."""
    return _of_each(left) == _of_each(right)


def counted(left: str, right: str) -> bool:
    """Return whether both units only count things, so that a typed number between them may be a rate: 12 个 to a 间."""
    return {left, right} <= _COUNTS


def times(left: str, right: str) -> str:
    """Return the unit of a product: 元/人 × 人 is 元, and so is 元 × 人; 间 × 人 stays what it is."""
    if right in _SCALING:
        return left or right
    if left in _SCALING:
        return right
    for per, count in ((left, right), (right, left)):
        whole, slash, each = per.rpartition("/")
        if slash and same(each, count):
            return whole
    if (left in _COUNTS) != (right in _COUNTS):
        return right if left in _COUNTS else left
    return f"{left}·{right}"


def over(left: str, right: str) -> str:
    """Return the unit of a quotient: 元 ÷ 人 is 元/人, 人 ÷ 人 is a plain number."""
    if same(left, right):
        return ""
    if right in _SCALING:
        return left
    return f"{left or '1'}/{right}"


def _of_each(unit: str) -> str:
    """Return a unit without the count that it is for each of: 元 for 元/人, but 人/间 as it is."""
    whole, slash, each = unit.rpartition("/")
    if slash and each in _COUNTS and whole not in _COUNTS:
        unit = whole
    return _SAME.get(unit, unit)

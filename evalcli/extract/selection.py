"""Which numbers with a unit count something: 三所幼儿园 does, 一个过程 does not, 三年来 neither."""

import re
from typing import Final

from evalcli.extract.quantities import Quantity
from evalcli.extract.words import ABSTRACT, CONCRETE, DIRECT, LIMITS, ONE_COUNTS, REACHES, SIDES

_EACH: Final = re.compile("每|至少|不少于|各(?:建|设|有|配)|只有|仅有|唯一|共")
_JOINED: Final = re.compile("[、和及与]$")
_WITHIN: Final = re.compile("^(?:之?内|以内|时间|左右|以上)")
_LASTS: Final = re.compile(
    "(?:年限|教龄|周期|期限|任期|限|用|(?<!部)分|历时|达到|达|满|少于|低于|超过|至少|控制在|为|时间)$"
)
_OF_YEARS: Final = re.compile("年限|教龄|任期|学制|寿命|工龄")
_OPERATORS: Final = (*LIMITS, *REACHES, *SIDES, "约", "近")
_YEARS: Final = ("年", "学年", "学期")
_SHORT_TIMES: Final = ("天", "日", "周", "个月", "个工作日", "工作日")
_WARD: Final = 12
_NOUN: Final = 8


def counts(quantity: Quantity, left: str, after: str, *, joined: bool) -> bool:
    """Return whether a number counts; `after` follows it, `joined` says that another stands before it in the clause."""
    unit = quantity.unit
    if unit in _YEARS or unit in _SHORT_TIMES:
        return _lasts(quantity, left, after)
    if not quantity.han or quantity.unit == "%":
        return True
    if unit in DIRECT or unit in ("分", "字", "部", "起"):
        return False
    if unit == "个" and after.startswith(ABSTRACT):
        return False
    if unit == "期" and re.match("工程|项目|建设|计划|行动", after):
        return False
    return quantity.value != 1 or _one(unit, left, after, joined=joined)


def _one(unit: str, left: str, after: str, *, joined: bool) -> bool:
    """Return whether 一 is a number here and not only “a”."""
    if left.endswith(("新", "另", "同", "某", "这", "那", "又", "任何", "下", "上", "有")) and not _EACH.search(left):
        return False
    if unit in ONE_COUNTS or _EACH.search(left[-_WARD:]) or left.endswith(_OPERATORS):
        return True
    if joined and _JOINED.search(left):
        return True
    return unit == "个" and any(word in after[:_NOUN] for word in CONCRETE)


def _lasts(quantity: Quantity, left: str, after: str) -> bool:
    """Return whether a length of time is a target or a limit."""
    if _WITHIN.match(after):
        return quantity.unit in _SHORT_TIMES or not after.startswith("以上") or not quantity.han
    return bool(_LASTS.search(left) or _OF_YEARS.search(left))

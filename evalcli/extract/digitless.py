"""Quantities without a digit: 全覆盖, 无一名, 零事故, 全部达标, 只增不减, 不低于当地公务员平均工资."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final

from evalcli.language import _
from evalcli.model.frozen import dataclass
from evalcli.model.statement import Comparator

_ALL: Final = Decimal(100)
_NONE: Final = Decimal(0)
_END: Final = "(?=[,，。;；、:：)）!！]|$)"
_DONE: Final = "完成|达标|完工|竣工|建成|整改到位|整改完毕|实现|达到|通过|投入使用|开工|摘帽|化解到位|落实到位|开通|配备|配齐|接入|覆盖|持证上岗"
_WHOLE: Final = "学校|幼儿园|[校园县区村班生]|乡镇|教师|单位|机构|教学点|食堂|项目"
# 事故零发生: what does not happen stands just before.
_NEAR: Final = 8
_UNITS: Final = {"事故": "起", "事件": "起", "案件": "起", "辍学": "名", "失学": "名", "流失": "名"}
_NOT_COUNTED: Final = "现象|隐患|问题|影响|因素|贫困|差距|矛盾|障碍|壁垒|顾虑|误区|歧视"


@dataclass(frozen=True, slots=True)
class Worded:
    """A quantity in words, at its place."""

    start: int
    end: int
    comparator: Comparator
    value: Decimal
    unit: str
    unclear: str = ""
    base: str = ""
    noun: str = ""


Make = Callable[[re.Match[str]], Worded]


def _made(comparator: Comparator, value: Decimal, unit: str) -> Make:
    return lambda match: Worded(*match.span(), comparator, value, unit)


def _no(match: re.Match[str]) -> Worded:
    noun = match["noun"]
    if noun == "发生":
        noun = match.string[max(0, match.start() - _NEAR) : match.start()]
    unit = next((unit for word, unit in _UNITS.items() if word in noun), "个")
    return Worded(*match.span(), Comparator.EQUAL, _NONE, unit, noun=noun)


def _no_one(match: re.Match[str]) -> Worded:
    return Worded(*match.span(), Comparator.EQUAL, _NONE, match["unit"])


def _against(match: re.Match[str]) -> Worded:
    """Return a comparison of two figures that are not given: one is at least the other, once."""
    comparator = Comparator.AT_LEAST if match["word"] in ("低于", "少于") else Comparator.AT_MOST
    return Worded(*match.span(), comparator, Decimal(1), "倍", unclear=_("只比较，没有给出数"), base=match["other"])


_PATTERNS: Final[tuple[tuple[re.Pattern[str], Make], ...]] = (
    (re.compile("只增不减|只升不降"), _made(Comparator.INCREASE, _NONE, "%")),
    (re.compile("只减不增|只降不升"), _made(Comparator.DECREASE, _NONE, "%")),
    (re.compile(f'[“"]?全(?:面|学段)?覆盖[”"]?{_END}'), _made(Comparator.EQUAL, _ALL, "%")),
    (re.compile(f"全部(?:{_DONE})(?!后|的|以后|之后)"), _made(Comparator.EQUAL, _ALL, "%")),
    (
        re.compile(f"(?:所有|全部|各)[^,，。;；]{{0,14}}(?:{_WHOLE})[^,，。;；]{{0,10}}(?:均|都|全部)已?(?:{_DONE})"),
        _made(Comparator.EQUAL, _ALL, "%"),
    ),
    (re.compile("无一(?P<unit>名|例|起|人|所|个|家)"), _no_one),
    (re.compile("零(?P<noun>[^,，。;；零]{0,6}?(?:事故|发生|辍学|失学|案件|投诉|上访|违规|感染|伤亡|拖欠|流失))"), _no),
    (
        re.compile(
            "(?:未发生|没有发生|无)(?:一起)?(?P<noun>[^,，。;；]{0,12}?(?:事故|事件|案件))(?=发生|[,，。;；、]|$)"
        ),
        _no,
    ),
    (re.compile("(?:已无|再无|均无|已没有|不再有)(?P<noun>[^,，。;；]{2,20})" + _END), _no),
    (
        re.compile(
            f"(?:基本|全面|全部|彻底|完全)消除(?!{_NOT_COUNTED})(?P<noun>(?:(?!{_NOT_COUNTED})[^,，。;；、]){{2,16}}){_END}"
        ),
        _no,
    ),
    (
        re.compile(
            "(?P<noun>超?大班额|大校额|无证园|危房|薄弱学校|辍学|失学)(?:学生|人数|问题)?(?:已|实现|全部|基本|动态|持续|常态化){1,3}(?:消除|清零|化解)"
        ),
        _no,
    ),
    (
        re.compile(
            "(?<=[\\u4e00-\\u9fff])不(?:得)?(?P<word>低于|高于|少于)"
            '(?P<other>[^,，。;；、“”"\\d]{2,24}(?:收入|工资|水平|平均|均值|上年|同期|待遇))' + _END
        ),
        _against,
    ),
)


def worded(text: str, after: int = 0) -> Iterator[Worded]:
    """Yield the quantities in words from `after` on; one that lies in another does not count."""
    found = [make(match) for pattern, make in _PATTERNS for match in pattern.finditer(text, after)]
    end = -1
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= end:
            yield one
            end = one.end

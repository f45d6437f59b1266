"""Numbers with their units in a clean text: what is a number, how large it is, and which unit goes with it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from evalcli.extract import numerals
from evalcli.extract.masks import Masks
from evalcli.extract.words import COUNTERS, DIRECT, MEASURES, MONEY, TIMES
from evalcli.language import _
from evalcli.model.frozen import dataclass, replace

_UNITS: Final = "|".join(map(re.escape, sorted((*MEASURES, *COUNTERS, *TIMES, *DIRECT), key=len, reverse=True)))
_HAN: Final = f"[{numerals.CHINESE}]{{1,16}}(?:点[零〇一二三四五六七八九]{{1,9}})?"
_NUMBER: Final = rf"(?:{numerals.ARABIC}|{_HAN})"
_SCALE: Final = "(?:百万|千万|[十百千万亿]{1,2})"
_TAIL: Final = rf"(?P<more>[余多来])?(?P<scale>{_SCALE})?(?P<many>[余多])?(?P<unit>{_UNITS})?(?P<over>[余多](?!年|个))?"
_SHARE: Final = re.compile(
    rf"(?P<percent>百分之(?P<hundredths>百|{_NUMBER}))"
    rf"|(?P<below>{_NUMBER})分之(?P<above>{_NUMBER})"
    rf"|(?<![一二两三四五六七八九十\d.])(?P<tens>\d|[一二两三四五六七八九十])成(?P<ones>半|[一二三四五六七八九])?(?P<over>[多余])?(?![立为效果员功绩长熟本就型都才就人分])"
    r"|(?P<half>一半|半数|过半(?!年|载|时))"
    r"|翻了?(?P<turns>[一两二三四\d]?)番"
)
_RATIO: Final = re.compile(
    r"(?<![\d:])(?P<left>\d{1,9}(?:\.\d{1,9})?)(?::|比)(?P<right>\d{1,9}(?:\.\d{1,9})?)(?![\d:]|分)"
)
_RANGE: Final = re.compile(
    rf"(?P<low>{_NUMBER})(?P<first>{_SCALE}?(?:{_UNITS})?)(?:[-~]{{1,2}}|至|到)(?P<high>{_NUMBER}){_TAIL}"
)
_PLAIN: Final = re.compile(rf"(?P<sign>(?<=[长降幅减加为升])-)?(?P<number>{_NUMBER}){_TAIL}")
# A year whose 年 was lost runs into the figure behind it: 2022100%.
_GLUED: Final = re.compile(r"(20[0-4]\d)([1-9]\d{0,2}(?:\.\d+)?)")
_HUNDRED: Final = Decimal(100)
_FOLDED: Final = {"十": 10, "百": 100, "千": 1000}
_STOPS: Final = frozenset(",，。;；、:：!！?？)）")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number at its place. `upper` is the other end of a range, `hedge` 余 or 多, `turn` what the words themselves say."""

    start: int
    end: int
    value: Decimal
    unit: str
    upper: Decimal | None = None
    hedge: str = ""
    unclear: str = ""
    han: bool = False
    date: str = ""
    grows: bool = False


def quantities(text: str, masks: Masks, year: int | None) -> list[Quantity]:
    """Return the quantities of a text in order, none of which lies in another."""
    found: list[Quantity] = []
    for finder in (_shares, _ratios, _ranges, _plains):
        taken = Masks((one.start, one.end) for one in found)
        found += [
            one
            for one in finder(text, year)
            if not masks.cover(one.start, one.end) and not taken.cover(one.start, one.end)
        ]
    return sorted(found, key=lambda one: one.start)


def _shares(text: str, _year: int | None) -> Iterator[Quantity]:
    for match in _SHARE.finditer(text):
        share = _share(match)
        if share is not None:
            unclear = "" if share.exact else _("分数除不尽，按两位小数写成百分数")
            hedge = match["over"] or ("多" if match["half"] == "过半" else "")
            yield Quantity(
                *match.span(), share.percent, "%", hedge=hedge, unclear=unclear, grows=match["turns"] is not None
            )


def _share(match: re.Match[str]) -> numerals.Share | None:
    """Return what a share in words is in percent."""
    if match["below"]:
        return numerals.fraction(match["below"], match["above"])
    if match["half"]:
        return numerals.Share(Decimal(50))
    if match["percent"]:
        value = numerals.per_cent(match["hundredths"])
    elif match["tens"]:
        value = numerals.tenths(match["tens"], match["ones"] or "")
    else:
        value = numerals.doubled(match["turns"])
    return None if value is None else numerals.Share(value)


def _ratios(text: str, _year: int | None) -> Iterator[Quantity]:
    """Yield ratios: 13.26:1 is 13.26 to one (`:1`), 1:100 is one to a hundred (`1:`)."""
    for match in _RATIO.finditer(text):
        left, right = Decimal(match["left"]), Decimal(match["right"])
        if left == 1 and right != 1:
            yield Quantity(*match.span(), right, "1:")
        else:
            yield Quantity(*match.span(), left, f":{match['right']}")


def _ranges(text: str, _year: int | None) -> Iterator[Quantity]:
    for match in _RANGE.finditer(text):
        low, high = numerals.number(match["low"]), numerals.number(match["high"])
        unit = _unit(match)
        if low is None or high is None or not unit or not low < high:
            continue
        if match["first"] and match["first"] not in (unit, match["scale"] or "", match["unit"] or ""):
            continue
        yield Quantity(
            *match.span(), low * _folded(match), unit, high * _folded(match), han=not match["low"][0].isascii()
        )


def _plains(text: str, year: int | None) -> Iterator[Quantity]:
    for match in _PLAIN.finditer(text):
        value = numerals.number(match["number"])
        if value is None:
            continue
        value *= _folded(match) * (-1 if match["sign"] else 1)
        hedge = (match["more"] or "").replace("来", "约") or match["many"] or match["over"] or ""
        quantity = Quantity(*match.span(), value, _unit(match), hedge=hedge, han=not match["number"][0].isascii())
        found = _unglued(quantity, match["number"], year) if quantity.unit else _bare(quantity, match, text)
        if found is not None:
            yield found


def _unit(match: re.Match[str]) -> str:
    scale = (match["scale"] or "").lstrip("十百千")
    return scale + (match["unit"] or "").replace("个百分点", "百分点").replace("个小时", "小时")


def _folded(match: re.Match[str]) -> int:
    """Return what the part of the scale below 万 makes of the number: 3百万 is 300万."""
    times = 1
    for sign in match["scale"] or "":
        times *= _FOLDED.get(sign, 1)
    return times


def _unglued(quantity: Quantity, written: str, year: int | None) -> Quantity | None:
    """Return a quantity without the year that ran into it."""
    glued = _GLUED.fullmatch(written)
    if not glued or not (quantity.unit == "%" or (year is not None and int(glued[1]) == year)):
        return None if glued and quantity.unit == "年" else quantity
    value = Decimal(glued[2])
    if quantity.unit == "%" and value > _HUNDRED:
        return quantity
    unclear = _("“{written}”像是“{year}年”少了“年”字，按{value}读").format(
        written=written, year=glued[1], value=glued[2]
    )
    return replace(quantity, value=value, unclear=unclear, date=glued[1])


def _bare(quantity: Quantity, match: re.Match[str], text: str) -> Quantity | None:
    """Return a number without a unit where its words say what it is; nothing where they do not."""
    before = text[max(0, quantity.start - 20) : quantity.start]
    follows = text[quantity.end : quantity.end + 1]
    if quantity.han or not re.search(
        "(?:为|达到|达|低于|高于|超过|少于|至|到|控制在|保持在|稳定在|系数|指数)$", before
    ):
        return None
    if follows and follows not in _STOPS and not text.startswith(("以上", "以下", "以内", "左右", "之"), quantity.end):
        return None
    return None if re.fullmatch(r"(?:19|20)\d\d", match["number"]) else quantity


def with_money(quantity: Quantity, left: str) -> Quantity | None:
    """Return 1.5亿 as money where the clause speaks of money; where it does not, a number without a unit is doubtful."""
    if quantity.unit not in ("万", "亿"):
        return quantity
    if quantity.han and quantity.value in (1, 0):
        return None
    if any(word in left for word in MONEY):
        return replace(quantity, unit=quantity.unit + "元", unclear=_("原文没有写“元”"))
    return replace(quantity, unclear=_("原文没有写单位"))

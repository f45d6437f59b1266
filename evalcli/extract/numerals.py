"""Numbers as people write them in Chinese texts: 6,650; 五百二十; 百分之八十五; 九成五; 三分之二; 翻一番."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from evalcli.model.frozen import dataclass

_DIGITS: Final = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "半": 0}
_TENS: Final = {"十": 10, "百": 100, "千": 1000}
_SCALES: Final = {"万": 10_000, "亿": 100_000_000}
CHINESE: Final = "零〇一二两三四五六七八九十百千"
# A number with thousands separators before one without: 6,650 is one number, 2018,30 are two.
ARABIC: Final = (
    r"(?<![\d.,A-Za-z])\d{1,3}(?:[, ]\d{3})++(?:\.\d{1,12})?(?![\d,])|(?<!\d)\d{1,15}(?!\d)(?:\.\d{1,12}(?!\d))?"
)
_PLAIN: Final = re.compile(r"[0-9][0-9, ]*(?:\.[0-9]+)?")
# A share that has no end is given to two places of a percentage, and said so.
_PLACES: Final = Decimal("0.01")
# No count, sum or share in a plan has more digits; what has more is a code.
_MOST_DIGITS: Final = 15
_TEN: Final = 10


@dataclass(frozen=True, slots=True)
class Share:
    """A share in percent; `exact` is False where it had to be rounded."""

    percent: Decimal
    exact: bool = True


def arabic(text: str) -> Decimal | None:
    """Return a number in digits; None where it is too long to be one."""
    digits = text.replace(",", "").replace(" ", "")
    return Decimal(digits) if _PLAIN.fullmatch(text) and len(digits) <= _MOST_DIGITS else None


def chinese(text: str) -> Decimal | None:
    """Return a number in characters; None for what is none (百) or none in particular (七八, 几十)."""
    total = section = 0
    digit: int | None = None
    for sign in text:
        if sign in _DIGITS:
            if digit:
                return None  # 七八: seven or eight
            digit = _DIGITS[sign]
        elif sign in _TENS:
            if digit is None and (sign != "十" or section):
                return None
            section, digit = section + (1 if digit is None else digit) * _TENS[sign], None
        elif sign in _SCALES:
            total, section, digit = (total + section + (digit or 0)) * _SCALES[sign], 0, None
        else:
            return None
    return Decimal(total + section + (digit or 0)) if text else None


def number(text: str) -> Decimal | None:
    """Return a number in digits or characters, with a decimal part in either."""
    if text[:1].isdigit() and text[:1].isascii():
        return arabic(text)
    whole, point, part = text.partition("点")
    value = chinese(whole)
    if value is None or not point:
        return value
    digits = "".join(str(_DIGITS.get(sign, "")) for sign in part)
    return value + Decimal(f"0.{digits}") if len(digits) == len(part) > 0 else None


def per_cent(text: str) -> Decimal | None:
    """Return what stands after 百分之."""
    return Decimal(100) if text == "百" else number(text)


def tenths(whole: str, part: str) -> Decimal | None:
    """Return 九成五 in percent: tenths and what is over them."""
    tens, ones = number(whole), Decimal(5) if part == "半" else number(part) if part else Decimal(0)
    return None if tens is None or ones is None or not 0 < tens <= _TEN else tens * _TEN + ones


def fraction(below: str, above: str) -> Share | None:
    """Return 三分之二 in percent."""
    parts, taken = number(below), number(above)
    if not parts or taken is None:
        return None
    share = Fraction(taken) / Fraction(parts) * 100
    rounded = (Decimal(share.numerator) / Decimal(share.denominator)).quantize(_PLACES)
    plain = rounded.normalize()
    exact = Fraction(rounded) == share
    return Share(Decimal(f"{plain:f}"), exact=exact)


def doubled(times: str) -> Decimal | None:
    """Return by how much per cent something grows that 翻 so many 番."""
    turns = number(times) if times else Decimal(1)
    return None if turns is None or not 0 < turns < _MOST_DIGITS else Decimal(100) * (2**turns - 1)

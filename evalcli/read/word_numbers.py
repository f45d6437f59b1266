"""The numbers that Word puts before paragraphs by itself: 一、 (二) 3. ④, reckoned from numbering.xml."""

from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS: Final = "〇一二三四五六七八九"
_CHINESE: Final = frozenset(
    (
        *("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting"),
        *("taiwaneseCountingThousand", "ideographTraditional", "chineseLegalSimplified", "koreanCounting"),
    )
)
_ROMAN: Final = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_TWENTY: Final = 20
_TEN: Final = 10
_HUNDRED: Final = 100
_MOST: Final = 3000
_LEVELS: Final = 9


class Numbering:
    """The lists of a document, counted on paragraph by paragraph."""

    def __init__(self, root: "_Element | None") -> None:
        """Read the definitions; a document without lists has none."""
        abstract = {one.get(f"{W}abstractNumId", ""): one for one in _all(root, "abstractNum")}
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._of: dict[str, str] = {}
        for one in _all(root, "num"):
            name, base = one.get(f"{W}numId", ""), _value(one, "abstractNumId")
            self._levels[name] = _definition(abstract.get(base), one)
            self._of[name] = base if not list(one.iter(f"{W}lvlOverride")) else name
        self._counts: dict[str, list[int]] = defaultdict(lambda: [0] * _LEVELS)

    def next(self, name: str, level: int) -> str:
        """Return the number of the next paragraph of a list, as it is printed; empty for bullets and unknown lists."""
        levels = self._levels.get(name, {})
        if level not in levels:
            return ""
        counts = self._counts[self._of[name]]
        counts[level] = counts[level] + 1 if counts[level] else levels[level][2]
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        text = levels[level][1]
        for place, (form, _text, start) in levels.items():
            text = text.replace(f"%{place + 1}", written(counts[place] or start, form))
        return "" if levels[level][0] in ("bullet", "none") else text


def _definition(abstract: "_Element | None", own: "_Element") -> dict[int, tuple[str, str, int]]:
    """Return format, text and start of every level of a list."""
    levels: dict[int, tuple[str, str, int]] = {}
    for level in [*_all(abstract, "lvl"), *own.iter(f"{W}lvl")]:
        place = _number(level.get(f"{W}ilvl", ""), 0)
        if 0 <= place < _LEVELS:
            form, text = _value(level, "numFmt") or "decimal", _value(level, "lvlText")
            levels[place] = (form, text, _number(_value(level, "start"), 1))
    for override in own.iter(f"{W}lvlOverride"):
        place, start = _number(override.get(f"{W}ilvl", ""), 0), _value(override, "startOverride")
        if place in levels and start:
            levels[place] = (*levels[place][:2], _number(start, 1))
    return levels


def written(number: int, form: str) -> str:
    """Return a number in a format of Word's; one that is not known is printed in digits."""
    if not 0 < number < _MOST:
        return str(number)
    if form in _CHINESE:
        return _chinese(number)
    if form == "ideographDigital":
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    if form.endswith("Letter"):
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form.endswith("Roman"):
        return _roman(number) if form == "upperRoman" else _roman(number).lower()
    circled = form.startswith("decimalEnclosedCircle") and number <= _TWENTY
    return chr(ord("①") + number - 1) if circled else str(number)


def _chinese(number: int) -> str:
    if number < _TEN:
        return _DIGITS[number]
    if number < _HUNDRED:
        tens, ones = divmod(number, _TEN)
        return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")
    if number < _HUNDRED * _TEN:
        hundreds, rest = divmod(number, _HUNDRED)
        below = (
            ""
            if not rest
            else "零" + _DIGITS[rest]
            if rest < _TEN
            else _DIGITS[rest // _TEN] + _chinese(rest)[-2:].lstrip(_DIGITS[rest // _TEN])
        )
        return _DIGITS[hundreds] + "百" + below
    return str(number)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        text += sign * times
    return text


def _all(root: "_Element | None", name: str) -> "list[_Element]":
    return [] if root is None else list(root.iterchildren(f"{W}{name}"))


def _value(parent: "_Element", name: str) -> str:
    child = parent.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}val", "")


def _number(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < _TEN else default

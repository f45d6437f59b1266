"""Formulas as Chinese users type them, respelled as Python reads them.

（），＋－×÷＞＜＝≥≤≠ and full-width digits are understood; every respelled character remembers its column.
Nothing but names, numbers, operators and quoted members passes, so the parser never meets anything else.
"""

import re

from evalcli.formula.fault import FormulaFault
from evalcli.language import _
from evalcli.model.frozen import dataclass

MOST_CHARACTERS = 500
MOST_DEPTH = 30

_RESPELLED = {
    **dict(zip("（），．［］＋－−×＊÷／＞＜＝！", "(),.[]+--**//><=!", strict=True)),
    **{chr(ord("０") + digit): str(digit) for digit in range(10)},
    **dict.fromkeys("\t\r\n\u3000\xa0", " "),
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
}
_OPERATORS = frozenset("+-*/()<>=!,.[] ")
_CLOSING = {'"': '"', "'": "'", "“": "”", "‘": "’"}
_QUOTES = frozenset("\"'“”‘’\\")
_WORD_AFTER_NUMBER = re.compile(r'"[^"]*"|(?<![\w.])([\d.]*\d[\d.]*)([^\W\d]\w*)')
_LONE_EQUAL = re.compile(r"(?<![<>=!])=(?!=)")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A respelled formula; `columns` gives the column as typed for each character, and for the end."""

    text: str
    columns: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the columns as typed for a stretch of the respelled text."""
        last = len(self.columns) - 1
        first = self.columns[min(max(start, 0), last)]
        return first, max(self.columns[min(max(end - 1, 0), last)] + 1, first + 1)


def respell(text: str) -> Spelling:
    """Return the formula in Python's spelling, or raise the fault that stands first."""
    if len(text) > MOST_CHARACTERS:
        message = _("公式太长：{length}个字符，最多{most}个").format(length=len(text), most=MOST_CHARACTERS)
        raise FormulaFault(message, MOST_CHARACTERS, len(text))
    pieces = _pieces(text)
    if not any(piece.strip() for piece, _column in pieces):
        raise FormulaFault(_("公式是空的"), 0, len(text))
    spelling = _with_equals(_assembled(pieces, len(text)))
    _refuse_words_after_numbers(spelling)
    _refuse_open_brackets(spelling)
    return spelling


def _pieces(text: str) -> list[tuple[str, int]]:
    pieces: list[tuple[str, int]] = []
    column = 0
    while column < len(text):
        if text[column] in _CLOSING:
            member, after = _quoted(text, column)
            pieces += [('"', column), *((sign, column + 1 + n) for n, sign in enumerate(member)), ('"', after - 1)]
            column = after
            continue
        pieces.append((_respelled(text, column), column))
        column += 1
    return pieces


def _quoted(text: str, start: int) -> tuple[str, int]:
    end = text.find(_CLOSING[text[start]], start + 1)
    if end < 0:
        raise FormulaFault(_("引号没有闭合"), start, len(text))
    member = text[start + 1 : end]
    if not member.isprintable() or _QUOTES & set(member):
        raise FormulaFault(_('引号里只写维度成员的名称，如 x["中职"]'), start, end + 1)
    return member, end + 1


def _respelled(text: str, column: int) -> str:
    sign = text[column]
    plain = _RESPELLED.get(sign, sign)
    if _is_word(plain) or plain[0] in _OPERATORS:
        return plain
    raise FormulaFault(_unknown(sign), column, column + 1)


def _is_word(sign: str) -> bool:
    return (sign.isascii() and (sign.isalnum() or sign == "_")) or "\u3400" <= sign <= "\u9fff"


def _unknown(sign: str) -> str:
    if sign in "%％":
        return _("公式里不写百分号：94%写作94，占比写作 share(a, b)")
    if sign in "：:":
        return _("公式里不写冒号：比值写作 a / b")
    shown = sign if sign.isprintable() else f"U+{ord(sign):04X}"
    return _("公式里不能有“{sign}”").format(sign=shown)


def _assembled(pieces: list[tuple[str, int]], end: int) -> Spelling:
    first = next(index for index, (piece, _column) in enumerate(pieces) if piece != " ")
    text = "".join(piece for piece, _column in pieces[first:])
    columns = [column for piece, column in pieces[first:] for _sign in piece]
    return Spelling(text, (*columns, end))


def _with_equals(spelling: Spelling) -> Spelling:
    """Read a single `=` as a comparison: there is nothing to assign to."""
    text, columns = spelling.text, list(spelling.columns)
    places = [match.start() for match in _LONE_EQUAL.finditer(text)]
    for place in reversed(places):
        columns.insert(place, columns[place])
    return Spelling(_LONE_EQUAL.sub("==", text), tuple(columns))


def _refuse_words_after_numbers(spelling: Spelling) -> None:
    # This also refuses 0x10, 1e9, 1j and 1_000: a number is digits and one point.
    for match in _WORD_AFTER_NUMBER.finditer(spelling.text):
        if match[1]:
            message = _("数字“{number}”后面不能直接跟“{word}”：公式里的数字不带单位，相乘要写乘号")
            raise FormulaFault(message.format(number=match[1], word=match[2]), *spelling.span(*match.span()))


def _refuse_open_brackets(spelling: Spelling) -> None:
    opened: list[int] = []
    for place, sign in _outside_quotes(spelling.text):
        if sign in "([":
            opened.append(place)
        elif sign in ")]" and not opened:
            raise FormulaFault(_("多了一个右括号"), *spelling.span(place, place + 1))
        elif sign in ")]":
            opened.pop()
        if len(opened) > MOST_DEPTH:
            raise FormulaFault(too_deep(), *spelling.span(place, place + 1))
    if opened:
        raise FormulaFault(_("这个括号没有闭合"), *spelling.span(opened[-1], opened[-1] + 1))


def _outside_quotes(text: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    inside = False
    for place, sign in enumerate(text):
        inside = inside != (sign == '"')
        if not inside:
            found.append((place, sign))
    return found


def too_deep() -> str:
    """Return the message for a formula nested too deeply."""
    return _("公式嵌套太深：最多{most}层").format(most=MOST_DEPTH)

"""Bytes become text in one known encoding; what would turn into mojibake is refused.

UTF-8 and UTF-16 prove themselves. GB18030 decodes nearly anything, so it is believed only
where the result consists mostly of the characters that Chinese texts consist of.
"""

import codecs
import re
from functools import cache
from itertools import islice

from evalcli.language import _
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.read.lines import place_at

Text = tuple[str, str]

_BINARY = {
    b"PK\x03\x04": "xlsx、docx",
    b"\xd0\xcf\x11\xe0": "xls、doc",
    b"%PDF": "PDF",
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
# What YAML calls unprintable, and U+FFFD, which a wrong conversion leaves behind. U+FEFF is a matter of place.
# A list of what is refused compiles in a tenth of the time of a list of what is allowed.
_UNPRINTABLE = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffd-\uffff]"
# Compiled when they are used: a file that is UTF-8 needs none of them.
_THREE_BYTES = "[\u3000-\u9fff\uff00-\uffef]"
_TWO_BYTES = "[\u0080-\u07ff]"
# Signs that a UTF-8 file without any Chinese character may well hold: m², 5×3, 36℃, ±.
_USUAL_SIGNS = "[\u00a0-\u00bf×÷]"
_PRIVATE = "[\ue000-\uf8ff]"
_NAMED_AT_ONCE = 10
# The same signs as bytes of UTF-8: the controls of ASCII, and how the others begin (U+0080 on, U+FEFF, U+FFC0 on).
_CONTROLS = bytes((*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F))
_PIECE = 1 << 20
# Signs that are looked for one by one: a mark inside a text, and what a wrong conversion leaves behind.
_STRAY = "\ufeff\ufffd\ufffe\uffff"
# The first byte of U+0080 to U+00BF: control characters, and signs that a text in another encoding may turn into.
_LATIN = b"\xc2"


def decode(data: bytes, name: str) -> tuple[Text | None, tuple[Notice, ...]]:
    """Return the text of `data` and the name of its encoding, or notices that say why there is none."""
    if kind := binary_kind(data):
        return None, (_binary(kind, name),)
    try:
        text, encoding = _decoded(data)
    except UnicodeDecodeError as error:
        return None, (_undecodable(error, name),)
    if encoding in ("utf-8", "gb18030") and not _believable(text, encoding, data):
        return None, (_unknown(name),)
    faults = _unprintable(text, name)
    return (None, faults) if faults else ((text, encoding), ())


def binary_kind(data: bytes) -> str:
    """Return what kind of file bytes are by how they begin, if they are no text."""
    return next((kind for start, kind in _BINARY.items() if data.startswith(start)), "")


def utf8(data: bytes, name: str) -> tuple[bytes | None, tuple[Notice, ...]]:
    """Return the text of `data` as UTF-8 without a mark, or notices; what is UTF-8 already is looked at piece by piece."""
    bare = data.removeprefix(codecs.BOM_UTF8)
    if not bare.startswith(tuple(_BINARY)) and _is_clean(bare):
        return bare, ()
    found, notices = decode(data, name)
    return (found[0].encode("utf-8") if found else None), notices


def _is_clean(data: bytes) -> bool:
    """Return whether bytes are UTF-8, with Chinese or nothing but ASCII in it, and nothing unprintable."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    chinese = data.isascii()
    try:
        for start in range(0, len(data), _PIECE):
            piece = data[start : start + _PIECE]
            text = decoder.decode(piece, final=start + _PIECE >= len(data))
            if len(piece.translate(None, _CONTROLS)) < len(piece) or any(sign in text for sign in _STRAY):
                return False
            chinese = chinese or re.search(_THREE_BYTES, text) is not None
    except UnicodeDecodeError:
        return False
    return chinese and _LATIN not in data


def _decoded(data: bytes) -> Text:
    for mark, codec, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        if _mostly_utf8(data):
            raise
    return data.decode("gb18030"), "gb18030"


def _mostly_utf8(data: bytes) -> bool:
    # A UTF-8 file with one broken byte often decodes as GB18030, into nonsense from end to end.
    lenient = data.decode("utf-8", "replace")
    whole = len(re.findall(_THREE_BYTES, lenient))
    return whole > 0 and whole >= lenient.count("\ufffd")


def _believable(text: str, encoding: str, data: bytes) -> bool:
    if encoding == "gb18030":
        return _looks_chinese(text)
    if text.isascii() or any(map(_is_wide, text)):
        return True
    if all(re.match(_USUAL_SIGNS, sign) for sign in re.findall(_TWO_BYTES, text)):
        return True
    # A short GB18030 file can be correct UTF-8 by chance, as letters that nobody types here.
    return not _looks_chinese(data.decode("gb18030", "replace"))


def _is_wide(sign: str) -> bool:
    """Tell whether a sign is one of those in `_THREE_BYTES`, whose pattern takes 3 ms to compile."""
    return "\u3000" <= sign <= "\u9fff" or "\uff00" <= sign <= "\uffef"


def _looks_chinese(text: str) -> bool:
    foreign = [sign for sign in text if sign > "\x7f"]
    common = sum(sign in _common() for sign in foreign)
    return not re.search(_PRIVATE, text) and common * 2 >= len(foreign)


@cache
def _common() -> frozenset[str]:
    # GB 2312-80: rows 1 to 3 are punctuation and full-width forms, rows 16 to 55 the 3,755 common characters.
    rows = [*range(0xA1, 0xA4), *range(0xB0, 0xD8)]
    pairs = (bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    return frozenset(sign for pair in pairs for sign in pair.decode("gb2312", "ignore"))


def _binary(kind: str, name: str) -> Notice:
    message = _("这不是文本文件，而是 {kind} 一类的文件").format(kind=kind)
    return _notice(message, _("请给出文本文件（YAML、CSV）；是工作簿时改回原来的扩展名"), Place(name, 1, 1))


def _undecodable(error: UnicodeDecodeError, name: str) -> Notice:
    data = error.object
    before = data[: error.start].decode(error.encoding)
    after = re.split("[\r\n]", data[error.start :].decode(error.encoding, "replace"), maxsplit=1)[0]
    byte = f"{data[error.start]:02X}"
    message = _("这里的字节 {byte} 不能按 {encoding} 读成文字").format(byte=byte, encoding=error.encoding.upper())
    return _notice(message, _("请重新输入这一处，并把文件另存为 UTF-8"), place_at(before + after, len(before), name))


def _unknown(name: str) -> Notice:
    message = _("看不出文件用的是哪种编码，猜着读会成乱码")
    return _notice(message, _("请用编辑器打开，确认文字无误后另存为 UTF-8（带 BOM）"), Place(name, 1, 1))


def _unprintable(text: str, name: str) -> tuple[Notice, ...]:
    # Nearly every file passes at once; the pattern takes as long to compile as a county's files take to decode.
    if "\ufffd" not in text and text.replace("\n", "").replace("\u3000", "").isprintable():
        return ()
    spots = (match.start() for match in re.finditer(_UNPRINTABLE, text))
    found = islice((spot for spot in spots if _harmful(text, spot)), _NAMED_AT_ONCE)
    return tuple(_unprintable_sign(text[spot], place_at(text, spot, name)) for spot in found)


def _harmful(text: str, spot: int) -> bool:
    # Inside a line U+FEFF is text like any other; before a line it is a second mark and would stick to the key.
    return text[spot] != "\ufeff" or spot == 0 or text[spot - 1] in "\r\n"


def _unprintable_sign(sign: str, place: Place) -> Notice:
    code = f"U+{ord(sign):04X}"
    if sign == "\ufffd":
        message = _("这里有替换字符 {code}，原来的字已经丢失")
        return _notice(message.format(code=code), _("请对照原件补上这个字"), place)
    advice = _("请删去这个字符；整个文件都如此时，另存为 UTF-8") if sign == "\0" else _("请删去这个字符")
    return _notice(_("这里有看不见的控制字符 {code}").format(code=code), advice, place)


def _notice(message: str, advice: str, place: Place) -> Notice:
    return Notice("file.encoding", Level.STOP, message, advice, place)

"""Runs of text in a Word paragraph: bold, missing, bookmarked, and rare characters in a face that has them."""

import re
from functools import cache

from evalcli.model.report import Run
from evalcli.publish.word_claims import Marks
from evalcli.publish.xml import content

_SPECIAL = re.compile("([\t\n])")
_ELEMENTS = {"\t": "<w:tab/>", "\n": "<w:br/>"}
_HAN_RANGES = (("\u4e00", "\u9fff"), ("\u3400", "\u4dbf"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))
_HAN = "".join(f"{first}-{last}" for first, last in _HAN_RANGES)
# The face with the full set that looks like the GB2312 one of the style; 黑体 and 宋体 have the full set themselves.
_FULL_FACES = {
    "Title": "方正小标宋_GBK",
    "AnnexTitle": "方正小标宋_GBK",
    "Heading1": "",
    "Heading2": "楷体",
    "AnnexLabel": "",
    "Caption": "",
    "TableHead": "",
    "TableSmallHead": "",
}
_FULL_FACE = "仿宋"


class Pen:
    """Writes the runs of paragraphs of one style; a strong pen writes subtotals and totals."""

    def __init__(self, style: str, marks: Marks, *, strong: bool = False) -> None:
        """Take up the pen for `style`; the bookmarks of figures go to `marks`."""
        self._marks = marks
        self._strong = strong
        self._full_face = "" if strong else _FULL_FACES.get(style, _FULL_FACE)

    def written(self, run: Run, text: str) -> str:
        """Return `text`, cleaned, in the look of `run`; a figure gets its bookmark."""
        if not text:
            return ""
        if not run.claim:
            return self._pieces(run, text)
        number, name = self._marks.mark(run.claim, text)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        return start + self._pieces(run, text) + f'<w:bookmarkEnd w:id="{number}"/>'

    def _pieces(self, run: Run, text: str) -> str:
        if not self._full_face or not rare(text):
            return self._piece(run, text, "")
        pieces = enumerate(_split_by_face(text))
        return "".join([self._piece(run, part, self._full_face if place % 2 else "") for place, part in pieces if part])

    def _piece(self, run: Run, text: str, face: str) -> str:
        plain = not (run.bold or run.missing or face or self._strong)
        look = "" if plain else _look(run.bold and not self._strong, run.missing, face, self._strong)
        return f"<w:r>{look}{_texts(text)}</w:r>"


@cache
def _look(bold: bool, missing: bool, face: str, strong: bool) -> str:
    parts = [
        '<w:rStyle w:val="Strong"/>' if strong else "",
        f'<w:rFonts w:hAnsi="{face}" w:eastAsia="{face}"/>' if face else "",
        "<w:b/>" if bold else "",
        '<w:highlight w:val="yellow"/>' if missing else "",
    ]
    return f"<w:rPr>{''.join(parts)}</w:rPr>"


def _texts(text: str) -> str:
    if "\n" not in text and "\t" not in text:
        return _text(text)
    return "".join([_ELEMENTS.get(part) or _text(part) for part in _SPECIAL.split(text) if part])


def _text(text: str) -> str:
    space = "" if text == text.strip() else ' xml:space="preserve"'
    return f"<w:t{space}>{content(text)}</w:t>"


@cache
def _common() -> frozenset[str]:
    """Return the 6763 Han characters of GB2312, all that the faces named after it have, its marks, and ASCII."""
    rows = (*range(0xA1, 0xA4), *range(0xB0, 0xF8))
    codes = bytes(byte for high in rows for low in range(0xA1, 0xFF) for byte in (high, low))
    return frozenset(codes.decode("gb2312", "ignore") + "".join(map(chr, range(0x80))))


def rare(text: str) -> frozenset[str]:
    """Return the Han characters of `text` that GB2312 does not have."""
    if _common().issuperset(text):
        return frozenset()
    return frozenset(filter(_is_han, frozenset(text) - _common()))


def _is_han(character: str) -> bool:
    return any(first <= character <= last for first, last in _HAN_RANGES)


def _split_by_face(text: str) -> list[str]:
    """Return pieces by turns without and with rare characters; each takes along its name, up to three neighbours."""
    characters = re.escape("".join(sorted(rare(text))))
    return re.split(f"([{_HAN}]{{0,3}}(?:[{characters}][{_HAN}]{{0,3}})+)", text)

"""Runs of text in a Word paragraph: bold, missing, bookmarked, and rare characters in a face that has them."""

import re
from functools import cache

from lxml import etree

from evalcli.model.report import Run
from evalcli.publish.word_claims import Marks

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VALUE = W + "val"
_RUN, _LOOK, _TEXT = W + "r", W + "rPr", W + "t"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SPECIAL = re.compile("([\t\n])")
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN_CHARACTER = re.compile(f"[{_HAN}]")
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
    """Writes runs into paragraphs of one style; a strong pen writes subtotals and totals."""

    def __init__(self, style: str, marks: Marks, *, strong: bool = False) -> None:
        """Take up the pen for `style`; the bookmarks of figures go to `marks`."""
        self._marks = marks
        self._strong = strong
        self._full_face = "" if strong else _FULL_FACES.get(style, _FULL_FACE)

    def write(self, paragraph: etree._Element, run: Run, text: str) -> None:
        """Append `text` to `paragraph` in the look of `run`; a figure gets its bookmark."""
        if not text:
            return
        if not run.claim:
            self._add_pieces(paragraph, run, text)
            return
        number, name = self._marks.mark(run.claim, text)
        etree.SubElement(paragraph, W + "bookmarkStart", {W + "id": number, W + "name": name})
        self._add_pieces(paragraph, run, text)
        etree.SubElement(paragraph, W + "bookmarkEnd", {W + "id": number})

    def _add_pieces(self, paragraph: etree._Element, run: Run, text: str) -> None:
        if not self._full_face or not rare(text):
            self._add_piece(paragraph, run, text, "")
            return
        for number, piece in enumerate(_split_by_face(text)):
            if piece:
                self._add_piece(paragraph, run, piece, self._full_face if number % 2 else "")

    def _add_piece(self, paragraph: etree._Element, run: Run, text: str, face: str) -> None:
        element = etree.SubElement(paragraph, _RUN)
        if run.bold or run.missing or face or self._strong:
            self._add_look(element, run, face)
        if "\n" not in text and "\t" not in text:
            _add_text(element, text)
            return
        for part in _SPECIAL.split(text):
            if part in ("\t", "\n"):
                etree.SubElement(element, W + ("tab" if part == "\t" else "br"))
            elif part:
                _add_text(element, part)

    def _add_look(self, element: etree._Element, run: Run, face: str) -> None:
        look = etree.SubElement(element, _LOOK)
        if self._strong:
            etree.SubElement(look, W + "rStyle", {VALUE: "Strong"})
        if face:
            etree.SubElement(look, W + "rFonts", {W + "hAnsi": face, W + "eastAsia": face})
        if run.bold and not self._strong:
            etree.SubElement(look, W + "b")
        if run.missing:
            etree.SubElement(look, W + "highlight", {VALUE: "yellow"})


def _add_text(element: etree._Element, text: str) -> None:
    child = etree.SubElement(element, _TEXT)
    child.text = text
    if text != text.strip():
        child.set(_SPACE, "preserve")


@cache
def _common() -> frozenset[str]:
    """Return the 6763 Han characters of GB2312, all that the faces named after it have, and common marks."""
    codes = bytes(byte for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF) for byte in (high, low))
    return frozenset(codes.decode("gb2312", "ignore") + "，。；：、（）《》〔〕“”—…%.0123456789")


def rare(text: str) -> frozenset[str]:
    """Return the Han characters of `text` that GB2312 does not have."""
    unknown = frozenset(text) - _common()
    return frozenset(filter(_HAN_CHARACTER.match, unknown)) if unknown else unknown


def _split_by_face(text: str) -> list[str]:
    """Return pieces by turns without and with rare characters; each takes along its name, up to three neighbours."""
    characters = re.escape("".join(sorted(rare(text))))
    return re.split(f"([{_HAN}]{{0,3}}(?:[{characters}][{_HAN}]{{0,3}})+)", text)

"""Runs of text in a Word paragraph: bold, missing, bookmarked, and rare characters in a face that has them."""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from evalcli.model.report import Text
from evalcli.publish.text import clean
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
# The longest text that is kept for the next cell, or county, that says the same.
_CELL = 80


class Pen:
    """Writes the runs of paragraphs of one style; a strong pen writes subtotals and totals."""

    def __init__(self, style: str, marks: Marks, *, strong: bool = False) -> None:
        """Take up the pen for `style`; the bookmarks of figures go to `marks`."""
        self._marks = marks
        self._strong = strong
        self._full_face = "" if strong else _FULL_FACES.get(style, _FULL_FACE)

    def written(self, text: Text, tidied: Callable[[str], str] = clean) -> str:
        """Return the runs of `text`, `tidied`, each in its look; a figure gets its bookmark."""
        written: list[str] = []
        for run in text:
            # Of what is printable nothing has to be tidied: neither lines nor what XML forbids.
            words = run.text if run.text.isprintable() else tidied(run.text)
            if not words:
                continue
            pieces = _kept_pieces if len(words) <= _CELL else _pieces
            shown = pieces(words, run.bold and not self._strong, run.missing, self._strong, self._full_face)
            if run.claim:
                number, name = self._marks.mark(run.claim, words)
                shown = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{shown}<w:bookmarkEnd w:id="{number}"/>'
            written.append(shown)
        return "".join(written)


def _pieces(text: str, bold: bool, missing: bool, strong: bool, full_face: str) -> str:
    if not full_face or not rare(text):
        return _piece(text, _look(bold, missing, "", strong))
    looks = (_look(bold, missing, "", strong), _look(bold, missing, full_face, strong))
    return "".join([_piece(part, looks[place % 2]) for place, part in enumerate(_split_by_face(text)) if part])


# The counties of a city share most cells of their tables: the words of the pack, verdicts, units.
_kept_pieces = lru_cache(maxsize=4096)(_pieces)


def _piece(text: str, look: str) -> str:
    return f"<w:r>{look}{_texts(text)}</w:r>"


@cache
def _look(bold: bool, missing: bool, face: str, strong: bool) -> str:
    parts = [
        '<w:rStyle w:val="Strong"/>' if strong else "",
        f'<w:rFonts w:hAnsi="{face}" w:eastAsia="{face}"/>' if face else "",
        "<w:b/>" if bold else "",
        '<w:highlight w:val="yellow"/>' if missing else "",
    ]
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if any(parts) else ""


def _texts(text: str) -> str:
    if "\n" not in text and "\t" not in text:
        return _text(text)
    return "".join([_ELEMENTS.get(part) or _text(part) for part in _SPECIAL.split(text) if part])


def _text(text: str) -> str:
    space = "" if text == text.strip() else ' xml:space="preserve"'
    return f"<w:t{space}>{content(text)}</w:t>"


def rare(text: str) -> frozenset[str]:
    """Return the Han characters of `text` that are not among the 6763 of GB2312, all that the faces named after it have."""
    if _in_gb2312(text):
        return frozenset()
    return frozenset(sign for sign in frozenset(text) if _is_han(sign) and not _in_gb2312(sign))


def _in_gb2312(text: str) -> bool:
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _is_han(character: str) -> bool:
    return any(first <= character <= last for first, last in _HAN_RANGES)


def _split_by_face(text: str) -> list[str]:
    """Return pieces by turns without and with rare characters; each takes along its name, up to three neighbours."""
    characters = re.escape("".join(sorted(rare(text))))
    return re.split(f"([{_HAN}]{{0,3}}(?:[{characters}][{_HAN}]{{0,3}})+)", text)

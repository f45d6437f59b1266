"""The body of a Word file while it is being written: paragraphs, bookmarks, and sections that turn the page.

The XML is written as text, which takes a tenth of the time of a tree of elements. Whatever somebody typed goes in
through `xml.content` alone; every other piece is ours.
"""

from collections.abc import Mapping
from functools import cache

from evalcli.model.report import Text
from evalcli.publish.text import flat
from evalcli.publish.word_claims import Marks
from evalcli.publish.word_package import DOCUMENT, template
from evalcli.publish.word_runs import Pen
from evalcli.publish.xml import HEAD

PORTRAIT_WIDTH = 8844  # 156 mm of the type area in twips
LANDSCAPE_WIDTH = 12756  # 225 mm

Properties = Mapping[str, Mapping[str, str]]


class Page:
    """Where the next block goes, and what has been written so far."""

    def __init__(self) -> None:
        """Start an upright page."""
        self.marks = Marks()
        self.landscape = False
        self._written: list[str] = []
        # Where the properties of the last paragraph end, so that a section can end in it; -1 after a table.
        self._last: int | None = None

    @property
    def width(self) -> int:
        """Return the width of the type area in twips."""
        return LANDSCAPE_WIDTH if self.landscape else PORTRAIT_WIDTH

    @property
    def is_fresh(self) -> bool:
        """Tell whether nothing stands yet on the present section's first page."""
        return self._last is None

    def paragraph(self, style: str, text: Text, *, keep: bool = False, properties: Properties | None = None) -> None:
        """Append a paragraph of `style`; `keep` holds it to the next, `properties` are Word's own, in Word's order."""
        self.lines(style, Pen(style, self.marks).written(text, flat), keep=keep, properties=properties)

    def lines(self, style: str, runs: str, *, keep: bool = False, properties: Properties | None = None) -> None:
        """Append a paragraph whose `runs` a pen has written."""
        own = "".join([_element(name, attributes) for name, attributes in (properties or {}).items()])
        self._last = len(self._written)
        self._written += (paragraph_start(style, keep) + own, "</w:pPr>" + runs + "</w:p>")

    def table(self, rows: str) -> None:
        """Append a table, apart from a table before it."""
        if self._last == -1:
            self.paragraph("Carrier", ())
        self._written.append(f"<w:tbl>{rows}</w:tbl>")
        self._last = -1

    def turn(self, landscape: bool) -> None:
        """Begin a new section if the page has to be turned."""
        if landscape == self.landscape:
            return
        if self._last is not None:
            # In the last real paragraph: a paragraph only for the section would be an empty line, or an empty page.
            self._end_with_paragraph()
            self._written[self._last] += _sections()[self.landscape]
        self.landscape = landscape
        self._last = None

    def finished(self) -> str:
        """Return the whole part, its last section ended."""
        self._end_with_paragraph()
        return "".join([_root(), *self._written, _sections()[self.landscape], "</w:body></w:document>"])

    def _end_with_paragraph(self) -> None:
        if self._last is None or self._last == -1:
            self.paragraph("Carrier", ())


@cache
def paragraph_start(style: str, keep: bool, align: str = "") -> str:
    """Return a paragraph's beginning, its properties still open; `align` overrides the style's alignment."""
    kept = "<w:keepNext/>" if keep else ""
    aligned = f'<w:jc w:val="{align}"/>' if align else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}{aligned}'


def _element(name: str, attributes: Mapping[str, str]) -> str:
    return f"<w:{name}" + "".join([f' w:{key}="{value}"' for key, value in attributes.items()]) + "/>"


@cache
def _sections() -> dict[bool, str]:
    """Return the properties of the template's sections: those of the landscape one under True."""
    end = "</w:sectPr>"
    found = ["<w:sectPr" + piece.partition(end)[0] + end for piece in _document().split("<w:sectPr")[1:]]
    return {'w:orient="landscape"' in section: section for section in found}


@cache
def _document() -> str:
    """Return the template's document, each element on a line of its own, without the blanks between them."""
    return "".join([line.strip() for line in template(DOCUMENT).splitlines()])


@cache
def _root() -> str:
    part = _document()
    start = part.index("<w:document")
    return HEAD + part[start : part.index(">", start) + 1] + "<w:body>"

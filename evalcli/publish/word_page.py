"""The body of a Word file while it is being written: paragraphs, bookmarks, and sections that turn the page."""

from collections.abc import Mapping
from copy import deepcopy
from functools import cache

from lxml import etree

from evalcli.model.report import Text
from evalcli.publish.text import flat
from evalcli.publish.word_claims import Marks
from evalcli.publish.word_runs import VALUE, Pen, W

PORTRAIT_WIDTH = 8844  # 156 mm of the type area in twips
LANDSCAPE_WIDTH = 12756  # 225 mm
_PARAGRAPH = W + "p"
_PROPERTIES = W + "pPr"

Properties = Mapping[str, Mapping[str, str]]


class Page:
    """Where the next block goes, and what has been written so far."""

    def __init__(self, body: etree._Element, sections: dict[bool, etree._Element]) -> None:
        """Start an upright page in the empty `body`; `sections` are the two kinds, landscape under True."""
        self.body = body
        self.marks = Marks()
        self.landscape = False
        self._sections = sections
        self._last: etree._Element | None = None

    @property
    def width(self) -> int:
        """Return the width of the type area in twips."""
        return LANDSCAPE_WIDTH if self.landscape else PORTRAIT_WIDTH

    @property
    def is_fresh(self) -> bool:
        """Tell whether nothing stands yet on the present section's first page."""
        return self._last is None

    def paragraph(
        self, style: str, text: Text, *, keep: bool = False, properties: Properties | None = None
    ) -> etree._Element:
        """Append a paragraph of `style`; `keep` holds it to the next, `properties` are Word's own, in Word's order."""
        paragraph = start_paragraph(self.body, style, keep=keep)
        for name, attributes in (properties or {}).items():
            etree.SubElement(paragraph[0], W + name, {W + key: value for key, value in attributes.items()})
        pen = Pen(style, self.marks)
        for run in text:
            pen.write(paragraph, run, flat(run.text))
        self._last = paragraph
        return paragraph

    def table(self) -> etree._Element:
        """Append a table without rows, apart from a table before it."""
        if self._last is not None and self._last.tag == W + "tbl":
            self.paragraph("Carrier", ())
        self._last = etree.SubElement(self.body, W + "tbl")
        return self._last

    def turn(self, landscape: bool) -> None:
        """Begin a new section if the page has to be turned."""
        if landscape == self.landscape:
            return
        if self._last is not None:
            # In the last real paragraph: a paragraph only for the section would be an empty line, or an empty page.
            self._last_paragraph()[0].append(deepcopy(self._sections[self.landscape]))
        self.landscape = landscape
        self._last = None

    def finish(self) -> None:
        """End the last section."""
        self._last_paragraph()
        self.body.append(deepcopy(self._sections[self.landscape]))

    def _last_paragraph(self) -> etree._Element:
        if self._last is None or self._last.tag != _PARAGRAPH:
            return self.paragraph("Carrier", ())
        return self._last


def start_paragraph(parent: etree._Element, style: str, *, keep: bool, align: str = "") -> etree._Element:
    """Append a paragraph without text to `parent`; `align` overrides the style's alignment."""
    paragraph = etree.SubElement(parent, _PARAGRAPH)
    paragraph.append(deepcopy(_properties(style, keep, align)))
    return paragraph


@cache
def _properties(style: str, keep: bool, align: str) -> etree._Element:
    """Return paragraph properties to copy: a copy takes a third of the time of a new one."""
    element = etree.Element(_PROPERTIES)
    etree.SubElement(element, W + "pStyle", {VALUE: style})
    if keep:
        etree.SubElement(element, W + "keepNext")
    if align:
        etree.SubElement(element, W + "jc", {VALUE: align})
    return element

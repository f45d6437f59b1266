"""A web page → a `Text`: its blocks as paragraphs, its data tables as tables; scripts, styles and menus are not read."""

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, Final

from evalcli.language import _
from evalcli.model.notice import Notice
from evalcli.model.place import Place
from evalcli.model.table import Cell
from evalcli.model.text import Grid, Paragraph, Text
from evalcli.read.encoding import decode
from evalcli.read.headings import Outline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_BLOCKS: Final = frozenset(
    (
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
        ),
        *("figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "html", "legend", "li", "main"),
        *("ol", "p", "pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul", "br"),
    )
)
_UNREAD: Final = frozenset(
    (
        "script",
        "style",
        "head",
        "nav",
        "noscript",
        "template",
        "select",
        "button",
        "svg",
        "iframe",
        "object",
        "textarea",
    )
)
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
# A table whose cells hold blocks lays out a page and is no table.
_LAYOUT: Final = ("p", "div", "table", "h1", "h2", "h3", "ul", "ol")
_FEWEST_ROWS: Final = 2
_LONGEST_CELL: Final = 80


def parse(data: bytes, name: str) -> tuple[Text | None, tuple[Notice, ...]]:
    """Return the text of the page in `data`."""
    found, notices = decode(data, name)
    if found is None:
        return None, notices
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    # A page of nothing has no root.
    root: _Element | None = etree.fromstring(found[0].encode("utf-8"), parser)
    paragraphs: list[Paragraph] = []
    tables: list[Grid] = []
    outline = Outline()
    for piece in _pieces(root) if root is not None else ():
        if isinstance(piece, tuple):
            above, level = outline.under(*piece)
            paragraphs.append(Paragraph(piece[0], Place(name, len(paragraphs) + 1, 1, text=piece[0]), above, level))
        else:
            tables.append(_grid(piece, name, len(tables) + 1, outline))
    return Text(name, hashlib.sha256(data).hexdigest(), tuple(paragraphs), tuple(tables)), ()


def _pieces(root: "_Element") -> "Iterator[tuple[str, int] | _Element]":
    words: list[str] = []
    level = 0
    for mark, element, text in _walk(root):
        if mark in ("open", "close"):
            if said := " ".join("".join(words).split()):
                yield said, level
            words = []
            level = _HEADINGS.get(str(element.tag), 0) if mark == "open" else 0
        elif mark == "table":
            yield element
        words.append(text)


def _walk(root: "_Element") -> "Iterator[tuple[str, _Element, str]]":
    """Yield where blocks open and close and the text between, in the order of the page, however deep it is nested."""
    waiting: list[tuple[_Element, bool]] = [(root, False)]
    counted: Counter[_Element | None] = Counter()
    while waiting:
        element, left = waiting.pop()
        block = element.tag in _BLOCKS
        if left:
            yield ("close" if block else "text"), element, element.tail or ""
            continue
        if element.tag in _UNREAD or _hidden(element):
            yield "text", element, element.tail or ""
            continue
        if element.tag == "table" and _is_data(element):
            yield "open", element, ""
            yield "table", element, ""
            yield "close", element, element.tail or ""
            continue
        number = _number(element, counted)
        yield ("open" if block else "text"), element, number + (element.text or "")
        waiting.append((element, True))
        waiting.extend((child, False) for child in reversed(element))


def _number(element: "_Element", counted: "Counter[_Element | None]") -> str:
    """Return the number that a browser prints before an item of an ordered list."""
    parent = element.getparent()
    if element.tag != "li" or parent is None or parent.tag != "ol":
        return ""
    counted[parent] += 1
    return f"{counted[parent]}. "


def _hidden(element: "_Element") -> bool:
    style = element.get("style", "").replace(" ", "").lower()
    return "display:none" in style or element.get("hidden") is not None


def _is_data(table: "_Element") -> bool:
    rows = sum(1 for _row in table.iter("tr"))
    inner = (one for cell in table.iter("td", "th") for one in cell.iter(*_LAYOUT))
    return rows >= _FEWEST_ROWS and not any(len(_words(one)) > _LONGEST_CELL for one in inner)


def _words(element: "_Element") -> str:
    """Return all the text within an element."""
    return "".join(str(text) for text in element.itertext())


def _grid(table: "_Element", name: str, number: int, outline: Outline) -> Grid:
    sheet = _("表{number}").format(number=number)
    rows = tuple(
        tuple(_cell(name, line, column, sheet, cell) for column, cell in enumerate(row.iterchildren("td", "th"), 1))
        for line, row in enumerate(table.iter("tr"), 1)
    )
    return Grid(rows, Place(name, 1, 1, sheet=sheet), outline.under("")[0])


def _cell(name: str, line: int, column: int, sheet: str, cell: "_Element") -> Cell:
    text = " ".join(_words(cell).split())
    return Cell(text, Place(name, line, column, max(1, len(text)), text, sheet))

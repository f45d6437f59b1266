"""A Word document → a `Text`: paragraphs in order with the numbers Word prints, tables, text boxes and footnotes.

Tracked changes are read as if accepted: what was inserted stays, what was deleted is gone. Comments, headers, footers,
hidden text and field codes are not read. Page breaks and pictures leave nothing behind.
"""

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from zipfile import ZipFile

from evalcli.language import _
from evalcli.model.frozen import replace
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.model.table import Cell
from evalcli.model.text import Grid, Origin, Paragraph, Text
from evalcli.read.headings import Outline
from evalcli.read.packages import Unfit, opened, xml
from evalcli.read.word_numbers import Numbering, W
from evalcli.read.word_styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN: Final = "word/document.xml"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SIGNS: Final = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-", f"{W}ptab": " "}
_GONE: Final = (f"{W}del", f"{W}moveFrom")
_NEW: Final = (f"{W}ins", f"{W}moveTo")
_UNSEEN: Final = (*_GONE, _FALLBACK, f"{W}pPr", f"{W}rPr", f"{W}instrText", f"{W}delText")


class _Found:
    """What was found on the way through the document."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Grid] = []
        self.changes = 0
        self.comments = 0
        self.number = 0


def parse(data: bytes, name: str) -> tuple[Text | None, tuple[Notice, ...]]:
    """Return the text of the Word document in `data`."""
    try:
        with opened(data) as package:
            reader = _Reader(package, name)
            found = reader.read()
    except Unfit as fault:
        return None, (_unfit(fault, name),)
    text = Text(name, hashlib.sha256(data).hexdigest(), tuple(found.paragraphs), tuple(found.tables))
    return text, tuple(_left_out(found, name))


class _Reader:
    """One document while it is read."""

    def __init__(self, package: ZipFile, name: str) -> None:
        root = xml(package, _MAIN)
        body = None if root is None else root.find(f"{W}body")
        if body is None:
            raise Unfit(_MAIN)
        self._body = body
        self._name = name
        self._styles = Styles(xml(package, "word/styles.xml"))
        self._numbering = Numbering(xml(package, "word/numbering.xml"))
        notes = xml(package, "word/footnotes.xml")
        self._notes = {note.get(f"{W}id", ""): note for note in notes} if notes is not None else {}
        self._outline = Outline()
        self._found = _Found()

    def read(self) -> _Found:
        """Return what the body holds."""
        for block in _blocks(self._body):
            if block.tag == f"{W}p":
                self._paragraph(block)
            else:
                self._table(block)
        self._found.changes = sum(1 for _one in self._body.iter(*_GONE, *_NEW))
        self._found.comments = sum(1 for _one in self._body.iter(f"{W}commentReference"))
        return self._found

    def _paragraph(self, paragraph: "_Element") -> None:
        text = self._numbered(paragraph)
        if text.strip():
            self._found.number += 1
            above, level = self._outline.under(text, self._styles.outline(paragraph))
            self._found.paragraphs.append(Paragraph(text, self._place(text), above, level))
        self._hanging(paragraph)

    def _numbered(self, paragraph: "_Element") -> str:
        text = "".join(_pieces(paragraph)).strip()
        listed = self._styles.listed(paragraph)
        number = self._numbering.next(*listed) if listed and text else ""
        return number + text

    def _hanging(self, paragraph: "_Element") -> None:
        """Add the text boxes and footnotes that hang on a paragraph."""
        for box in paragraph.iter(f"{W}txbxContent"):
            if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                self._add(box, Origin.BOX)
        for mark in paragraph.iter(f"{W}footnoteReference"):
            note = self._notes.get(mark.get(f"{W}id", ""))
            if note is not None:
                self._add(note, Origin.NOTE)

    def _add(self, part: "_Element", origin: Origin) -> None:
        above = self._found.paragraphs[-1].headings if self._found.paragraphs else ()
        for paragraph in part.iterchildren(f"{W}p"):
            text = "".join(_pieces(paragraph)).strip()
            if text:
                self._found.paragraphs.append(Paragraph(text, self._place(text), above, origin=origin))

    def _table(self, table: "_Element") -> None:
        sheet = _("表{number}").format(number=len(self._found.tables) + 1)
        rows = tuple(tuple(self._cells(row, line, sheet)) for line, row in enumerate(table.iterchildren(f"{W}tr"), 1))
        above, _level = self._outline.under("")
        place = replace(self._place(""), sheet=sheet, line=1)
        self._found.tables.append(Grid(rows, place, above))

    def _cells(self, row: "_Element", line: int, sheet: str) -> Iterator[Cell]:
        column = 1
        for cell in row.iter(f"{W}tc"):
            if next(cell.iterancestors(f"{W}tr")) is not row:
                continue  # a cell of a table within a cell; its words are the outer cell's
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            goes_on = merged is not None and merged.get(f"{W}val", "continue") == "continue"
            text = (
                ""
                if goes_on
                else "\n".join(filter(None, ("".join(_pieces(one)).strip() for one in cell.iter(f"{W}p"))))
            )
            yield Cell(text, Place(self._name, line, column, max(1, len(text)), text, sheet))
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            wide = span.get(f"{W}val", "1") if span is not None else "1"
            for _empty in range(1, min(int(wide), 63) if wide.isascii() and wide.isdigit() else 1):
                column += 1
                yield Cell("", Place(self._name, line, column, sheet=sheet))
            column += 1

    def _place(self, text: str) -> Place:
        return Place(self._name, max(1, self._found.number), 1, max(1, len(text)), text)


def _blocks(parent: "_Element") -> "Iterator[_Element]":
    """Yield paragraphs and tables in order, those in content controls and in inserted blocks too."""
    waiting = list(parent)[::-1]
    while waiting:
        one = waiting.pop()
        if one.tag in (f"{W}p", f"{W}tbl"):
            yield one
        elif one.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", *_NEW):
            waiting.extend(list(one)[::-1])


def _pieces(parent: "_Element") -> Iterator[str]:
    """Yield the visible text of a paragraph: without text boxes, which are paragraphs of their own."""
    waiting = list(parent)[::-1]
    while waiting:
        one = waiting.pop()
        if one.tag in _UNSEEN or one.tag == f"{W}txbxContent" or _hidden(one):
            continue
        if one.tag in (f"{W}t", _MATH):
            yield one.text or ""
        elif one.tag in _SIGNS:
            yield _SIGNS[one.tag]
        else:
            waiting.extend(list(one)[::-1])


def _hidden(one: "_Element") -> bool:
    if one.tag != f"{W}r":
        return False
    vanish = one.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(f"{W}val", "true") not in ("0", "false", "off")


def _unfit(fault: Unfit, name: str) -> Notice:
    if fault.too_large:
        message = _("文档展开后太大（{part}）").format(part=fault.part)
        return Notice("text.too-large", Level.STOP, message, _("删去大图和附件，另存后再试。"), Place(name))
    message = _("不是能读的 .docx 文档") if not fault.part else _("文档里的 {part} 读不出").format(part=fault.part)
    advice = _("加密的先去掉密码；用 Word 或 WPS 打开，另存为 .docx 再试。")
    return Notice("text.unreadable", Level.STOP, message, advice, Place(name))


def _left_out(found: _Found, name: str) -> Iterator[Notice]:
    if found.changes:
        message = _("有 {count} 处修订，按全部接受读：插入的保留，删除的不读").format(count=found.changes)
        yield Notice("text.changes", Level.HINT, message, _("先在 Word 里接受或拒绝修订，就没有疑问。"), Place(name))
    if found.comments:
        message = _("有 {count} 条批注，没有读").format(count=found.comments)
        yield Notice("text.comments", Level.HINT, message, _("批注里的数要算的，请写进正文。"), Place(name))

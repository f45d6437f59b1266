"""Tables in a Word file: fixed widths, a head that repeats, rows that stay whole, short tables on one page."""

from copy import deepcopy

from lxml import etree

from evalcli.model.report import Row, Run, Table, Text
from evalcli.publish.grid import cells, is_short, twips
from evalcli.publish.text import clean, half_widths
from evalcli.publish.word_page import Page, start_paragraph
from evalcli.publish.word_runs import VALUE, Pen, W

_ROOMY_COLUMNS = 6  # A short table of so few columns is set in 小四, any other in 五号.
_LAST_ROWS = 3  # Rows of a long table that stay together at its end.
_TALLEST = 22  # Lines of a row above which it may break: a row that fits no page would lose text.
_MARGINS = 170  # Left and right margin of a cell, in twips.
_OUTER = {"val": "single", "sz": "8", "space": "0", "color": "000000"}
_INNER = {"val": "single", "sz": "4", "space": "0", "color": "000000"}
_ALIGNS = ("left", "right")  # The style centres.
_BORDERS = {"top": _OUTER, "left": _OUTER, "bottom": _OUTER, "right": _OUTER, "insideH": _INNER, "insideV": _INNER}


def add_table(page: Page, table: Table) -> None:
    """Write `table` with its caption and unit above and its note below."""
    if table.caption:
        page.paragraph("Caption", (Run(table.caption),))
    if table.unit:
        page.paragraph("TableUnit", (Run(table.unit),))
    _Writer(page, table).write()
    if table.note:
        page.paragraph("TableNote", (Run(table.note),))


class _Writer:
    """Writes the rows of one table."""

    def __init__(self, page: Page, table: Table) -> None:
        self._table = table
        self._marks = page.marks
        self._widths = twips(table.columns, page.width)
        self._short = is_short(table)
        roomy = self._short and len(table.columns) <= _ROOMY_COLUMNS and not page.landscape
        self._style = "TableText" if roomy else "TableSmall"
        self._head_style = "TableHead" if roomy else "TableSmallHead"
        self._element = page.table()
        self._blank_cells: dict[tuple[int, int, bool], etree._Element] = {}

    def write(self) -> None:
        _add_properties(self._element, self._widths)
        self._add_head()
        for number, row in enumerate(self._table.rows, 1):
            left = len(self._table.rows) - number
            self._add_row(row, keep=left > 0 and (self._short or left < _LAST_ROWS))

    def _add_head(self) -> None:
        row = _start_row(self._element, whole=True)
        etree.SubElement(row[0], W + "tblHeader")
        pen = Pen(self._head_style, self._marks)
        for column, width in zip(self._table.columns, self._widths, strict=True):
            cell = _start_cell(width, 1)
            pen.write(start_paragraph(cell, self._head_style, keep=True), Run(""), clean(column.head))
            row.append(cell)

    def _add_row(self, row: Row, *, keep: bool) -> None:
        entries = cells(self._table, row)
        line = _start_row(self._element, whole=_lines(entries, self._widths) <= _TALLEST)
        pen = Pen(self._style, self._marks, strong=row.strong)
        place = 0
        for text, span in entries:
            cell = self._blank_cell(place, span, keep)
            for run in text:
                pen.write(cell[-1], run, clean(run.text))
            line.append(cell)
            place += span

    def _blank_cell(self, place: int, span: int, keep: bool) -> etree._Element:
        """Return a cell without text; a copy of the first of its kind, which is faster than a new one."""
        kind = (place, span, keep)
        if kind not in self._blank_cells:
            cell = _start_cell(sum(self._widths[place : place + span]), span)
            align = self._table.columns[place].align if span == 1 else "center"
            start_paragraph(cell, self._style, keep=keep, align=align if align in _ALIGNS else "")
            self._blank_cells[kind] = cell
        return deepcopy(self._blank_cells[kind])


def _add_properties(element: etree._Element, widths: list[int]) -> None:
    properties = etree.SubElement(element, W + "tblPr")
    etree.SubElement(properties, W + "tblW", {W + "w": str(sum(widths)), W + "type": "dxa"})
    etree.SubElement(properties, W + "jc", {VALUE: "center"})
    borders = etree.SubElement(properties, W + "tblBorders")
    for side, line in _BORDERS.items():
        etree.SubElement(borders, W + side, {W + name: value for name, value in line.items()})
    etree.SubElement(properties, W + "tblLayout", {W + "type": "fixed"})
    grid = etree.SubElement(element, W + "tblGrid")
    for width in widths:
        etree.SubElement(grid, W + "gridCol", {W + "w": str(width)})


def _start_row(element: etree._Element, *, whole: bool) -> etree._Element:
    row = etree.SubElement(element, W + "tr")
    properties = etree.SubElement(row, W + "trPr")
    if whole:
        etree.SubElement(properties, W + "cantSplit")
    return row


def _start_cell(width: int, span: int) -> etree._Element:
    cell = etree.Element(W + "tc")
    properties = etree.SubElement(cell, W + "tcPr")
    etree.SubElement(properties, W + "tcW", {W + "w": str(width), W + "type": "dxa"})
    if span > 1:
        etree.SubElement(properties, W + "gridSpan", {VALUE: str(span)})
    etree.SubElement(properties, W + "vAlign", {VALUE: "center"})
    return cell


def _lines(entries: list[tuple[Text, int]], widths: list[int]) -> int:
    """Return about how many lines the tallest cell takes; 120 twips are half a character of 小四."""
    tallest, place = 1, 0
    for text, span in entries:
        room = max((sum(widths[place : place + span]) - _MARGINS) // 120, 1)
        content = "".join(run.text for run in text)
        tallest = max(tallest, -(-half_widths(content) // room) + content.count("\n"))
        place += span
    return tallest

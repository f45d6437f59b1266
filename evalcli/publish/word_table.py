"""Tables in a Word file: fixed widths, a head that repeats, rows that stay whole, short tables on one page."""

from evalcli.model.report import Row, Run, Table
from evalcli.publish.grid import Cell, cells, is_short, twips
from evalcli.publish.text import half_widths
from evalcli.publish.word_page import Page, paragraph_start
from evalcli.publish.word_runs import Pen

_ROOMY_COLUMNS = 6  # A short table of so few columns is set in 小四, any other in 五号.
_LAST_ROWS = 3  # Rows of a long table that stay together at its end.
_TALLEST = 22  # Lines of a row above which it may break: a row that fits no page would lose text.
_MARGINS = 170  # Left and right margin of a cell, in twips.
_ALIGNS = ("left", "right")  # The style centres.
_SIZES = {"top": 8, "left": 8, "bottom": 8, "right": 8, "insideH": 4, "insideV": 4}
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>' for side, size in _SIZES.items()
)


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
        self._page = page
        self._table = table
        self._widths = twips(table.columns, page.width)
        self._short = is_short(table)
        roomy = self._short and len(table.columns) <= _ROOMY_COLUMNS and not page.landscape
        self._style = "TableText" if roomy else "TableSmall"
        self._head_style = "TableHead" if roomy else "TableSmallHead"
        self._starts: dict[tuple[int, int, bool], str] = {}
        self._pens = {strong: Pen(self._style, page.marks, strong=strong) for strong in (False, True)}
        # As many characters as make no row too tall, whatever their column.
        self._surely = _room(min(self._widths)) * _TALLEST // 2

    def write(self) -> None:
        rows = [_properties(self._widths), self._head()]
        for number, row in enumerate(self._table.rows, 1):
            left = len(self._table.rows) - number
            rows.append(self._row(row, keep=left > 0 and (self._short or left < _LAST_ROWS)))
        self._page.table("".join(rows))

    def _head(self) -> str:
        pen = Pen(self._head_style, self._page.marks)
        start = paragraph_start(self._head_style, keep=True) + "</w:pPr>"
        entries = [
            f"{_cell_start(width, 1)}{start}{pen.written((Run(column.head),))}</w:p></w:tc>"
            for column, width in zip(self._table.columns, self._widths, strict=True)
        ]
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(entries)}</w:tr>"

    def _row(self, row: Row, *, keep: bool) -> str:
        entries = cells(self._table, row)
        whole = "<w:cantSplit/>" if self._fits(entries) else ""
        pen = self._pens[row.strong]
        parts, place = [f"<w:tr><w:trPr>{whole}</w:trPr>"], 0
        for text, span in entries:
            kind = (place, span, keep)
            start = self._starts.get(kind) or self._start(*kind)
            parts.append(f"{start}{pen.written(text)}</w:p></w:tc>")
            place += span
        return "".join([*parts, "</w:tr>"])

    def _fits(self, entries: list[Cell]) -> bool:
        """Tell whether a row may stay whole."""
        content = "".join([run.text for text, _span in entries for run in text])
        if len(content) <= self._surely and "\n" not in content:
            return True
        return not _too_tall(entries, self._widths)

    def _start(self, place: int, span: int, keep: bool) -> str:
        """Return the beginning of a cell up to its text, the same for every row."""
        align = self._table.columns[place].align if span == 1 else "center"
        paragraph = paragraph_start(self._style, keep, align if align in _ALIGNS else "")
        start = _cell_start(sum(self._widths[place : place + span]), span) + paragraph + "</w:pPr>"
        self._starts[place, span, keep] = start
        return start


def _properties(widths: list[int]) -> str:
    grid = "".join([f'<w:gridCol w:w="{width}"/>' for width in widths])
    return (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def _cell_start(width: int, span: int) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}<w:vAlign w:val="center"/></w:tcPr>'


def _room(width: int) -> int:
    """Return how many halves of a character a line of a cell holds; one of 小四 is 120 twips wide."""
    return max((width - _MARGINS) // 120, 1)


def _too_tall(entries: list[Cell], widths: list[int]) -> bool:
    """Tell whether a cell takes more lines than a row that stays whole may have."""
    place = 0
    for text, span in entries:
        room = _room(sum(widths[place : place + span]))
        content = text[0].text if len(text) == 1 else "".join([run.text for run in text])
        # Two halves are the most that a character takes: most cells need no closer look.
        near = 2 * len(content) > room * _TALLEST or "\n" in content
        if near and -(-half_widths(content) // room) + content.count("\n") > _TALLEST:
            return True
        place += span
    return False

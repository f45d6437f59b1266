"""Tables of a document → statements: a row's label, a column's year and unit make a sentence of each cell."""

import re
from collections.abc import Iterator
from typing import Final

from evalcli.extract import moods
from evalcli.extract.characters import clean
from evalcli.extract.statements import stated
from evalcli.model.frozen import replace
from evalcli.model.statement import Statement
from evalcli.model.table import Cell
from evalcli.model.text import Grid, Origin, Paragraph

_LABEL: Final = re.compile("指标|项目|内容|名称|类别|目标|任务|事项")
_SKIPPED: Final = re.compile("^(?:序号|编号|年份|备注|单位|计量单位|属性|指标属性|责任.*|牵头.*|分管.*|完成时限|时限)$")
_UNIT: Final = re.compile("^(?:计量)?单位$")
_FIGURES: Final = re.compile("目标|现状|完成|实际|数值|指标值|规划|预期|年|值|数$|率$|情况")
_VALUE: Final = re.compile(r"(?:[≥≤><=]{1,2}|[\u4e00-\u9fff]{0,5})[\d.,]+[^,，。;；\d]{0,8}")
_BRACKETED: Final = re.compile(r"[(（]([^()（）]{1,8})[)）]")
_YEAR: Final = re.compile(r"(20\d\d)年?")
_LONG: Final = 10


def in_grid(grid: Grid, year: int | None, *, whole: bool) -> Iterator[Statement]:
    """Yield what a table states; `whole` where its document looks ahead."""
    rows = [row for row in grid.rows if any(cell.text.strip() for cell in row)]
    if not rows:
        return
    ahead = moods.section(grid.headings, whole=whole)
    heads = [clean(cell.text).text for cell in rows[0]]
    labels = next((place for place, head in enumerate(heads) if _LABEL.search(head) and not _SKIPPED.match(head)), 0)
    units = next((place for place, head in enumerate(heads) if _UNIT.match(head)), None)
    for row in rows:
        for place, cell in enumerate(row):
            head = heads[place] if place < len(heads) else ""
            if row is not rows[0] and _is_figure(cell, head, at_label=place == labels):
                yield from _figure(cell, head, _text(row, labels), _text(row, units), year, ahead=ahead)
            elif len(cell.text) > _LONG:
                yield from _words(cell, grid, year, ahead=ahead)


def _is_figure(cell: Cell, head: str, *, at_label: bool) -> bool:
    if at_label or _SKIPPED.match(head) or not _VALUE.fullmatch(clean(cell.text).text):
        return False
    return bool(_FIGURES.search(head) or not cell.text.strip().isdigit())


def _text(row: tuple[Cell, ...], place: int | None) -> str:
    return row[place].text.strip() if place is not None and place < len(row) else ""


def _figure(cell: Cell, head: str, label: str, unit: str, year: int | None, *, ahead: bool) -> Iterator[Statement]:
    """Yield what one cell states, read as a sentence: 到2025年，毛入园率≥96%."""
    found = _BRACKETED.search(label) or _BRACKETED.search(head)
    unit = unit or (found[1] if found else "")
    when = _YEAR.search(head)
    value = cell.text.strip() + (unit if unit and unit not in cell.text and cell.text.strip()[-1:].isdigit() else "")
    name = _BRACKETED.sub("", label).strip()
    if any(sign.isdigit() for sign in name):
        name = ""  # a sentence and no label
    sentence = (f"{when[1]}年，" if when else "") + name + value
    turned = moods.turn(head)
    later = int(when[1]) > year if when and year else None
    target = turned if turned is not None else later if later is not None else ahead
    paragraph = Paragraph(sentence, cell.place, origin=Origin.TABLE)
    for row in stated(paragraph, year, ahead=target):
        yield replace(row, place=cell.place, fragment=name + value, measures=name or row.measures)


def _words(cell: Cell, grid: Grid, year: int | None, *, ahead: bool) -> Iterator[Statement]:
    for line in cell.text.split("\n"):
        for row in stated(Paragraph(line, cell.place, grid.headings, origin=Origin.TABLE), year, ahead=ahead):
            yield replace(row, place=cell.place)

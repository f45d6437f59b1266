"""The answered list of doubts → answers: heads to columns, rows to what an office says to a doubt."""

import re
from collections.abc import Iterator

from evalcli.fill import convert
from evalcli.language import _, enumerated
from evalcli.model.checked import Answer
from evalcli.model.notice import Level, Notice
from evalcli.model.table import Cell, Table

_NUMBER = re.compile("[0-9a-f]{6}-[0-9a-f]{6}")
# As `check --followup` writes them.
HEADS = ("编号", "答复", "更正值", "说明", "答复人", "日期")


def answers(table: Table) -> tuple[tuple[Answer, ...], tuple[Notice, ...]]:
    """Return the answers of a table; rows in which nobody answered anything are left out."""
    columns = {cell.text.strip(): position for position, cell in enumerate(table.head)}
    if lacking := [head for head in HEADS if head not in columns]:
        message = _("不是疑点答复单：缺{columns}").format(columns=enumerated(f"“{head}”" for head in lacking))
        advice = _("用 check --followup 写出的工作簿答复，不要改表头。")
        return (), (Notice("answer.columns", Level.MUST, message, advice, table.head[0].place),)
    found = tuple(_rows(table, columns))
    known = tuple(one for one in found if _NUMBER.fullmatch(one.id))
    return known, tuple(_unknown(one) for one in found if one not in known)


def _unknown(answer: Answer) -> Notice:
    message = _("“{id}”不是疑点的编号，这一条答复没有采用").format(id=answer.id or _("空"))
    advice = _("把 check --followup 写出的编号照原样填回去。")
    return Notice("answer.unknown", Level.DOUBT, message, advice, answer.place)


def _rows(table: Table, columns: dict[str, int]) -> Iterator[Answer]:
    for row in table.rows:
        number, *said = (_text(row, columns[head]) for head in HEADS)
        if any(said):
            verdict, value, because, by, on = said
            place = row[min(columns["答复"], len(row) - 1)].place
            yield Answer(number, verdict, value, because, by, convert.day(on.partition(" 00:")[0]), place)


def _text(row: tuple[Cell, ...], position: int) -> str:
    return row[position].text.strip() if position < len(row) else ""

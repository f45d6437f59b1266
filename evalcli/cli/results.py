"""A result in each of its formats."""

import csv
from collections.abc import Callable
from decimal import Decimal
from io import StringIO

from evalcli import analyse
from evalcli.cli import files, show
from evalcli.cli.remarks import remarks
from evalcli.cli.table import table
from evalcli.model.scorecard import Scored

# A cell that begins with one of these would be a formula in a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Of the columns that all rows have (`analyse.HEAD`), those that Markdown shows; the last three but one are about points.
_COLUMNS = ("指标", "名称", "要点", "现状", "标准", "判定", "得分", "待定", "分值", "失分、待定原因")
_WITHOUT_POINTS = ("指标", "名称", "要点", "现状", "标准", "判定", "原因")
_MARKS = str.maketrans({mark: "\\" + mark for mark in "\\`*_[]#|~"} | {"<": "&lt;", "&": "&amp;", "\n": " ", "\r": " "})


def write(scored: Scored, form: str, target: str) -> None:
    """Write a result as `form` to `target`."""
    if form == "table" and target == "-":
        show.payload(table(scored, show.screen()))
        return
    # The mark makes Excel read a CSV file as UTF-8; on a pipe it would only be in the way.
    mark = "\ufeff" if form == "csv" and target != "-" else ""
    files.write(target, (mark + FORMATS[form](scored)).encode("utf-8"))


def _json(scored: Scored) -> str:
    return show.as_json(analyse.result(scored))


def _csv(scored: Scored) -> str:
    page = StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(analyse.HEAD)
    writer.writerows(tuple(tame(cell) for cell in row) for row in analyse.rows(scored))
    return page.getvalue()


def tame(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; numbers stay numbers."""
    if not cell.startswith(_FORMULA):
        return cell
    try:
        Decimal(cell)
    except ArithmeticError:
        return "'" + cell
    return cell


def _markdown(scored: Scored) -> str:
    title = _typed(f"{scored.filled.county.name} {scored.filled.period}")
    columns = _COLUMNS if scored.pack.points else _WITHOUT_POINTS
    lines = [
        f"# {title} " + ("自评得分" if scored.pack.points else "自评结果"),
        "",
        _typed(analyse.total_line(scored)),
        "",
        _row(columns),
        "|" + " --- |" * len(columns),
    ]
    lines += [_row(row[1:] if scored.pack.points else (*row[1:7], row[10])) for row in analyse.rows(scored)]
    return "\n".join([*lines, "", *map(_typed, remarks(scored)), ""])


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(_typed(cell) or " " for cell in cells) + " |"


def _typed(text: str) -> str:
    """Return a text that Markdown shows as it was typed."""
    return text.translate(_MARKS)


def _table(scored: Scored) -> str:
    return table(scored, None)


FORMATS: dict[str, Callable[[Scored], str]] = {"table": _table, "json": _json, "csv": _csv, "md": _markdown}

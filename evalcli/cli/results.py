"""A result in each of its formats."""

from collections.abc import Callable

from evalcli import analyse
from evalcli.cli import cells, files, show
from evalcli.cli.remarks import remarks
from evalcli.cli.table import table
from evalcli.model.scorecard import Scored

# Of the columns that all rows have (`analyse.HEAD`), those that Markdown shows; the last three but one are about points.
_COLUMNS = ("指标", "名称", "要点", "现状", "标准", "判定", "得分", "待定", "分值", "失分、待定原因")
_WITHOUT_POINTS = ("指标", "名称", "要点", "现状", "标准", "判定", "原因")


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
    return cells.comma_separated((analyse.HEAD, *analyse.rows(scored)))


def _markdown(scored: Scored) -> str:
    title = cells.typed(f"{scored.filled.county.name} {scored.filled.period}")
    columns = _COLUMNS if scored.pack.points else _WITHOUT_POINTS
    lines = [
        f"# {title} " + ("自评得分" if scored.pack.points else "自评结果"),
        "",
        cells.typed(analyse.total_line(scored)),
        "",
    ]
    lines += cells.table(
        columns, tuple(row[1:] if scored.pack.points else (*row[1:7], row[10]) for row in analyse.rows(scored))
    )
    return "\n".join([*lines, "", *map(cells.typed, remarks(scored)), ""])


def _table(scored: Scored) -> str:
    return table(scored, None)


FORMATS: dict[str, Callable[[Scored], str]] = {"table": _table, "json": _json, "csv": _csv, "md": _markdown}

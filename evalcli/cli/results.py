"""A result in each of its formats."""

from collections.abc import Callable

from evalcli import analyse, flow, publish
from evalcli.cli import cells, files, show
from evalcli.cli.remarks import remarks
from evalcli.cli.table import table
from evalcli.model.scorecard import Scored

# Of the columns that all rows have (`analyse.heads`), those that Markdown shows; the last three but one are about points.
_COLUMNS = ("指标", "名称", "要点", "现状", "标准", "判定", "得分", "待定", "分值", "失分、待定原因")
_WITHOUT_POINTS = ("指标", "名称", "要点", "现状", "标准", "判定", "原因")
_OF_WORK = ("指标", "名称", "要点", "现状", "目标", "时限", "判定", "完成情况", "原因")


def write(scored: Scored, form: str, target: str) -> None:
    """Write a result as `form` to `target`."""
    if form == "table" and target == "-":
        show.payload(table(scored, show.screen()), styled=True)
        return
    if form == "xlsx":
        files.write(target, publish.publish(flow.tables(scored), form))
        return
    # The mark makes Excel read a CSV file as UTF-8; on a pipe it would only be in the way.
    mark = "\ufeff" if form == "csv" and target != "-" else ""
    files.write(target, (mark + FORMATS[form](scored)).encode("utf-8"))


def _json(scored: Scored) -> str:
    return show.as_json(analyse.result(scored))


def _csv(scored: Scored) -> str:
    # A table for programs has no room for remarks: by which pack it was scored, and what was tailored, stands in every row.
    by = (f"{scored.pack.id}@{scored.pack.version}", "；".join(scored.pack.tailored))
    rows = ((*row, *by) for row in analyse.rows(scored))
    return cells.comma_separated(((*analyse.heads(scored), "pack", "tailored"), *rows))


def _markdown(scored: Scored) -> str:
    title = cells.typed(f"{scored.filled.county.name} {scored.filled.period}")
    columns, places = _shown(scored)
    lines = [
        f"# {title} " + _headed(scored),
        "",
        cells.typed(analyse.total_line(scored)),
        "",
    ]
    lines += cells.table(columns, tuple(tuple(row[place] for place in places) for row in analyse.rows(scored)))
    return "\n".join([*lines, "", *map(cells.typed, remarks(scored)), ""])


def _shown(scored: Scored) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the columns that Markdown shows, and which cells of a row stand in them."""
    if scored.pack.outcome.by == "completion":
        return _OF_WORK, (1, 2, 3, 4, 5, 12, 6, 11, 10)
    return (_COLUMNS, tuple(range(1, 11))) if scored.pack.points else (_WITHOUT_POINTS, (1, 2, 3, 4, 5, 6, 10))


def _headed(scored: Scored) -> str:
    if scored.pack.outcome.by == "completion":
        return "完成情况"
    return "自评得分" if scored.pack.points else "自评结果"


def _table(scored: Scored) -> str:
    return table(scored, None)


FORMATS: dict[str, Callable[[Scored], str]] = {"table": _table, "json": _json, "csv": _csv, "md": _markdown}

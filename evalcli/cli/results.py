"""A result in each of its formats."""

import csv
from decimal import Decimal
from io import StringIO
from typing import TYPE_CHECKING, Any

from evalcli import analyse
from evalcli.cli import files, show
from evalcli.language import _
from evalcli.model.facts import Verdict
from evalcli.model.numbers import fixed
from evalcli.model.scorecard import AreaResult, PointResult, Scored

if TYPE_CHECKING:
    from rich.table import Table

_STYLES = {Verdict.MET: "green", Verdict.NEARLY: "yellow", Verdict.MISSED: "red", Verdict.NO_DATA: "magenta"}
# A cell that begins with one of these would be a formula in a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(scored: Scored, form: str, target: str) -> None:
    """Write a result as `form` to `target`."""
    if form == "table" and target == "-":
        _table(scored)
        return
    text = {"json": _json, "csv": _csv, "md": _markdown, "table": _plain_table}[form](scored)
    # The mark makes Excel read a CSV file as UTF-8; on a pipe it would only be in the way.
    mark = "\ufeff" if form == "csv" and target != "-" else ""
    files.write(target, (mark + text).encode("utf-8"))


def _json(scored: Scored) -> str:
    return show.as_json(analyse.result(scored)) + "\n"


def _csv(scored: Scored) -> str:
    page = StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(analyse.HEAD)
    writer.writerows(tuple(_tame(cell) for cell in row) for row in analyse.rows(scored))
    return page.getvalue()


def _tame(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; numbers stay numbers."""
    if not cell.startswith(_FORMULA):
        return cell
    try:
        Decimal(cell)
    except ArithmeticError:
        return "'" + cell
    return cell


def _markdown(scored: Scored) -> str:
    head = ("指标", "名称", "要点", "现状", "标准", "判定", "得分", "待定", "分值", "失分、待定原因")
    lines = [f"# {scored.filled.county.name} {scored.filled.period} 自评得分", "", analyse.total_line(scored), ""]
    lines += ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    for row in analyse.rows(scored):
        lines.append("| " + " | ".join(_piped(cell) for cell in row[1:]) + " |")
    return "\n".join([*lines, "", *_remarks(scored), ""])


def _piped(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("\n", " ") or " "


def _plain_table(scored: Scored) -> str:
    from rich.console import Console

    page = StringIO()
    screen = Console(file=page, width=400, no_color=True, highlight=False)
    screen.print(_made(scored, boxed=False))
    return "\n".join([line.rstrip() for line in page.getvalue().splitlines()] + ["", *_closing(scored), ""])


def _table(scored: Scored) -> None:
    screen = show.console()
    if screen.is_terminal:
        screen.print(_made(scored, boxed=True))
        show.payload("\n".join(_closing(scored)))
    else:
        show.payload(_plain_table(scored))


def _made(scored: Scored, *, boxed: bool) -> "Table":
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD if boxed else None, pad_edge=False, show_edge=False)
    for name, justify in (("指标", "left"), ("现状", "left"), ("标准", "left"), ("判定", "left"), ("得分", "right"), ("满分", "right"), ("失分、待定原因", "left")):  # fmt: skip
        options: dict[str, Any] = {"justify": justify, "overflow": "fold", "no_wrap": name in ("得分", "满分")}
        table.add_column(_(name), **options)
    for area in scored.card.areas:
        cells = _area_cells(scored, area)
        table.add_row(*(Text(cell, style="bold") for cell in cells))
        for item in area.items:
            if item.exemption:
                why = f"{item.exemption.because}（{item.exemption.approved}）"
                table.add_row(Text(f"{item.indicator.id} {item.indicator.short}"), "", "", str(item.verdict), "", "", Text(why))
            for point in item.points:
                table.add_row(*_point_cells(scored, item.indicator.short, point))
    return table


def _area_cells(scored: Scored, area: AreaResult) -> tuple[str, ...]:
    places = scored.pack.decimals
    return (f"{area.area.id} {area.area.title}", "", "", "", fixed(area.earned, places), fixed(area.full, places), "")


def _point_cells(scored: Scored, title: str, point: PointResult) -> tuple[Any, ...]:
    from rich.text import Text

    places = scored.pack.decimals
    judgement = point.judgement
    earned = _("待定") if point.earned is None else fixed(point.earned, places)
    reason = judgement.reason if point.lost or point.open else ""
    verdict = Text(_(str(judgement.verdict)), style=_STYLES.get(judgement.verdict, ""))
    name = Text(f"{point.key_point.id} {title}")
    return (name, Text(judgement.value), Text(judgement.standard), verdict, earned, fixed(point.key_point.points, places), Text(reason))


def _closing(scored: Scored) -> list[str]:
    return [analyse.total_line(scored), *_owed(scored), *_remarks(scored)]


def _owed(scored: Scored) -> list[str]:
    """Return what is missing by office, and what it is worth."""
    worth: dict[str, list[tuple[str, Decimal]]] = {}
    for item in scored.card.items:
        for point in item.points:
            missing = point.judgement.missing
            if missing and point.open:
                office = "、".join(missing.offices) or _("责任单位")
                what = f"{point.key_point.id} {'、'.join(missing.fields) or missing.because}"
                worth.setdefault(office, []).append((what, point.open))
    lines = []
    for office, entries in worth.items():
        total = fixed(sum((points for _what, points in entries), Decimal(0)), scored.pack.decimals)
        lines.append(_("缺数据 {office}（{total} 分）：{what}").format(office=office, total=total, what="；".join(what for what, _points in entries)))
    waiting = [p.key_point.id for item in scored.card.items for p in item.points if p.judgement.verdict is Verdict.PENDING]
    if waiting:
        lines.append(_("待评定：{points}").format(points="、".join(waiting)))
    return lines


def _remarks(scored: Scored) -> list[str]:
    tailored = [_("本地化：{what}").format(what=what) for what in scored.pack.tailored]
    remarks = [*scored.card.grade.how, scored.pack.provisional, scored.filled.illustrative, *tailored]
    return [_("注：{remark}").format(remark=remark) for remark in remarks if remark]

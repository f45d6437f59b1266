"""What many counties come to, in each of its formats."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evalcli.cli import files, show
from evalcli.cli.cells import tame
from evalcli.cli.columns import pad, width
from evalcli.language import _, enumerated
from evalcli.model.facts import Verdict
from evalcli.model.notice import Level, Notice, Stopped

if TYPE_CHECKING:
    import polars as pl

    from evalcli.bulk.asked import Asked
    from evalcli.bulk.survey import Survey
    from evalcli.model.pack import KeyPoint, Pack

_VERDICTS = (Verdict.MET, Verdict.MISSED, Verdict.NO_DATA)


def survey(path: Path, pack: "Pack", by: str) -> "Survey":
    """Return what every county on a table comes to, or stop where polars is not there."""
    try:
        from evalcli.bulk.survey import survey as surveyed
    except ModuleNotFoundError as fault:
        message = _("这个命令需要 {name}，没有安装").format(name=fault.name)
        advice = _("运行 pip install evalcli[round]，再试。")
        raise Stopped([Notice("extra.missing", Level.STOP, message, advice)]) from fault
    return surveyed(path, pack, by)


def write(found: "Survey", form: str, target: str) -> None:
    """Write a survey as `form` to `target`."""
    mark = "\ufeff" if form == "csv" and target != "-" else ""
    made = {"csv": _csv, "json": _json, "table": _table}[form](found)
    if form == "table" and target == "-":
        show.payload(made)
    else:
        files.write(target, (mark + made).encode("utf-8"))


def total(found: "Survey") -> str:
    """Return what all counties together come to, one line for each stage."""
    lines = []
    for ask, frame in found.stages:
        counted = Counter(verdict for verdicts in _verdicts(ask, frame) for verdict in verdicts)
        parts = _("，").join(
            f"{_(str(verdict))} {counted[verdict.value]}" for verdict in _VERDICTS if counted[verdict.value]
        )
        text = _("{stage}：{counties}个县，{schools}所学校；要点判定{parts}")
        schools = int(frame["schools"].sum())
        lines.append(text.format(stage=ask.stage or _("全部"), counties=len(frame), schools=schools, parts=parts))
    if found.undecided:
        named = enumerated(point.id for point in found.undecided)
        lines.append(_("学校表里没有所需的列，或者还要看别的数据，没有判定的要点：{named}").format(named=named))
    return "\n".join(lines)


def _verdicts(ask: "Asked", frame: "pl.DataFrame") -> Iterator[list[str]]:
    return (frame[f"{point.id}.verdict"].to_list() for point in ask.points)


def _csv(found: "Survey") -> str:
    """Return a row for each county and stage; key points of several stages that stand in one place share a column."""
    import polars as pl

    frames = [_wide(found, ask, frame, number) for number, (ask, frame) in enumerate(found.stages)]
    whole = pl.concat(frames).sort("county", "order").drop("order")
    county = pl.Series("county", [tame(code) for code in whole["county"]], dtype=pl.String)
    return str(whole.with_columns(county).write_csv(line_terminator="\r\n"))


def _wide(found: "Survey", ask: "Asked", frame: "pl.DataFrame", number: int) -> "pl.DataFrame":
    import polars as pl

    columns = [pl.col("county"), pl.lit(number).alias("order"), pl.lit(ask.stage).alias("stage")]
    columns += [pl.col("schools"), pl.col("lacking")]
    columns += [pl.col(f"out.{place}").alias(f"left out: {why.say}") for place, why in enumerate(found.spec.leave_out)]
    for name in dict.fromkeys(name for other, _frame in found.stages for name in other.measures):
        columns += [_or_empty(frame, f"{name}.{part}", f"{name} {part}") for part in ("cv", "reached")]
    for points in _places(found):
        own = next((point.id for point in points if point.stage == ask.stage), "")
        head = "/".join(point.id for point in points)
        columns += [_or_empty(frame, f"{own}.{part}", f"{head} {part}") for part in ("value", "verdict")]
    return frame.select(columns)


def _or_empty(frame: "pl.DataFrame", column: str, head: str) -> "pl.Expr":
    import polars as pl

    found = pl.col(column).cast(pl.String) if column in frame.columns else pl.lit("")
    return found.fill_null("").alias(head)


def _places(found: "Survey") -> "list[list[KeyPoint]]":
    """Return the key points that stand in one place: the first of an item for each stage, the second for each …."""
    item = {point.id: indicator.id for indicator in found.pack.indicators for point in indicator.key_points}
    places: dict[tuple[str, int], list[KeyPoint]] = {}
    for ask, _frame in found.stages:
        seen: Counter[str] = Counter()
        for point in ask.points:
            places.setdefault((item[point.id], seen[item[point.id]]), []).append(point)
            seen[item[point.id]] += 1
    order = list(item)
    return sorted(places.values(), key=lambda points: order.index(points[0].id))


def _json(found: "Survey") -> str:
    counties: dict[str, list[dict[str, Any]]] = {}
    for ask, frame in found.stages:
        for row in frame.iter_rows(named=True):
            counties.setdefault(row["county"], []).append(_plain(found, ask, row))
    data = {
        "pack": {"id": found.pack.id, "version": found.pack.version},
        "undecided": [point.id for point in found.undecided],
        "counties": [{"county": code, "stages": stages} for code, stages in sorted(counties.items())],
    }
    return show.as_json(data)


def _plain(found: "Survey", ask: "Asked", row: dict[str, Any]) -> dict[str, Any]:
    """Return a county's row of one stage as plain data; figures are text, so that they stay as printed."""
    out = {why.say: row[f"out.{place}"] for place, why in enumerate(found.spec.leave_out)}
    return {
        "stage": ask.stage,
        "schools": row["schools"],
        "lacking": row["lacking"],
        "left_out": out,
        "measures": {
            name: {part: row[f"{name}.{part}"] for part in ("cv", "reached") if f"{name}.{part}" in row}
            for name in ask.measures
        },
        "points": {
            point.id: {part: row[f"{point.id}.{part}"] for part in ("value", "verdict")} for point in ask.points
        },
    }


def _table(found: "Survey") -> str:
    """Return a line for each county and stage: how many schools, how many key points are met, and which are not."""
    head = (_("县"), _("学段"), _("学校"), _("不计入"), _("达标"), _("未达标"), _("缺数据"), _("未达标的要点"))
    rows = [
        (row["county"], number, _line(found, ask, row))
        for number, (ask, frame) in enumerate(found.stages)
        for row in frame.iter_rows(named=True)
    ]
    lines = [head, *(line for _county, _number, line in sorted(rows))]
    widths = [max(width(line[column]) for line in lines) for column in range(len(head) - 1)]
    return "\n".join(
        "  ".join([*(pad(cell, cells) for cell, cells in zip(line, widths, strict=False)), line[-1]]).rstrip()
        for line in lines
    )


def _line(found: "Survey", ask: "Asked", row: dict[str, Any]) -> tuple[str, ...]:
    verdicts = Counter(row[f"{point.id}.verdict"] for point in ask.points)
    out = sum(row[f"out.{place}"] for place in range(len(found.spec.leave_out)))
    missed = (point.id for point in ask.points if row[f"{point.id}.verdict"] == Verdict.MISSED)
    named = enumerated(f"{point} {row[f'{point}.value']}" for point in missed)
    counts = (str(verdicts[verdict.value]) for verdict in _VERDICTS)
    return (row["county"], ask.stage, str(row["schools"]), str(out), *counts, named)

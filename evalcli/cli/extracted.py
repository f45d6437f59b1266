"""What was extracted from a document, in each of its formats."""

import csv
from collections.abc import Callable
from io import StringIO
from typing import Final

from evalcli.cli import files, show
from evalcli.cli.results import tame
from evalcli.extract.plain import COLUMNS, columns, data
from evalcli.language import _
from evalcli.model.statement import Comparator, Extract, Kind, Statement

# Wider than any row: what programs read is never broken into lines.
_ENDLESS: Final = 10_000
_COMPARATORS: Final = frozenset(Comparator)
_SIGNS: Final = {"increase": "↑", "decrease": "↓", ">=": "≥", "<=": "≤"}


def write(extract: Extract, form: str, target: str) -> None:
    """Write an extract as `form` to `target`."""
    if form == "table" and target == "-":
        show.payload(table(extract, show.screen()))
        return
    # The mark makes Excel read a CSV file as UTF-8; on a pipe it would only be in the way.
    mark = "\ufeff" if form == "csv" and target != "-" else ""
    files.write(target, (mark + FORMATS[form](extract)).encode("utf-8"))


def table(extract: Extract, cells: int | None) -> str:
    """Return the rows as a table at most `cells` wide, and how many there are; None is as wide as it comes."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    made = Table(
        box=box.SIMPLE_HEAD if cells else None, show_edge=False, pad_edge=False, padding=(0, 1 if cells else 2, 0, 0)
    )
    for name in (_("位置"), _("说的是什么"), _("数"), _("期限"), _("性质"), _("原文"), _("须核")):
        made.add_column(name, overflow="fold", no_wrap=name in (_("位置"), _("期限"), _("性质")))
    for row in extract.statements:
        made.add_row(*map(Text, _line(row)))
    page = StringIO()
    Console(file=page, width=cells or _ENDLESS, color_system=None).print(made)
    lines = [line.rstrip() for line in page.getvalue().rstrip("\n").split("\n")]
    return "\n".join([*lines, "", _tally(extract)]) + "\n"


def _line(row: Statement) -> tuple[str, ...]:
    spot = str(row.place).removeprefix(row.place.file).removeprefix(" › ").removeprefix(":")
    value = f"1:{row.value:f}" if row.unit == "1:" else f"{row.value:f}{row.unit}"
    number = f"{_SIGNS.get(str(row.comparator), str(row.comparator))} {value}"
    return (spot, row.measures, number, row.date, _kind(row.kind), row.fragment, row.unclear)


def _kind(kind: Kind) -> str:
    return {
        Kind.TARGET: _("目标"),
        Kind.ACHIEVED: _("已做到"),
        Kind.STANDARD: _("标准"),
        Kind.CONDITION: _("条件"),
        Kind.ACTIVITY: _("活动"),
    }[kind]


def _tally(extract: Extract) -> str:
    rows = extract.statements
    parts = [
        _("{kind} {count} 条").format(kind=_kind(kind), count=count)
        for kind in Kind
        if (count := sum(row.kind is kind for row in rows))
    ]
    doubts = sum(bool(row.unclear) for row in rows)
    told = _("共 {count} 条").format(count=len(rows)) + "".join(_("，{part}").format(part=part) for part in parts)
    return told + (_("；其中 {count} 条须核对原文").format(count=doubts) if doubts else "")


def _csv(extract: Extract) -> str:
    page = StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    # A sign alone is no formula; what programs compare with stays as it is.
    writer.writerows(
        tuple(cell if cell in _COMPARATORS else tame(cell) for cell in columns(row)) for row in extract.statements
    )
    return page.getvalue()


def _json(extract: Extract) -> str:
    return show.as_json(data(extract))


def _table(extract: Extract) -> str:
    return table(extract, None)


FORMATS: Final[dict[str, Callable[[Extract], str]]] = {"table": _table, "csv": _csv, "json": _json}
"""Every format by its name."""

"""`evalcli pack list`: which packs there are."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from evalcli.cli.base import Command
from evalcli.cli.exits import by_notices
from evalcli.cli.options import form
from evalcli.language import _
from evalcli.model.numbers import plain

if TYPE_CHECKING:
    from evalcli import authors


@click.command(cls=Command, short_help=_("列出可用的指标包"))
@form(("text", "json"))
def command(form: str) -> int:
    """List the packs that can be used here."""
    from evalcli import authors
    from evalcli.cli import files, show
    from evalcli.cli.columns import pad, width

    listed, faults = authors.listed(Path())
    if form == "json":
        rows = [
            {
                "id": one.pack.id,
                "version": one.pack.version,
                "title": one.pack.title,
                "points": plain(one.pack.points),
                "own": one.own,
            }
            for one in listed
        ]
        files.write("-", show.as_json(rows).encode("utf-8"))
    else:
        cells = [_cells(one) for one in listed]
        widths = [max(width(row[number]) for row in cells) for number in range(len(cells[0]) - 1)] if cells else []
        for row in cells:
            show.payload("  ".join([*(pad(text, size) for text, size in zip(row, widths, strict=False)), row[-1]]))
    show.notices(faults)
    return by_notices(faults)


def _cells(one: "authors.Listed") -> tuple[str, ...]:
    pack = one.pack
    points = _("{points} 分").format(points=plain(pack.points)) if pack.points else _("不计分")
    return (pack.id, pack.version, points, _("本县") if one.own else _("随附"), pack.title)


command.help = _(
    "列出当前文件夹能用的指标包，一个一行：编号、版本、满分、在哪里（随附的，或本县 indicators/ 里的）、名称。"
)

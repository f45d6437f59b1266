"""A pack's rubric as a table for eyes: as wide as the screen, or one line a key point where a program reads it."""

from io import StringIO

from evalcli.language import _
from evalcli.model.numbers import plain
from evalcli.model.pack import Pack
from evalcli.packs.rubric import Row

# Wider than any row: what programs read is never broken into lines.
_ENDLESS = 10_000


def table(pack: Pack, rows: tuple[Row, ...], cells: int | None) -> str:
    """Return the table, at most `cells` wide; None is as wide as it comes."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    made = Table(
        box=box.SIMPLE_HEAD if cells else None, show_edge=False, pad_edge=False, padding=(0, 1 if cells else 2, 0, 0)
    )
    for name in (
        _("要点"),
        _("内容"),
        *((_("分值"),) if pack.points else ()),
        _("规则"),
        _("标准"),
        _("依据"),
        _("责任单位"),
        _("佐证材料"),
    ):
        made.add_column(name, overflow="fold", no_wrap=name in (_("要点"), _("分值")))
    item = ""
    for row in rows:
        if row.item != item:
            made.add_row(Text(row.item), Text(row.title))
            item = row.item
        points = (Text(row.points),) if pack.points else ()
        found = (row.rule, row.standard, row.source, row.offices, row.evidence)
        made.add_row(Text(row.id), Text(row.text), *points, *map(Text, found))
    page = StringIO()
    Console(file=page, width=cells or _ENDLESS, color_system=None).print(made)
    lines = [line.rstrip() for line in page.getvalue().rstrip("\n").split("\n")]
    return "\n".join([_head(pack), "", *lines]) + "\n"


def _head(pack: Pack) -> str:
    points = _("满分 {points} 分").format(points=plain(pack.points)) if pack.points else _("不计分")
    return _("{title}（{id} {version}，{points}）").format(
        title=pack.title, id=pack.id, version=pack.version, points=points
    )

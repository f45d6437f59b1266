"""`evalcli pack test`: the worked examples of a pack, and how a rule runs."""

from pathlib import Path

import click

from evalcli.cli.base import Command
from evalcli.cli.exits import by_notices
from evalcli.cli.packs import pack_argument, point_of
from evalcli.language import _
from evalcli.model.pack import Pack


@click.command(cls=Command, short_help=_("验证算例；--curve 看一条规则的得分"))
@pack_argument
@click.option("--curve", metavar=_("要点"), help=_("列出一个评估要点在一串数值上的判定和得分。"))
def command(pack: str, curve: str | None) -> int:
    """Run the worked examples of a pack."""
    from evalcli import authors
    from evalcli.cli import show
    from evalcli.criteria.proofs import load_cases

    found, cases = load_cases(pack, Path())
    if curve is not None:
        show.payload(_curve(found, curve))
        return 0
    items = authors.tried(found, cases)
    failures = [notice for one in items for notice in one.failures]
    for one in items:
        bad = _("，{bad} 个不符").format(bad=len(one.failures)) if one.failures else ""
        show.payload(_("{item}  算例 {count} 个{bad}").format(item=one.item, count=one.count, bad=bad))
    show.notices(failures, to_stdout=True)
    show.talk(_("共 {count} 个算例，{bad} 处不符").format(count=len(cases), bad=len(failures)))
    return by_notices(failures)


def _curve(pack: Pack, wish: str) -> str:
    from evalcli import authors
    from evalcli.cli.columns import pad, width
    from evalcli.model.numbers import plain

    point = point_of(pack, wish)
    readings = authors.curve(pack, point)
    if not readings:
        raise click.UsageError(authors.no_curve(point))
    heads = (_("数值"), _("判定"), _("得分"))
    rows = [heads, *((one.value, _(one.verdict), plain(one.points, pack.decimals)) for one in readings)]
    sizes = [max(width(row[number]) for row in rows) for number in range(3)]
    return "\n".join(
        "  ".join(pad(text, size, right=True) for text, size in zip(row, sizes, strict=True)) for row in rows
    )


command.help = _(
    "把 cases/ 里的算例逐个算一遍，打印每项指标有几个，哪些不符、应得多少、算出多少。有不符的，退出码为 1。"
)

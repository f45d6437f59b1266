"""`evalcli explain`: one item redone on paper."""

from difflib import get_close_matches
from pathlib import Path

import click

from evalcli.cli.base import Command
from evalcli.cli.exits import by_notices
from evalcli.cli.options import county_file
from evalcli.language import _


@click.command(cls=Command, short_help=_("说明一项：数据出处、公式代入、标准、得分"))
@click.argument("item", metavar=_("指标"))
@county_file
def command(item: str, county: Path) -> int:
    """Explain one item."""
    from evalcli import analyse, flow
    from evalcli.cli import show

    scored = flow.score_county(county)
    lines = analyse.explain(scored, item)
    if lines is None:
        known = [indicator.id for indicator in scored.pack.indicators]
        near = get_close_matches(item, known, 1) or known[:1]
        message = _("指标包 {pack} 没有指标“{item}”，最接近的是“{near}”。")
        raise click.UsageError(message.format(pack=scored.pack.id, item=item, near=near[0]))
    show.payload("\n".join(lines))
    return by_notices(scored.notices)


command.help = _("说明一项指标（如 2.4）或一个评估要点（如 2.4a）怎样得分。")

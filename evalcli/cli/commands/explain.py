"""`evalcli explain`: one item redone on paper."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from evalcli.cli.base import Command
from evalcli.cli.exits import by_notices
from evalcli.cli.options import county_file, talkativeness
from evalcli.language import _

if TYPE_CHECKING:
    from evalcli.model.scorecard import Scored


@click.command(cls=Command, short_help=_("说明一项：数据出处、公式代入、标准、得分"))
@click.argument("item", metavar=_("指标"), help=_("指标编号（如 2.4）或评估要点编号（如 2.4a）。"))
@county_file
@talkativeness
def command(item: str, county: Path, quiet: bool, verbose: bool) -> int:
    """Explain one item."""
    from evalcli import analyse, flow
    from evalcli.cli import show

    scored = flow.score_county(county)
    lines = analyse.explain(scored, item)
    if lines is None:
        raise click.UsageError(_unknown(scored, item))
    show.payload("\n".join(lines))
    if verbose:
        show.sources(scored.pack, scored.filled)
    show.findings(scored.notices, quiet=quiet, verbose=verbose)
    return by_notices(scored.notices)


def _unknown(scored: "Scored", item: str) -> str:
    known = [indicator.id for indicator in scored.pack.indicators]
    points = [point.id for indicator in scored.pack.indicators for point in indicator.key_points]
    from difflib import get_close_matches

    near = get_close_matches(item, [*known, *points], 1)
    message = _("指标包 {pack} 没有指标“{item}”，").format(pack=scored.pack.id, item=item)
    if near:
        return message + _("最接近的是“{near}”。").format(near=near[0])
    return message + _("编号从 {first} 到 {last}。").format(first=known[0], last=known[-1])


command.help = _("说明一项指标或一个评估要点怎样得分：用了哪些数据、出自哪里、公式代入后是多少、标准是什么。")

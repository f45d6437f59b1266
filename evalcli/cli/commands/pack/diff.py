"""`evalcli pack diff`: what changed between two packs, and what it does to a county's score."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from evalcli.cli.base import Command
from evalcli.cli.exits import Exit
from evalcli.cli.options import CountyFile
from evalcli.cli.packs import opened
from evalcli.language import _
from evalcli.model.numbers import fixed

if TYPE_CHECKING:
    from evalcli.model.scorecard import ItemResult, Scored


@click.command(cls=Command, short_help=_("比较两个指标包；--with 看一个县的得分怎样变"))
@click.argument("before", metavar=_("原包"), help=_("编号或文件夹。"))
@click.argument("after", metavar=_("新包"), help=_("编号或文件夹。"))
@click.option(
    "--with",
    "county",
    type=CountyFile(),
    metavar=_("县文件"),
    help=_("用两个包各打一次分，逐项比较；县里的本地化不计。"),
)
def command(before: str, after: str, county: Path | None) -> int:
    """Print what changed from one pack to another."""
    from evalcli import flow
    from evalcli.cli import show
    from evalcli.packs.differences import differences

    packs = (opened(before), opened(after))
    found = differences(*packs)
    show.payload("\n".join(found or (_("指标、要点、分值、规则都没有不同。"),)))
    if county:
        was, now = (flow.scored(flow.read_county(county, pack)) for pack in packs)
        show.payload("\n" + "\n".join(_scores(was, now)))
    return Exit.DONE


def _scores(was: "Scored", now: "Scored") -> Iterator[str]:
    """Yield the items whose result differs, then the totals."""
    old, new = ({item.indicator.id: item for area in scored.card.areas for item in area.items} for scored in (was, now))
    for name in dict.fromkeys((*old, *new)):
        shown = [_result(card, items.get(name)) for card, items in ((was, old), (now, new))]
        if shown[0] != shown[1]:
            yield _("{id}  {old} → {new}").format(id=name, old=shown[0], new=shown[1])
    totals = [_total(scored) for scored in (was, now)]
    yield _("合计  {old} → {new}").format(old=totals[0], new=totals[1])


def _result(scored: "Scored", item: "ItemResult | None") -> str:
    if item is None:
        return _("（没有这一项）")
    points = _(" {points} 分").format(points=fixed(item.earned, scored.pack.decimals)) if scored.pack.points else ""
    return _(str(item.status or item.verdict)) + points


def _total(scored: "Scored") -> str:
    points = (
        _("{points} 分").format(points=fixed(scored.card.earned, scored.pack.decimals)) + " "
        if scored.pack.points
        else ""
    )
    return points + scored.card.grade.span


command.help = _(
    "比较两个指标包：增删的指标和要点，改了的名称、分值、规则、依据、等次、填报项。--with 再给出一个县前后的得分。"
)

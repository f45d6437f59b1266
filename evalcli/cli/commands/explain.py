"""`evalcli explain`: one item, or the whole result, redone on paper."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from evalcli.cli.base import Command
from evalcli.cli.exits import by_notices
from evalcli.cli.options import CountyFile, county_file, talkativeness
from evalcli.language import _

if TYPE_CHECKING:
    from evalcli.model.scorecard import Scored

_ITEM = re.compile(r"[0-9]+\.[0-9]+[a-z]?")


@click.command(cls=Command, short_help=_("说明一项：数据出处、公式代入、标准、得分，直到等次"))
@click.argument(
    "item",
    default="",
    metavar=_("[指标]"),
    help=_("指标编号（如 2.4）或评估要点编号（如 2.4a）；不写时说明总分和等次。"),
)
@county_file
@click.option("--all", "every", is_flag=True, help=_("说明总分、等次和每一项。"))
@click.option(
    "--school",
    default="",
    metavar=_("学校"),
    help=_("只看一所学校（名称或代码）：这项指标在这所学校从原始单元格算起的全过程。"),
)
@talkativeness
def command(item: str, county: Path, every: bool, school: str, quiet: bool, verbose: bool) -> int:
    """Explain one item, the total or everything."""
    from evalcli import analyse, flow
    from evalcli.cli import show

    item, county = _sorted(item, county)
    if every and item:
        raise click.UsageError(_("--all 说明每一项，不要再写指标。"))
    if school and not item:
        raise click.UsageError(_("--school 要写明指标，例如 evalcli explain 1.5 --school 学校名称。"))
    scored = flow.score_county(county)
    lines = analyse.explain_all(scored) if every else analyse.explain_total(scored)
    if item:
        lines = _item(scored, item)
    if school:
        lines = _school(scored, item, school)
    show.payload("\n".join(lines))
    if verbose:
        show.sources(scored.pack, scored.filled)
    show.findings(scored.notices, quiet=quiet, verbose=verbose)
    return by_notices(scored.notices)


def _sorted(item: str, county: Path) -> tuple[str, Path]:
    """Return item and county: what stands alone and names a file or folder is the county, never the item."""
    given = click.get_current_context().get_parameter_source("county")
    alone = given is ParameterSource.DEFAULT
    if alone and not _ITEM.fullmatch(item) and (item == "-" or (item and Path(item).exists())):
        return "", CountyFile().convert(item, None, None)
    return item, county


def _item(scored: "Scored", item: str) -> tuple[str, ...]:
    from evalcli import analyse

    lines = analyse.explain(scored, item)
    if lines is None:
        raise click.UsageError(_unknown(scored, item))
    return lines


def _school(scored: "Scored", item: str, wish: str) -> tuple[str, ...]:
    from difflib import get_close_matches

    from evalcli import analyse

    schools = analyse.schools_of(scored, item)
    if not schools:
        raise click.UsageError(_("{item} 不是逐校核对的指标，或者没有学校表。").format(item=item))
    found = [school for school in schools if wish in (school.code, school.name)]
    if not found:
        near = get_close_matches(wish, [school.name for school in schools], 1, 0.3)
        message = _("学校表里没有“{school}”，").format(school=wish)
        hint = _("最接近的是“{near}”。").format(near=near[0]) if near else _("写学校名称或者代码。")
        raise click.UsageError(message + hint)
    lines = [analyse.explain_school(scored, item, school) for school in found]
    return tuple(line for one in lines for line in one)


def _unknown(scored: "Scored", item: str) -> str:
    known = [indicator.id for indicator in scored.pack.indicators]
    points = [point.id for indicator in scored.pack.indicators for point in indicator.key_points]
    from difflib import get_close_matches

    near = get_close_matches(item, [*known, *points], 1)
    message = _("指标包 {pack} 没有指标“{item}”，").format(pack=scored.pack.id, item=item)
    if near:
        return message + _("最接近的是“{near}”。").format(near=near[0])
    return message + _("编号从 {first} 到 {last}。").format(first=known[0], last=known[-1])


command.help = _(
    "说明一项指标或一个评估要点怎样得分：用了哪些数据、出自哪里、怎样换算、公式代入后是多少、标准是什么，"
    "再怎样汇总成总分和等次。不写指标时说明总分和等次。"
)

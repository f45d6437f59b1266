"""`evalcli form`: the workbook that offices and schools fill in."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from evalcli.cli.base import Command
from evalcli.cli.exits import Exit, by_notices
from evalcli.cli.options import CountyFile, talkativeness
from evalcli.language import _, enumerated

if TYPE_CHECKING:
    from evalcli.flow import Handed
    from evalcli.handout import Order
    from evalcli.model.notice import Notice


@click.command(cls=Command, short_help=_("写填报表：发给各单位、各学校填的 Excel 工作簿"))
@click.argument(
    "county",
    type=CountyFile(),
    default=None,
    required=False,
    metavar=_("[县文件]"),
    help=_("县文件或县文件夹，默认当前文件夹的 county.yaml。"),
)
@click.option("--pack", metavar=_("指标包"), help=_("还没有县文件时，直接按指标包写空表。"))
@click.option("--office", default="", metavar=_("单位"), help=_("只写这个单位的一份，例如 财政局。"))
@click.option("--school", is_flag=True, help=_("写发给学校的一份：只有学校表，一校填一行。"))
@click.option(
    "--previous",
    type=click.Path(path_type=Path),
    metavar=_("上年"),
    help=_("上年的县文件夹，或上年 score --format json 写出的结果：上年值从这里取，锁住不改。"),
)
@click.option("--filled", is_flag=True, help=_("把已经填报的值写进表里，发回去核对、更正。"))
@click.option(
    "-o", "--output", metavar=_("文件"), help=_("写到这个文件，默认 out/县名-时段-填报表.xlsx；- 是标准输出。")
)
@talkativeness
def command(
    county: Path | None,
    pack: str | None,
    office: str,
    school: bool,
    previous: Path | None,
    filled: bool,
    output: str | None,
    quiet: bool,
    verbose: bool,
) -> int:
    """Write the form of a county, or of a pack."""
    from evalcli import handout
    from evalcli.cli import files, show

    _refuse_contradictions(county, pack, office, school=school, filled=filled, previous=previous)
    handed = None if pack else _handed(county)
    order = _order(handed, pack, office, school=school)
    notices: tuple[Notice, ...] = ()
    if handed and filled:
        order, notices = handout.correction(order, handed.filled), handed.notices
    if previous:
        order = _with_last_year(order, previous)
    target = output or str(_default_path(order, handed.folder if handed else Path()))
    if target == "-" and show.screen() is not None:
        raise click.UsageError(_("工作簿不能显示在终端上；请用 -o 写到文件，或者用管道接走。"))
    files.spare(target, handed.spared if handed else ())
    files.write(target, handout.workbook(order))
    if not quiet and target != "-":
        show.talk(_("已写出 {target}").format(target=target))
    show.findings(notices, quiet=quiet, verbose=verbose)
    return by_notices(notices) if notices else Exit.DONE


def _refuse_contradictions(
    county: Path | None, pack: str | None, office: str, *, school: bool, filled: bool, previous: Path | None
) -> None:
    if pack and (county or filled or previous):
        raise click.UsageError(_("--pack 写的是空表，不和县文件、--filled、--previous 一起用。"))
    if office and school:
        raise click.UsageError(_("--office 和 --school 只用一个。"))


def _handed(county: Path | None) -> "Handed":
    from evalcli import flow

    return flow.read_county(county or Path("county.yaml"))


def _order(handed: "Handed | None", pack: str | None, office: str, *, school: bool) -> "Order":
    """Return the order of the empty form, for those who were named."""
    from evalcli import handout
    from evalcli.cli.packs import opened
    from evalcli.model.frozen import replace

    found = handed.pack if handed else opened(pack or "")
    known = handout.offices(found)
    if office and office not in known:
        from difflib import get_close_matches

        near = get_close_matches(office, known, 1)
        hint = _("最接近的是“{near}”。").format(near=near[0]) if near else ""
        message = _("指标包 {pack} 没有由“{office}”填报的项目。{hint}填报单位有：{known}。")
        raise click.UsageError(message.format(pack=found.id, office=office, hint=hint, known=enumerated(known)))
    if school and not found.tables:
        raise click.UsageError(_("指标包 {pack} 没有学校表。").format(pack=found.id))
    return replace(handout.order_for(found, handed.filled if handed else None), office=office, school=school)


def _with_last_year(order: "Order", previous: Path) -> "Order":
    """Return the order with last year's values; stop where there are none, for then the wrong year was named."""
    from evalcli import flow, handout
    from evalcli.model.notice import Level, Notice, Stopped
    from evalcli.model.place import Place

    if previous.suffix.lower() == ".json":
        figures = handout.kept_figures(previous)
    else:
        figures = flow.read_county(
            previous / "county.yaml" if previous.is_dir() else previous, order.pack
        ).filled.figures
    known = handout.with_last_year(order, figures)
    if known.last:
        return known
    years = sorted({year for figure in figures.values() for year in figure.years})
    message = _("这里没有 {year} 年的填报值，取不到上年值").format(year=order.year - 1)
    advice = _("本年是 {this} 年，--previous 要指上一年的；这里有的是：{years}。")
    advice = advice.format(this=order.year, years=enumerated(map(str, years)) or _("没有"))
    raise Stopped([Notice("form.previous", Level.STOP, message, advice, Place(previous.as_posix()))])


def _default_path(order: "Order", folder: Path) -> Path:
    """Return `out/<county>-<period>-填报表.xlsx` in the county's folder, with the office or 学校 where it is for one."""
    from evalcli.cli.files import fit_name

    whose = [order.county or order.pack.id, order.period, "填报表", order.office or ("学校" if order.school else "")]
    return folder / "out" / ("-".join(fit_name(part) for part in whose if part) + ".xlsx")


command.help = _("写出填报表：一个单位一张表，附人工评定和学校表。格子锁着，只能填该填的；口径在名称的批注里。")

"""`evalcli init`: a county folder that checks, scores and renders at once."""

import re
from pathlib import Path
from typing import Any

import click

from evalcli.cli.base import Command
from evalcli.cli.exits import Exit
from evalcli.language import _

_CODE = re.compile("[0-9]{6}")
_YEAR = re.compile("20[0-9]{2}")


class Year(click.ParamType[int]):
    """A year of this century."""

    name = "year"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the year."""
        if not _YEAR.fullmatch(str(value)):
            self.fail(_("“{value}”不是年份，例如 2022").format(value=value), param, ctx)
        return int(value)


@click.command(cls=Command, short_help=_("新建县文件夹：county.yaml、填报表、佐证材料夹"))
@click.argument("folder", metavar=_("文件夹"), help=_("建在哪里；要么还没有，要么是空的。"))
@click.option("--pack", required=True, metavar=_("指标包"), help=_("按哪套指标，例如 duty-sichuan-2022。"))
@click.option("--county", required=True, metavar=_("名称"), help=_("县（市、区）的名称，例如 高坪区。"))
@click.option("--code", default="", metavar=_("代码"), help=_("六位行政区划代码，例如 511303。"))
@click.option("--year", type=Year(), metavar=_("年份"), help=_("数据年度，默认去年。"))
@click.option("--example", is_flag=True, help=_("填上编造的演示数据，可以先看全程；结果里会注明是演示。"))
@click.option(
    "--from",
    "old",
    type=click.Path(path_type=Path),
    metavar=_("去年报告"),
    help=_(
        "去年的自评报告（.docx、.txt、.md、.html）：做法归到各指标下，数据列在可能的填报项旁，另成一个文件待人确认。"
    ),
)
@click.option("-q", "--quiet", is_flag=True, help=_("只说必须处理的事。"))
def command(
    folder: str, pack: str, county: str, code: str, year: int | None, example: bool, old: Path | None, quiet: bool
) -> int:
    """Write a new county folder."""
    from evalcli import handout, sample
    from evalcli.cli import files, show
    from evalcli.cli.packs import opened

    if not county.strip() or not county.isprintable():
        raise click.UsageError(_("--county 要写县（市、区）的名称，不能有看不见的字符。"))
    if code and not _CODE.fullmatch(code):
        raise click.UsageError(_("行政区划代码“{code}”不对：要六位数字，例如 511303。").format(code=code))
    found = opened(pack)
    about = handout.About(county.strip(), code, year or _last_year(), sample.SAID if example else "")
    data = sample.data(found, pack, about.county, about.year) if example else sample.Data({}, {})
    packs = handout.own_packs(found, pack)
    recalled, notices = handout.from_report(old, found) if old else ({}, ())
    files.write_folder(folder, {**handout.begin(found, about, data.files, data.tables), **packs, **recalled})
    show.notices(notices)
    if not quiet:
        for name in recalled:
            show.talk(_("去年的报告整理在 {name}，没有采用任何一项；核对后移进 data。").format(name=f"{folder}/{name}"))
        show.talk(_("已建好 {folder}。先看里面的 README.md；evalcli check {folder} 核对。").format(folder=folder))
    return Exit.DONE


def _last_year() -> int:
    """Return the last whole year, which is what a county evaluates."""
    from datetime import UTC, datetime

    return datetime.now(UTC).year - 1


command.help = _("新建一个县文件夹，建好就能核对、打分、出稿。文件夹里已经有东西的，不写。")

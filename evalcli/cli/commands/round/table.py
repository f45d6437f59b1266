"""`evalcli round table`: one table of many counties' schools, scored county by county."""

from pathlib import Path

import click

from evalcli.cli.base import Command
from evalcli.cli.exits import by_notices
from evalcli.cli.options import form, output, talkativeness
from evalcli.language import _


@click.command(cls=Command, short_help=_("一张学校表，按县算出差异系数、达标学校和判定"))
@click.argument("schools", type=click.Path(path_type=Path), metavar=_("学校表.csv"))
@click.option("--pack", "wish", required=True, metavar=_("编号"), help=_("指标包，编号或文件夹。"))
@click.option("--by", default="", metavar=_("列"), help=_("哪一列是县的代码；不写时找“县代码”“行政区划代码”等表头。"))
@form(("table", "csv", "json"))
@output
@talkativeness
def command(schools: Path, wish: str, by: str, form: str, output: str, quiet: bool, verbose: bool) -> int:
    """Score every county on one table."""
    from evalcli.cli import files, show, surveys
    from evalcli.criteria import load_pack

    pack = load_pack(wish, Path())
    files.spare(output, [schools])
    found = surveys.survey(schools, pack, by)
    surveys.write(found, form, output)
    if not quiet:
        show.talk(surveys.total(found))
        if output != "-":
            show.talk(_("已写出 {target}").format(target=output))
    show.findings(found.notices, quiet=quiet, verbose=verbose)
    return by_notices(found.notices)


command.help = _(
    "一张表放许多县的学校，一校一行，有一列是县的代码，其余各列和县里的学校表一样。每县每学段算出计入和不计入的学校数、"
    "各分学校指标的差异系数和达标学校数，以及只看学校表就能判定的评估要点；结果和逐县打分一样。"
    "表里有要改的，退出码为 1。需要 polars：pip install evalcli[round]。"
)

"""`evalcli score`: points per item, area and total, the grade, and what is missing."""

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from evalcli.cli.base import Command
from evalcli.cli.exits import by_notices
from evalcli.cli.options import county_file, form, output, talkativeness
from evalcli.language import _, chinese

if TYPE_CHECKING:
    from decimal import Decimal


class Points(click.ParamType["Decimal"]):
    """A number of points, exact."""

    name = "points"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> "Decimal":
        """Return the number."""
        from decimal import Decimal

        try:
            points = Decimal(str(value))
        except ArithmeticError:
            points = Decimal("NaN")
        if not points.is_finite():
            self.fail(_("“{value}”不是分数").format(value=value), param, ctx)
        return points


@click.command(cls=Command, short_help=_("打分：逐项判定、得分、失分原因、总分、等次"))
@county_file
@form(("table", "json", "csv", "md", "xlsx"))
@output
@click.option("--fail-under", type=Points(), metavar=_("分数"), help=_("已定得分低于此数时以 1 退出。"))
@click.option(
    "--verify",
    "kept",
    type=click.Path(path_type=Path),
    metavar=_("结果文件"),
    help=_("核验 --format json 写出的结果：重新计算，不一致的逐条列出，以 1 退出。"),
)
@talkativeness
def command(
    county: Path, form: str, output: str, fail_under: "Decimal | None", kept: Path | None, quiet: bool, verbose: bool
) -> int:
    """Score one county, or verify a kept result."""
    from evalcli import flow
    from evalcli.cli import files, results, show

    if kept:
        if output != "-" or form != "table" or fail_under is not None:
            raise click.UsageError(_("--verify 只核验，不和 -o、--format、--fail-under 一起用。"))
        return _verify(county, kept, quiet=quiet, verbose=verbose)
    if form == "xlsx" and output == "-" and show.screen() is not None:
        raise click.UsageError(_("Excel 文件不能显示在终端上；请用 -o 写到文件，或者用管道接走。"))
    handed = flow.read_county(county)
    if fail_under is not None and not handed.pack.points:
        message = _("指标包 {id} 不计分，--fail-under 用不上；结论写在结果的 grade 里。")
        raise click.UsageError(message.format(id=handed.pack.id))
    files.spare(output, handed.spared)
    with chinese() if form == "xlsx" else nullcontext():
        scored = flow.scored(handed)
    results.write(scored, form, output)
    if output != "-" and not quiet:
        show.talk(_("已写出 {target}").format(target=output))
    if verbose:
        show.sources(scored.pack, scored.filled)
    show.findings(scored.notices, quiet=quiet, verbose=verbose)
    missed = fail_under is not None and scored.card.earned < fail_under
    if missed:
        show.talk(_("已定得分 {earned}，低于要求的 {wanted}").format(earned=scored.card.earned, wanted=fail_under))
    return by_notices(scored.notices, gate_missed=missed)


def _verify(county: Path, kept: Path, *, quiet: bool, verbose: bool) -> int:
    from evalcli import analyse, flow
    from evalcli.cli import show

    scored = flow.score_county(county)
    found = flow.verified(scored, kept)
    show.notices(found, to_stdout=True)
    if verbose:
        show.sources(scored.pack, scored.filled)
    if not found and not quiet:
        text = _("{file} 与重新计算的结果一致：{count} 项指标；{total}")
        show.talk(text.format(file=kept.as_posix(), count=len(scored.card.items), total=analyse.total_line(scored)))
    return by_notices(found)


command.help = _("给一个县打分。缺数据不计分，也不算错；有值被拒绝，或者没过 --fail-under，退出码为 1。")

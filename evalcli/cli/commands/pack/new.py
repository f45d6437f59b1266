"""`evalcli pack new`: a small pack to begin with, or one from what was extracted from a plan."""

from pathlib import Path

import click

from evalcli.cli.base import Command
from evalcli.cli.exits import Exit
from evalcli.cli.packs import opened
from evalcli.language import _


@click.command(cls=Command, short_help=_("新建一个指标包"))
@click.argument(
    "folder", metavar=_("文件夹"), help=_("建在哪里，一般是县文件夹里的 indicators；包自己的文件夹以编号命名。")
)
@click.option(
    "--id", "name", required=True, metavar=_("编号"), help=_("小写字母、数字和连字符，例如 duty-county-2025。")
)
@click.option("--extends", "base", metavar=_("底包"), help=_("以这个指标包为底，只写改动。"))
@click.option(
    "--from",
    "extracted",
    type=click.Path(path_type=Path),
    metavar=_("提取结果"),
    help=_("evalcli extract --format json 写出的文件：confirmed 为 true 的行写成指标。"),
)
@click.option("--all", "every", is_flag=True, help=_("和 --from 一起用：目标和标准全写，不看 confirmed。"))
def command(folder: str, name: str, base: str | None, extracted: Path | None, every: bool) -> int:
    """Write a new pack."""
    from evalcli.cli import new_packs
    from evalcli.packs.seed import layer_seed, seed

    if extracted and base:
        raise click.UsageError(_("--extends 和 --from 不能一起用。"))
    if every and not extracted:
        raise click.UsageError(_("--all 要和 --from 一起用。"))
    target = new_packs.target_of(folder, name)
    if extracted:
        from evalcli.read.extract_file import extract_file

        texts = new_packs.from_extract(name, extract_file(extracted), every=every)
    else:
        below = opened(base) if base else None
        texts = dict(layer_seed(name, below.id, below.version, below.title) if below else seed(name))
    new_packs.write(target, texts)
    return Exit.DONE


command.help = _(
    "新建一个指标包的文件夹：pack.yaml、fields.yaml、area-1.yaml、cases/area-1.yaml、README.md，写好就能检查、能算。"
    "--from 把提取并核对过的目标写成指标、规则、期限和算例。"
)

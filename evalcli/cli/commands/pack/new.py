"""`evalcli pack new`: a small pack to begin with."""

import re
from pathlib import Path

import click

from evalcli.cli.base import Command
from evalcli.cli.exits import Exit
from evalcli.cli.packs import opened
from evalcli.language import _
from evalcli.model.notice import Level, Notice, Stopped
from evalcli.model.place import Place

_ID = re.compile(r"[a-z][a-z0-9-]*")


@click.command(cls=Command, short_help=_("新建一个指标包"))
@click.argument(
    "folder", metavar=_("文件夹"), help=_("建在哪里，一般是县文件夹里的 indicators；包自己的文件夹以编号命名。")
)
@click.option(
    "--id", "name", required=True, metavar=_("编号"), help=_("小写字母、数字和连字符，例如 duty-county-2025。")
)
@click.option("--extends", "base", metavar=_("底包"), help=_("以这个指标包为底，只写改动。"))
def command(folder: str, name: str, base: str | None) -> int:
    """Write a new pack."""
    from evalcli.cli import files, show
    from evalcli.packs.seed import layer_seed, seed

    if not _ID.fullmatch(name):
        raise click.UsageError(_("编号“{id}”不行：以小写字母开头，只用小写字母、数字和连字符。").format(id=name))
    target = Path(folder) / name
    below = opened(base) if base else None
    _refuse_existing(target)
    texts = layer_seed(name, below.id, below.version, below.title) if below else seed(name)
    for file, text in texts.items():
        files.write(str(target / file), text.encode("utf-8"))
        show.payload((target / file).as_posix())
    show.talk(_("已建好。改写后用 evalcli pack lint {target} 检查。").format(target=target.as_posix()))
    return Exit.DONE


def _refuse_existing(target: Path) -> None:
    if target.exists():
        message, advice = _("已经有这个文件夹，不覆盖"), _("换一个编号，或先把它移走。")
        raise Stopped([Notice("output.exists", Level.STOP, message, advice, Place(target.as_posix()))])


command.help = _(
    "新建一个指标包的文件夹：pack.yaml、fields.yaml、area-1.yaml、cases/area-1.yaml、README.md，写好就能检查、能算。"
)

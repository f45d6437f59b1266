"""`evalcli pack`: the criteria themselves, for those who write them."""

import click

from evalcli.cli.base import Group
from evalcli.language import _

COMMANDS = ("list", "show", "lint", "test", "resolve", "diff", "new")


@click.group(
    cls=Group,
    commands_in="evalcli.cli.commands.pack",
    names=COMMANDS,
    short_help=_("指标包：列出、打印、检查、验证算例、展开、比较、新建"),
)
def command() -> None:
    """Work on packs of criteria."""


command.help = _(
    "指标包的各项操作。包用编号（如 duty-sichuan-2022）或文件夹指明；当前文件夹的 indicators/ 里的包优先。"
)

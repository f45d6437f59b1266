"""`evalcli round`: many counties at once."""

import click

from evalcli.cli.base import Group
from evalcli.language import _

COMMANDS = ("table",)


@click.group(
    cls=Group,
    commands_in="evalcli.cli.commands.round",
    names=COMMANDS,
    short_help=_("许多县：一张学校表算出各县"),
)
def command() -> None:
    """Work on many counties."""


command.help = _("许多县一起算。")

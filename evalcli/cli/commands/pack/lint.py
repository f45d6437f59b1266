"""`evalcli pack lint`: everything wrong or doubtful about a pack, in one run."""

from pathlib import Path

import click

from evalcli.cli.base import Command
from evalcli.cli.exits import by_notices
from evalcli.cli.options import quiet
from evalcli.cli.packs import pack_argument
from evalcli.language import _
from evalcli.model.notice import Level


@click.command(cls=Command, short_help=_("检查指标包：一次说出全部问题"))
@pack_argument
@quiet
def command(pack: str, quiet: bool) -> int:
    """Print every finding about a pack."""
    from evalcli import authors
    from evalcli.cli import show

    found = authors.examine(pack, Path())
    show.notices([notice for notice in found if not quiet or notice.level is Level.MUST], to_stdout=True)
    if not quiet:
        show.talk(show.tally(found))
    return by_notices(found)


command.help = _(
    "检查一个指标包：格式、引用、分值合计、档次、公式单位、达不到的标准、依据、口径、算例和报告用语。"
    "有必改的，退出码为 1；疑似和提示不影响退出码。"
)

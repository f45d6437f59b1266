"""`evalcli check`: everything wrong with the data, in one pass."""

from pathlib import Path

import click

from evalcli.cli.base import Command
from evalcli.cli.exits import by_notices
from evalcli.cli.options import county_file, talkativeness
from evalcli.language import _
from evalcli.model.notice import Level


@click.command(cls=Command, short_help=_("核对数据：一次说全，每条有出处、原因、改法"))
@county_file
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help=_("输出格式。"))
@talkativeness
def command(county: Path, form: str, quiet: bool, verbose: bool) -> int:
    """Print every doubt about a county's data."""
    from evalcli import flow
    from evalcli.cli import show

    found = flow.check_county(county)
    shown = [notice for notice in found if not quiet or notice.level in (Level.MUST, Level.STOP)]
    if form == "json":
        show.payload(show.as_json([_plain(notice) for notice in show.in_order(shown)]))
    else:
        show.notices(shown, to_stdout=True)
        show.talk(show.tally(found))
    return by_notices(found)


def _plain(notice: object) -> dict[str, object]:
    from evalcli.model.notice import Notice

    assert isinstance(notice, Notice)
    place = notice.place
    spot = {"file": place.file, "line": place.line, "column": place.column} if place else None
    level = notice.level.name.lower()
    return {"code": notice.code, "level": level, "message": notice.message, "advice": notice.advice, "place": spot}


command.help = _("核对一个县的数据。必改的退出码为 1；疑似和提示不影响退出码。")

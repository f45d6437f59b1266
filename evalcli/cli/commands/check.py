"""`evalcli check`: everything wrong with the data, in one pass."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from evalcli.cli.base import Command
from evalcli.cli.exits import by_notices
from evalcli.cli.options import county_file, form, talkativeness
from evalcli.language import _

if TYPE_CHECKING:
    from evalcli.model.notice import Notice


@click.command(cls=Command, short_help=_("核对数据：一次说全，每条有出处、原因、改法"))
@county_file
@form(("text", "json"))
@talkativeness
def command(county: Path, form: str, quiet: bool, verbose: bool) -> int:
    """Print every doubt about a county's data."""
    from evalcli import flow
    from evalcli.cli import files, show

    handed = flow.read_county(county)
    found = flow.doubts(handed)
    shown = [notice for notice in found if not quiet or notice.level in show.GRAVE]
    if form == "json":
        files.write("-", show.as_json([_plain(notice) for notice in show.in_order(shown)]).encode("utf-8"))
    else:
        show.notices(shown, to_stdout=True)
    if verbose:
        show.sources(handed.pack, handed.filled)
    if not quiet:
        show.talk(show.tally(found))
    return by_notices(found)


def _plain(notice: "Notice") -> dict[str, Any]:
    place = notice.place
    spot = {"file": place.file, "line": place.line, "column": place.column} if place else None
    level = notice.level.name.lower()
    return {"code": notice.code, "level": level, "message": notice.message, "advice": notice.advice, "place": spot}


command.help = _("核对一个县的数据。有必改的，退出码为 1；疑似和提示不影响退出码。")

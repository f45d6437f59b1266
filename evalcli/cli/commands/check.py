"""`evalcli check`: everything wrong with the data, in one pass; what offices owe, and what they answer."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from evalcli.cli.base import Command
from evalcli.cli.exits import by_notices
from evalcli.cli.options import OneOf, county_file, output, talkativeness
from evalcli.language import _

if TYPE_CHECKING:
    from evalcli.flow import Handed
    from evalcli.model.checked import Checked

_FORMS = ("text", "json", "csv", "md")
_BOOK = ".xlsx"


@click.command(cls=Command, short_help=_("核对数据：一次说全，每条有出处、原因、改法"))
@county_file
@click.option("--format", "form", type=OneOf(_FORMS), help=_("输出格式，默认 text；写 -o 时按文件后缀。"))
@output
@click.option("--draft", is_flag=True, help=_("连报告初稿的文字一起核对：前后矛盾、空话、缺项、写法。"))
@click.option("--strict", is_flag=True, help=_("有疑似的也以 1 退出。"))
@click.option(
    "--by",
    "by",
    type=OneOf(("office",)),
    help=_("office：按单位列出还没有报的数据和评定（催报单），可用 -o 写成 .xlsx。"),
)
@click.option("--followup", metavar=_("文件.xlsx"), default="", help=_("把待处理的疑点写成工作簿，发给各单位答复。"))
@click.option(
    "--answers",
    "answered",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar=_("文件"),
    help=_("各单位答复后的疑点单，可以写几次；不写时用 county.yaml 的 followup。"),
)
@talkativeness
def command(
    county: Path,
    form: str | None,
    output: str,
    draft: bool,
    strict: bool,
    by: str | None,
    followup: str,
    answered: tuple[Path, ...],
    quiet: bool,
    verbose: bool,
) -> int:
    """Print every doubt about a county's data, or what its offices owe."""
    from evalcli import flow
    from evalcli.cli import files
    from evalcli.model.notice import Level

    _fits(form, output, by, followup)
    handed = flow.read_county(county)
    inputs = (*handed.spared, *(answered or flow.answer_files(handed)))
    for target in (output, followup or "-"):
        files.spare(target, inputs)
    checked = flow.checked(handed, answered, draft=draft)
    _write(checked, form, output, by=by, quiet=quiet)
    if followup:
        _ask(checked, followup, quiet=quiet)
    _accompany(handed, checked, output, quiet=quiet, verbose=verbose)
    doubted = strict and any(notice.level is Level.DOUBT for notice in checked.open)
    return by_notices(checked.open, gate_missed=doubted)


def _fits(form: str | None, output: str, by: str | None, followup: str) -> None:
    """Refuse what cannot be written: a workbook of findings, answers in anything but a workbook."""
    book = Path(output).suffix.lower() == _BOOK
    if book and (not by or form):
        raise click.UsageError(_("-o 只在 --by office 时写 .xlsx；疑点用 --followup 写成工作簿。"))
    if followup and Path(followup).suffix.lower() != _BOOK:
        raise click.UsageError(_("--followup 要写 .xlsx 文件名。"))


def _write(checked: "Checked", form: str | None, output: str, *, by: str | None, quiet: bool) -> None:
    from evalcli.cli import files, findings, show

    suffix = Path(output).suffix.lower()
    if suffix == _BOOK:
        from evalcli.forms.owed import owed_book

        files.write(output, owed_book(checked.owed))
        return
    chosen = form or (suffix[1:] if suffix[1:] in _FORMS else "text")
    # The mark makes Excel read a CSV file as UTF-8; on a pipe it would only be in the way.
    mark = "\ufeff" if chosen == "csv" and output != "-" else ""
    if by:
        text = findings.owed(checked, chosen)
    else:
        text = findings.findings(findings.grave(checked) if quiet else checked, chosen)
    if chosen != "text" or output != "-":
        files.write(output, (mark + text).encode("utf-8"))
    elif text:
        show.payload(text)


def _ask(checked: "Checked", target: str, *, quiet: bool) -> None:
    from evalcli.cli import files, show
    from evalcli.forms.followup import asked, followup

    files.write(target, followup(checked.open))
    if not quiet:
        text = _("已写出 {target}：{count} 条待答复")
        show.talk(text.format(target=target, count=len(asked(checked.open))))


def _accompany(handed: "Handed", checked: "Checked", output: str, *, quiet: bool, verbose: bool) -> None:
    from evalcli.cli import findings, show

    if verbose:
        show.sources(handed.pack, handed.filled)
    if quiet:
        return
    if output != "-":
        show.talk(_("已写出 {target}").format(target=output))
    show.talk(findings.tally(checked))


command.help = _("核对一个县的数据。有必改的，退出码为 1；疑似和提示不影响退出码，--strict 时疑似也算。")

"""`evalcli extract`: the targets and facts that a document states."""

from pathlib import Path

import click

from evalcli.cli.base import Command
from evalcli.cli.exits import by_notices
from evalcli.cli.options import form, quiet
from evalcli.language import _


@click.command(cls=Command, short_help=_("从工作要点、计划、总结里提取带数的目标和情况"))
@click.argument(
    "document", type=click.Path(path_type=Path), metavar=_("文件"), help=_(".docx、.txt、.md 或 .html 文件。")
)
@form(("table", "csv", "json"))
@click.option("--pack", "name", metavar=_("编号"), help=_("把目标和标准写成指标包草稿，编号如 plan-county-2025。"))
@click.option(
    "-o",
    "--output",
    metavar=_("文件"),
    help=_("写到文件；- 是标准输出（默认）。和 --pack 一起用时是文件夹，默认 indicators。"),
)
@quiet
def command(document: Path, form: str, name: str | None, output: str | None, quiet: bool) -> int:
    """Print what a document states, or write it as a pack."""
    from evalcli import authors
    from evalcli.cli import extracted, files, new_packs, show

    if name and form != "table":
        raise click.UsageError(_("--pack 写的是指标包，不和 --format 一起用。"))
    folder = new_packs.target_of(output or "indicators", name) if name else None
    found, notices = authors.extracted(document)
    if name and folder:
        new_packs.write(folder, new_packs.from_extract(name, found, every=True))
    else:
        target = output or "-"
        files.spare(target, [document])
        extracted.write(found, form, target)
        if target != "-" and not quiet:
            show.talk(_("已写出 {target}").format(target=target))
    if not quiet:
        show.notices(notices)
    return by_notices(notices)


command.help = _(
    "从一份文件里提取带数的目标、情况、标准和适用条件，一个数一行，注明位置；看不准的写明原因，由人核对。不编造，不推算。"
)

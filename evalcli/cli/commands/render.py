"""`evalcli render`: the report."""

from pathlib import Path

import click

from evalcli.cli.base import Command
from evalcli.cli.exits import by_notices
from evalcli.cli.options import county_file, talkativeness
from evalcli.language import _, chinese


@click.command(cls=Command, short_help=_("写报告：Word、HTML 或 Markdown"))
@county_file
@click.option("--docx", "docx", is_flag=True, help=_("Word 报告（默认）。"))
@click.option("--html", "html", is_flag=True, help=_("一个可打印的 HTML 文件。"))
@click.option("--md", "md", is_flag=True, help=_("Markdown 文本。"))
@click.option("-o", "--output", metavar=_("文件"), help=_("写到这个文件，默认 out/县名-时段-自评报告；- 是标准输出。"))
@click.option("--draft", is_flag=True, help=_("缺数据也出稿：缺处标黄【缺：…】，最后列出。"))
@click.option("--trace", is_flag=True, help=_("加附件3：每项得分的计算过程，文字与 explain --all 相同。"))
@talkativeness
def command(
    county: Path,
    docx: bool,
    html: bool,
    md: bool,
    output: str | None,
    draft: bool,
    trace: bool,
    quiet: bool,
    verbose: bool,
) -> int:
    """Write a county's report."""
    from evalcli import flow, publish
    from evalcli.cli import files, reports, show

    formats = reports.formats([name for name, asked in (("docx", docx), ("html", html), ("md", md)) if asked], output)
    handed = flow.read_county(county)
    with chinese():
        scored = flow.scored(handed)
    targets = {form: output or str(reports.default_path(handed.folder, scored, form)) for form in formats}
    for target in targets.values():
        files.spare(target, handed.spared)
    drafted, missing = flow.draft_report(scored, handed.folder, unfinished=draft, trace=trace)
    for form, target in targets.items():
        files.write(target, publish.publish(drafted, form))
        if not quiet and target != "-":
            show.talk(_("已写出 {target}").format(target=target))
    if verbose:
        show.sources(scored.pack, scored.filled)
    show.findings(scored.notices, quiet=quiet, verbose=verbose)
    reports.tell_missing(missing)
    return by_notices(scored.notices)


command.help = _("写出一个县的报告。不带参数时，在县文件夹里写出 out/县名-时段-自评报告.docx。")

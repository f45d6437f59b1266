"""`evalcli pack show`: a pack as a table that people score by."""

import click

from evalcli.cli.base import Command
from evalcli.cli.options import form, output
from evalcli.cli.packs import item_option, opened, pack_argument, refuse_unknown_item
from evalcli.language import _, chinese


@click.command(cls=Command, short_help=_("打印评分细则：指标、要点、分值、规则、依据"))
@pack_argument
@form(("table", "md", "docx", "html"))
@output
@item_option
def command(pack: str, form: str, output: str, item: str) -> int:
    """Print a pack as a table."""
    from evalcli.cli import files, show
    from evalcli.cli.pack_table import table
    from evalcli.cli.reports import refuse_on_screen
    from evalcli.packs.rubric import as_markdown, rubric

    found = opened(pack)
    refuse_unknown_item(found, item)
    if form in ("docx", "html"):
        from evalcli import publish
        from evalcli.packs.rubric_draft import rubric_draft

        refuse_on_screen(form, output)
        with chinese():
            data = publish.publish(rubric_draft(found, rubric(found, item)), form)
        files.write(output, data)
    else:
        rows = rubric(found, item)
        text = (
            as_markdown(found, rows) if form == "md" else table(found, rows, show.screen() if output == "-" else None)
        )
        files.write(output, text.encode("utf-8"))
    if output != "-":
        show.talk(_("已写出 {target}").format(target=output))
    return 0


command.help = _(
    "把一个指标包打印成评分细则：一级指标、指标、评估要点、分值、用文字写出的规则、标准、依据、责任单位、佐证材料。"
    "--format docx 写成 Word 评分细则，html 可以打印，md 是 Markdown。"
)

"""`evalcli schema`: JSON Schemas for editors and programs."""

import click

from evalcli.cli.base import Command
from evalcli.cli.exits import Exit
from evalcli.cli.options import OneOf, output
from evalcli.language import _, enumerated

# The files that have a schema, in the order in which people meet them; those of county files can be made for a pack.
SCHEMAS = ("county", "data", "result", "pack", "fields", "area", "tables", "cases")
OF_COUNTIES = ("county", "data")


@click.command(cls=Command, short_help=_("输出 JSON Schema：编辑器据此补全、核对 YAML"))
@click.argument(
    "kind",
    type=OneOf(SCHEMAS),
    default=None,
    required=False,
    metavar=_("[文件种类]"),
    help=_("{kinds} 之一。").format(kinds=enumerated(SCHEMAS)),
)
@click.option("--pack", metavar=_("指标包"), help=_("只配 county、data：写进这个包的填报项、分项、评估要点和等次。"))
@click.option("--list", "listing", is_flag=True, help=_("列出有哪些。"))
@output
def command(kind: str | None, pack: str | None, listing: bool, output: str) -> int:
    """Print a schema, or which there are."""
    from evalcli import handout
    from evalcli.cli import files, show
    from evalcli.cli.packs import opened

    if listing:
        lines = (handout.schema(name) for name in SCHEMAS)
        show.payload(
            "\n".join(f"{name:<8}{one['$id']:<24}{one['title']}" for name, one in zip(SCHEMAS, lines, strict=True))
        )
        return Exit.DONE
    if kind is None:
        raise click.UsageError(_("写明要哪一种：{kinds}；--list 列出各是什么。").format(kinds=enumerated(SCHEMAS)))
    if pack and kind not in OF_COUNTIES:
        raise click.UsageError(_("--pack 只配 {kinds}。").format(kinds=enumerated(OF_COUNTIES)))
    found = handout.schema(kind, opened(pack) if pack else None)
    files.write(output, show.as_json(found).encode("utf-8"))
    return Exit.DONE


command.help = _("输出一种文件的 JSON Schema（2020-12，说明是中文）。")

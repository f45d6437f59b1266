"""Options that several commands share."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from evalcli.cli.base import options
from evalcli.language import _, enumerated


class CountyFile(click.Path):
    """A county file, or the folder that holds one."""

    def convert(self, value: Any, _param: click.Parameter | None, _ctx: click.Context | None) -> Path:
        """Return the path of the county file."""
        path = Path(str(value))
        return path / "county.yaml" if path.is_dir() else path


class OneOf(click.Choice[str]):
    """One of a few words, refused in the reader's language."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word."""
        if value not in self.choices:
            self.fail(
                _("“{value}”不在可选的 {known} 之中").format(value=value, known=enumerated(self.choices)), param, ctx
            )
        return super().convert(value, param, ctx)


def form(known: Sequence[str]) -> Callable[[Any], Any]:
    """Return `--format` with the formats that a command knows, the first of them the usual one."""
    return click.option(
        "--format",
        "form",
        type=OneOf(known),
        default=known[0],
        help=_("输出格式，默认 {usual}。").format(usual=known[0]),
    )


county_file = click.argument(
    "county",
    type=CountyFile(),
    default="county.yaml",
    metavar=_("[县文件]"),
    help=_("县文件或县文件夹，默认当前文件夹的 county.yaml；- 是标准输入。"),
)
quiet = click.option("-q", "--quiet", is_flag=True, help=_("只说必须处理的事。"))
verbose = click.option("-v", "--verbose", is_flag=True, help=_("连疑似和提示也说，并列出读了哪些文件。"))
talkativeness = options(quiet, verbose)
output = click.option("-o", "--output", metavar=_("文件"), default="-", help=_("写到文件；- 是标准输出（默认）。"))

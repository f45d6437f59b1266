"""Options that several commands share."""

from pathlib import Path
from typing import Any

import click

from evalcli.cli.base import options
from evalcli.language import _


class CountyFile(click.Path):
    """A county file, or the folder that holds one."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path of the county file."""
        path = Path(str(value))
        return path / "county.yaml" if path.is_dir() else path


county_file = click.argument("county", type=CountyFile(), default="county.yaml", metavar="[county.yaml]")
quiet = click.option("-q", "--quiet", is_flag=True, help=_("只说必须处理的事。"))
verbose = click.option("-v", "--verbose", is_flag=True, help=_("连提示也说。"))
talkativeness = options(quiet, verbose)
output = click.option("-o", "--output", metavar=_("文件"), default="-", help=_("写到文件；- 是标准输出（默认）。"))

"""How the files of a new pack are written: into a folder of its own, which must not be there yet."""

import re
from collections.abc import Mapping as Dict
from pathlib import Path

import click

from evalcli.cli import files, show
from evalcli.language import _
from evalcli.model.notice import Level, Notice, Stopped
from evalcli.model.place import Place
from evalcli.model.statement import Extract

_ID = re.compile(r"[a-z][a-z0-9-]*")


def target_of(folder: str, name: str) -> Path:
    """Return the folder of a new pack; its name must be an id, and nothing may lie there."""
    if not _ID.fullmatch(name):
        raise click.UsageError(_("编号“{id}”不行：以小写字母开头，只用小写字母、数字和连字符。").format(id=name))
    target = Path(folder) / name
    if target.exists():
        message, advice = _("已经有这个文件夹，不覆盖"), _("换一个编号，或先把它移走。")
        raise Stopped([Notice("output.exists", Level.STOP, message, advice, Place(target.as_posix()))])
    return target


def write(target: Path, texts: Dict[str, str]) -> None:
    """Write the files of a new pack and say what to do next."""
    for file, text in texts.items():
        files.write(str(target / file), text.encode("utf-8"))
        show.payload((target / file).as_posix())
    show.talk(_("已建好。改写后用 evalcli pack lint {target} 检查。").format(target=target.as_posix()))


def from_extract(name: str, extract: Extract, *, every: bool) -> Dict[str, str]:
    """Return the files of a pack made from an extract: from the rows a person confirmed, or from `every` target."""
    from evalcli.packs.plan_seed import chosen, plan_seed

    rows = chosen(extract, every=every)
    if not rows:
        message = _("没有目标或标准可以写成指标包") if every else _("没有一行是人确认过的")
        advice = _("先用 --format json 提取，核对后把要的行的 confirmed 改为 true；目标和标准全要的，用 --all。")
        raise Stopped([Notice("extract.unconfirmed", Level.STOP, message, advice, Place(extract.document))])
    return plan_seed(name, extract, rows)

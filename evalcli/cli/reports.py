"""Names of report files, and the list of what a draft lacks."""

from pathlib import Path

import click

from evalcli.cli import show
from evalcli.cli.files import fit_name
from evalcli.language import _, enumerated
from evalcli.model.notice import Notice
from evalcli.model.scorecard import Scored

_BY_SUFFIX = {".docx": "docx", ".html": "html", ".htm": "html", ".md": "md"}


def formats(asked: list[str], output: str | None) -> list[str]:
    """Return the formats to write: those asked for, else the one that the output's name says, else Word."""
    if output is None:
        return asked or ["docx"]
    if len(asked) > 1:
        raise click.UsageError(_("-o 只能配一种格式。"))
    chosen = asked or [_by_suffix(output)]
    refuse_on_screen(chosen[0], output)
    return chosen


def refuse_on_screen(form: str, output: str) -> None:
    """Refuse to write a Word file to a terminal."""
    if output == "-" and form == "docx" and show.screen() is not None:
        raise click.UsageError(_("Word 文件不能显示在终端上；请用 -o 写到文件，或者用管道接走。"))


def _by_suffix(output: str) -> str:
    suffix = Path(output).suffix.lower()
    if suffix and suffix not in _BY_SUFFIX:
        message = _("不会写 {suffix} 文件；可用 {known}，或者用 --docx、--html、--md 指明格式。")
        raise click.UsageError(message.format(suffix=suffix, known=enumerated(_BY_SUFFIX)))
    return _BY_SUFFIX.get(suffix, "docx")


def default_path(folder: Path, scored: Scored, form: str) -> Path:
    """Return `out/<county>-<period>-自评报告.<format>` in the county's folder."""
    filled = scored.filled
    return folder / "out" / f"{fit_name(filled.county.name)}-{filled.period}-自评报告.{form}"


def tell_missing(missing: tuple[Notice, ...]) -> None:
    """List the figures that the draft marks yellow."""
    if missing:
        show.talk(_("草稿有 {count} 处缺数据，已标黄：").format(count=len(missing)))
    for notice in missing:
        show.talk(f"  {notice.place}：{notice.message}")

"""Names of report files, and the list of what a draft lacks."""

from pathlib import Path

from evalcli.cli import show
from evalcli.cli.files import fit_name
from evalcli.language import _
from evalcli.model.notice import Notice
from evalcli.model.scorecard import Scored

_BY_SUFFIX = {".docx": "docx", ".html": "html", ".htm": "html", ".md": "md"}


def by_suffix(output: str | None) -> str:
    """Return the format that a file name asks for; Word where it does not say."""
    return _BY_SUFFIX.get(Path(output or "").suffix.lower(), "docx")


def default_path(folder: Path, scored: Scored, form: str) -> Path:
    """Return `out/<county>-<period>-自评报告.<format>` in the county's folder."""
    filled = scored.filled
    return folder / "out" / fit_name(f"{filled.county.name}-{filled.period}-自评报告.{form}")


def tell_missing(missing: tuple[Notice, ...]) -> None:
    """List the figures that the draft marks yellow."""
    if missing:
        show.talk(_("草稿有 {count} 处缺数据，已标黄：").format(count=len(missing)))
    for notice in missing:
        show.talk(f"  {notice.place}：{notice.message}")

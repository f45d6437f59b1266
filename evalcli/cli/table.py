"""A result as a table for eyes: as wide as the terminal, or one line a key point where a program reads it."""

from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING, Any

from evalcli.cli import show
from evalcli.cli.columns import fold
from evalcli.cli.remarks import closing
from evalcli.language import _
from evalcli.model.completion import Status
from evalcli.model.facts import Verdict
from evalcli.model.frozen import dataclass
from evalcli.model.numbers import fixed
from evalcli.model.scorecard import AreaResult, ItemResult, PointResult, Scored

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

_OF_WORK = {
    Status.DONE: "green", Status.ON_TRACK: "cyan", Status.UNDONE: "red", Status.NO_DATA: "magenta",
}  # fmt: skip
_COLOURS = {Verdict.MET: "green", Verdict.NEARLY: "yellow", Verdict.MISSED: "red", Verdict.NO_DATA: "magenta"}
# From this width on a reason has room beside its row; on a narrower screen it stands below what it is about.
_WIDE = 132
# Wider than any row: what programs read is never broken into lines.
_ENDLESS = 10_000


@dataclass(frozen=True, slots=True)
class Line:
    """One row: what was judged, what was found, and why points are lost or open."""

    id: str
    title: str
    value: str
    standard: str
    verdict: Verdict
    status: Status | None
    points: tuple[str, ...]
    reason: str


def table(scored: Scored, cells: int | None) -> str:
    """Return the table, at most `cells` wide, and what follows it; None is as wide as it comes."""
    beside = cells is None or cells >= _WIDE
    printed = _printed(_beside(scored, cells) if beside else _below(scored), cells)
    said = [show.visible(line) for line in closing(scored)]
    below = said if cells is None else [text for line in said for text in _hanging(line, cells)]
    return "\n".join([*printed, "", *below]) + "\n"


def _printed(made: "Table", cells: int | None) -> list[str]:
    """Return the lines of a table, coloured where a person watches and nobody asked for plain text."""
    from rich.console import Console

    page = StringIO()
    colours: Any = "standard" if cells and show.coloured() else None
    screen = Console(file=page, width=cells or _ENDLESS, color_system=colours, force_terminal=bool(colours))
    screen.print(made)
    return [line.rstrip() for line in page.getvalue().rstrip("\n").split("\n")]


def _beside(scored: Scored, cells: int | None) -> "Table":
    """Return the table with a column for the reasons."""
    made = _empty(boxed=cells is not None)
    for name in (_("要点"), _("名称"), _("现状"), _("标准"), _judged(scored)):
        made.add_column(name, overflow="fold", no_wrap=name in (_("要点"), _judged(scored)))
    for name in _heads(scored):
        made.add_column(name, justify="right", no_wrap=True)
    made.add_column(_("失分、待定原因") if scored.pack.points else _("原因"), overflow="fold")
    for area in scored.card.areas:
        made.add_row(*map(_strong, (area.area.id, area.area.title, "", "", _done(area), *_sums(scored, area), "")))
        for line in _lines(scored, area):
            found = (_text(line.id), _text(line.title), _text(line.value), _text(line.standard))
            made.add_row(*found, _verdict(line), *line.points, _text(line.reason))
    return made


def _below(scored: Scored) -> "Table":
    """Return the table for a narrow screen: value, standard and reason stand under the title."""
    made = _empty(boxed=True)
    made.add_column(_("要点"), no_wrap=True)
    told = _("名称、现状、失分和待定原因") if scored.pack.points else _("名称、现状和原因")
    made.add_column(told, overflow="fold", ratio=1)
    made.add_column(_judged(scored), no_wrap=True)
    for name in _heads(scored):
        made.add_column(name, justify="right", no_wrap=True)
    for area in scored.card.areas:
        made.add_row(*map(_strong, (area.area.id, area.area.title, _done(area), *_sums(scored, area))))
        for line in _lines(scored, area):
            found = line.value + (_("（{standard}）").format(standard=line.standard) if line.standard else "")
            told = "\n".join(part for part in (f"{line.title}  {found.strip()}".rstrip(), line.reason) if part)
            made.add_row(_text(line.id), _text(told), _verdict(line), *line.points)
    return made


def _judged(scored: Scored) -> str:
    return _("完成情况") if scored.pack.outcome.by == "completion" else _("判定")


def _done(area: AreaResult) -> str:
    """Return how many tasks of an area are done, of how many; nothing where the pack does not ask for it."""
    return f"{area.tally.done}/{area.tally.counted}" if area.tally.counts else ""


def _empty(*, boxed: bool) -> "Table":
    from rich import box
    from rich.table import Table

    lines = box.SIMPLE_HEAD if boxed else None
    return Table(box=lines, show_edge=False, pad_edge=False, padding=(0, 1 if boxed else 2, 0, 0), header_style="bold")


def _text(text: str, style: str = "") -> "Text":
    """Return a text that is shown as it is: never read as markup, nor obeyed by a terminal."""
    from rich.text import Text

    return Text(show.visible(text), style=style)


def _strong(text: str) -> "Text":
    return _text(text, "bold")


def _verdict(line: Line) -> "Text":
    """Return the verdict; of work the word that says how far it is."""
    if line.status:
        return _text(_(str(line.status)), _OF_WORK.get(line.status, ""))
    return _text(_(str(line.verdict)), _COLOURS.get(line.verdict, ""))


def _hanging(text: str, cells: int) -> list[str]:
    """Return a paragraph whose further lines stand in by one character."""
    first, *more = fold(text, cells - 2)
    return [first, *("  " + line for line in more)]


def _heads(scored: Scored) -> tuple[str, ...]:
    return (_("得分"), _("满分")) if scored.pack.points else ()


def _sums(scored: Scored, area: AreaResult) -> tuple[str, ...]:
    return _of_points(scored, fixed(area.earned, scored.pack.decimals), fixed(area.full, scored.pack.decimals))


def _of_points(scored: Scored, earned: str, full: str) -> tuple[str, ...]:
    """Return the cells about points; a pack that gives none has none."""
    return (earned, full) if scored.pack.points else ()


def _lines(scored: Scored, area: AreaResult) -> Iterator[Line]:
    for item in area.items:
        if item.exemption:
            why = f"{item.exemption.because}（{item.exemption.approved}）"
            none = _of_points(scored, "", "")
            yield Line(item.indicator.id, item.indicator.short, "", "", item.verdict, item.status, none, why)
        for point in item.points:
            yield _line(scored, item, point)


def _line(scored: Scored, item: ItemResult, point: PointResult) -> Line:
    judgement, places = point.judgement, scored.pack.decimals
    earned = _("待定") if point.earned is None else fixed(point.earned, places)
    return Line(
        id=point.key_point.id,
        title=item.indicator.short,
        value=judgement.value,
        standard=judgement.standard,
        verdict=judgement.verdict,
        status=point.standing.status if point.standing else None,
        points=_of_points(scored, earned, fixed(point.key_point.points, places)),
        reason=judgement.reason if point.wanting else "",
    )

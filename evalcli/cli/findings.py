"""What a check found, and what is owed, in each of its formats."""

from collections.abc import Callable
from typing import Any

from evalcli.cli import cells, show
from evalcli.language import _
from evalcli.model.checked import Checked, Owed, Standing, Status, finding_id
from evalcli.model.frozen import replace

_HEAD = ("级别", "代码", "对象", "位置", "说明", "改法", "单位", "状态", "理由", "决定或答复人", "日期", "编号")


def in_order(checked: Checked) -> list[Standing]:
    """Return the findings with the gravest first, then by place; what is set aside comes last."""
    found: list[Standing] = []
    for status in Status:
        mine = {id(one.notice): one for one in checked.standings if one.status is status}
        found += [mine[id(notice)] for notice in show.in_order(one.notice for one in mine.values())]
    return found


def aside(checked: Checked) -> list[str]:
    """Return a line for every finding that is muted or settled, with who said why, and when."""
    return [
        _("{status} {place}[{code}] {message}。理由：{because}（{by}，{on}）").format(
            status=_(one.status.value),
            place=f"{one.notice.place} " if one.notice.place else "",
            code=one.notice.code,
            message=one.notice.message,
            because=one.because,
            by=one.by,
            on=one.on,
        )
        for one in in_order(checked)
        if one.status is not Status.OPEN
    ]


def tally(checked: Checked) -> str:
    """Return how many findings of each level are open, and how many are set aside."""
    aside = [(status, len(checked.of(status))) for status in (Status.MUTED, Status.SETTLED)]
    parts = [_("{status} {count} 条").format(status=_(status.value), count=count) for status, count in aside if count]
    return _("，").join([show.tally(checked.open), *parts])


def findings(checked: Checked, form: str) -> str:
    """Return everything that was found, as `form`."""
    return FINDINGS[form](checked)


def owed(checked: Checked, form: str) -> str:
    """Return everything that is owed, as `form`."""
    return OWED[form](checked.owed)


def _text(checked: Checked) -> str:
    import sys

    lines = [show.notice_text(notice, sys.stdout) for notice in show.in_order(checked.open)]
    return "".join(f"{line}\n" for line in (*lines, *aside(checked)))


def _json(checked: Checked) -> str:
    return show.as_json([_plain(one) for one in in_order(checked)])


def _plain(one: Standing) -> dict[str, Any]:
    notice = one.notice
    place = notice.place
    spot = {"file": place.file, "line": place.line, "column": place.column} if place else None
    if spot and place and place.sheet:
        spot["sheet"] = place.sheet
    about = notice.about
    found = {
        "id": finding_id(notice),
        "code": notice.code,
        "level": notice.level.name.lower(),
        "message": notice.message,
        "advice": notice.advice,
        "place": spot,
        "at": about.at if about else "",
        "office": about.office if about else "",
        "status": one.status.name.lower(),
    }
    if one.status is not Status.OPEN:
        found |= {"because": one.because, "by": one.by, "on": str(one.on)}
    return found


def _rows(checked: Checked) -> tuple[tuple[str, ...], ...]:
    return tuple(_row(one) for one in in_order(checked))


def _row(one: Standing) -> tuple[str, ...]:
    notice, about = one.notice, one.notice.about
    who = (one.because, one.by, str(one.on or ""))
    return (
        notice.level.value,
        notice.code,
        about.at if about else "",
        str(notice.place or ""),
        notice.message,
        notice.advice,
        about.office if about else "",
        one.status.value,
        *who,
        finding_id(notice),
    )


def _csv(checked: Checked) -> str:
    return cells.comma_separated((_HEAD, *_rows(checked)))


def _markdown(checked: Checked) -> str:
    title = ["# 核对结果", "", cells.typed(tally(checked)), ""]
    return "\n".join([*title, *cells.table(_HEAD, _rows(checked)), ""])


def _owed_text(found: tuple[Owed, ...]) -> str:
    from evalcli.check import by_office

    lines: list[str] = []
    for office, entries in by_office(found).items():
        day = entries[0].deadline
        due = _("，{day} 前").format(day=day) if day else ""
        lines.append(_("{office}（{count} 项{due}）").format(office=office, count=len(entries), due=due))
        lines += [f"  {_owed_line(one)}" for one in entries]
    return "".join(f"{line}\n" for line in lines)


def _owed_line(one: Owed) -> str:
    what = " ".join(part for part in (one.kind, one.item, one.name) if part)
    return _("{what}：{wanted}（{at}）").format(what=what, wanted=one.what, at=one.at)


def _owed_table(found: tuple[Owed, ...]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the head of the list of what is owed, and its rows."""
    from evalcli.forms import owed  # most runs tell what was found, and need no workbooks

    return tuple(owed.HEADS), owed.rows(found)


def _owed_json(found: tuple[Owed, ...]) -> str:
    names = ("office", "deadline", "kind", "item", "name", "what", "at")
    return show.as_json([dict(zip(names, row, strict=True)) for row in _owed_table(found)[1]])


def _owed_csv(found: tuple[Owed, ...]) -> str:
    head, rows = _owed_table(found)
    return cells.comma_separated((head, *rows))


def _owed_markdown(found: tuple[Owed, ...]) -> str:
    head, rows = _owed_table(found)
    return "\n".join(["# 催报单", "", *cells.table(head, rows), ""])


FINDINGS: dict[str, Callable[[Checked], str]] = {"text": _text, "json": _json, "csv": _csv, "md": _markdown}
OWED: dict[str, Callable[[tuple[Owed, ...]], str]] = {
    "text": _owed_text,
    "json": _owed_json,
    "csv": _owed_csv,
    "md": _owed_markdown,
}


def grave(checked: Checked) -> Checked:
    """Return what must be mended, which is all that `--quiet` tells."""
    return replace(checked, standings=tuple(one for one in checked.standings if one.notice.level in show.GRAVE))

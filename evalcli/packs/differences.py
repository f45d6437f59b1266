"""What one pack has otherwise than another: items, key points, points, rules, words."""

from collections.abc import Iterator
from collections.abc import Mapping as Dict
from typing import Any

from evalcli.language import _, enumerated
from evalcli.model.numbers import plain
from evalcli.model.pack import Indicator, KeyPoint, Pack
from evalcli.packs.rubric import in_words

# More labels than this nobody reads in a line.
_MOST = 12


def differences(before: Pack, after: Pack) -> tuple[str, ...]:
    """Return the changes from one pack to another, one line each, in the order of the criteria."""
    old, new = ({indicator.id: indicator for indicator in pack.indicators} for pack in (before, after))
    return (*_of_the_whole(before, after), *_of_items(before, after, old, new), *_of_fields(before, after))


def _of_the_whole(before: Pack, after: Pack) -> Iterator[str]:
    if before.points != after.points:
        yield _("满分：{old} → {new}").format(old=plain(before.points), new=plain(after.points))
    shown = [enumerated(f"{band.name} {plain(band.from_points)}" for band in pack.grades) for pack in (before, after)]
    if shown[0] != shown[1]:
        yield _("等次：{old} → {new}").format(old=shown[0], new=shown[1])


def _of_items(before: Pack, after: Pack, old: Dict[str, Indicator], new: Dict[str, Indicator]) -> Iterator[str]:
    for name in dict.fromkeys((*old, *new)):
        if name in old and name in new:
            yield from _of_item(before, after, old[name], new[name])
        else:
            yield _gone(name, old[name].title) if name in old else _come(name, new[name].title, new[name])


def _of_item(before: Pack, after: Pack, old: Indicator, new: Indicator) -> Iterator[str]:
    yield from _changed(old.id, _("名称"), old.title, new.title)
    yield from _changed(old.id, _("分值"), plain(old.points), plain(new.points))
    yield from _changed(old.id, _("依据"), str(old.source), str(new.source))
    was, now = ({point.id: point for point in indicator.key_points} for indicator in (old, new))
    for name in dict.fromkeys((*was, *now)):
        if name in was and name in now:
            yield from _of_point(before, after, was[name], now[name])
        else:
            yield _gone(name, was[name].text) if name in was else _come(name, now[name].text, now[name])


def _gone(name: str, title: str) -> str:
    return _("{id} 删去：{title}").format(id=name, title=title)


def _come(name: str, title: str, new: Indicator | KeyPoint) -> str:
    return _("{id} 新增：{title}，{points} 分").format(id=name, title=title, points=plain(new.points))


def _of_point(before: Pack, after: Pack, old: KeyPoint, new: KeyPoint) -> Iterator[str]:
    yield from _changed(old.id, _("内容"), old.text, new.text)
    yield from _changed(old.id, _("分值"), plain(old.points), plain(new.points))
    if _rule(old) != _rule(new):
        yield from _changed(old.id, _("规则"), in_words(before, old), in_words(after, new))


def _rule(point: KeyPoint) -> Any:
    days = (point.begins, point.due, point.soft, point.base, point.starts_at)
    return (point.parameters, point.value, point.table, point.stage, days)


def _changed(what: str, part: str, old: str, new: str) -> Iterator[str]:
    if old != new:
        yield _("{id} {part}：{old} → {new}").format(id=what, part=part, old=old, new=new)


def _of_fields(before: Pack, after: Pack) -> Iterator[str]:
    gone = [field.label for name, field in before.fields.items() if name not in after.fields]
    come = [field.label for name, field in after.fields.items() if name not in before.fields]
    if gone:
        yield _("不再填报：{labels}").format(labels=_few(gone))
    if come:
        yield _("增加填报：{labels}").format(labels=_few(come))


def _few(labels: list[str]) -> str:
    """Return labels, of many only the first and how many there are."""
    shown = enumerated(labels[:_MOST])
    return shown if len(labels) <= _MOST else _("{shown}等 {count} 项").format(shown=shown, count=len(labels))

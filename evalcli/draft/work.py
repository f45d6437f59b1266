"""Filters for reports on work: rates with their sign, and targets as a sentence asks for them."""

from fractions import Fraction
from typing import Final

from evalcli.model.completion import Standing, Status, Task
from evalcli.model.filled import Filled
from evalcli.model.numbers import plain, telling
from evalcli.model.scorecard import ItemResult, PointResult

_SIGNS: Final = (("≥", "不低于"), ("≤", "不超过"), (">", "高于"), ("<", "低于"), ("=", ""))


def rate(share: Fraction | None) -> str:
    """Return a rate with two places at most: 62.5%; a dash where there was nothing to count."""
    return "—" if share is None else f"{plain(share, 2)}%"


def asked(standard: str) -> str:
    """Return a standard as a sentence says it: 争取≥100% is 争取不低于100%."""
    for sign, word in _SIGNS:
        standard = standard.replace(sign, word)
    return standard


def pace(standing: Standing) -> str:
    """Return how far a target is beside how much of its time is gone; nothing where it is no number that grows, or its time has not begun."""
    if standing.reached is None or not standing.gone:
        return ""
    reached, gone = standing.reached * 100, standing.gone * 100
    return f"完成目标的{telling(reached, 1, gone)}%，时间已过{telling(gone, 1, reached)}%"


def slow(items: tuple[ItemResult, ...]) -> list[PointResult]:
    """Return the targets that are not due yet and grow more slowly than their time goes by."""
    return [point for item in items for point in item.points if point.standing and _behind(point.standing)]


def moving(item: ItemResult) -> bool:
    """Return whether any target of an item is done or on time."""
    return any(point.standing and point.standing.status in (Status.DONE, Status.ON_TRACK) for point in item.points)


def open_tasks(tasks: tuple[Task, ...]) -> tuple[Task, ...]:
    """Return what is still to be done, the first due before the others."""
    return tuple(sorted((task for task in tasks if task.status is not Status.DONE), key=lambda task: task.due))


def later(filled: Filled) -> str:
    """Return the time that a plan is for: the other half of the year, the next year, or 下一步."""
    start, end = (filled.start.month, filled.start.day), (filled.end.month, filled.end.day)
    if start == (1, 1) and end == (6, 30):
        return "下半年"
    return f"{filled.end.year + 1}年" if end == (12, 31) else "下一步"


def _behind(standing: Standing) -> bool:
    return standing.status is Status.NOT_DUE and standing.reached is not None and standing.reached < standing.gone


FILTERS = {"rate": rate, "asked": asked, "pace": pace, "slow": slow, "open_tasks": open_tasks, "later": later}
TESTS = {"moving": moving}

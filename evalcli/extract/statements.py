"""A paragraph → statements: every quantity with what it measures, bounds, is for, and what is unclear about it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from evalcli.extract import moods, subjects
from evalcli.extract.clauses import Clause, clause
from evalcli.extract.digitless import Worded, worded
from evalcli.extract.operators import Before, Outcome, outcome
from evalcli.extract.quantities import Quantity
from evalcli.extract.scenes import Scene, Seen, numbers, scene, seen
from evalcli.language import _
from evalcli.model.frozen import replace
from evalcli.model.statement import Comparator, Kind, Statement
from evalcli.model.text import Paragraph

# An item's label announces what its sentences state.
_LABEL: Final = re.compile(r"^[(（]?[\d一二三四五六七八九十]+[)）]?[、.．)）]?[^。,，;；]{2,40}[。:：]")
_SHARES: Final = re.compile("率|占比|比例|比重")
_CHANGES: Final = (Comparator.INCREASE, Comparator.DECREASE)
_HEDGES_BEFORE: Final = ("大约", "约为", "约", "接近", "近")
_HEDGES_AFTER: Final = ("左右", "上下")
_BEFORE: Final = 20


def stated(paragraph: Paragraph, year: int | None, *, ahead: bool) -> list[Statement]:
    """Return what a paragraph states, in its order; `ahead` where it stands in a part that tells what is to come."""
    here = scene(paragraph, year, ahead=ahead)
    found = numbers(here)
    rows = [*_numbered(here, list(seen(here, found))), *_worded(here, found)]
    return sorted(rows, key=lambda row: row.place.column)


def _numbered(here: Scene, found: list[Seen]) -> Iterator[Statement]:
    before: Before | None = None
    sentence, known, names = -1, [""], list[str]()
    for one in found:
        if one.sentence != sentence:
            before, sentence, known = None, one.sentence, [""]
        target = moods.wanted(here.sentence(one.quantity.start, one.quantity.end), here.year, section=here.ahead)
        shared = before and replace(before, same_clause=one.joined)
        out = outcome(one.quantity, one.left, one.right, shared, wanted=target)
        if one.group > 1:
            names = list(_names(one, known))
        measures = names.pop(0) if names else subjects.measured(one.left, one.right, one.quantity.unit, known[-1])
        known.append(measures)
        yield from _several(_row(here, one, measures, out, target=target), one)
        before = Before(out.comparator, one.quantity.unit, out.by_left, same_clause=True, far=out.far)


def _names(one: Seen, known: list[str]) -> tuple[str, ...]:
    """Return what the numbers after 分别 belong to: the words before it, or what the numbers before measured."""
    said = subjects.aligned(one.left, one.group)
    return said or (tuple(known[-one.group :]) if len(known) > one.group and one.left.startswith("分别") else ())


def _row(here: Scene, one: Seen, measures: str, out: Outcome, *, target: bool) -> Statement:
    quantity = one.quantity
    return Statement(
        place=here.place(quantity.start, quantity.end),
        fragment=here.fragment(one.around),
        measures=measures,
        comparator=out.comparator,
        value=quantity.value,
        unit=quantity.unit,
        base=one.base or subjects.base_of(one.said),
        date=quantity.date or here.date(quantity.start),
        softness=subjects.soft(_words(here, one.around, quantity.start), _hedges(one)),
        kind=moods.kind_of(quantity, one.around.left, one.right, out.comparator, target=target),
        unclear=_doubts(quantity, measures, out.comparator),
        headings=here.paragraph.headings,
    )


def _words(here: Scene, around: Clause, start: int) -> str:
    return here.text[max(0, around.start - _BEFORE) : start]


def _hedges(one: Seen) -> tuple[str, ...]:
    before = next((word for word in _HEDGES_BEFORE if one.left.endswith(word)), "")
    after = next((word for word in _HEDGES_AFTER if one.right.startswith(word)), "")
    return before, one.quantity.hedge, after


def _doubts(quantity: Quantity, measures: str, comparator: Comparator) -> str:
    """Return what a person must look at."""
    doubts = [quantity.unclear] if quantity.unclear else []
    if comparator in _CHANGES and quantity.unit == "%" and _SHARES.search(measures[-4:]):
        doubts.append(_("是百分之几还是几个百分点，原文没有写明"))
    if not measures:
        doubts.append(_("看不出说的是什么"))
    return "；".join(doubts)


def _several(row: Statement, one: Seen) -> Iterator[Statement]:
    """Yield a row for every quantity that one number stands for: both ends of a range, indicators that share it."""
    if one.quantity.upper is not None:
        yield replace(row, comparator=Comparator.AT_LEAST)
        yield replace(row, comparator=Comparator.AT_MOST, value=one.quantity.upper)
        return
    names = subjects.shared_by(one.left) if row.unit == "%" and one.group == 1 else ()
    yield from (replace(row, measures=name) for name in names or (row.measures,))


def _worded(here: Scene, found: list[Quantity]) -> Iterator[Statement]:
    """Yield what is said without a number; 均达到100% has one already."""
    label = _LABEL.match(here.text)
    shares = [one.start for one in found if one.unit == "%"]
    for one in worded(here.text, label.end() if label else 0):
        around = clause(here.text, one.start, one.end)
        first = bisect_left(shares, around.start)
        if one.value == 0 or first == len(shares) or shares[first] >= around.end:
            yield _in_words(here, one, around)


def _in_words(here: Scene, one: Worded, around: Clause) -> Statement:
    target = moods.wanted(here.sentence(one.start, one.end), here.year, section=here.ahead)
    return Statement(
        place=here.place(one.start, one.end),
        fragment=here.fragment(around),
        measures=one.noun or subjects.measured(around.left, "", one.unit, "") or here.text[one.start : one.end],
        comparator=one.comparator,
        value=one.value,
        unit=one.unit,
        base=one.base,
        date=here.date(one.start),
        softness=subjects.soft(_words(here, around, one.start), ()),
        kind=Kind.TARGET if target else Kind.ACHIEVED,
        unclear=one.unclear,
        headings=here.paragraph.headings,
    )

"""Text → statements: every quantity with what it measures, bounds, is for, and what is unclear about it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from evalcli.extract import moods, subjects
from evalcli.extract.characters import Clean, clean
from evalcli.extract.clauses import Clause, clause, sentence_end, sentence_start
from evalcli.extract.dates import Date, dates
from evalcli.extract.digitless import Worded, worded
from evalcli.extract.masks import Masks, masked
from evalcli.extract.operators import Before, outcome
from evalcli.extract.quantities import Quantity, quantities, with_money
from evalcli.extract.selection import counts
from evalcli.language import _
from evalcli.model.place import Place
from evalcli.model.statement import Comparator, Kind, Statement
from evalcli.model.text import Paragraph, Text

_LABEL: Final = re.compile(r"^[(（]?[\d一二三四五六七八九十]+[)）]?[、.．)）]?[^。,，;；]{2,40}[。:：]")
_FROM: Final = re.compile("[从由][^,，。;；]{0,24}$|(?:比|较)[^,，。;；]{0,12}的$")
_TO: Final = re.compile("^(?:的)?[“”]?(?:大幅|逐步|稳步|进一步)?(?:提高|提升|增加|增长|上升|下降|降低|降|减少|扩大|缩小|增|减|压减|上涨|发展)")
_WHOM: Final = re.compile("^的")
_POINTS: Final = re.compile("率|占比|比例|比重")
_CHANGES: Final = (Comparator.INCREASE, Comparator.DECREASE)


@dataclass(frozen=True, slots=True)
class Scene:
    """One paragraph while it is read: its clean text, its dates, and what surrounds it."""

    paragraph: Paragraph
    clean: Clean
    dates: tuple[Date, ...]
    ahead: bool


def statements(text: Text) -> Iterator[Statement]:
    """Yield what a document states, in its order."""
    year, whole = moods.year_of(text), moods.looks_ahead(text)
    for paragraph in text.paragraphs:
        section = whole
        for heading in paragraph.headings:
            turned = None if heading[:1].isdigit() else moods.turn(heading)
            section = section if turned is None else turned
        shaped = clean(paragraph.text)
        scene = Scene(paragraph, shaped, tuple(dates(shaped.text, year)), section)
        yield from sorted(_of(scene, year), key=lambda one: one.place.column)


def _of(scene: Scene, year: int | None) -> Iterator[Statement]:
    text = scene.clean.text
    masks = Masks([*masked(text), *((date.start, date.end) for date in scene.dates)])
    found = quantities(text, masks, year)
    yield from _numbered(scene, found)
    label = _LABEL.match(text)
    shares = [(one.start, one.end) for one in found if one.unit == "%"]
    for one in worded(text, label.end() if label else 0):
        around = clause(text, one.start, one.end)
        if not any(around.start <= start < around.end for start, _end in shares) or one.value == 0:
            yield _worded(scene, one, around)


def _numbered(scene: Scene, found: Sequence[Quantity]) -> Iterator[Statement]:
    text = scene.clean.text
    before: Before | None = None
    last_end, last_sentence, measures, base = 0, -1, "", ""
    kept = _counted(text, found)
    for spot, quantity in enumerate(kept):
        around = clause(text, quantity.start, quantity.end)
        sentence = sentence_start(text, quantity.start)
        if sentence != last_sentence:
            before, measures, base = None, "", ""
        same = last_end > around.start
        left = text[last_end : quantity.start] if same else around.left
        follower = kept[spot + 1] if spot + 1 < len(kept) else None
        right = around.right if follower is None or follower.start >= around.end else text[quantity.end : follower.start]
        last_sentence = sentence
        if _is_base(quantity, follower, around, left, right):
            base, last_end = text[max(around.start, quantity.start - 12) : quantity.end], quantity.end
            continue
        target = moods.wanted(text[sentence : sentence_end(text, quantity.end)], section=scene.ahead)
        out = outcome(quantity, left, right, before and replace(before, same_clause=same), wanted=target)
        measures = subjects.measured(left, right, measures)
        row = _row(scene, quantity, around, left, right)
        row = replace(row, measures=measures, comparator=out.comparator, base=base or row.base)
        row = replace(row, kind=moods.kind_of(quantity, around.left, right, out.comparator, target=target))
        yield from _several(_doubted(row), quantity, left)
        before = Before(out.comparator, quantity.unit, out.by_left, same_clause=True)
        last_end, base = quantity.end, ""


def _counted(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities that count something, money named as money."""
    kept: list[Quantity] = []
    for quantity in found:
        around = clause(text, quantity.start, quantity.end)
        joined = bool(kept) and kept[-1].end > around.start
        money = with_money(quantity, around.left)
        if money is not None and counts(money, around.left, text[quantity.end : quantity.end + 12], joined=joined):
            kept.append(money)
    return kept


def _is_base(quantity: Quantity, follower: Quantity | None, around: Clause, left: str, right: str) -> bool:
    """Return whether a number is only what another is held against: 从65%提高到…, 1至20人的按4倍…."""
    if follower is None or follower.start >= around.end:
        return False
    if quantity.upper is not None and _WHOM.match(right):
        return True
    return bool(_FROM.search(left) and _TO.match(right))


def _row(scene: Scene, quantity: Quantity, around: Clause, left: str, right: str) -> Statement:
    text = scene.clean.text
    sentence = sentence_start(text, quantity.start)
    hedges = (*(word for word in ("约", "近", "接近") if left.endswith(word)), quantity.hedge)
    after = tuple(word for word in ("左右", "上下") if right.startswith(word))
    return Statement(
        place=_place(scene, quantity.start, quantity.end),
        fragment=scene.clean.original(around.start, around.end).strip(),
        measures="",
        comparator=Comparator.EQUAL,
        value=quantity.value,
        unit=quantity.unit,
        base=subjects.base_of(left),
        date=quantity.date or _date(scene.dates, sentence, quantity.start),
        softness=subjects.soft(text[max(sentence, around.start - 20) : quantity.start], (*hedges, *after)),
        unclear=quantity.unclear,
        heading=scene.paragraph.headings[-1] if scene.paragraph.headings else "",
    )


def _several(row: Statement, quantity: Quantity, left: str) -> Iterator[Statement]:
    """Yield a row for every quantity that one number stands for: both ends of a range, indicators that share it."""
    if quantity.upper is not None:
        yield replace(row, comparator=Comparator.AT_LEAST)
        yield replace(row, comparator=Comparator.AT_MOST, value=quantity.upper)
        return
    names = subjects.shared_by(left) if row.unit == "%" else ()
    yield from (replace(row, measures=name) for name in names or (row.measures,))


def _doubted(row: Statement) -> Statement:
    """Return a row with what a person must look at."""
    doubts = [row.unclear] if row.unclear else []
    if row.comparator in _CHANGES and row.unit == "%" and _POINTS.search(row.measures[-4:]):
        doubts.append(_("是百分之几还是几个百分点，原文没有写明"))
    if not row.measures:
        doubts.append(_("看不出说的是什么"))
    return replace(row, unclear="；".join(doubts))


def _worded(scene: Scene, one: Worded, around: Clause) -> Statement:
    text = scene.clean.text
    sentence = sentence_start(text, one.start)
    target = moods.wanted(text[sentence : sentence_end(text, one.end)], section=scene.ahead)
    measures = subjects.measured(around.left, "", "") or text[one.start : one.end]
    return Statement(
        place=_place(scene, one.start, one.end),
        fragment=scene.clean.original(around.start, around.end).strip(),
        measures=measures,
        comparator=one.comparator,
        value=one.value,
        unit=one.unit,
        base=one.base,
        date=_date(scene.dates, sentence, one.start),
        softness=subjects.soft(text[max(sentence, around.start - 20) : one.start], ()),
        kind=Kind.TARGET if target else Kind.ACHIEVED,
        unclear=one.unclear,
        heading=scene.paragraph.headings[-1] if scene.paragraph.headings else "",
    )


def _place(scene: Scene, start: int, end: int) -> Place:
    first, last = scene.clean.spots[start], scene.clean.spots[end - 1]
    place = scene.paragraph.place
    return Place(place.file, place.line, first + 1, last - first + 1, scene.paragraph.text, place.sheet)


def _date(known: Sequence[Date], sentence: int, start: int) -> str:
    """Return the last date of the sentence before a number."""
    before = [date.value for date in known if sentence <= date.start < start and date.value]
    return before[-1] if before else ""

"""A paragraph while it is read: its numbers with the words on both sides, and which of them belong together."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from evalcli.extract.characters import Clean, clean
from evalcli.extract.clauses import Clause, clause, sentence_end, sentence_start
from evalcli.extract.dates import COMPARED, Date, dates
from evalcli.extract.masks import Masks, masked
from evalcli.extract.quantities import Quantity, quantities, with_money
from evalcli.extract.selection import counts
from evalcli.model.frozen import dataclass
from evalcli.model.place import Place
from evalcli.model.text import Paragraph

_JOINED: Final = re.compile("^[、和及与]?$")
_FROM: Final = re.compile("已?[从由][^,，。;；从由]{0,24}$|(?<![占师生])(?:比|较)[^,，。;；比较由从]{0,12}的$")
_TO: Final = re.compile(
    "^(?:的)?(?:大幅|逐步|稳步|进一步)?(?:提高|提升|增加|增长|上升|下降|降低|降|减少|扩大|缩小|增|减|压减|上涨|发展)"
)
# What belongs to the number before: 65人以上.
_REST: Final = re.compile("^(?:及?以[上下内]|之[上下内]|左右|上下)")
_AFTER: Final = 14
# No clause lists more numbers after 分别.
_MOST: Final = 30


@dataclass(frozen=True, slots=True)
class Scene:
    """One paragraph: its clean text, its dates, what the document is about, and whether it looks ahead."""

    paragraph: Paragraph
    clean: Clean
    dates: tuple[Date, ...]
    year: int | None
    ahead: bool

    @property
    def text(self) -> str:
        """Return the clean text."""
        return self.clean.text

    def sentence(self, start: int, end: int) -> str:
        """Return the sentence around a stretch."""
        return self.text[sentence_start(self.text, start) : sentence_end(self.text, end)]

    def fragment(self, around: Clause) -> str:
        """Return a clause as it was written."""
        return self.clean.original(around.start, around.end).strip()

    def date(self, start: int) -> str:
        """Return the last date of the sentence before a spot."""
        begin = sentence_start(self.text, start)
        return next((date.value for date in reversed(self.between(begin, start)) if date.value), "")

    def between(self, start: int, end: int) -> tuple[Date, ...]:
        """Return the dates that begin in a stretch."""
        first = bisect_left(self.dates, start, key=_start)
        return self.dates[first : bisect_left(self.dates, end, key=_start)]

    def place(self, start: int, end: int) -> Place:
        """Return where a stretch stood."""
        first, last = self.clean.spots[start], self.clean.spots[end - 1]
        place = self.paragraph.place
        return Place(place.file, place.line, first + 1, last - first + 1, self.paragraph.text, place.sheet)

    def undated(self, start: int, end: int) -> str:
        """Return a stretch without its dates."""
        parts, spot = [], start
        for date in self.between(start, end):
            before = self.text[spot : date.start]
            parts.append(before[:-1] if not date.value and before.endswith(COMPARED) else before)
            spot = max(spot, min(date.end, end))
        return "".join((*parts, self.text[spot:end]))


@dataclass(frozen=True, slots=True)
class Seen:
    """A quantity that counts, in its clause; `left` and `right` reach to the quantities before and after it.

    `joined` says that the one before stands in the same clause; `group` names, for the first of several numbers that
    follow 分别, how many they are. `said` is the left with its dates. `base` is what an earlier number said it is held against.
    """

    quantity: Quantity
    around: Clause
    left: str
    right: str
    said: str
    sentence: int
    joined: bool
    group: int = 1
    base: str = ""


def _start(date: Date) -> int:
    return date.start


def scene(paragraph: Paragraph, year: int | None, *, ahead: bool) -> Scene:
    """Return a paragraph ready to be read."""
    shaped = clean(paragraph.text)
    return Scene(paragraph, shaped, tuple(dates(shaped.text, year)), year, ahead)


def numbers(scene: Scene) -> list[Quantity]:
    """Return the quantities of a paragraph that count something, money named as money."""
    text = scene.text
    masks = Masks([*masked(text), *((date.start, date.end) for date in scene.dates)])
    kept: list[Quantity] = []
    for quantity in quantities(text, masks, scene.year):
        around = clause(text, quantity.start, quantity.end)
        joined = bool(kept) and kept[-1].end > around.start
        money = with_money(quantity, around.left)
        if money is not None and counts(money, around.left, text[quantity.end : quantity.end + _AFTER], joined=joined):
            kept.append(money)
    return kept


def seen(scene: Scene, kept: Sequence[Quantity]) -> Iterator[Seen]:
    """Yield quantities with the words around them; one that is only another's base goes into that one."""
    base, words, end = "", "", 0
    for spot, quantity in enumerate(kept):
        around = clause(scene.text, quantity.start, quantity.end)
        joined = end > around.start
        left = words + _aside(scene.undated(end if joined else around.start, quantity.start))
        follower = next((one for one in kept[spot + 1 : spot + 2] if one.start < around.end), None)
        right = around.right if follower is None else scene.text[quantity.end : follower.start]
        if follower is not None and _is_base(quantity, left, right):
            base, words, end = _base(scene, around, quantity), _FROM.sub("", left), quantity.end
            continue
        group = _group(scene.text, kept[spot : spot + _MOST]) if "分别" in left else 1
        said = scene.text[end if joined else around.start : quantity.start]
        end = quantity.end
        yield Seen(quantity, around, left, right, said, sentence_start(scene.text, quantity.start), joined, group, base)
        base = words = ""


def _base(scene: Scene, around: Clause, quantity: Quantity) -> str:
    """Return a number with what makes it a base: 由2015年的18.4%, 1至30人."""
    before = _FROM.search(scene.text[around.start : quantity.start])
    return (before[0] if before else "") + scene.text[quantity.start : quantity.end]


def _aside(text: str) -> str:
    """Return words without what stands in brackets, and without a bracket that is cut."""
    text = re.sub(r"[(（〔\[][^()（）〔〕\[\]]*[)）〕\]]", "", text)
    return _REST.sub("", text.rpartition("(")[2].rpartition(")")[2])


def _is_base(quantity: Quantity, left: str, right: str) -> bool:
    """Return whether a number is only what the next is held against: 从65%提高到…, 1至30人的按3倍…."""
    if quantity.upper is not None and right.startswith("的"):
        return True
    return bool(_FROM.search(left) and _TO.match(right))


def _group(text: str, following: Sequence[Quantity]) -> int:
    """Return how many numbers follow each other with nothing but 、 or 和 between them."""
    count = 1
    for one, other in pairwise(following):
        between = re.sub("^(?:以上|以下|以内|左右)", "", text[one.end : other.start])
        if not _JOINED.match(between):
            break
        count += 1
    return count

"""The county's own texts, each with the item it is about, and figures as they stand in a sentence."""

import re
from collections.abc import Iterator
from fractions import Fraction

from evalcli.check.precision import Range
from evalcli.formula.facts import field_of_growth
from evalcli.language import _
from evalcli.model.filled import Figure, Filled, Paragraph
from evalcli.model.frozen import dataclass
from evalcli.model.mention import Mention, split, understood
from evalcli.model.pack import Pack
from evalcli.model.place import Place
from evalcli.model.printing import printed
from evalcli.model.units import SCALES

# One character for one, so that what is found stands at the same spot in what was typed.
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．％：∶", "0123456789.%::")
# What is longer is no sentence that anybody reads out.
_LONGEST = 600
_SENTENCE = re.compile(r"[^。；;！？\n]+")
# A figure that came from a field says what the field says.
_MENTIONED = "□"
# Bounded on all sides, like the sentences below, so that no text can make the patterns built on it run away.
NUMBER = r"[0-9]{1,15}(?:,[0-9]{3}){0,5}(?:\.[0-9]{1,9})?"
SCALE = "(?:万亿|亿|百万|千万|万|千)?"
# What says that a number is not exact, before and after it.
_HEDGED = Fraction(1, 20)
_MORE = ("逾", "超过", "超", "余", "多", "以上")
_LESS = ("近", "不足", "不到", "以下", "以内")
_ABOUT = ("约", "左右", "大约")


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph: `at` names the item (or 基本情况) that it is about, `plan` says that it tells what will be."""

    at: str
    where: str
    paragraph: Paragraph
    office: str = ""
    plan: bool = False

    def place(self, phrase: str) -> Place:
        """Return where a phrase stands."""
        return self.paragraph.place.at(phrase)


def passages(pack: Pack, filled: Filled) -> Iterator[Passage]:
    """Yield every text of the county, in the order of the report."""
    offices = {indicator.id: "、".join(indicator.offices) for indicator in pack.indicators}
    for paragraph in filled.overview:
        yield Passage("overview", _("基本情况"), paragraph)
    for item, paragraphs in filled.text.items():
        where = _("{item} 的做法").format(item=item)
        yield from (Passage(item, where, paragraph, offices.get(item, "")) for paragraph in paragraphs)
    for number, problem in enumerate(filled.problems, 1):
        place, office = problem.place or Place(""), problem.office or offices.get(problem.item, "")
        said = Paragraph("", problem.say, place)
        yield Passage(problem.item, _("第 {number} 个问题").format(number=number), said, office)
        where = _("第 {number} 个问题的打算").format(number=number)
        yield from (Passage(problem.item, where, paragraph, office, plan=True) for paragraph in problem.plan)


def typed(passage: Passage) -> Iterator[str]:
    """Yield the sentences as they were typed; what a field says is one sign, since nobody typed it."""
    parts = split(passage.paragraph.say)
    yield from _sentences("".join(_MENTIONED if isinstance(part, Mention) else part for part in parts))


def told(pack: Pack, filled: Filled, passage: Passage) -> Iterator[str]:
    """Yield the sentences as they will be read, with the figures of the fields in them."""
    parts = split(passage.paragraph.say)
    yield from _sentences(
        "".join(_printed(pack, filled, part) if isinstance(part, Mention) else part for part in parts)
    )


def _sentences(text: str) -> Iterator[str]:
    found = (match[0].strip() for match in _SENTENCE.finditer(text.translate(_HALF_WIDTH)))
    yield from (sentence for sentence in found if len(sentence) <= _LONGEST)


def _printed(pack: Pack, filled: Filled, mention: Mention) -> str:
    figured = understood(pack, mention)
    if figured is None:
        return _MENTIONED
    figure = filled.figures.get((figured.field.id, figured.member), Figure())
    value = figure.growth if figured.growth else figure.years.get(filled.year)
    field = field_of_growth(figured.field) if figured.growth else figured.field
    return printed(value, field) if value else _MENTIONED


def exact(number: str, scale: str = "") -> Fraction:
    """Return a number as it stands in a text."""
    return Fraction(number.replace(",", "")) * SCALES[scale]


def within(number: str, scale: str = "", hedge: str = "") -> Range:
    """Return which numbers may be written so: 8.4亿 is anything that rounds to it, 95%以上 whatever is not less."""
    middle = exact(number, scale)
    half = Fraction(1, 2 * 10 ** len(number.partition(".")[2])) * SCALES[scale]
    if any(word in hedge for word in _ABOUT):
        return middle * (1 - _HEDGED), middle * (1 + _HEDGED)
    low = Fraction(0) if any(word in hedge for word in _LESS) else middle - half
    # No upper end: what is more than 300 may be any number.
    high = middle * 10**6 if any(word in hedge for word in _MORE) else middle + half
    return low, high

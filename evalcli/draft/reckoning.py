"""What phrases reckon: differences, gaps to a standard, what is left of a whole, and which of several wordings is used.

Every number that comes out carries the formula that it came from as its claim, so that it can be redone and audited.
"""

from collections.abc import Iterable
from fractions import Fraction
from zlib import crc32

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from evalcli.draft.escape import NOTHING, Written, claimed, escaped
from evalcli.draft.figures import FigureView
from evalcli.draft.filters import name
from evalcli.draft.writing import about, absent, printed
from evalcli.language import _
from evalcli.model.numbers import Number, plain
from evalcli.model.printing import places

_SHARES = ("%", "百分点")


def increase(view: FigureView) -> Markup:
    """Return by how much a figure differs from last year, without a sign: 109万元; of two rates 个百分点, never %."""
    if view.number is None or view.last.number is None:
        return _lacking((view, view.last))
    claim = f"={view.claim} - last({view.claim})"
    return claimed(_amount(abs(view.number - view.last.number), view, (view, view.last)), claim)


def gap(view: FigureView, limit: FigureView | Number) -> Markup:
    """Return how far a figure is from a standard, without a sign: a figure of the same unit, or a number in its unit."""
    number = _limit(view, limit)
    if view.number is None or number is None:
        return _lacking((view, limit))
    named = limit.claim if isinstance(limit, FigureView) else plain(number)
    return claimed(_amount(abs(view.number - number), view, (view, limit)), f"=abs({view.claim} - {named})")


def above(view: FigureView, limit: FigureView | Number) -> bool:
    """Return whether a figure is more than a standard."""
    return _against(view, limit) > 0


def below(view: FigureView, limit: FigureView | Number) -> bool:
    """Return whether a figure is less than a standard."""
    return _against(view, limit) < 0


def risen(view: FigureView) -> bool:
    """Return whether a figure is more than last year."""
    return (view.growth.number or 0) > 0


def fallen(view: FigureView) -> bool:
    """Return whether a figure is less than last year."""
    return (view.growth.number or 0) < 0


def compared(view: FigureView) -> bool:
    """Return whether it is known how a figure differs from last year."""
    return view.growth.number is not None


def grew_by(view: FigureView) -> Markup:
    """Return by how many % a figure grew or fell, without a sign: the word before it says which."""
    growth = view.growth
    if growth.number is None:
        return absent(growth.label, growth.claim)
    return claimed(growth.text.replace("-", "", 1), growth.claim)


def each(figures: FigureView | Iterable[FigureView]) -> list[FigureView]:
    """Return figures one by one: of a figure that has members those that are filled in."""
    found = [figures] if isinstance(figures, FigureView) else list(figures)
    return [one for view in found for one in (list(view) if view.members else [view])]


def some(parts: Iterable[tuple[FigureView, str]]) -> list[tuple[FigureView, str]]:
    """Return the parts of which there are any, or that are not filled in: 0所已经投用 is no sentence."""
    return [part for part in parts if part[0].number != 0]


def named(view: FigureView) -> str:
    """Return what a figure is called in a sentence: the member where it is one, else its label."""
    return name(view) if view.member else view.label


def in_unit(limit: FigureView | Number, view: FigureView) -> Markup:
    """Return a standard as a sentence says it: 85%; a figure as it prints itself."""
    return printed(limit) if isinstance(limit, FigureView) else Written(escaped(plain(limit) + view.field.unit))


def rest(whole: FigureView, parts: Iterable[FigureView]) -> Markup:
    """Return what parts leave of a whole: 1所. Parts that come to more than the whole are a fault, not a sentence."""
    found = list(parts)
    if any(view.number is None for view in (whole, *found)):
        return _lacking((whole, *found))
    left = left_over(whole, found)
    if left < 0:
        message = _("“{whole}”的各部分合计比它多 {more}{unit}")
        raise ValueError(message.format(whole=whole.label, more=plain(-left), unit=whole.field.unit))
    claim = "=" + " - ".join(view.claim for view in (whole, *found))
    return claimed(_amount(left, whole, (whole, *found)), claim)


def left_over(whole: FigureView, parts: Iterable[FigureView]) -> Fraction:
    """Return what parts leave of a whole: less than nothing where a county's figures contradict one another, which `check` tells."""
    found = list(parts)
    for view in found:
        _same_unit(whole, view)
    return (whole.number or Fraction(0)) - sum((view.number or Fraction(0) for view in found), Fraction(0))


@pass_context  # or Jinja would choose once for all items, when it compiles the template
def varied(_context: Context, options: Iterable[object], seed: str = "") -> object:
    """Return one of several wordings, always the same for an item and seed: a report does not change between runs."""
    found = list(options)
    return found[crc32(f"{about()} {seed}".encode()) % len(found)]


def _against(view: FigureView, limit: FigureView | Number) -> Fraction:
    number = _limit(view, limit)
    return Fraction(0) if view.number is None or number is None else view.number - number


def _limit(view: FigureView, limit: FigureView | Number) -> Fraction | None:
    if not isinstance(limit, FigureView):
        return Fraction(limit)
    _same_unit(view, limit)
    return limit.number


def _same_unit(view: FigureView, other: FigureView) -> None:
    if view.field.unit != other.field.unit:
        message = _("“{one}”的单位是“{unit}”，“{other}”的是“{others}”，不能相减")
        raise ValueError(
            message.format(one=view.label, unit=view.field.unit, other=other.label, others=other.field.unit)
        )


def _amount(number: Fraction, view: FigureView, among: Iterable[object]) -> str:
    """Return a difference with as many places as the most exact of the figures that it lies between; 约 where one is an estimate."""
    values = [(one.value, one.field) for one in among if isinstance(one, FigureView) and one.value]
    decimals = max((places(value, field) for value, field in values), default=0)
    about = "约" if any(value.approx for value, _field in values) else ""
    if view.field.unit in _SHARES:
        return f"{about}{plain(number, max(decimals, 1))}个百分点"
    return f"{about}{plain(number, decimals)}{view.field.unit}"


def _lacking(views: Iterable[object]) -> Markup:
    marks = [absent(one.label, one.claim) for one in views if isinstance(one, FigureView) and one.number is None]
    return NOTHING.join(marks) if marks else Written("")


FILTERS = {
    "increase": increase, "grew_by": grew_by, "gap": gap, "rest": rest, "left_over": left_over, "varied": varied,
    "each": each, "named": named, "in_unit": in_unit, "some": some,
}  # fmt: skip
TESTS = {"above": above, "below": below, "risen": risen, "fallen": fallen, "compared": compared}

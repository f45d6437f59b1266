"""Two years of one field: a slip by a power of ten, a jump beyond the limit, or the very same value twice."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from evalcli.check import precision
from evalcli.check.subjects import called, of_figure
from evalcli.language import _
from evalcli.model.filled import Filled, Value
from evalcli.model.notice import Level, Notice
from evalcli.model.numbers import plain
from evalcli.model.pack import Field, Pack
from evalcli.model.printing import printed

# A county hardly ever has ten times the schools, money or pupils of the year before, nor nearly so.
_NEAR_TEN = Fraction(3, 10)
# A few cases or items may well become many: counts below this are not compared by ratio.
_FEW = 30
# Fewer digits than this are often equal by chance.
_DIGITS = 4
_POINTS = "百分点"


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield what looks wrong about this year's value beside last year's, where both are given."""
    for (name, member), figure in filled.figures.items():
        this, last = figure.years.get(filled.year), figure.years.get(filled.year - 1)
        if this is not None and last is not None:
            yield from _beside(pack, pack.fields[name], member, this, last)


def _beside(pack: Pack, field: Field, member: str, this: Value, last: Value) -> Iterator[Notice]:
    if this.number is None or last.number is None or field.unit == "年":
        return
    now, before = Fraction(this.number), Fraction(last.number)
    if _same(this, last):
        yield _told("figure.same-years", field, member, (this, last), _("本年和上年都是 {this}，像是抄了上年的数"), "")
    elif field.unit != "%" and _few(this, last):
        return
    elif factor := precision.slip(now, before, _NEAR_TEN):
        message = _("本年 {this}，上年 {last}，像是差了 {factor} 倍").replace("{factor}", str(factor))
        yield _told("figure.slip", field, member, (this, last), message, _("核对单位和小数点。"))
    elif change := _beyond(field.jump or ("" if field.unit == "%" else pack.jump), now, before):
        message = _("本年 {this}，上年 {last}，变动{change}").replace("{change}", change)
        yield _told("figure.jump", field, member, (this, last), message, _("确有其事的，请说明原因；填错的请更正。"))


def _same(this: Value, last: Value) -> bool:
    if not isinstance(this.number, Decimal) or this.number != last.number or this.approx or last.approx:
        return False
    return digits(this.number) >= _DIGITS


def digits(number: Decimal) -> int:
    """Return how many digits a number has that mean something: 12300 has three."""
    return len(str(abs(number)).replace(".", "").strip("0"))


def _few(this: Value, last: Value) -> bool:
    """Return whether both are small whole numbers."""
    numbers = (Fraction(this.number or 0), Fraction(last.number or 0))
    return all(number.denominator == 1 and abs(number) < _FEW for number in numbers)


def _beyond(limit: str, now: Fraction, before: Fraction) -> str:
    """Return the change in words where it is beyond the limit, else nothing."""
    if not limit or (before == 0 and not limit.endswith(_POINTS)):
        return ""
    change = now - before if limit.endswith(_POINTS) else (now - before) / abs(before) * 100
    unit = _POINTS if limit.endswith(_POINTS) else "%"
    if abs(change) <= Fraction(limit.removesuffix(unit)):
        return ""
    sign = "+" if change > 0 else ""
    return _(" {change}{unit}，超过 {limit}").format(change=f"{sign}{plain(change, 1)}", unit=unit, limit=limit)


def _told(code: str, field: Field, member: str, values: tuple[Value, Value], message: str, advice: str) -> Notice:
    this, last = values
    said = message.format(this=printed(this, field), last=printed(last, field))
    return Notice(
        code,
        Level.DOUBT,
        called(field, member) + said,
        advice or _("核对两年的原始台账。"),
        this.place,
        of_figure(field, member, this, last),
    )

"""A stated value against the formula that its field `is`: ratios, shares and sums are reckoned anew, at the places typed."""

from collections.abc import Iterator
from fractions import Fraction

from evalcli.check import precision
from evalcli.check.reach import Asked, OfMember, reach
from evalcli.check.subjects import of_figure
from evalcli.formula.evaluate import evaluate
from evalcli.formula.facts import CountyFacts
from evalcli.formula.parse import FormulaFault, parse
from evalcli.language import _
from evalcli.model.facts import Missing, Quantity
from evalcli.model.filled import Filled, Value
from evalcli.model.notice import Level, Notice
from evalcli.model.numbers import telling
from evalcli.model.pack import Field, Pack

# So near a power of ten that the digits are the same.
_SAME_DIGITS = Fraction(1, 50)


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield a notice for every stated value that its own formula does not give."""
    facts = CountyFacts(pack, filled)
    for (name, member), figure in filled.figures.items():
        entry, value = pack.fields[name], figure.years.get(filled.year)
        if entry.equals and value is not None and value.number is not None:
            try:
                yield from _compared(facts, entry, member, value)
            except FormulaFault as fault:
                message = _("{label}的公式 {text} 算不下去：{why}")
                message = message.format(label=entry.label, text=entry.equals, why=fault)
                yield Notice("figure.formula", Level.DOUBT, message, _("请指标包作者核对公式和单位。"), entry.place)


def _compared(facts: CountyFacts, entry: Field, member: str, value: Value) -> Iterator[Notice]:
    formula = parse(entry.equals)
    of_member = OfMember(facts, entry.by, member)
    found = evaluate(formula, of_member)
    if isinstance(found, Missing):
        return
    reckoned = reach(entry.equals, of_member, found.number)
    if not precision.apart(precision.stated(value), reckoned):
        return
    yield _differs(entry, member, value, found, tuple(_values(facts, of_member.asked)))


def _values(facts: CountyFacts, asked: dict[Asked, None]) -> Iterator[Value]:
    found = (OfMember(facts, "", "").value(one) for one in asked)
    yield from (value for value in found if value is not None)


def _differs(entry: Field, member: str, value: Value, found: Quantity, others: tuple[Value, ...]) -> Notice:
    label = f"{entry.label}（{member}）" if member else entry.label
    number = Fraction(value.number or 0)
    places = entry.decimals if entry.decimals is not None else max(2, found.decimals)
    unit = ":1" if entry.unit == "比" else entry.unit
    message = _("{label}填报{stated}，按 {how} 复算是 {found}{unit}").format(
        label=label,
        stated=value.raw.strip(),
        how=found.step.how or found.step.shown,
        found=telling(found.number, places, number),
        unit=unit,
    )
    factor = precision.slip(number, found.number, _SAME_DIGITS)
    advice = (
        _("像是差了 {factor} 倍：核对单位和小数点。").format(factor=factor)
        if factor
        else _("核对各数和口径；口径与公式不同的，请说明。")
    )
    about = of_figure(entry, member, value, *others)
    return Notice("figure.recomputed", Level.DOUBT, message, advice, value.place, about)

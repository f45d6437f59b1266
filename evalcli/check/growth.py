"""Stated growth against growth recomputed from both years."""

from collections.abc import Iterator
from fractions import Fraction

from evalcli.check import precision
from evalcli.check.subjects import called, of_figure
from evalcli.formula.facts import field_of_growth
from evalcli.language import _
from evalcli.model.filled import Figure, Filled
from evalcli.model.notice import Level, Notice
from evalcli.model.numbers import fixed
from evalcli.model.pack import Field, Pack
from evalcli.model.printing import places


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield a notice where stated growth is wrong, and one hint a field where it cannot be checked."""
    unverifiable: dict[str, list[str]] = {}
    for (name, member), figure in filled.figures.items():
        if figure.growth is None:
            continue
        if filled.year not in figure.years or filled.year - 1 not in figure.years:
            unverifiable.setdefault(name, []).append(member)
        else:
            yield from _compared(pack.fields[name], member, figure, filled.year)
    for name, members in unverifiable.items():
        field = pack.fields[name]
        shown = f"（{'、'.join(members)}）" if any(members) else ""
        message = _("{label}{members}只填了增幅，没有上年值，增幅无法复算").format(label=field.label, members=shown)
        advice = _("请{office}补报 {year} 年的值。").format(office=field.office, year=filled.year - 1)
        stated = filled.figures[name, members[0]].growth
        about = of_figure(field, "", stated)
        yield Notice("growth.unverifiable", Level.HINT, message, advice, stated.place if stated else None, about)


def _compared(field: Field, member: str, figure: Figure, year: int) -> Iterator[Notice]:
    stated, this, last = figure.growth, figure.years[year], figure.years[year - 1]
    if stated is None or stated.number is None or this.number is None or not last.number:
        return
    grown = _grown(Fraction(this.number), Fraction(last.number))
    ends = [_grown(now, then) for now in precision.operand(this) for then in precision.operand(last) if then]
    if not precision.apart(precision.stated(stated), (min(ends), max(ends))):
        return
    message = _("{label}填报增幅 {stated}，按两年的值复算是 {grown}%").format(
        label=called(field, member), stated=stated.raw, grown=fixed(grown, places(stated, field_of_growth(field)))
    )
    advice = _("核对两年的值和增幅；以复算的为准。")
    about = of_figure(field, member, stated, this, last)
    yield Notice("growth.differs", Level.DOUBT, message, advice, stated.place, about)


def _grown(now: Fraction, then: Fraction) -> Fraction:
    return (now - then) / abs(then) * 100

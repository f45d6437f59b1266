"""Last year's values from last year's self-evaluation, for fields of which two years are asked."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from evalcli.fill import convert
from evalcli.fill.entry import Key
from evalcli.language import _
from evalcli.model.filled import Figure, Filled, Value
from evalcli.model.frozen import dataclass, field, replace
from evalcli.model.notice import Level, Notice
from evalcli.model.numbers import rounded
from evalcli.model.pack import Field, Pack
from evalcli.model.place import Place
from evalcli.model.units import split

# To so many places values are compared where the pack does not say how many count.
_USUAL_PLACES = 4


@dataclass(frozen=True, slots=True)
class Before:
    """What was filled in a year before: the values of that year, the fields that they belong to, and what it was read from."""

    name: str
    year: int
    values: Mapping[Key, Value]
    names: Mapping[str, str]
    inputs: Mapping[str, str] = field(default_factory=dict)


def from_county(name: str, pack: Pack, filled: Filled) -> Before:
    """Return what a county filled in a year before, with places as seen from this year's folder."""
    values = {
        key: replace(value, place=replace(value.place, file=f"{name}/{value.place.file}"))
        for key, figure in filled.figures.items()
        if (value := figure.years.get(filled.year))
    }
    inputs = {f"{name}/{file}": sha256 for file, sha256 in filled.inputs.items()}
    return Before(name, filled.year, values, {one.label: one.id for one in pack.fields.values()}, inputs)


def from_result(name: str, sha256: str, kept: Mapping[str, Any]) -> Before:
    """Return the values that a kept result holds; one that was written before results held them has none."""
    values: dict[Key, Value] = {}
    names: dict[str, str] = {}
    for row in kept.get("figures", ()):
        names[row["label"]] = row["field"]
        number = None if row["value"] is None else Fraction(row["value"])
        value = Value(row["typed"], number, row["unit"], Place(name), row["approx"], row["text"])
        values[row["field"], row["member"]] = value
    return Before(name, int(kept["period"]["year"]), values, names, {name: sha256})


def with_last_year(pack: Pack, filled: Filled, before: Before, asked: Place) -> tuple[Filled, tuple[Notice, ...]]:
    """Return a county's figures with last year's values where it gives none, and what differs from those that it gives."""
    if before.year != filled.year - 1:
        message = _("previous 指的自评是 {have} 年度的，这次要 {want} 年度的，没有采用")
        message = message.format(have=before.year, want=filled.year - 1)
        return filled, (
            Notice("data.previous", Level.MUST, message, _("改成上一年的文件夹，或删去 previous。"), asked),
        )
    figures = dict(filled.figures)
    notices: list[Notice] = []
    for key, figure in filled.figures.items():
        last = _last(pack.fields[key[0]], key[1], before)
        stated = figure.years.get(before.year)
        if last is None or pack.fields[key[0]].years == 1 or filled.year not in figure.years:
            continue
        if stated is None:
            figures[key] = Figure({**figure.years, before.year: last}, figure.growth)
        else:
            notices += _differs(pack.fields[key[0]], key[1], stated, last)
    return replace(filled, figures=figures, inputs={**filled.inputs, **before.inputs}), tuple(notices)


def _last(wanted: Field, member: str, before: Before) -> Value | None:
    """Return last year's value in this year's unit, found by the field's id, else by a name that it had or has."""
    ids = (wanted.id, before.names.get(wanted.label, ""), *wanted.aliases)
    ids += tuple(before.names.get(alias, "") for alias in wanted.aliases)
    found = next((before.values[name, member] for name in ids if (name, member) in before.values), None)
    if found is None or found.number is None or found.unit == wanted.unit:
        return found
    have, want = split(found.unit), split(wanted.unit)
    if not convert.alike(have[1], want[1]):
        return None
    factor = Fraction(have[0], want[0])
    return replace(found, number=Fraction(found.number) * factor, unit=wanted.unit, factor=found.factor * factor)


def _differs(field: Field, member: str, stated: Value, last: Value) -> Iterator[Notice]:
    if stated.number is None or last.number is None or _alike(field, stated, last):
        return
    label = f"{field.label}（{member}）" if member else field.label
    message = _("{label}：上年值填的是 {stated}，去年自评时是 {last}（{place}）")
    message = message.format(label=label, stated=stated.raw, last=last.raw, place=last.place)
    advice = _("请{office}说明：是决算调整，还是填错了。").format(office=field.office or _("责任单位"))
    yield Notice("figure.last-year", Level.DOUBT, message, advice, stated.place)


def _alike(field: Field, stated: Value, last: Value) -> bool:
    places = _USUAL_PLACES if field.decimals is None else field.decimals
    return rounded(Fraction(stated.number or 0), places) == rounded(Fraction(last.number or 0), places)

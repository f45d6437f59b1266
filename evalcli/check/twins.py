"""The same many-digit value in two fields that have nothing to do with each other: one is probably copied."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from evalcli.check.subjects import called, of_figure
from evalcli.check.years import digits
from evalcli.formula.parse import parse
from evalcli.language import _
from evalcli.model.filled import Filled, Value
from evalcli.model.frozen import replace
from evalcli.model.notice import Level, Notice
from evalcli.model.pack import KeyPoint, Pack
from evalcli.rules import rule

# Years are few, and so are shares: of some thirty with two places each, two are often equal.
_CROWDED = ("年", "%")
# Fewer digits than this are often equal by chance.
_DIGITS = 4
Key = tuple[str, str]


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield a notice for every pair of unrelated fields with one exact value."""
    related = _related(pack)
    alike: dict[tuple[object, str], list[tuple[Key, Value]]] = {}
    for key, figure in filled.figures.items():
        value = figure.years.get(filled.year) if pack.fields[key[0]].unit not in _CROWDED else None
        if value and isinstance(value.number, Decimal) and not value.approx and digits(value.number) >= _DIGITS:
            alike.setdefault((value.number, value.unit), []).append((key, value))
    for group in alike.values():
        for (one, first), (other, second) in combinations(group, 2):
            if frozenset((one[0], other[0])) not in related or one[0] == other[0]:
                yield _twin(pack, one, first, other, second)


def _related(pack: Pack) -> set[frozenset[str]]:
    """Return the pairs of fields that a rule, a relation or a target already compares: those may well be equal."""
    groups = [_names(point) for indicator in pack.indicators for point in indicator.key_points]
    groups += [parse(relation.holds).names for relation in pack.relations]
    groups += [frozenset((field.id, field.target_for)) for field in pack.fields.values() if field.target_for]
    groups += [parse(field.equals).names | {field.id} for field in pack.fields.values() if field.equals]
    return {frozenset(pair) for group in groups for pair in combinations(sorted(group), 2)}


def _names(point: KeyPoint) -> frozenset[str]:
    formulas = [str(text) for text in rule(point.rule).fields(point.parameters)] + (
        [point.value] if point.value else []
    )
    return frozenset(name for text in formulas for name in parse(text).names)


def _twin(pack: Pack, one: Key, first: Value, other: Key, second: Value) -> Notice:
    message = _("{one}和{other}都是 {raw}，像是抄了同一个数（另一处：{place}）").format(
        one=called(pack.fields[one[0]], one[1]),
        other=called(pack.fields[other[0]], other[1]),
        raw=first.raw,
        place=first.place,
    )
    about = of_figure(pack.fields[other[0]], other[1], second, first)
    about = replace(about, values=(*about.values, ".".join(one)))
    return Notice("figure.twin", Level.DOUBT, message, _("核对两项的原始台账。"), second.place, about)

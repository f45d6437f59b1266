"""A target that lies on the wrong side of what is already reached, or whose present value nobody gives."""

from collections.abc import Iterator

from evalcli.check.subjects import called, of_figure
from evalcli.formula.parse import parse
from evalcli.language import _
from evalcli.model.filled import Filled, Value
from evalcli.model.notice import Level, Notice
from evalcli.model.pack import Field, Pack
from evalcli.model.printing import printed
from evalcli.rules import rule

_ALL = 100
# Rules that ask for less.
_LESS = ("at_most", "only_down", "none_of", "deduct_per_case")


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield a notice for every target that the present value has passed, and a hint where there is none to compare."""
    downwards = better_lower(pack)
    for field in (one for one in pack.fields.values() if one.target_for):
        base = pack.fields[field.target_for]
        for member in pack.dimensions.get(field.by, ("",)):
            target, present = _value(filled, field.id, member), _value(filled, base.id, member if base.by else "")
            if target is None or target.number is None:
                continue
            if present is None or present.number is None:
                yield _nothing(field, member, target, base)
            elif base.id in downwards:
                if target.number > present.number:
                    yield _above(field, member, target, base, present)
            elif target.number < present.number and not _full(field, target):
                yield _below(field, member, target, base, present)


def better_lower(pack: Pack) -> set[str]:
    """Return the fields of which less is better: the pack says so, or one of its rules asks for less."""
    found = {field.id for field in pack.fields.values() if field.better == "lower"}
    for point in (point for indicator in pack.indicators for point in indicator.key_points):
        if point.rule in _LESS:
            texts = [point.value] if point.value else [str(text) for text in rule(point.rule).fields(point.parameters)]
            found |= {text for text in texts if parse(text).names == {text}}
    return found - {field.id for field in pack.fields.values() if field.better == "higher"}


def _full(field: Field, target: Value) -> bool:
    """Return whether a target asks for all there is: nobody can aim higher, though a gross rate may lie above."""
    return field.unit == "%" and target.number is not None and target.number >= _ALL


def _value(filled: Filled, field: str, member: str) -> Value | None:
    figure = filled.figures.get((field, member))
    return figure.years.get(filled.year) if figure else None


def _nothing(field: Field, member: str, target: Value, base: Field) -> Notice:
    message = _("{label}为{target}，但没有填报现状（{base}），无法看出差距")
    message = message.format(label=called(field, member), target=printed(target, field), base=base.label)
    advice = _("请{office}补报{base}。").format(office=base.office, base=base.label)
    return Notice("target.no-present", Level.HINT, message, advice, target.place, of_figure(field, member, target))


def _below(field: Field, member: str, target: Value, base: Field, present: Value) -> Notice:
    message = _("{label}为{target}，低于现状 {present}（{base}，{place}）").format(
        label=called(field, member),
        target=printed(target, field),
        present=printed(present, base),
        base=base.label,
        place=present.place,
    )
    advice = _("核对两个数的口径和年份；目标不应低于现状。")
    about = of_figure(field, member, target, present)
    return Notice("target.below-present", Level.DOUBT, message, advice, target.place, about)


def _above(field: Field, member: str, target: Value, base: Field, present: Value) -> Notice:
    message = _("{label}为{target}，高于现状 {present}（{base}，{place}），而这一项越低越好").format(
        label=called(field, member),
        target=printed(target, field),
        present=printed(present, base),
        base=base.label,
        place=present.place,
    )
    advice = _("核对两个数的口径和年份；目标不应高于现状。")
    about = of_figure(field, member, target, present)
    return Notice("target.above-present", Level.DOUBT, message, advice, target.place, about)

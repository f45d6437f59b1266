"""A target that lies below what is already reached, or whose present value nobody gives."""

from collections.abc import Iterator

from evalcli.language import _
from evalcli.model.filled import Filled, Value
from evalcli.model.notice import Level, Notice
from evalcli.model.pack import Field, Pack
from evalcli.model.printing import printed


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield a notice for every target under the present value, and a hint where there is none to compare."""
    for field in pack.fields.values():
        target = _value(filled, field.id)
        if not field.target_for or target is None or target.number is None:
            continue
        present = _value(filled, field.target_for)
        base = pack.fields[field.target_for]
        if present is None or present.number is None:
            message = _("{label}为{target}，但没有填报现状（{base}），无法看出差距")
            message = message.format(label=field.label, target=printed(target, field), base=base.label)
            advice = _("请{office}补报{base}。").format(office=base.office, base=base.label)
            yield Notice("target.no-present", Level.HINT, message, advice, target.place)
        elif target.number < present.number:
            yield _below(field, target, base, present)


def _value(filled: Filled, field: str) -> Value | None:
    figure = filled.figures.get((field, ""))
    return figure.years.get(filled.year) if figure else None


def _below(field: Field, target: Value, base: Field, present: Value) -> Notice:
    message = _("{label}为{target}，低于现状 {present}（{base}，{place}）").format(
        label=field.label,
        target=printed(target, field),
        present=printed(present, base),
        base=base.label,
        place=present.place,
    )
    return Notice(
        "target.below-present", Level.DOUBT, message, _("核对两个数的口径和年份；目标不应低于现状。"), target.place
    )

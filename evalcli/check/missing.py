"""What the county still owes, field by field, with the office that has it."""

from collections.abc import Iterator

from evalcli.check.subjects import of_figure
from evalcli.formula.parse import parse
from evalcli.language import _, enumerated
from evalcli.model.filled import Figure, Filled
from evalcli.model.notice import Level, Notice
from evalcli.model.pack import TOTAL, Field, Pack
from evalcli.rules import rule


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield a hint for every field that a judgement needs and nobody filled in, or filled in for one year only."""
    have = {key[0] for key, figure in filled.figures.items() if filled.year in figure.years or figure.growth}
    for name, items in needed(pack).items():
        applying = [item for item in items if item not in filled.exemptions]
        if applying and name not in have:
            yield _owed(pack.fields[name], applying)
    for (name, member), figure in filled.figures.items():
        if (
            pack.fields[name].years > 1
            and filled.year in figure.years
            and not (figure.growth or filled.year - 1 in figure.years)
        ):
            yield _one_year(pack.fields[name], member, figure, filled.year)


def needed(pack: Pack) -> dict[str, list[str]]:
    """Return for every field that some rule, or a step to the grade, uses the items that need it."""
    wanted: dict[str, list[str]] = {}
    for indicator in pack.indicators:
        for point in indicator.key_points:
            for text in (*rule(point.rule).fields(point.parameters), *([point.value] if point.value else [])):
                for name in sorted(parse(str(text)).names):
                    items = wanted.setdefault(name, [])
                    items += [] if indicator.id in items else [indicator.id]
    for text, what in _on_the_way(pack):
        for name in sorted(parse(text).names - {TOTAL}):
            items = wanted.setdefault(name, [])
            items += [] if what in items else [what]
    asked = [field for field in pack.fields.values() if field.required and field.item not in pack.dropped]
    return wanted | {field.id: [field.item] for field in asked if field.id not in wanted}


def _on_the_way(pack: Pack) -> Iterator[tuple[str, str]]:
    """Yield the formulas between items and grade, each with the step that asks for it."""
    how = pack.outcome
    yield from ((veto.when, _("一票否决")) for veto in pack.vetoes)
    yield from ((one.value, _("加分事项")) for one in how.bonus)
    steps = (
        (how.eligible, _("申报条件")),
        (how.stops, _("终止情形")),
        (how.requires, _("附加条件")),
        (how.caps, _("封顶情形")),
        (how.lowered, _("降等情形")),
    )
    yield from ((one.when, what) for conditions, what in steps for one in conditions if one.when)


def _owed(field: Field, items: list[str]) -> Notice:
    message = _("缺填报项“{label}”（{id}），涉及：{items}").format(
        label=field.label, id=field.id, items=enumerated(items)
    )
    return Notice(
        "data.missing",
        Level.HINT,
        message,
        _("请{office}填报。").format(office=field.office or _("责任单位")),
        about=of_figure(field, ""),
    )


def _one_year(field: Field, member: str, figure: Figure, year: int) -> Notice:
    label = f"{field.label}（{member}）" if member else field.label
    message = _("{label}只填了 {year} 年的值，没有 {last} 年的，无法比较").format(label=label, year=year, last=year - 1)
    advice = _("请{office}补报 {year} 年的值。").format(office=field.office or _("责任单位"), year=year - 1)
    this = figure.years[year]
    return Notice("data.one-year", Level.HINT, message, advice, this.place, of_figure(field, member, this))

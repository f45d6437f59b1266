"""What the county still owes, field by field, with the office that has it."""

from collections.abc import Iterator

from evalcli.formula.parse import parse
from evalcli.language import _
from evalcli.model.filled import Filled
from evalcli.model.notice import Level, Notice
from evalcli.model.pack import Field, Pack
from evalcli.rules import rule


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield a hint for every field that a judgement needs and nobody filled in."""
    have = {key[0] for key in filled.figures}
    for name, items in needed(pack).items():
        applying = [item for item in items if item not in filled.exemptions]
        if applying and name not in have:
            yield _owed(pack.fields[name], applying)


def needed(pack: Pack) -> dict[str, list[str]]:
    """Return for every field that some rule or veto uses the items that need it."""
    wanted: dict[str, list[str]] = {}
    for indicator in pack.indicators:
        for point in indicator.key_points:
            for text in (*rule(point.rule).fields(point.parameters), *([point.value] if point.value else [])):
                for name in sorted(parse(str(text)).names):
                    items = wanted.setdefault(name, [])
                    items += [] if indicator.id in items else [indicator.id]
    for veto in pack.vetoes:
        for name in sorted(parse(veto.when).names):
            wanted.setdefault(name, []).append(_("一票否决"))
    return wanted | {field.id: [field.item] for field in pack.fields.values() if field.required and field.id not in wanted}


def _owed(field: Field, items: list[str]) -> Notice:
    message = _("缺填报项“{label}”（{id}），涉及：{items}").format(label=field.label, id=field.id, items="、".join(items))
    return Notice("data.missing", Level.HINT, message, _("请{office}填报。").format(office=field.office or _("责任单位")))

"""What a county says in its ledger (台账) of the tasks of a pack: who answers for each, by when, and how far it is."""

from collections.abc import Iterator
from datetime import date

from evalcli.fill import convert
from evalcli.language import _
from evalcli.model.document import Mapping, Node, Scalar, texts
from evalcli.model.filled import Charge, Paragraph
from evalcli.model.frozen import replace
from evalcli.model.notice import Level, Notice
from evalcli.model.pack import Pack


def ledger(pack: Pack, entries: tuple[tuple[str, Node], ...]) -> tuple[dict[str, Charge], tuple[Notice, ...]]:
    """Return the entries of the ledger, and those that a county cannot make: more time than the document gives."""
    charges = {name: _charge(node) for name, node in entries if isinstance(node, Mapping)}
    if charges and pack.outcome.by != "completion":
        message = _("指标包 {id} 不按完成情况评，工作台账（ledger）用不上").format(id=pack.id)
        place = next(iter(charges.values())).place
        return {}, (Notice("ledger.unused", Level.MUST, message, _("删去这一段。"), place),)
    late = tuple(_late(pack, charges))
    named = {name for name, _notice in late}
    kept = {name: replace(charge, by=None) if name in named else charge for name, charge in charges.items()}
    return kept, tuple(notice for _name, notice in late)


def _charge(entry: Mapping) -> Charge:
    said = entry.get("progress")
    return Charge(
        offices=texts(entry.get("office")),
        by=convert.day(entry.text("by")),
        progress=Paragraph("", said.text.strip(), said.place) if isinstance(said, Scalar) else None,
        evidence=texts(entry.get("evidence")),
        because=entry.text("because").strip(),
        place=entry.place,
    )


def _late(pack: Pack, charges: dict[str, Charge]) -> Iterator[tuple[str, Notice]]:
    """Yield the entries whose day is later than that of the document."""
    dues = dict(_dues(pack))
    for name, charge in charges.items():
        due = dues.get(name)
        if charge.by and due and charge.by > due:
            message = _("台账里 {id} 的时限 {by} 晚于文件要求的 {due}，没有采用").format(id=name, by=charge.by, due=due)
            advice = _("本县的时限只能提前；文件要求变了，就改指标包的 due。")
            yield name, Notice("ledger.late", Level.MUST, message, advice, charge.place)


def _dues(pack: Pack) -> Iterator[tuple[str, date]]:
    """Yield the last day of every item and of every key point."""
    for indicator in pack.indicators:
        days = [(point.id, point.due) for point in indicator.key_points if point.due]
        yield from days
        if days:
            yield indicator.id, max(due for _id, due in days)

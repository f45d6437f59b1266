"""`tables.yaml` of a pack → what it says about school tables and the measures that every school has."""

from collections.abc import Mapping as Dict
from decimal import Decimal
from fractions import Fraction

from evalcli.model.document import Document, Mapping, Node, Scalar, mapping, texts
from evalcli.model.frozen import replace
from evalcli.model.pack import Field, LeaveOut, Measure, TableSpec
from evalcli.packs.fields import field


def tables(document: Document | None) -> Dict[str, TableSpec]:
    """Return the tables that a pack declares, by id."""
    if document is None or not isinstance(document.root, Mapping):
        return {}
    return {key.text: _table(key, node) for key, node in document.root.pairs("tables") if isinstance(node, Mapping)}


def measures(document: Document | None) -> Dict[str, Measure]:
    """Return the measures of schools that a pack declares, by id."""
    if document is None or not isinstance(document.root, Mapping):
        return {}
    return {key.text: _measure(key, node) for key, node in document.root.pairs("measures") if isinstance(node, Mapping)}


def _table(key: Scalar, entry: Mapping) -> TableSpec:
    columns = {name.text: _column(name, node) for name, node in entry.pairs("columns") if isinstance(node, Mapping)}
    shared = frozenset(
        name.text for name, node in entry.pairs("columns") if isinstance(node, Mapping) and node.flag("shared")
    )
    return TableSpec(
        id=key.text,
        label=entry.text("label"),
        key=entry.text("key"),
        name=entry.text("name"),
        kind=entry.text("kind"),
        weight=entry.text("weight"),
        columns=columns,
        shared=shared,
        stages={name.text: texts(node) for name, node in entry.pairs("stages")},
        split={name.text: _weights(node) for name, node in entry.pairs("split")},
        leave_out=tuple(_leave_out(node) for node in entry.items("leave_out")),
        office=entry.text("office"),
        place=key.place,
    )


def _column(key: Scalar, entry: Mapping) -> Field:
    # No school has fewer than none of anything, so a column that states no range starts at 0.
    column = field(key, entry)
    return column if column.low is not None else replace(column, low=Decimal(0))


def _weights(node: Node) -> Dict[str, Fraction]:
    if not isinstance(node, Mapping):
        return {}
    return {stage.text: Fraction(weight.text) for stage, weight in node.entries if isinstance(weight, Scalar)}


def _leave_out(node: Node) -> LeaveOut:
    entry = node if isinstance(node, Mapping) else mapping((), node.place)
    return LeaveOut(texts(entry.get("kinds")), entry.text("when"), entry.text("say"), node.place)


def _measure(key: Scalar, entry: Mapping) -> Measure:
    limits = {stage.text: Decimal(node.text) for stage, node in entry.pairs("at_least") if isinstance(node, Scalar)}
    return Measure(
        id=key.text,
        label=entry.text("label"),
        table=entry.text("table"),
        value=entry.text("value"),
        unit=entry.text("unit"),
        decimals=int(entry.text("decimals") or 2),
        at_least=limits,
        source=entry.text("source"),
        place=key.place,
    )

"""What pack.yaml says about the way from points to the grade → `Outcome`."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from evalcli.model.document import Mapping, Node, Scalar, mapping
from evalcli.model.pack import Condition, Extra, Outcome, Rung
from evalcli.packs.days import day


def outcome(root: Mapping) -> Outcome:
    """Return how the pack comes to a grade; what it does not say is by points, without conditions."""
    how, extra = _part(root, "outcome"), _part(root, "bonus")
    return Outcome(
        by=how.text("by") or "points",
        begins=_begins(how),
        due=day(how, "due"),
        passed=how.text("passed") or "通过",
        failed=how.text("failed") or "不通过",
        levels=tuple(sorted(_levels(how), key=lambda rung: rung.least, reverse=True)),
        rescale=how.text("not_applicable") != "keep",
        eligible=_conditions(root, "eligible"),
        stops=_conditions(root, "stops"),
        bonus=tuple(_extra(node) for node in extra.items("items")),
        most_bonus=Decimal(extra.text("most") or 0),
        requires=_conditions(root, "requires"),
        caps=_conditions(root, "caps"),
        lowered=_conditions(root, "lowered"),
        combine=dict(_weights(root)),
    )


def _begins(how: Mapping) -> date | None:
    """Return the day on which the work of a year starts: as written, else the first of the year in which it is due."""
    due = day(how, "due")
    return day(how, "from") or (date(due.year, 1, 1) if due else None)


def _part(root: Node | None, key: str = "") -> Mapping:
    """Return the mapping under `key`, or the node itself without one; empty where there is none."""
    assert isinstance(root, Mapping)  # the schema has seen to it
    node = root.get(key) if key else root
    return node if isinstance(node, Mapping) else mapping((), root.place)


def _levels(how: Mapping) -> Iterator[Rung]:
    yield from (Rung(key.text, int(node.text)) for key, node in how.pairs("levels") if isinstance(node, Scalar))


def _conditions(root: Mapping, key: str) -> tuple[Condition, ...]:
    return tuple(_condition(_part(node)) for node in root.items(key))


def _condition(entry: Mapping) -> Condition:
    return Condition(
        when=entry.text("when"),
        say=entry.text("say"),
        grade=entry.text("grade") or entry.text("at_most"),
        item=entry.text("item"),
        each=entry.flag("each"),
        source=entry.text("source"),
        place=entry.place,
    )


def _extra(node: Node) -> Extra:
    entry = _part(node)
    return Extra(entry.text("value"), entry.text("say"), entry.text("source"), entry.place)


def _weights(root: Mapping) -> Iterator[tuple[str, Decimal]]:
    pairs = root.pairs("combine")
    yield from ((key.text, Decimal(node.text.removesuffix("%"))) for key, node in pairs if isinstance(node, Scalar))

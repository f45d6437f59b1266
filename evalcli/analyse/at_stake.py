"""What missing data may still bring: the points that hang on each field."""

from decimal import Decimal

from evalcli.model.facts import Verdict
from evalcli.model.frozen import dataclass, replace
from evalcli.model.pack import Pack
from evalcli.model.scorecard import PointResult, Scored


@dataclass(frozen=True, slots=True)
class Stake:
    """A field that is not filled in: who owes it, which key points wait for it, and what these are worth.

    A key point that waits for several fields stands with all its points at each of them.
    """

    field: str
    office: str
    items: tuple[str, ...]
    points: Decimal


def at_stake(scored: Scored) -> tuple[Stake, ...]:
    """Return what every missing field is worth, the most first."""
    found: dict[str, Stake] = {}
    for point in (point for item in scored.card.items for point in item.points):
        for field in _lacking(point):
            stake = found.get(field) or Stake(field, _office(scored.pack, field, point), (), Decimal(0))
            items = (*stake.items, point.key_point.id)
            found[field] = replace(stake, items=items, points=stake.points + point.open)
    return tuple(sorted(found.values(), key=lambda stake: -stake.points))


def _lacking(point: PointResult) -> tuple[str, ...]:
    missing = point.judgement.missing
    return missing.fields if missing and point.judgement.verdict is Verdict.NO_DATA else ()


def _office(pack: Pack, label: str, point: PointResult) -> str:
    """Return who owes a field; what is missing may be one year or one member of it."""
    named = [field for field in pack.fields.values() if label == field.label or label.startswith(f"{field.label}（")]
    if named:
        return max(named, key=lambda field: len(field.label)).office
    return "、".join(point.judgement.missing.offices) if point.judgement.missing else ""

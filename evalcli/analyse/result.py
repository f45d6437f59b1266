"""A result for programs: plain data whose shape is `evalcli/schemas/result.json`."""

from typing import Any

from evalcli.analyse.at_stake import Stake, at_stake
from evalcli.model.completion import Standing, Tally
from evalcli.model.numbers import fixed
from evalcli.model.place import Place
from evalcli.model.scorecard import AreaResult, ItemResult, PointResult, Scored
from evalcli.model.trace import Step

SCHEMA_VERSION = 1


def result(scored: Scored) -> dict[str, Any]:
    """Return the whole result: numbers as text, so that no reader turns them into binary fractions."""
    pack, filled, card = scored.pack, scored.filled, scored.card
    work = {"completion": _tally(card.tally)} if pack.outcome.by == "completion" else {}
    return {
        "schema_version": SCHEMA_VERSION,
        "provenance": {
            **scored.provenance,
            "pack": {"id": pack.id, "version": pack.version, "sha256": pack.sha256, "layers": list(pack.layers)},
            "inputs": dict(sorted(filled.inputs.items())),
        },
        "county": {"name": filled.county.name, "code": filled.county.code},
        "period": {"from": filled.start.isoformat(), "to": filled.end.isoformat(), "year": filled.year},
        "provisional": pack.provisional,
        "illustrative": filled.illustrative,
        "tailored": list(pack.tailored),
        "total": _sums(scored, card.earned, card.open, card.full),
        "grade": {
            "settled": card.grade.settled, "possible": card.grade.possible,
            "certain": card.grade.certain, "how": list(card.grade.how),
            "may_be": list(card.grade.may_be), "cannot_be": list(card.grade.cannot_be),
        },
        **work,
        "vetoes": [{"say": veto.say, "hit": veto.hit} for veto in card.vetoes],
        "areas": [_area(scored, area) for area in card.areas],
        "at_stake": [_stake(scored, stake) for stake in at_stake(scored)],
    }  # fmt: skip


def _sums(scored: Scored, earned: Any, still: Any, full: Any) -> dict[str, str]:
    places = scored.pack.decimals
    return {"earned": fixed(earned, places), "open": fixed(still, places), "full": fixed(full, places)}


def _tally(tally: Tally) -> dict[str, Any]:
    """Return the counts of every status that occurs, and the rate in % with two places; null where no task applies."""
    rate = None if tally.rate is None else fixed(tally.rate, 2)
    return {"counts": dict(tally.listed), "done": tally.done, "counted": tally.counted, "rate": rate}


def _standing(standing: Standing) -> dict[str, Any]:
    reached = None if standing.reached is None else fixed(standing.reached, 4)
    return {
        "status": str(standing.status),
        "due": standing.due.isoformat(),
        "reached": reached,
        "gone": fixed(standing.gone, 4),
    }


def _stake(scored: Scored, stake: Stake) -> dict[str, Any]:
    points = fixed(stake.points, scored.pack.decimals)
    return {"field": stake.field, "office": stake.office, "items": list(stake.items), "points": points}


def _area(scored: Scored, area: AreaResult) -> dict[str, Any]:
    work = {"completion": _tally(area.tally)} if scored.pack.outcome.by == "completion" else {}
    return {
        "id": area.area.id,
        "title": area.area.title,
        **_sums(scored, area.earned, area.open, area.full),
        **work,
        "items": [_item(scored, item) for item in area.items],
    }


def _item(scored: Scored, item: ItemResult) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": item.indicator.id,
        "title": item.indicator.title,
        "source": str(item.indicator.source),
        "verdict": str(item.verdict),
        **_sums(scored, item.earned, item.open, item.full),
        "points": [_point(scored, point) for point in item.points],
    }
    if item.status:
        found["status"] = str(item.status)
    if item.exemption:
        found["exemption"] = {"because": item.exemption.because, "approved": item.exemption.approved}
    return found


def _point(scored: Scored, point: PointResult) -> dict[str, Any]:
    judgement, places = point.judgement, scored.pack.decimals
    found: dict[str, Any] = {
        "id": point.key_point.id,
        "text": point.key_point.text,
        "rule": point.key_point.rule,
        "verdict": str(judgement.verdict),
        "value": judgement.value,
        "standard": judgement.standard,
        "earned": None if point.earned is None else fixed(point.earned, places),
        "full": fixed(point.key_point.points, places),
        "reason": judgement.reason,
        "trace": [_step(step) for step in judgement.steps],
    }
    if point.standing:
        found["work"] = _standing(point.standing)
    if judgement.missing:
        found["missing"] = {"fields": list(judgement.missing.fields), "offices": list(judgement.missing.offices)}
    if point.hand:
        found["judged"] = {
            "level": point.hand.level, "points": None if point.hand.points is None else str(point.hand.points), "by": point.hand.by, "on": point.hand.on.isoformat() if point.hand.on else None,
            "because": point.hand.because, "evidence": list(point.hand.evidence), "illustrative": point.hand.illustrative,
        }  # fmt: skip
    return found


def _step(step: Step) -> dict[str, Any]:
    found: dict[str, Any] = {"label": step.label, "value": step.shown}
    if step.conversion:
        found["conversion"] = step.conversion
    if step.how:
        found["how"] = step.how
    if step.place:
        found["place"] = _place(step.place)
    if step.parts:
        found["parts"] = [_step(part) for part in step.parts]
    return found


def _place(place: Place) -> dict[str, Any]:
    found: dict[str, Any] = {"file": place.file, "line": place.line, "column": place.column}
    return found | {"sheet": place.sheet} if place.sheet else found

"""The ledger (台账) of a county: every target with who answers for it, by when, how far it is, and on what evidence."""

from evalcli.formula.facts import CountyFacts
from evalcli.language import _
from evalcli.model.completion import Status, Task
from evalcli.model.facts import Missing
from evalcli.model.filled import Filled
from evalcli.model.mention import Mention, split, understood
from evalcli.model.numbers import plain
from evalcli.model.pack import Indicator, Pack
from evalcli.model.scorecard import AreaResult, ItemResult, PointResult
from evalcli.score.completion import charges


def ledger(pack: Pack, filled: Filled, areas: tuple[AreaResult, ...]) -> tuple[Task, ...]:
    """Return one task for every target that applies, in the order of the document."""
    facts = CountyFacts(pack, filled)
    return tuple(_task(facts, area, item, point) for area in areas for item in area.items for point in item.points)


def _task(facts: CountyFacts, area: AreaResult, item: ItemResult, point: PointResult) -> Task:
    own = charges(facts.filled, point.key_point)
    standing = point.standing
    assert standing  # a pack by completion gives every key point one
    return Task(
        area=area.area.title,
        item=item.indicator.id,
        title=item.indicator.short,
        id=point.key_point.id,
        text=point.key_point.text,
        target="" if point.key_point.rule == "by_hand" else point.judgement.standard,
        offices=next((charge.offices for charge in own if charge.offices), item.indicator.offices),
        due=standing.due,
        progress=next((in_words(facts, charge.progress.say) for charge in own if charge.progress), _found(point)),
        evidence=_evidence(facts.filled, item, point),
        status=standing.status,
        because=next((charge.because for charge in own if charge.because), _why(point)).rstrip("。"),
        advice=_advice(item.indicator, standing.status, point),
    )


def in_words(facts: CountyFacts, text: str) -> str:
    """Return a county's own text with the figures that it names, as results print them; what is lacking is marked."""
    return "".join(_figure(facts, part) if isinstance(part, Mention) else part for part in split(text))


def _figure(facts: CountyFacts, part: Mention) -> str:
    named = understood(facts.pack, part)
    if named is None:
        return _("【缺：{what}】").format(what=part.typed)
    found = facts.look_up(named.field.id, named.member, "growth" if named.growth else "this")
    return _("【缺：{what}】").format(what=named.field.label) if isinstance(found, Missing) else found.step.shown


def _found(point: PointResult) -> str:
    """Return what was found, and what share of the way to the target it is while the target is not reached."""
    standing, value = point.standing, point.judgement.value
    if point.hand and point.hand.because:
        return point.hand.because.rstrip("。")
    if standing and standing.reached is not None and standing.status is not Status.DONE:
        return _("{value}，完成目标的{share}%").format(value=value, share=plain(standing.reached * 100, 1))
    return value


def _evidence(filled: Filled, item: ItemResult, point: PointResult) -> tuple[str, ...]:
    """Return the files that were named for a target, else what the document's authors ask for."""
    own = next((charge.evidence for charge in charges(filled, point.key_point) if charge.evidence), ())
    return own or (point.hand.evidence if point.hand else ()) or item.indicator.evidence


def _advice(indicator: Indicator, status: Status, point: PointResult) -> str:
    """Return what the document's authors advise for a status, or for the verdict that goes with it."""
    said = indicator.advice
    return "" if status is Status.DONE else said.get(status) or said.get(point.judgement.verdict) or ""


def _why(point: PointResult) -> str:
    """Return why a target is not done; what is done needs no reason."""
    done = point.standing is not None and point.standing.status is Status.DONE
    return "" if done else point.judgement.reason.rstrip("。")

"""What only shows when the whole pack is there: unknown fields, points that do not add up, bad rule parameters."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from typing import Any

from evalcli.formula.parse import FormulaFault, parse
from evalcli.language import _
from evalcli.model.notice import Level, Notice
from evalcli.model.pack import Case, Field, Indicator, KeyPoint, Pack
from evalcli.model.place import Place
from evalcli.packs.outcome_faults import outcome_faults, outcome_formulas
from evalcli.rules import judge_schema, rule


def faults(pack: Pack) -> tuple[Notice, ...]:
    """Return all that is wrong with a pack whose documents are in shape."""
    found = [*_twice(pack), *outcome_faults(pack)]
    for field in pack.fields.values():
        found += _field_faults(pack, field)
    for indicator in pack.indicators:
        found += _indicator_faults(pack, indicator)
    for veto in pack.vetoes:
        found += _formula_faults(pack, veto.when, veto.place)
    for relation in pack.relations:
        found += _formula_faults(pack, relation.holds, relation.place)
    for text, place, known in outcome_formulas(pack):
        found += _formula_faults(pack, text, place, known)
    return tuple(found)


def _fault(code: str, place: Place | None, message: str, advice: str = "") -> Notice:
    return Notice(code, Level.STOP, message, advice, place)


def _twice(pack: Pack) -> Iterator[Notice]:
    ids = Counter(indicator.id for indicator in pack.indicators)
    for indicator in pack.indicators:
        if ids[indicator.id] > 1:
            yield _fault("pack.twice", indicator.place, _("指标编号“{id}”用了不止一次").format(id=indicator.id))
    labels = Counter(field.label for field in pack.fields.values())
    for field in pack.fields.values():
        if labels[field.label] > 1:
            yield _fault("pack.twice", field.place, _("填报项名称“{label}”用了不止一次").format(label=field.label))


def _field_faults(pack: Pack, field: Field) -> Iterator[Notice]:
    if field.by and field.by not in pack.dimensions:
        message = _("填报项“{id}”按“{by}”分项，但指标包没有这个维度").format(id=field.id, by=field.by)
        yield _fault("pack.unknown-dimension", field.place, message, _near(field.by, pack.dimensions))
    if field.target_for and field.target_for not in pack.fields:
        yield _unknown(pack, field.target_for, field.place)


def _indicator_faults(pack: Pack, indicator: Indicator) -> Iterator[Notice]:
    whole = sum((point.points for point in indicator.key_points), Decimal(0))
    if whole != indicator.points:
        message = _("指标 {id} 分值 {points}，评估要点合计 {whole}，对不上")
        message = message.format(id=indicator.id, points=indicator.points, whole=whole)
        yield _fault("pack.points", indicator.place, message, _("改评估要点的 points，使合计等于指标分值。"))
    if not indicator.source.document:
        message = _("指标 {id} 没有写明来源文件").format(id=indicator.id)
        yield _fault("pack.source", indicator.place, message, _("补写 source: {document: …, number: …, clause: …}。"))
    for point in indicator.key_points:
        yield from _point_faults(pack, point)


def _point_faults(pack: Pack, point: KeyPoint) -> Iterator[Notice]:
    if not point.rule:
        message = _("评估要点 {id} 的 judge 里没有认识的规则").format(id=point.id)
        yield _fault("pack.rule", point.place, message, _near(next(iter(point.parameters), ""), judge_schema()))
        return
    wrong = [_rule_fault(point, error) for error in _validator(point.rule).iter_errors(point.parameters)]
    yield from wrong
    if wrong:
        return
    needs = rule(point.rule).NEEDS_VALUE
    if needs is not None and needs != bool(point.value):
        message = _("评估要点 {id}：规则 {rule} 需要写 value") if needs else _("评估要点 {id}：规则 {rule} 不用写 value")
        yield _fault("pack.rule", point.place, message.format(id=point.id, rule=point.rule))
    formulas = rule(point.rule).fields(point.parameters)
    for text in (*formulas, *([point.value] if point.value else [])):
        yield from _formula_faults(pack, str(text), point.place)


def _rule_fault(point: KeyPoint, error: Any) -> Notice:
    where = ".".join(str(step) for step in error.absolute_path) or point.rule
    message = _("评估要点 {id}：规则参数 {where} 不合要求").format(id=point.id, where=where)
    return _fault("pack.rule", point.place, message, str(error.message))


@cache
def _validator(kind: str) -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(judge_schema()[kind])


def _formula_faults(pack: Pack, text: str, place: Place | None, known: tuple[str, ...] = ()) -> Iterator[Notice]:
    """Yield what is wrong with a formula; `known` are names that mean something there besides the fields."""
    try:
        names = parse(text).names
    except FormulaFault as fault:
        yield _fault("pack.formula", place, _("公式“{text}”读不懂：{why}").format(text=text, why=fault))
        return
    for name in sorted(names):
        if name not in pack.fields and name not in known:
            yield _unknown(pack, name, place)


def _unknown(pack: Pack, name: str, place: Place | None) -> Notice:
    message = _("公式或规则用到的填报项“{name}”不在 fields.yaml 里").format(name=name)
    return _fault("pack.unknown-field", place, message, _near(name, pack.fields))


def _near(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), 1)
    return _("最接近的是“{near}”。").format(near=near[0]) if near else ""


def case_faults(pack: Pack, cases: tuple[Case, ...]) -> Iterator[Notice]:
    """Yield a fault for every worked example of a key point that the pack does not have."""
    known = {point.id for indicator in pack.indicators for point in indicator.key_points}
    for case in cases:
        if case.indicator not in known:
            message = _("算例指向不存在的评估要点“{id}”").format(id=case.indicator)
            yield _fault("pack.case", case.place, message, _near(case.indicator, known))

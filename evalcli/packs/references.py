"""What only shows when the whole pack is there: unknown fields, points that do not add up, names used twice."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from difflib import get_close_matches

from evalcli.formula.parse import FormulaFault, parse
from evalcli.language import _, enumerated
from evalcli.model.document import Mapping
from evalcli.model.mention import Mention, split, understood
from evalcli.model.notice import Level, Notice
from evalcli.model.numbers import plain
from evalcli.model.pack import Case, Field, Indicator, KeyPoint, Pack, Relation
from evalcli.model.place import Place
from evalcli.packs.outcome_faults import outcome_faults, outcome_formulas
from evalcli.packs.table_faults import point_faults, row_faults, sum_faults, table_faults
from evalcli.rules import KINDS, rule
from evalcli.rules import faults as rule_faults

# Where no points can be earned, these would call everything 达标: all of nothing is earned.
_BY_POINTS = ("by_steps", "completion", "in_proportion", "rectified", "weighted_index")


def faults(pack: Pack) -> tuple[Notice, ...]:
    """Return all that is wrong with a pack whose documents are in shape, the parameters of its rules too."""
    found = [*_twice(pack), *_total(pack), *outcome_faults(pack)]
    for field in pack.fields.values():
        found += _field_faults(pack, field)
    found += table_faults(pack)
    for indicator in pack.indicators:
        found += _indicator_faults(pack, indicator)
    for veto in pack.vetoes:
        found += _formula_faults(pack, veto.when, veto.place)
    for relation in pack.relations:
        found += _relation_faults(pack, relation)
    for text, place, known in outcome_formulas(pack):
        found += _formula_faults(pack, text, place, known)
    return tuple(found)


def _fault(code: str, place: Place | None, message: str, advice: str = "") -> Notice:
    return Notice(code, Level.STOP, message, advice, place)


def _twice(pack: Pack) -> Iterator[Notice]:
    """Yield everything that must be unique and is not: a name must lead to one thing."""
    items = [(indicator.id, indicator.place) for indicator in pack.indicators]
    points = [(point.id, point.place) for indicator in pack.indicators for point in indicator.key_points]
    relations = [(relation.id, relation.place) for relation in pack.relations]
    fields = [(name, field.place) for field in pack.fields.values() for name in {field.id, field.label, *field.aliases}]
    yield from _repeated(_("指标编号“{name}”用了不止一次"), items)
    yield from _repeated(_("评估要点编号“{name}”用了不止一次"), points)
    yield from _repeated(_("数据关系编号“{name}”用了不止一次"), relations)
    yield from _repeated(_("填报项名称“{name}”用了不止一次"), fields)


def _repeated(message: str, named: list[tuple[str, Place | None]]) -> Iterator[Notice]:
    counted = Counter(name for name, _place in named)
    yield from (_fault("pack.twice", place, message.format(name=name)) for name, place in named if counted[name] > 1)


def _total(pack: Pack) -> Iterator[Notice]:
    if pack.points != pack.total:
        message = _("指标包 {id} 写明总分 {total} 分，各指标合计 {points} 分，对不上")
        message = message.format(id=pack.id, total=plain(pack.total), points=plain(pack.points))
        yield _fault(
            "pack.total", pack.spots.get("points"), message, _("核对各指标的 points；总分确实变了，就改写总分 points。")
        )


def _field_faults(pack: Pack, field: Field) -> Iterator[Notice]:
    if field.by and field.by not in pack.dimensions:
        message = _("填报项“{id}”按“{by}”分项，但指标包没有这个维度").format(id=field.id, by=field.by)
        yield _fault("pack.unknown-dimension", field.place, message, _near(field.by, pack.dimensions))
    if field.target_for and field.target_for not in pack.fields:
        yield _unknown(pack, field.target_for, field.place)
    if field.low is not None and field.high is not None and field.low > field.high:
        message = _("填报项“{id}”的允许范围 {low}—{high} 颠倒了").format(id=field.id, low=field.low, high=field.high)
        yield _fault("pack.range", field.place, message)
    if field.jump.endswith("百分点") and field.unit != "%":
        message = _("填报项“{id}”的单位不是 %，变动限度不能写百分点").format(id=field.id)
        yield _fault("pack.jump", field.place, message, _("写成 30% 这样的比例。"))
    if field.equals:
        yield from _formula_faults(pack, field.equals, field.place)
    yield from sum_faults(pack, field)


def _indicator_faults(pack: Pack, indicator: Indicator) -> Iterator[Notice]:
    whole = sum((point.points for point in indicator.key_points), Decimal(0))
    if whole != indicator.points:
        message = _("指标 {id} 分值 {points}，评估要点合计 {whole}，对不上")
        message = message.format(id=indicator.id, points=indicator.points, whole=whole)
        yield _fault("pack.points", indicator.place, message, _("改评估要点的 points，使合计等于指标分值。"))
    for point in indicator.key_points:
        yield from _point_faults(pack, point)


def _point_faults(pack: Pack, point: KeyPoint) -> Iterator[Notice]:
    needs = rule(point.rule).NEEDS_VALUE
    if needs is not None and needs != bool(point.value):
        message = (
            _("评估要点 {id}：规则 {rule} 需要写 value") if needs else _("评估要点 {id}：规则 {rule} 不用写 value")
        )
        yield _fault("pack.rule", point.place, message.format(id=point.id, rule=point.rule))
    if not point.points and point.rule in _BY_POINTS:
        message = _("评估要点 {id} 是 0 分，规则 {rule} 却按得分判定").format(id=point.id, rule=point.rule)
        yield _fault("pack.rule", point.place, message, _("写上分值，或换一种规则。"))
    for text in rule_faults(point.rule, point.parameters):
        yield _fault("pack.rule", point.place, _("评估要点 {id}：{what}").format(id=point.id, what=text))
    yield from point_faults(pack, point)
    formulas = rule(point.rule).fields(point.parameters)
    for text in (*formulas, *(text for text in (point.value, point.starts_at) if text)):
        yield from _formula_faults(pack, str(text), point.spots.get(str(text), point.place), table=point.table)


def _relation_faults(pack: Pack, relation: Relation) -> Iterator[Notice]:
    if relation.table:
        yield from row_faults(pack, relation)
        return
    yield from _formula_faults(pack, relation.holds, relation.place)
    for part in split(relation.say):
        if isinstance(part, Mention) and understood(pack, part) is None:
            message = _("数据关系 {id} 的提示里提到的“{typed}”不是填报项").format(id=relation.id, typed=part.typed)
            yield _fault("pack.unknown-field", relation.place, message, _near(part.parts[0], pack.fields))


def _formula_faults(
    pack: Pack, text: str, place: Place | None, known: tuple[str, ...] = (), table: str = ""
) -> Iterator[Notice]:
    """Yield what is wrong with a formula; `known` are names that mean something there besides the fields.

    What it says of single schools needs a `table`; its columns are looked at with the table's own.
    """
    try:
        formula = parse(text)
    except FormulaFault as fault:
        spot = place.part(text, fault.start, fault.end) if place else None
        yield _fault("pack.formula", spot, _("公式“{text}”读不懂：{why}").format(text=text, why=fault))
        return
    if formula.columns and not table:
        message = _("公式“{text}”逐校计算，只能用在写明 table 的评估要点里").format(text=text)
        yield _fault("pack.formula", place, message)
    for name, member in sorted(formula.members):
        if name in known:
            continue
        if name not in pack.fields:
            yield _unknown(pack, name, place)
        elif member and member not in pack.dimensions.get(pack.fields[name].by, ()):
            message = _("公式用到的填报项“{name}”没有“{member}”这一分项").format(name=name, member=member)
            yield _fault(
                "pack.unknown-member", place, message, _near(member, pack.dimensions.get(pack.fields[name].by, ()))
            )


def unknown_rule(point: str, judge: Mapping) -> Notice:
    """Return the fault of a key point whose `judge:` names no rule, or more than one."""
    keys = [key.text for key, _node in judge.entries]
    message = _("评估要点 {id} 的 judge 要写一种规则，现在写的是：{keys}").format(id=point, keys=enumerated(keys))
    near = next((near for key in keys if (near := _near(key, KINDS))), "")
    return _fault("pack.rule", judge.place, message, near or _("可用的规则：{kinds}。").format(kinds=enumerated(KINDS)))


def _unknown(pack: Pack, name: str, place: Place | None) -> Notice:
    message = _("公式或规则用到的填报项“{name}”不在 fields.yaml 里").format(name=name)
    return _fault("pack.unknown-field", place, message, _near(name, pack.fields))


def _near(name: str, known: Iterable[str]) -> str:
    # Half alike will do: Chinese names are short. Sorted, because some of what is known are sets.
    near = get_close_matches(name, sorted(known), 1, 0.5)
    return _("最接近的是“{near}”。").format(near=near[0]) if near else ""


def case_faults(pack: Pack, cases: tuple[Case, ...]) -> Iterator[Notice]:
    """Yield a fault for every worked example of a key point that the pack does not have."""
    known = {point.id for indicator in pack.indicators for point in indicator.key_points}
    for case in cases:
        if case.indicator not in known:
            message = _("算例指向不存在的评估要点“{id}”").format(id=case.indicator)
            yield _fault("pack.case", case.place, message, _near(case.indicator, known))

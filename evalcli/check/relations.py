"""Relations between fields that a pack says must hold: parts and totals, ratios recomputed, one definition twice."""

from collections.abc import Iterator

from evalcli.formula.facts import CountyFacts
from evalcli.formula.parse import FormulaFault, parse
from evalcli.formula.tree import Comparison
from evalcli.language import _
from evalcli.model.facts import Missing
from evalcli.model.filled import Filled
from evalcli.model.mention import Mention, split, understood
from evalcli.model.notice import Level, Notice
from evalcli.model.pack import Pack, Relation
from evalcli.model.place import Place
from evalcli.model.printing import printed, quantity


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield a notice for every relation that does not hold; what lacks a figure is not judged."""
    facts = CountyFacts(pack, filled)
    for relation in pack.relations:
        try:
            found = facts.number(relation.holds)
        except FormulaFault as fault:
            message = _("关系“{id}”算不下去：{why}").format(id=relation.id, why=fault)
            yield Notice("relation.formula", Level.MUST, message, _("请指标包作者核对公式和单位。"), relation.place)
            continue
        if not isinstance(found, Missing) and found.number == 0:
            message = _said(pack, filled, relation) + _sides(facts, relation.holds)
            yield Notice("relation." + relation.id, Level(relation.level), message, relation.advice, _place(filled, relation))


def _sides(facts: CountyFacts, holds: str) -> str:
    """Return what both sides of a comparison come to, with the numbers put in: what a person would redo."""
    root = parse(holds).root
    if not isinstance(root, Comparison) or len(root.operands) != 2:
        return ""
    sides = []
    for operand in root.operands:
        found = facts.number(parse(holds).text[slice(*operand.span)])
        if isinstance(found, Missing):
            return ""
        how = f"{found.step.how} = " if found.step.how and found.step.parts else ""
        sides.append(how + quantity(found))
    return _("（一边 {left}，另一边 {right}）").format(left=sides[0], right=sides[1])


def _said(pack: Pack, filled: Filled, relation: Relation) -> str:
    return "".join(_printed(pack, filled, part) if isinstance(part, Mention) else part for part in split(relation.say))


def _printed(pack: Pack, filled: Filled, mention: Mention) -> str:
    figured = understood(pack, mention)
    figure = filled.figures.get((figured.field.id, figured.member)) if figured else None
    value = figure.years.get(filled.year) if figure else None
    return printed(value, figured.field) if figured and value else mention.typed


def _place(filled: Filled, relation: Relation) -> Place | None:
    """Return where the first of the relation's figures stands: that is where somebody will look."""
    names = parse(relation.holds).names
    spots = (value.place for key, figure in filled.figures.items() if key[0] in names for value in figure.years.values())
    return next(spots, None)

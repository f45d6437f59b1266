"""Relations between fields that a pack says must hold: parts and totals, ratios recomputed, one definition twice."""

from collections.abc import Iterator

from evalcli.formula.facts import CountyFacts, field_of_growth
from evalcli.formula.parse import FormulaFault, parse
from evalcli.formula.tree import Comparison
from evalcli.language import _
from evalcli.model.facts import Missing, Quantity
from evalcli.model.filled import Figure, Filled
from evalcli.model.mention import Mention, split, understood
from evalcli.model.notice import Level, Notice
from evalcli.model.numbers import plain
from evalcli.model.pack import Pack, Relation
from evalcli.model.place import Place
from evalcli.model.printing import printed


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
            yield Notice(
                "relation." + relation.id, Level(relation.level), message, relation.advice, _place(filled, relation)
            )


def _sides(facts: CountyFacts, holds: str) -> str:
    """Return what both sides of a comparison come to, with the numbers put in: what a person would redo."""
    root = parse(holds).root
    if not isinstance(root, Comparison) or len(root.signs) != 1:
        return ""
    formula = parse(holds).text
    found = [facts.number(formula[slice(*operand.span)]) for operand in root.operands]
    left, right = (_side(one) for one in found if isinstance(one, Quantity))
    return _("（一边 {left}，另一边 {right}）").format(left=left, right=right)


def _side(side: Quantity) -> str:
    """Return one side: with the numbers put in where there is something to reckon; of a list of names their count."""
    step = side.step
    if step.parts and " " in step.how:
        return f"{step.how} = {step.shown}"
    return step.shown if any(letter.isdecimal() for letter in step.shown) else plain(side.number) + side.unit


def _said(pack: Pack, filled: Filled, relation: Relation) -> str:
    return "".join(_printed(pack, filled, part) if isinstance(part, Mention) else part for part in split(relation.say))


def _printed(pack: Pack, filled: Filled, mention: Mention) -> str:
    """Return a figure as it was filled in; what is not there stays as it was typed."""
    figured = understood(pack, mention)
    if figured is None:
        return mention.typed
    figure = filled.figures.get((figured.field.id, figured.member), Figure())
    value = figure.growth if figured.growth else figure.years.get(filled.year)
    return (
        printed(value, field_of_growth(figured.field) if figured.growth else figured.field) if value else mention.typed
    )


def _place(filled: Filled, relation: Relation) -> Place | None:
    """Return where the figure stands that the relation names first: that is where somebody will look."""
    names = sorted(parse(relation.holds).names, key=relation.holds.find)
    figures = (figure for name in names for key, figure in filled.figures.items() if key[0] == name)
    return next((value.place for figure in figures for value in figure.years.values()), None)

"""Relations between fields that a pack says must hold: parts and totals, ratios recomputed, one definition twice."""

from collections.abc import Iterator

from evalcli.check import precision
from evalcli.check.reach import OfMember, reach
from evalcli.check.subjects import in_order, of_figure
from evalcli.formula.evaluate import evaluate
from evalcli.formula.facts import CountyFacts, field_of_growth
from evalcli.formula.parse import FormulaFault, parse
from evalcli.formula.tree import Binary, Call, Comparison, Name, Node, Unary
from evalcli.language import _
from evalcli.model.facts import Missing, Quantity
from evalcli.model.filled import Figure, Filled
from evalcli.model.mention import Mention, split, understood
from evalcli.model.notice import About, Level, Notice
from evalcli.model.numbers import plain
from evalcli.model.pack import Pack, Relation
from evalcli.model.place import Place
from evalcli.model.printing import printed


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield a notice for every relation that does not hold; what lacks a figure is not judged."""
    facts = CountyFacts(pack, filled)
    for relation in (one for one in pack.relations if not one.table):
        try:
            found = facts.number(relation.holds)
        except FormulaFault as fault:
            message = _("关系“{id}”算不下去：{why}").format(id=relation.id, why=fault)
            yield Notice("relation.formula", Level.MUST, message, _("请指标包作者核对公式和单位。"), relation.place)
            continue
        if not isinstance(found, Missing) and found.number == 0 and not _within(facts, relation.holds):
            message = _said(pack, filled, relation) + _sides(facts, relation.holds)
            place, about = _place(filled, relation), _about(pack, filled, relation)
            yield Notice("relation." + relation.id, Level(relation.level), message, relation.advice, place, about)


def _within(facts: CountyFacts, holds: str) -> bool:
    """Return whether a comparison that fails would hold for figures that print alike.

    Only where something is reckoned: two figures that are typed differently are different.
    """
    formula = parse(holds)
    root = formula.root
    if not isinstance(root, Comparison) or len(root.signs) != 1 or not any(map(_reckoned, root.operands)):
        return False
    left, right = (_range(facts, formula.text[slice(*operand.span)], operand) for operand in root.operands)
    match root.signs[0]:
        case "==":
            return not precision.apart(left, right)
        case "<" | "<=":
            return left[0] <= right[1]
        case ">" | ">=":
            return left[1] >= right[0]
    return False


def _reckoned(node: Node) -> bool:
    return isinstance(node, Binary | Call | Unary)


def _range(facts: CountyFacts, text: str, node: Node) -> precision.Range:
    """Return between which numbers a side may lie; a figure that stands alone is what was stated."""
    lookup = OfMember(facts, "", "")
    found = evaluate(parse(text), lookup)
    assert isinstance(found, Quantity)  # the whole could be reckoned, and so can its parts
    if isinstance(node, Name) and (value := lookup.value((node.field, node.member, "this"))):
        return precision.stated(value)
    return reach(text, lookup, found.number)


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


def _about(pack: Pack, filled: Filled, relation: Relation) -> About:
    """Return the figure that the relation names first, with the values of all that it names."""
    (name, member), *_others = named = in_order(relation.holds)
    keys = [key for wanted in named for key in filled.figures if wanted in (key, (key[0], ""))]
    figures = [filled.figures[key] for key in dict.fromkeys(keys)]
    values = [figure.years.get(year) for figure in figures for year in (filled.year, filled.year - 1)]
    return of_figure(pack.fields[name], member, *values, *(figure.growth for figure in figures))


def _place(filled: Filled, relation: Relation) -> Place | None:
    """Return where the figure stands that the relation names first, this year's if there is one: that is where somebody will look."""
    names = dict.fromkeys(name for name, _member in in_order(relation.holds))
    figures = (figure.years for name in names for key, figure in filled.figures.items() if key[0] == name)
    values = (value for years in figures for value in (years.get(filled.year), *years.values()))
    return next((value.place for value in values if value), None)

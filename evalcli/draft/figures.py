"""Figures as templates see them: printed with value, unit and hedge, and never silently absent."""

from collections.abc import Iterator
from fractions import Fraction

from markupsafe import Markup

from evalcli.draft import writing
from evalcli.draft.escape import Written, claimed
from evalcli.draft.money import styled
from evalcli.formula.facts import CountyFacts
from evalcli.model.facts import Missing
from evalcli.model.filled import Figure, Filled, Value
from evalcli.model.frozen import dataclass
from evalcli.model.mention import Mention, split, understood
from evalcli.model.numbers import exact
from evalcli.model.pack import Field, Pack

_NOTHING = Figure()


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure, or all members of one. In a sentence it prints itself with its claim."""

    field: Field
    claim: str
    label: str
    value: Value | None
    number: Fraction | None = None
    text: str = ""
    members: tuple["FigureView", ...] = ()
    grown: "FigureView | None" = None
    before: "FigureView | None" = None

    @property
    def member(self) -> str:
        """Return the member of the dimension that this is, or nothing."""
        return self.claim.partition(".")[2]

    @property
    def filled(self) -> bool:
        """Return whether there is anything to print."""
        return bool(self.text) or any(member.filled for member in self.members)

    @property
    def growth(self) -> "FigureView":
        """Return the growth over last year in %, or that of all members."""
        if self.members:
            growths = tuple(member.growth for member in self.members)
            return FigureView(self.field, f"{self.claim}.growth", f"{self.label}增幅", None, members=growths)
        return self.grown or FigureView(self.field, f"{self.claim}.growth", f"{self.label}增幅", None)

    @property
    def last(self) -> "FigureView":
        """Return last year's value."""
        return self.before or FigureView(self.field, f"{self.claim}.last", f"{self.label}上年值", None)

    def __getitem__(self, member: str) -> "FigureView":
        """Return one member of the dimension; an unknown one is a KeyError, which Jinja calls undefined."""
        return {view.member: view for view in self.members}[member]

    def __iter__(self) -> Iterator["FigureView"]:
        """Iterate over the members that are filled in."""
        return iter([member for member in self.members if member.filled])

    def __html__(self) -> Markup:
        """Return what stands in the report: also where a template joins figures with text."""
        return writing.printed(self)

    def __str__(self) -> str:
        """Return the same: a figure must not show how it is made."""
        return str(writing.printed(self))


class Figures:
    """All figures of a county, made when first asked for. Templates see its keys and nothing else."""

    def __init__(self, pack: Pack, filled: Filled, money: str = "") -> None:
        """Keep where figures come from, and the style in which sums of money are told."""
        self._facts = CountyFacts(pack, filled)
        self._money = money
        self._views: dict[str, FigureView] = {}

    def __getitem__(self, name: str) -> FigureView:
        """Return a figure; a name that the pack does not have is a KeyError, which Jinja calls undefined."""
        if name not in self._views:
            self._views[name] = _view(self._facts, self._facts.pack.fields[name], self._money)
        return self._views[name]


def told(pack: Pack, figures: Figures, text: str) -> Iterator[tuple[str, FigureView | None]]:
    """Yield the parts of a county's own text as typed, each with the figure that it names, if it names one."""
    for part in split(text):
        if isinstance(part, Mention):
            yield f"[[{part.typed}]]", _mentioned(pack, figures, part)
        else:
            yield part, None


def _mentioned(pack: Pack, figures: Figures, mention: Mention) -> FigureView | None:
    found = understood(pack, mention)
    if found is None:
        return None
    view = figures[found.field.id][found.member] if found.member else figures[found.field.id]
    return view.growth if found.growth else view


def _view(facts: CountyFacts, entry: Field, money: str) -> FigureView:
    if not entry.by:
        return _one(facts, entry, "", money)
    members = tuple(_one(facts, entry, member, money) for member in facts.pack.dimensions[entry.by])
    return FigureView(entry, entry.id, entry.label, None, members=members)


def _one(facts: CountyFacts, entry: Field, member: str, money: str) -> FigureView:
    figure = facts.filled.figures.get((entry.id, member), _NOTHING)
    this, last = (figure.years.get(year) for year in (facts.filled.year, facts.filled.year - 1))
    claim = f"{entry.id}.{member}" if member else entry.id
    label = f"{entry.label}（{member}）" if member else entry.label
    view = _shown(entry, claim, label, this, money)
    grown = _grown(facts, view, member, figure.growth) if figure.growth or (this and last) else None
    before = _shown(entry, f"{claim}.last", f"{label}上年值", last, money) if last else None
    return FigureView(entry, claim, label, this, view.number, view.text, grown=grown, before=before)


def _shown(entry: Field, claim: str, label: str, value: Value | None, money: str) -> FigureView:
    if value is None:
        return FigureView(entry, claim, label, None)
    number = None if value.number is None else exact(value.number)
    return FigureView(entry, claim, label, value, number, styled(value, entry, money))


def _grown(facts: CountyFacts, view: FigureView, member: str, stated: Value | None) -> FigureView | None:
    """Return the growth as rules see it: reckoned where both years are known, else as stated."""
    found = facts.look_up(view.field.id, member, "growth")
    if isinstance(found, Missing):
        return None
    source = view.value if found.step.parts else stated
    return FigureView(view.field, f"{view.claim}.growth", f"{view.label}增幅", source, found.number, found.step.shown)


def markup(view: FigureView) -> Markup:
    """Return a figure for a sentence: its text under its claim; all members where it has several."""
    if view.members:
        return Written("、").join([markup(member) for member in view])
    return claimed(view.text, view.claim)

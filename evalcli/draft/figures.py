"""Figures as templates see them: printed with value, unit and hedge, and never silently absent."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from markupsafe import Markup

from evalcli.draft.escape import claimed
from evalcli.model.filled import Figure, Filled, Value
from evalcli.model.mention import Mention, split, understood
from evalcli.model.numbers import fixed
from evalcli.model.pack import Field, Pack
from evalcli.model.printing import printed

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
        """Return one member of the dimension."""
        return next(view for view in self.members if view.claim.partition(".")[2] == member)

    def __iter__(self) -> Iterator["FigureView"]:
        """Iterate over the members that are filled in."""
        return iter([member for member in self.members if member.filled])


@dataclass(slots=True)
class Figures:
    """All figures of a county, made when first asked for."""

    pack: Pack
    filled: Filled
    _views: dict[str, FigureView] = field(default_factory=dict)

    def __getitem__(self, name: str) -> FigureView:
        """Return a figure; a name that the pack does not have is a KeyError, which Jinja calls undefined."""
        if name not in self._views:
            self._views[name] = self._view(self.pack.fields[name])
        return self._views[name]

    def mentioned(self, text: str) -> Iterator[str | FigureView]:
        """Yield the parts of a county's own text: text, and the figures that it names."""
        for part in split(text):
            if isinstance(part, str):
                yield part
                continue
            found = understood(self.pack, part)
            yield self._found(found.field, found.member, found.growth) if found else _typed(part)

    def _found(self, entry: Field, member: str, growth: bool) -> FigureView:
        view = self[entry.id][member] if member else self[entry.id]
        return view.growth if growth else view

    def _view(self, entry: Field) -> FigureView:
        if not entry.by:
            return self._one(entry, "")
        members = tuple(self._one(entry, member) for member in self.pack.dimensions[entry.by])
        return FigureView(entry, entry.id, entry.label, None, members=members)

    def _one(self, entry: Field, member: str) -> FigureView:
        figure = self.filled.figures.get((entry.id, member), _NOTHING)
        this, last = (figure.years.get(year) for year in (self.filled.year, self.filled.year - 1))
        claim = f"{entry.id}.{member}" if member else entry.id
        label = f"{entry.label}（{member}）" if member else entry.label
        view = _shown(entry, claim, label, this)
        return FigureView(
            entry, claim, label, this, view.number, view.text,
            grown=_growth(entry, claim, label, this, last, figure.growth),
            before=_shown(entry, f"{claim}.last", f"{label}上年值", last),
        )  # fmt: skip


def _typed(mention: Mention) -> str:
    return f"[[{mention.typed}]]"


def _shown(entry: Field, claim: str, label: str, value: Value | None) -> FigureView:
    if value is None:
        return FigureView(entry, claim, label, None)
    number = None if value.number is None else Fraction(value.number)
    return FigureView(entry, claim, label, value, number, printed(value, entry))


def _growth(
    entry: Field, claim: str, label: str, this: Value | None, last: Value | None, stated: Value | None
) -> FigureView | None:
    if this and last and this.number is not None and last.number:
        grown = (Fraction(this.number) / Fraction(last.number) - 1) * 100
        return FigureView(entry, f"{claim}.growth", f"{label}增幅", this, grown, f"{fixed(grown, 2)}%")
    if stated is None or stated.number is None:
        return None
    text = f"{stated.number:f}%"
    return FigureView(entry, f"{claim}.growth", f"{label}增幅", stated, Fraction(stated.number), text)


def markup(view: FigureView) -> Markup:
    """Return a figure for a sentence: its text under its claim; all members where it has several."""
    if view.members:
        return Markup("、").join(markup(member) for member in view)
    return claimed(view.text, view.claim)

"""How far a formula goes when each figure in it moves as far as the places leave open that were typed."""

from fractions import Fraction

from evalcli.check import precision
from evalcli.formula.evaluate import evaluate
from evalcli.formula.facts import CountyFacts
from evalcli.formula.parse import parse
from evalcli.formula.schools import StageRows
from evalcli.model.facts import Missing, Quantity
from evalcli.model.filled import Figure, Value
from evalcli.model.frozen import dataclass, field, replace

# A field, its member, and which year is asked for.
Asked = tuple[str, str, str]


@dataclass(frozen=True)
class OfMember:
    """The county's figures as one member of a dimension sees them, one of them perhaps moved; remembers what was asked."""

    facts: CountyFacts
    by: str
    member: str
    shifted: tuple[Asked, Fraction] | None = None
    asked: dict[Asked, None] = field(default_factory=dict)

    def look_up(self, name: str, member: str, when: str) -> Quantity | Missing:
        """Return a figure; one that is filled in by the same dimension is this member's."""
        mine = self.member if not member and self.by and self.facts.pack.fields[name].by == self.by else member
        asked = (name, mine, when)
        self.asked[asked] = None
        found = self.facts.look_up(*asked)
        if self.shifted and self.shifted[0] == asked and isinstance(found, Quantity):
            return replace(found, number=self.shifted[1])
        return found

    def members(self, name: str) -> tuple[str, ...]:
        """Return the members of a field's dimension."""
        return self.facts.members(name)

    def schools(self) -> StageRows | Missing | None:
        """Return nothing: a field is about no single schools."""
        return None

    def moved(self, asked: Asked, number: Fraction) -> "OfMember":
        """Return the same figures with one of them at the end of what it may be."""
        return replace(self, shifted=(asked, number), asked={})

    def value(self, asked: Asked) -> Value | None:
        """Return the value behind what was asked; a stated growth is taken as it stands."""
        name, member, when = asked
        year = self.facts.filled.year - (when == "last")
        figure = self.facts.filled.figures.get((name, member), Figure())
        return None if when == "growth" else figure.years.get(year)


def reach(text: str, lookup: OfMember, middle: Fraction) -> precision.Range:
    """Return how far the result goes when every figure in it moves as far as its typed places leave open."""
    low = high = middle
    for asked in tuple(lookup.asked):
        value = lookup.value(asked)
        if value is None:
            continue
        ends = [evaluate(parse(text), lookup.moved(asked, end)) for end in precision.operand(value)]
        moved = [end.number - middle for end in ends if isinstance(end, Quantity)]
        low += min([Fraction(0), *moved])
        high += max([Fraction(0), *moved])
    return low, high

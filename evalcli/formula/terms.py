"""What a part of a formula is worth, with all that its trace needs."""

from fractions import Fraction
from typing import Final, Protocol

from evalcli.formula.aggregates import Rows
from evalcli.formula.tree import Node, Number
from evalcli.model.facts import Missing, Quantity
from evalcli.model.frozen import dataclass
from evalcli.model.numbers import plain
from evalcli.model.trace import Step

_FEW_PLACES: Final = 4
_MOST_PLACES: Final = 8
_TWO_DIGITS: Final = 10


class Lookup(Protocol):
    """Where figures come from."""

    def look_up(self, field: str, member: str, when: str, /) -> Quantity | Missing:
        """Return a figure of `this` year or the `last`, or its `growth`; the field itself has the empty member."""

    def members(self, field: str, /) -> tuple[str, ...]:
        """Return the members of the field's dimension; one empty name, or none, where it has no dimension."""

    def schools(self, /) -> Rows | Missing | None:
        """Return the schools that the key point is about; None where it is about none."""


@dataclass(frozen=True, slots=True)
class Term:
    """A number with unit and places; `how` is its tree with the numbers put in, `steps` what it was made of.

    `bare` marks what consists of typed numbers alone: it takes the unit of whatever it meets. `rated` marks what was
    multiplied with or divided by a typed number, which may turn one count into another: 12 classes to a room.
    """

    number: Fraction
    unit: str
    decimals: int
    how: Node
    steps: tuple[Step, ...] = ()
    bare: bool = False
    rated: bool = False


def term_of(quantity: Quantity) -> Term:
    """Return a figure as a term."""
    how = Number(quantity.number, plain(quantity.number))
    return Term(quantity.number, quantity.unit, quantity.decimals, how, (quantity.step,))


def merged(missing: tuple[Missing, ...]) -> Missing:
    """Return one `Missing` that names all fields, offices and reasons once, in order."""
    return Missing(
        fields=tuple(dict.fromkeys(field for one in missing for field in one.fields)),
        offices=tuple(dict.fromkeys(office for one in missing for office in one.offices)),
        because="；".join(dict.fromkeys(one.because for one in missing if one.because)),
    )


def united(*terms: Term) -> tuple[Step, ...]:
    """Return the steps of several terms, each once."""
    return tuple(dict.fromkeys(step for term in terms for step in term.steps))


def exact_places(number: Fraction, usual: int) -> int:
    """Return how many places show a reckoned number: all where few do, else the usual, more for a tiny one."""
    for places in range(_FEW_PLACES + 1):
        if (number * 10**places).denominator == 1:
            return places
    places = usual
    # Two digits of a tiny number say something; one may be mostly rounding.
    while abs(number) * 10**places < _TWO_DIGITS and places < _MOST_PLACES:
        places += 1
    return places

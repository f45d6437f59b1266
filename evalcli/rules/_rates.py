"""Rates in %: what was done, of what was planned."""

from typing import Final

from evalcli.model.facts import Quantity
from evalcli.model.trace import Step
from evalcli.rules._wording import shown

_PLACES: Final = 2


def rate(done: Quantity, planned: Quantity, label: str) -> Quantity:
    """Return done ÷ planned × 100 with a trace that can be redone on paper."""
    number = done.number / planned.number * 100
    how = f"{shown(done)} ÷ {shown(planned)} × 100"
    bare = Quantity(number, "%", _PLACES, Step("", ""))
    return Quantity(number, "%", _PLACES, Step(label, shown(bare, 100), how, parts=(done.step, planned.step)))

"""What the rules over schools say alike."""

from evalcli.language import _
from evalcli.model.facts import Across
from evalcli.model.trace import Step


def outside(table: Across) -> tuple[Step, ...]:
    """Return who was left out and why, and how joint schools were split."""
    left_out = tuple(Step(name, _("不计入"), why) for name, why in table.left_out)
    return (*left_out, *table.split)

"""What `county.yaml` says about checking: deadlines, findings that are muted, and the files with answers."""

from collections.abc import Mapping as Dict
from datetime import date

from evalcli.fill import convert
from evalcli.model.checked import Mute
from evalcli.model.document import Mapping, Node, Scalar, mapping, members
from evalcli.model.table import Cell

# Under this name stands the deadline of all offices that have none of their own.
OTHERS = "其他"


def deadlines(head: Mapping) -> Dict[str, date]:
    """Return the last day for every office that is named, and for all others."""
    node = head.get("deadline")
    pairs = [(OTHERS, node)] if isinstance(node, Scalar) else [(key.text, day) for key, day in head.pairs("deadline")]
    found = {name: convert.day(day.text) for name, day in pairs if isinstance(day, Scalar)}
    return {name: day for name, day in found.items() if day}


def mutes(head: Mapping) -> tuple[Mute, ...]:
    """Return the findings that somebody decided not to hear of again."""
    return tuple(_mute(node) for node in head.items("muted"))


def _mute(node: Node) -> Mute:
    entry = node if isinstance(node, Mapping) else mapping((), node.place)
    words = (entry.text("code"), entry.text("at"), entry.text("because"), entry.text("by"))
    return Mute(*words, convert.day(entry.text("on")), node.place)


def followup(head: Mapping) -> tuple[Cell, ...]:
    """Return the names of the files with the offices' answers."""
    node = head.get("followup")
    named = (node,) if isinstance(node, Scalar) else members(node)
    return tuple(Cell(one.text, one.place) for one in named if isinstance(one, Scalar))

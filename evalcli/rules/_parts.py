"""A part and the whole that it is taken of."""

from evalcli.language import _
from evalcli.model.facts import Facts, Missing, Quantity
from evalcli.rules._answers import all_missing
from evalcli.rules._limits import refuse_different_units
from evalcli.rules._wording import shown

Pair = tuple[Quantity, Quantity]


def pair(facts: Facts, part: str, whole: str) -> Pair | Missing:
    """Return a part and its whole, or why nothing can be said of them."""
    found, of = facts.number(part), facts.number(whole)
    if isinstance(found, Missing) or isinstance(of, Missing):
        return all_missing(found, of)
    refuse_different_units(found, of)
    doubt = _doubt(found, of)
    return Missing((), because=doubt) if doubt else (found, of)


def _doubt(part: Quantity, whole: Quantity) -> str:
    if part.number < 0:
        return _("部分{part}小于零，请核对").format(part=shown(part, 0))
    if part.number > whole.number:
        message = _("部分{part}多于总数{whole}，请核对")
        return message.format(part=shown(part, whole.number), whole=shown(whole))
    return _("总数为零") if whole.number == 0 else ""

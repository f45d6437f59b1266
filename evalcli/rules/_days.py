"""Days as packs write them."""

from datetime import date
from typing import Any

from evalcli.language import _
from evalcli.rules._answers import RuleFault


def date_of(written: Any) -> date:
    """Return the day that a pack means, or raise a fault."""
    try:
        return date.fromisoformat(str(written))
    except ValueError:
        raise RuleFault(_("日期“{text}”不存在，写成2022-12-31的样子").format(text=written)) from None


def day_faults(*written: Any) -> tuple[str, ...]:
    """Return what is wrong with days."""
    found = []
    for one in written:
        try:
            date_of(one)
        except RuleFault as fault:
            found.append(str(fault))
    return tuple(found)

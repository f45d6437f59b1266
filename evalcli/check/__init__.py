"""Filled → doubts about the data.

In:  a pack and what a county filled in by it.
Out: notices of three levels: 必改 (must be mended), 疑似 (looks wrong), 提示 (worth knowing).
     `stand` says which of them count, `owed` who has yet to hand in what.
New: a check is one module with `notices(pack, filled)`, and its name in `CHECKS`.
"""

from evalcli.check import (
    bases,
    dates,
    deadlines,
    growth,
    judgements,
    members,
    mentions,
    missing,
    outliers,
    period,
    plans,
    recomputed,
    relations,
    rows,
    schools,
    standards,
    sums,
    targets,
    texts,
    twins,
    whole,
    years,
)
from evalcli.check.owed import by_office, owed
from evalcli.check.status import stand
from evalcli.model.filled import Filled
from evalcli.model.notice import Notice
from evalcli.model.pack import Pack

__all__ = ["CHECKS", "by_office", "county", "owed", "stand"]

CHECKS = (
    mentions,
    judgements,
    relations,
    recomputed,
    sums,
    rows,
    schools,
    whole,
    targets,
    growth,
    years,
    members,
    standards,
    twins,
    outliers,
    bases,
    texts,
    period,
    dates,
    deadlines,
    plans,
    missing,
)


def county(pack: Pack, filled: Filled) -> tuple[Notice, ...]:
    """Return all doubts about one county's data."""
    return tuple(notice for check in CHECKS for notice in check.notices(pack, filled))

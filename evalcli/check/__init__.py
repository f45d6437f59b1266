"""Filled → doubts about the data.

In:  a pack and what a county filled in by it.
Out: notices of three levels: 必改 (must be mended), 疑似 (looks wrong), 提示 (worth knowing).
New: a check is one module with `notices(pack, filled)`, and its name in `CHECKS`.
"""

from evalcli.check import growth, judgements, mentions, missing, period, plans, relations, targets, twins
from evalcli.model.filled import Filled
from evalcli.model.notice import Notice
from evalcli.model.pack import Pack

CHECKS = (mentions, judgements, relations, targets, growth, twins, period, plans, missing)


def county(pack: Pack, filled: Filled) -> tuple[Notice, ...]:
    """Return all doubts about one county's data."""
    return tuple(notice for check in CHECKS for notice in check.notices(pack, filled))

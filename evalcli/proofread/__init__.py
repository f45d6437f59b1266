"""A drafted report → doubts about its text: what contradicts itself, says nothing, is missing, or is written wrongly.

In:  the draft as it will be published, the pack, and what the county filled in.
Out: notices of two levels: 疑似 (looks wrong), 提示 (worth a look). Rather miss a fault than cry wolf.
New: a check is one module with `notices(text)`, and its name in `CHECKS`.
"""

from evalcli.model.filled import Filled
from evalcli.model.notice import Notice
from evalcli.model.pack import Pack
from evalcli.model.report import Draft
from evalcli.proofread import claims, coverage, marks, rates, sections, twice
from evalcli.proofread.text import of_draft

CHECKS = (twice, sections, coverage, rates, claims, marks)


def report(draft: Draft, pack: Pack, filled: Filled, empty: tuple[str, ...]) -> tuple[Notice, ...]:
    """Return all doubts about a drafted report; `empty` are the phrases that say nothing without a figure."""
    text = of_draft(draft, pack, filled, empty)
    return tuple(notice for check in CHECKS for notice in check.notices(text))

"""Reports to be proofread, typed as their Markdown: one paragraph or heading a line."""

from counties import COUNTY, FULL, filled_of, pack_of

from evalcli.draft.markdown import blocks
from evalcli.model.report import Draft
from evalcli.proofread.text import of_draft

PACK = pack_of()
EMPTY = ("显著", "全部", "率先")


def read(*lines, figures=FULL, head=COUNTY):
    """Return a report as it is proofread."""
    draft = Draft(blocks("\n\n".join(lines), {}), "题", "某县人民政府", "2022-09-30")
    return of_draft(draft, PACK, filled_of(PACK, figures, head=head), EMPTY)


def said(check, *lines, **more):
    """Return the messages of a check about a report."""
    return [notice.message for notice in check.notices(read(*lines, **more))]

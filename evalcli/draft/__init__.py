"""Scored county + templates → Draft.

In:  a `Scored` county and a folder of Jinja templates (Markdown in the dialect of `markdown.py`).
Out: a `Draft` of blocks in which every figure names the field it came from, and what was missing.
New: a genre is a folder under `templates/` and its title in `genres.py`; a way of printing is a filter in `filters.py`; an annex is a function in `annexes.py`.
"""

from evalcli.draft.genres import tables
from evalcli.draft.report import report

__all__ = ["report", "tables"]

"""Targets and facts that a document states in running text → rows for a person to confirm.

In:  a `Text` (a plan, a summary, a report) as `read` gives it.
Out: `Statement`s with place, comparator, value, unit and what is unclear.
New unit, operator or name: a word in `words.py`. New way of writing a number: `quantities.py`.
"""

from evalcli.extract.statements import statements

__all__ = ["statements"]

"""The language of formulas.

In:  a formula as a pack author types it, and a way to look fields up.   Out: a `Quantity` with its trace, or `Missing`.
New: a function is one entry in `functions.py`; its docstring is its manual.
"""

"""Many counties' schools on one table → what every county comes to.

In:  a pack, and a CSV with a column that names the county.   Out: `Survey`, one row for each county and stage, and notices.
New: a rule over schools is one function in `stage.py`, its name in `asked.py`. Binary fractions live in this room only: they
settle what is far from any limit; what is near is reckoned in fractions by the rules themselves (`exact.py`).
"""

"""Scorecards → what they mean: explanations, results for programs, rows for tables.

In:  a `Scored` county.
Out: lines, plain data, rows or notices; nothing is judged again here.
New: a question about results is one module with one public function.
"""

from evalcli.analyse.at_stake import at_stake
from evalcli.analyse.explain import explain, explain_all, explain_total
from evalcli.analyse.result import SCHEMA_VERSION, result
from evalcli.analyse.rows import heads, rows, total_line
from evalcli.analyse.verify import verify

__all__ = [
    "SCHEMA_VERSION",
    "at_stake",
    "explain",
    "explain_all",
    "explain_total",
    "heads",
    "result",
    "rows",
    "total_line",
    "verify",
]

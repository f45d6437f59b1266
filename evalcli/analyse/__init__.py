"""Scorecards → what they mean: explanations, results for programs, rows for tables.

In:  a `Scored` county.
Out: lines, plain data or rows; nothing is judged again here.
New: a question about results is one module with one public function.
"""

from evalcli.analyse.explain import explain
from evalcli.analyse.result import SCHEMA_VERSION, result
from evalcli.analyse.rows import HEAD, rows, total_line

__all__ = ["HEAD", "SCHEMA_VERSION", "explain", "result", "rows", "total_line"]

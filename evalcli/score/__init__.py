"""Pack + Filled → Scorecard.

In:  the criteria and what the county filled in.
Out: a `Scorecard`: every key point, item and area with verdict, points, reason and trace; vetoes and the grade.
New: a way of judging is a module in `evalcli/rules/`; a step from points to grade is one function in `STEPS` of `grades.py`.
"""

from evalcli.formula.facts import CountyFacts
from evalcli.score.grades import STEPS, grade
from evalcli.score.indicators import judged, point_result
from evalcli.score.roll_up import county

__all__ = ["STEPS", "CountyFacts", "county", "grade", "judged", "point_result"]

"""One school redone on paper: for every measure of an item, from the cells as typed to the number that is judged."""

from collections.abc import Iterator

from evalcli.analyse.explain import step_lines
from evalcli.formula.aggregates import AGGREGATES
from evalcli.formula.facts import CountyFacts
from evalcli.formula.in_school import in_school
from evalcli.formula.parse import parse
from evalcli.formula.printing import written
from evalcli.formula.schools import StageRow, StageRows
from evalcli.formula.tree import calls_in
from evalcli.language import _, enumerated
from evalcli.model.facts import Missing
from evalcli.model.filled import School
from evalcli.model.pack import KeyPoint
from evalcli.model.scorecard import Scored
from evalcli.model.trace import Step
from evalcli.rules import of_schools, rule


def schools_of(scored: Scored, item: str) -> tuple[School, ...]:
    """Return the schools that an item, or one of its key points, is about; none where it is about none."""
    tables = [scored.filled.tables.get(point.table) for point in _points(scored, item)]
    return tuple({school.place: school for table in tables if table for school in table.schools}.values())


def explain_school(scored: Scored, item: str, school: School) -> tuple[str, ...]:
    """Return the lines that show how every measure of an item comes about in one school."""
    return tuple(_lines(scored, item, school))


def _points(scored: Scored, item: str) -> Iterator[KeyPoint]:
    for indicator in scored.pack.indicators:
        for point in indicator.key_points:
            if point.table and item in (indicator.id, point.id):
                yield point


def _lines(scored: Scored, item: str, school: School) -> Iterator[str]:
    yield _("{school}（代码{code}，{kind}，{place}）").format(
        school=school.name, code=school.code, kind=school.kind or "—", place=school.place
    )
    for point in _points(scored, item):
        facts = CountyFacts(scored.pack, scored.filled, point)
        schools = facts.schools()
        if isinstance(schools, StageRows):
            yield ""
            yield f"  {point.id} {point.text}"
            yield from _of_point(scored, facts, point, schools, school)


def _of_point(scored: Scored, facts: CountyFacts, point: KeyPoint, schools: StageRows, school: School) -> Iterator[str]:
    left_out = next((why for row, why in schools.left_out if row.school is school), "")
    row = next((row for row in schools.rows if row.school is school), None)
    if left_out:
        yield _("    不计入：{why}").format(why=left_out)
    elif row is None:
        yield _("    不计入：没有这一学段，或者这一学段没有学生")
    else:
        for found in _reckoned(facts, point, row):
            yield from _missing(found) if isinstance(found, Missing) else step_lines(scored, found)


def _reckoned(facts: CountyFacts, point: KeyPoint, row: StageRow) -> Iterator[Step | Missing]:
    """Yield everything that a key point reckons for every school: its measures, and what stands inside functions."""
    yield from (facts.of_row(what, row) for what in of_schools(point.rule, point.parameters))
    formulas = (*((point.value,) if point.value else ()), *rule(point.rule).fields(point.parameters))
    calls = (call for text in formulas for call in calls_in(parse(text).root, frozenset(AGGREGATES)))
    inside = dict.fromkeys(written(argument) for call in calls for argument in call.arguments)
    yield from (in_school(parse(text), row) for text in inside)


def _missing(found: Missing) -> Iterator[str]:
    lack = "；".join(part for part in (enumerated(found.fields), found.because) if part)
    yield _("    缺数据：{what}").format(what=lack)

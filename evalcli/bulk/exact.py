"""A county reckoned in fractions, from its own rows, by the rules that `evalcli score` uses."""

from datetime import date
from typing import Any

from evalcli.bulk.asked import Asked
from evalcli.bulk.schools import Schools
from evalcli.formula.aggregates import NoNumber, Row, reckon
from evalcli.formula.facts import CountyFacts
from evalcli.formula.parse import parse
from evalcli.formula.schools import StageRows, across
from evalcli.formula.tree import Name
from evalcli.model.facts import Across, Missing, Spread
from evalcli.model.filled import County, Filled, Notification
from evalcli.model.numbers import plain, telling
from evalcli.model.pack import Measure
from evalcli.rules import rule, spread


def standing(schools: Schools, ask: Asked, county: str) -> dict[str, Any]:
    """Return the row that `stage.standings` has for a county, reckoned exactly."""
    table = schools.of(county)
    rows = StageRows(table, ask.stage)
    formulas = [Name(schools.spec.weight), *(parse(formula).root for formula in ask.formulas.values())]
    out = [why for _row, why in rows.left_out]
    found: dict[str, Any] = {"county": county, "schools": len(rows.rows)}
    found["lacking"] = sum(not all(_has(node, row) for node in formulas) for row in rows.rows)
    for number, rule_out in enumerate(schools.spec.leave_out):
        found[f"out.{number}"] = out.count(rule_out.say)
    for name, measure in ask.measures.items():
        found |= _of_measure(ask, rows, name, measure)
    filled = _filled(schools, table)
    for point in ask.points:
        judgement = rule(point.rule).judge(CountyFacts(schools.pack, filled, point), point.parameters)
        found |= {f"{point.id}.value": judgement.value, f"{point.id}.verdict": judgement.verdict.value}
    return found


def _has(node: Any, row: Row) -> bool:
    try:
        reckon(node, row)
    except NoNumber:
        return False
    return True


def _of_measure(ask: Asked, rows: StageRows, name: str, measure: Measure) -> dict[str, Any]:
    """Return a measure's coefficient of variation as printed, and how many schools reach its standard."""
    table = across(rows, name, measure)
    found: dict[str, Any] = {}
    if name in ask.spreads:
        found[f"{name}.cv"] = _cv(table, ask, name)
    if ask.stage in measure.at_least:
        found[f"{name}.reached"] = _reached(rows, measure, ask.stage)
    return found


def _cv(table: Across | Missing, ask: Asked, name: str) -> str | None:
    if not isinstance(table, Across) or not isinstance(table.spread, Spread):
        return None
    limit = ask.limit(name)
    cv = table.spread.cv
    return plain(cv, spread.PLACES) if limit is None else telling(cv, spread.PLACES, limit)


def _reached(rows: StageRows, measure: Measure, stage: str) -> int:
    node = parse(measure.value).root
    return sum(reckon(node, row) >= measure.at_least[stage] for row in rows.rows if _has(node, row))


def _filled(schools: Schools, table: Any) -> Filled:
    """Return a county that has handed in nothing but this table."""
    day = date.min
    return Filled(
        County(""),
        day,
        day,
        day.year,
        Notification(),
        "",
        None,
        {},
        {},
        {},
        {},
        (),
        (),
        tables={schools.spec.id: table},
    )

"""What is handed out before anything is filled in: forms, schemas for editors, new county folders."""

from collections.abc import Mapping as Dict
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from evalcli.forms import Order, offices, workbook
from evalcli.model.filled import Figure, Filled, Value
from evalcli.model.pack import Pack
from evalcli.model.place import Place

__all__ = ["Order", "correction", "kept_figures", "offices", "order_for", "with_last_year", "workbook"]

Figures = Dict[tuple[str, str], Figure]


def order_for(pack: Pack, filled: Filled | None) -> Order:
    """Return the order of an empty form: of a county, or of nobody yet."""
    if filled is None:
        return Order(pack)
    return Order(pack, filled.county.name, filled.period, filled.year)


def correction(order: Order, filled: Filled) -> Order:
    """Return the order of a form that shows what the county has filled in, to be corrected."""
    typed = {
        (field, member, year): value
        for (field, member), figure in filled.figures.items()
        for year, value in figure.years.items()
    }
    return replace(order, typed=typed, judged=filled.judged, tables=filled.tables)


def with_last_year(order: Order, figures: Figures) -> Order:
    """Return the order of a form that shows last year's values, as last year's figures give them."""
    year = order.year - 1
    last = {
        (field, member, year): figure.years[year] for (field, member), figure in figures.items() if year in figure.years
    }
    return replace(order, last=last)


def kept_figures(path: Path) -> Figures:
    """Return the figures in a result that `evalcli score --format json` wrote."""
    from evalcli.read.result_file import result_file

    found: dict[tuple[str, str], Figure] = {}
    for entry in result_file(path).get("figures", ()):
        key = entry["field"], entry["member"]
        number = Decimal(entry["number"]) if entry["number"] else None
        value = Value(entry["raw"], number, entry["unit"], Place(path.name), entry["approx"], entry["text"])
        before = found.get(key, Figure())
        found[key] = replace(before, years={**before.years, entry["year"]: value})
    return found

"""An extract for programs: plain data whose shape is `evalcli/schemas/extract.json`."""

from typing import Any, Final

from evalcli.model.place import Place
from evalcli.model.statement import Extract, Statement

SCHEMA_VERSION: Final = 1
# The columns of a table, in its order.
COLUMNS: Final = (
    *("place", "fragment", "measures", "comparator", "value", "unit", "base", "date", "softness", "kind", "unclear"),
)


def data(extract: Extract) -> dict[str, Any]:
    """Return the whole extract: numbers as text, so that no reader turns them into binary fractions."""
    return {
        "schema_version": SCHEMA_VERSION,
        "document": {
            "name": extract.document,
            "sha256": extract.sha256,
            "title": extract.title,
            "year": extract.year,
            "genre": str(extract.genre),
        },
        "rows": [_row(row) for row in extract.statements],
    }


def columns(row: Statement) -> tuple[str, ...]:
    """Return a row of the table, as text."""
    return (
        *(str(row.place), row.fragment, row.measures, str(row.comparator), f"{row.value:f}", row.unit),
        *(row.base, row.date, row.softness, str(row.kind), row.unclear),
    )


def _row(row: Statement) -> dict[str, Any]:
    cells: dict[str, Any] = dict(zip(COLUMNS, columns(row), strict=True))
    return {**cells, "place": _place(row.place), "headings": list(row.headings), "confirmed": row.confirmed}


def _place(place: Place) -> dict[str, Any]:
    spot: dict[str, Any] = {"line": place.line, "column": place.column}
    return {**spot, "sheet": place.sheet} if place.sheet else spot

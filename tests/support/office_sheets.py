"""Sheets of offices as tests type them: one line a row, `|` between cells; read as a county's by the small pack."""

from counties import COUNTY, document, pack_of
from nodes import numbers

from evalcli import fill
from evalcli.model.filled import Filled
from evalcli.model.notice import Notice
from evalcli.model.pack import Pack
from evalcli.model.table import Sheet, Span

PACK = pack_of()


def sheet(text: str, name: str = "财政", file: str = "表.xlsx", merged: tuple[Span, ...] = (), **more: object) -> Sheet:
    """Return a sheet with these rows; a first line that is empty does not count."""
    lines = text.removeprefix("\n").rstrip("\n").split("\n")
    rows = tuple(tuple(cell.strip() for cell in line.split("|")) for line in lines)
    return Sheet(file, name, f"sha of {file}", rows, tuple(range(1, len(rows) + 1)), merged, **more)


def county(*sheets: Sheet, pack: Pack = PACK, head: str = COUNTY, data: str = "") -> tuple[Filled, tuple[Notice, ...]]:
    """Return what a county with these sheets, and perhaps a YAML file, filled in."""
    documents = (document(data, "data/1.yaml"),) if data else ()
    return fill.county(pack, document(head), documents, None, sheets)


def figures(text: str, merged: tuple[Span, ...] = ()) -> dict[str, object]:
    """Return the numbers of one sheet in which all can be placed: `per_pupil.小学 2021` and the like."""
    filled, notices = county(sheet(text, merged=merged))
    assert notices == ()
    return flat(filled)


def flat(filled: Filled) -> dict[str, object]:
    """Return all numbers by field, member and year; stated growth stands under year 0."""
    return {
        f"{'.'.join(filter(None, key))} {year}": number
        for key, years in numbers(filled).items()
        for year, number in years.items()
    }


def codes(notices: tuple[Notice, ...]) -> list[str]:
    """Return the codes of notices."""
    return [notice.code for notice in notices]

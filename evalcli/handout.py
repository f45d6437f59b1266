"""What is handed out before anything is filled in: forms, schemas for editors, new county folders."""

import json
from collections.abc import Mapping as Dict
from decimal import Decimal
from pathlib import Path
from typing import Any

from evalcli import read, resources
from evalcli.criteria import found as found_pack
from evalcli.forms import Order, folder, offices, workbook
from evalcli.forms.editor import for_pack
from evalcli.forms.folder import About
from evalcli.model.filled import Figure, Filled, Value
from evalcli.model.frozen import replace
from evalcli.model.notice import Notice, Stopped
from evalcli.model.pack import Pack
from evalcli.model.place import Place
from evalcli.rules import judge_schema

__all__ = [
    "About",
    "Order",
    "begin",
    "correction",
    "from_report",
    "kept_figures",
    "offices",
    "order_for",
    "own_packs",
    "schema",
    "with_last_year",
    "workbook",
]

# What a pack consists of, and what people wrote about it.
_OF_PACKS = (".yaml", ".md")
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
    """Return the figures in a result that `evalcli score --format json` wrote, for the year of its data."""
    from evalcli.read.result_file import result_file

    kept = result_file(path)
    year = int(kept["period"]["year"])
    return {
        (entry["field"], entry["member"]): Figure({year: _kept(entry, path.name)}) for entry in kept.get("figures", ())
    }


def _kept(entry: Dict[str, Any], name: str) -> Value:
    try:
        number = Decimal(entry["value"] or "")
    except ArithmeticError:
        number = None  # a ratio without end is kept as a fraction; its text is what the form shows
    return Value(entry["typed"], number, entry["unit"], Place(name), entry["approx"], entry["text"])


def schema(kind: str, pack: Pack | None = None) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file; for a pack with its own fields and key points."""
    base = read.schema(kind)
    found = for_pack(base, pack) if pack else dict(base)
    if "judge" in found.get("$defs", {}):
        # What the file says of a rule is shaped by the rule itself, so that an editor knows every rule's parameters.
        judge = {**found["$defs"]["judge"], "anyOf": [dict(one) for one in judge_schema().values()]}
        found["$defs"] = {**found["$defs"], "judge": judge}
    return found


def begin(pack: Pack, about: About, data: Dict[str, bytes], tables: Dict[str, str]) -> dict[str, bytes]:
    """Return the files of a new county folder by their names, with the `data` that it begins with.

    A pack that is not shipped comes with it, so that the folder works wherever it is taken.
    """
    found = {name: text.encode("utf-8") for name, text in folder.texts(pack, about, tables).items()}
    for name, kind in ((folder.SCHEMA, "county"), (folder.DATA_SCHEMA, "data")):
        found[name] = (json.dumps(schema(kind, pack), ensure_ascii=False, indent=2) + "\n").encode("utf-8")
    order = Order(pack, about.county, f"{about.year}年", about.year)
    return {**found, **data, folder.FORM: workbook(order)}


def from_report(path: Path, pack: Pack) -> tuple[dict[str, bytes], tuple[Notice, ...]]:
    """Return the file in which an old report lies beside the items and fields of a pack, to be confirmed by a person."""
    from evalcli import recall
    from evalcli.extract import extract
    from evalcli.read.texts import text

    found, notices = text(path, path.name)
    if found is None:
        raise Stopped(notices)
    stated, more = extract(found)
    laid = recall.recalled(found, stated, pack)
    return {f"{path.stem}.待确认.yaml": recall.written(laid, pack).encode("utf-8")}, (*notices, *more)


def own_packs(pack: Pack, wish: str) -> dict[str, bytes]:
    """Return the files of the pack that `wish` names, and of those it stands on, which are not shipped."""
    home, county = found_pack(wish, Path())
    found: dict[str, bytes] = {}
    for name in pack.layers:
        lies = home if home.name == name else resources.find("indicators", name, county)
        if lies and lies.parent != resources.shipped("indicators"):
            files = sorted(path for path in lies.rglob("*") if path.is_file() and path.suffix in _OF_PACKS)
            found |= {f"indicators/{name}/{path.relative_to(lies).as_posix()}": path.read_bytes() for path in files}
    return found

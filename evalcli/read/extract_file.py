"""An extract that `evalcli extract --format json` wrote and a person confirmed, read back."""

from decimal import Decimal
from pathlib import Path
from typing import Any

from evalcli.language import _
from evalcli.model.document import Document, Mapping
from evalcli.model.frozen import replace
from evalcli.model.notice import Level, Notice, Stopped
from evalcli.model.place import Place
from evalcli.model.plain import plain
from evalcli.model.statement import Comparator, Extract, Genre, Kind, Statement
from evalcli.read.disk import document
from evalcli.read.schemas import schema
from evalcli.read.shape import shape


def extract_file(path: Path) -> Extract:
    """Return the extract in a file; JSON is YAML, so whatever is wrong with it is told with its place."""
    found, notices = document(path)
    if found is None:
        raise Stopped(notices)
    wanted = schema("extract")
    faults = _other_version(found, wanted["properties"]["schema_version"]["const"]) or shape(found, wanted)
    if faults:
        raise Stopped(replace(notice, level=Level.STOP) for notice in faults)
    kept: dict[str, Any] = plain(found.root)
    source = kept["document"]
    rows = tuple(_statement(row, source["name"]) for row in kept["rows"])
    genre = Genre(source["genre"])
    return Extract(source["name"], source["sha256"], source["title"], source["year"], genre, rows)


def _statement(row: dict[str, Any], name: str) -> Statement:
    place = row["place"]
    return Statement(
        place=Place(name, place["line"], place["column"], sheet=place.get("sheet", "")),
        fragment=row["fragment"],
        measures=row["measures"],
        comparator=Comparator(row["comparator"]),
        value=Decimal(row["value"]),
        unit=row["unit"],
        base=row.get("base", ""),
        date=row.get("date", ""),
        softness=row.get("softness", ""),
        kind=Kind(row["kind"]),
        unclear=row.get("unclear", ""),
        headings=tuple(row.get("headings", ())),
        confirmed=row.get("confirmed", False),
    )


def _other_version(found: Document, wanted: int) -> tuple[Notice, ...]:
    """Return that an extract has another shape than ours."""
    root = found.root
    stated = root.get("schema_version") if isinstance(root, Mapping) else None
    if stated is None or plain(stated) == wanted:
        return ()
    message = _("提取结果的 schema_version 是 {have}，这个版本的 evalcli 只认 {wanted}")
    advice = _("用写出它的那个版本的 evalcli，或者重新提取。")
    return (
        Notice("extract.version", Level.STOP, message.format(have=plain(stated), wanted=wanted), advice, stated.place),
    )

"""From the file to what every county comes to, on one page."""

from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from evalcli.bulk.asked import Asked, asked
from evalcli.bulk.exact import standing
from evalcli.bulk.schools import Schools, county_column, is_number, schools, spots
from evalcli.bulk.stage import standings
from evalcli.language import _
from evalcli.model.frozen import dataclass
from evalcli.model.notice import Level, Notice, Stopped
from evalcli.model.pack import KeyPoint, Pack, TableSpec
from evalcli.model.table import Cell
from evalcli.read.long_table import long_table

if TYPE_CHECKING:
    from evalcli.bulk.columns import Spot


@dataclass(frozen=True, slots=True)
class Survey:
    """What every county comes to, by stage; `exactly` is how many counties were reckoned in fractions.

    A row of a stage's frame holds `county`, `schools` (how many count), `lacking` (how many of them lack a number),
    `out.0` … (left out, by the table's rules), a measure's `.cv` as printed and `.reached`, a key point's `.value` and
    `.verdict`. `undecided` are the key points about schools that the table alone does not decide.
    """

    pack: Pack
    spec: TableSpec
    stages: tuple[tuple[Asked, pl.DataFrame], ...]
    undecided: tuple[KeyPoint, ...]
    exactly: int
    notices: tuple[Notice, ...]


def survey(path: Path, pack: Pack, by: str = "") -> Survey:
    """Return what every county on a table comes to."""
    spec = _spec(pack)
    name = path.as_posix()
    found: dict[int, Spot] = {}
    notices: list[Notice] = []

    def wanted(head: tuple[Cell, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        county = county_column(head, by, name)
        columns, wrong = spots(pack, spec, head, county, name)
        found.update(columns)
        notices.extend(wrong)
        numbers = tuple(at for at, (column, _stage) in columns.items() if is_number(spec.columns[column]))
        return (*(at for at in columns if at not in numbers), county), numbers

    table, unread = long_table(path, name, wanted)
    if table is None:
        raise Stopped(unread)
    read, wrong = schools(pack, spec, table, found, county_column(table.head, by, name))
    return _surveyed(read, (*notices, *wrong))


def _surveyed(read: Schools, notices: tuple[Notice, ...]) -> Survey:
    have = frozenset(column for column, _stage in read.columns)
    asks, undecided = asked(read.pack, read.spec, have)
    stages: list[tuple[Asked, pl.DataFrame]] = []
    exactly: set[str] = set()
    for ask, frame in zip(asks, standings(read, asks), strict=True):
        unsure = frame.filter("unsure")["county"].to_list()
        exactly.update(unsure)
        stages.append((ask, settled(read, ask, frame.drop("unsure"), unsure)))
    return Survey(read.pack, read.spec, tuple(stages), undecided, len(exactly), notices)


def settled(read: Schools, ask: Asked, frame: pl.DataFrame, unsure: list[str]) -> pl.DataFrame:
    """Return the rows in the order of the counties, those that were unsure reckoned in fractions."""
    rows = [standing(read, ask, county) for county in unsure]
    sure = frame.filter(~pl.col("county").is_in(unsure))
    return pl.concat([sure, pl.DataFrame(rows, schema=frame.schema)]).sort("county")


def _spec(pack: Pack) -> TableSpec:
    """Return the table that a pack judges schools by."""
    if len(pack.tables) == 1:
        return next(iter(pack.tables.values()))
    message = _("指标包 {id} 没有学校表，或者不止一张").format(id=pack.id)
    raise Stopped([Notice("table.none", Level.STOP, message, _("用按学校核对的指标包，如 balanced-quality-2017。"))])

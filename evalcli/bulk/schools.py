"""A long table → the schools of many counties: who they are and their numbers, and all that could not be read."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import polars as pl

from evalcli.bulk.cells import cells
from evalcli.bulk.columns import Column, Spot
from evalcli.fill import tables
from evalcli.fill.convert import Fault
from evalcli.language import _, enumerated
from evalcli.model.filled import SchoolTable
from evalcli.model.frozen import dataclass, replace
from evalcli.model.notice import Level, Notice, Stopped
from evalcli.model.pack import ALL_STAGES, Field, Pack, TableSpec
from evalcli.model.place import Place
from evalcli.model.table import Cell, LongTable, Table

# How the column is headed that says to which county a school belongs.
COUNTY: Final = ("县代码", "行政区划代码", "区县代码", "县级行政区划代码", "county_code", "county", "区县", "县")
# Of one kind of fault so many are named, the rest counted.
_NAMED: Final = 20
_WHO: Final = ("county", "code", "name", "kind")


@dataclass(frozen=True, slots=True)
class Schools:
    """The schools of many counties: `frame` holds who and where they are and a column of numbers for each of `columns`."""

    spec: TableSpec
    pack: Pack
    table: LongTable
    spots: Mapping[int, Spot]
    frame: pl.DataFrame
    columns: Mapping[Spot, Column]

    @property
    def counties(self) -> list[str]:
        """Return the codes of the counties, in order."""
        return sorted(self.frame["county"].unique())

    def of(self, county: str) -> SchoolTable:
        """Return one county's schools as they are read when the county is alone: every number exact."""
        lines = self.frame.filter(pl.col("county") == county)["line"].implode()
        rows = self.table.texts.filter(pl.col("line").is_in(lines))
        head = tuple(self.table.head[position] for position in self.spots)
        texts = rows.select(str(position) for position in self.spots).rows()
        made = tuple(
            tuple(
                Cell("" if text is None else str(text), self.table.place(line, position))
                for position, text in zip(self.spots, row, strict=True)
            )
            for line, row in zip(rows["line"], texts, strict=True)
        )
        return tables.school_table(self.pack, self.spec, Table(self.table.name, "", head, made))[0]


def county_column(head: tuple[Cell, ...], by: str, name: str) -> int:
    """Return the position of the column that names the county, or stop."""
    wanted = (by,) if by else COUNTY
    titles = [tables.bare(cell.text) for cell in head]
    found = next((titles.index(title) for title in map(tables.bare, wanted) if title in titles), None)
    if found is not None:
        return found
    message = (
        _("表里没有“{by}”一列").format(by=by)
        if by
        else _("看不出哪一列是县：没有表头是{known}").format(known=enumerated(COUNTY))
    )
    advice = _("用 --by 写明哪一列是县的代码；表头有：{titles}。").format(
        titles=enumerated(title for title in titles if title)
    )
    raise Stopped([Notice("table.no-county-column", Level.STOP, message, advice, Place(name))])


def spots(
    pack: Pack, spec: TableSpec, head: tuple[Cell, ...], county: int, name: str
) -> tuple[dict[int, Spot], tuple[Notice, ...]]:
    """Return which columns the heads are, and what is wrong with them; without code and kind nothing can be said."""
    notices: list[Notice] = []
    others = (Cell("", cell.place) if position == county else cell for position, cell in enumerate(head))
    found = dict(tables.spots(pack, spec, others, notices))
    lacking = tuple(tables.absent(spec, found, name, head))
    have = {column for column, _stage in found.values()}
    if not {spec.key, spec.kind, spec.weight} <= have:
        raise Stopped(replace(notice, level=Level.STOP) for notice in lacking)
    return found, (*notices, *lacking)


def schools(
    pack: Pack, spec: TableSpec, table: LongTable, found: Mapping[int, Spot], county: int
) -> tuple[Schools, tuple[Notice, ...]]:
    """Return the schools of a long table, and all that could not be read of it."""
    notices: list[Notice] = []
    who = _who(spec, table, found, county)
    kept = table.texts.hstack(who)
    for rule in (_empty, _countyless, _codeless, _strange, _twice):
        kept, faults = rule(spec, table, kept)
        notices += faults
    columns: dict[Spot, Column] = {}
    # Kinds are compared again and again; an unknown one belongs to no stage.
    kind = pl.col("kind").cast(pl.Enum(sorted(tables.kinds(spec))), strict=False)
    numbers = [kept.select("line", "county", kind)]
    for position, (column, stage) in found.items():
        field = spec.columns[column]
        if is_number(field):
            label = f"{field.label}（{stage}）" if stage else field.label
            read = cells(kept[str(position)], replace(field, label=label))
            columns[column, stage] = read.column
            numbers.append(read.numbers.alias(f"{column}.{stage}").to_frame())
            notices += _unread(table, kept, position, read.faults)
    frame = pl.concat(numbers, how="horizontal")
    return Schools(spec, pack, table, found, frame, columns), tuple(notices)


def is_number(field: Field) -> bool:
    """Return whether a column holds numbers."""
    return field.kind not in ("text", "choice")


def _who(spec: TableSpec, table: LongTable, found: Mapping[int, Spot], county: int) -> pl.DataFrame:
    """Return county, code, name and kind of every row, without blanks around them."""
    at = {column: str(position) for position, (column, stage) in found.items() if stage == ALL_STAGES}
    columns = {
        "county": str(county),
        "code": at[spec.key],
        "name": at.get(spec.name, at[spec.key]),
        "kind": at[spec.kind],
    }
    who = table.texts.select(
        pl.col(column).fill_null("").str.strip_chars().alias(name) for name, column in columns.items()
    )
    # Codes come out of workbooks as numbers: 110101.0 is the code 110101.
    odd = who.select(pl.all().str.ends_with(".0").any()).row(0)
    odd_names = [name for name, found_odd in zip(columns, odd, strict=True) if found_odd]
    who = who.with_columns(pl.col(odd_names).str.replace(r"^([0-9]+)\.0$", "${1}"))
    return who.with_columns(pl.when(pl.col("name") == "").then("code").otherwise("name").alias("name"))


Kept = tuple[pl.DataFrame, tuple[Notice, ...]]


def _empty(_spec: TableSpec, _table: LongTable, rows: pl.DataFrame) -> Kept:
    """Leave out rows without anything in them, and say nothing of them."""
    bare = rows.filter((pl.col("county") == "") & (pl.col("code") == ""))
    if bare.is_empty():
        return rows, ()
    texts = bare.select(pl.exclude("line", *_WHO).cast(pl.String).str.strip_chars().fill_null(""))
    nothing = bare.filter(texts.select(pl.all_horizontal(pl.all() == "")).to_series())["line"].implode()
    return rows.filter(~pl.col("line").is_in(nothing)), ()


def _countyless(_spec: TableSpec, table: LongTable, rows: pl.DataFrame) -> Kept:
    """Leave out rows that do not say which county they belong to."""
    kept, lines = _without(rows, pl.col("county") == "")
    message = _("这一行没有写明属于哪个县，没有采用")
    advice = _("补上县的代码；合计行请删去。")
    notices = (
        Notice("table.no-county", Level.MUST, message, advice, table.place(line, 0)) for line in lines.head(_NAMED)
    )
    return kept, _counted(notices, len(lines), table)


def _codeless(spec: TableSpec, table: LongTable, rows: pl.DataFrame) -> Kept:
    """Leave out rows without a code and rows that add up the others."""
    wrong = (pl.col("code") == "") | pl.col("code").is_in(tables.SUMS) | pl.col("name").is_in(tables.SUMS)
    kept, lines = _without(rows, wrong)
    notices = (tables.no_key(spec, table.place(line, 0)) for line in lines.head(_NAMED))
    return kept, _counted(notices, len(lines), table)


def _without(rows: pl.DataFrame, wrong: pl.Expr) -> tuple[pl.DataFrame, pl.Series]:
    """Return the rows that are not wrong, and the lines of those that are; all rows as they are where none is."""
    lines = rows.lazy().filter(wrong).select("line").collect()["line"]
    return (rows.filter(~wrong) if len(lines) else rows), lines


def _strange(spec: TableSpec, table: LongTable, rows: pl.DataFrame) -> Kept:
    """Keep schools of unknown kinds, which belong to no stage, and say so."""
    wrong = rows.filter(~pl.col("kind").is_in(sorted(tables.kinds(spec))))
    notices = (
        tables.strange_kind(spec, kind, table.place(line, 0))
        for kind, line in wrong.select("kind", "line").head(_NAMED).iter_rows()
    )
    return rows, _counted(notices, len(wrong), table)


def _twice(_spec: TableSpec, table: LongTable, rows: pl.DataFrame) -> Kept:
    """Keep the first of the schools that have one code within a county."""
    codes = rows["code"]
    # Codes that only rise, as in most tables, need not be compared with all others.
    if (codes.head(-1) < codes.tail(-1)).all() or codes.n_unique() == len(rows):
        return rows, ()
    first = rows.select(pl.struct("county", "code").is_first_distinct()).to_series()
    again = rows.filter(~first)
    if again.is_empty():
        return rows, ()
    kept = rows.filter(first)
    both = again.join(kept, on=["county", "code"], suffix="_first", maintain_order="left").head(_NAMED)
    chosen = both.select("code", "name", "line", "name_first", "line_first").iter_rows()
    notices = (_pair(table, *row) for row in chosen)
    return kept, _counted(notices, len(again), table)


def _pair(table: LongTable, code: str, name: str, line: int, first: str, first_line: int) -> Notice:
    return tables.twice(code, (name, table.place(line, 0)), (first, table.place(first_line, 0)))


def _unread(table: LongTable, rows: pl.DataFrame, position: int, faults: Mapping[str, Fault]) -> tuple[Notice, ...]:
    """Return the cells of a column that are no number."""
    if not faults:
        return ()
    text = pl.col(str(position)).cast(pl.String)
    wrong = rows.select("line", text.alias("text")).filter(pl.col("text").is_in(list(faults)))
    said = ((faults[text], line) for line, text in wrong.head(_NAMED).iter_rows())
    notices = (
        Notice(fault.code, Level.MUST, fault.message, fault.advice, table.place(line, position)) for fault, line in said
    )
    return _counted(notices, len(wrong), table)


def _counted(notices: Iterable[Notice], count: int, table: LongTable) -> tuple[Notice, ...]:
    """Return the first of many notices of one kind, and how many there are."""
    named = tuple(notices)
    return (*named, *_more(named[-1].code, count, table)) if count > len(named) else named


def _more(code: str, count: int, table: LongTable) -> Iterator[Notice]:
    message = _("这一类问题共{count}处，以上只列出前{named}处").format(count=count, named=_NAMED)
    yield Notice(code, Level.MUST, message, _("先改列出的，改完再运行一次。"), Place(table.name, sheet=table.sheet))

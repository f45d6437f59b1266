"""A county that does not exist, to see the whole way with: made up, marked so, and without doubts."""

from collections.abc import Mapping as Dict
from pathlib import Path

from evalcli import check, fill
from evalcli.criteria import found
from evalcli.criteria.proofs import cases_below
from evalcli.forms.made_up import figures, judgements
from evalcli.forms.made_up_schools import schools_csv
from evalcli.formula.parse import parse as parse_formula
from evalcli.model.document import Document
from evalcli.model.frozen import dataclass
from evalcli.model.notice import Notice
from evalcli.model.pack import Pack
from evalcli.model.table import Table
from evalcli.read.csv_file import parse as parse_csv
from evalcli.read.yaml_file import parse

SAID = "本文件夹里的填报值、学校和评定全部是程序编造的，只用来演示，不代表任何真实的县和学校。"
_NAME = "data/演示数据.yaml"
_HEAD = """\
# yaml-language-server: $schema=../.evalcli/data.schema.json
# 演示数据：全部是编造的。填自己的数据时，删去这个文件和 county.yaml 里的 illustrative。
"""
# Every figure names its source, as an office's own does: the annex of a report names no file.
_FIGURES = ("figures:", "  - from: 演示数据（编造）")


@dataclass(frozen=True, slots=True)
class Data:
    """The files of made-up data by their names, and which of them are school tables."""

    files: Dict[str, bytes]
    tables: Dict[str, str]


def data(pack: Pack, wish: str, county: str, year: int) -> Data:
    """Return made-up data for a pack; what would contradict something else is left out."""
    named = {spec.id: f"data/{spec.label}.csv" for spec in pack.tables.values()}
    sheets = {named[spec.id]: schools_csv(pack, spec, county, year) for spec in pack.tables.values()}
    tables = {name: _sheet(sheets[file], file) for name, file in named.items()}
    given, free = figures(pack, cases_below(*found(wish, Path())), year)
    judged = dict(judgements(pack, f"{year}-12-31"))
    while doubted := _doubted(pack, given, free, judged, tables, year):
        given = {key: text for key, text in given.items() if key not in doubted}
    return Data({**sheets, _NAME: _text(given, judged).encode("utf-8")}, named)


def _sheet(data: bytes, name: str) -> Table:
    sheet, notices = parse_csv(data, name)
    assert sheet is not None, notices
    return sheet


def _document(text: str, name: str) -> Document:
    found_, notices = parse(text.encode("utf-8"), name)
    assert found_ is not None, notices
    return found_


def _text(given: Dict[str, str], judged: Dict[str, str]) -> str:
    """Return the data file: a figure a line."""
    lines = [*_FIGURES * bool(given), *(f"    {key}: {text}" for key, text in given.items())]
    lines += [*("judged:",) * bool(judged), *(f'  "{key}": {text}' for key, text in judged.items())]
    return _HEAD + "\n".join(lines) + "\n"


def _doubted(
    pack: Pack, given: Dict[str, str], free: frozenset[str], judged: Dict[str, str], tables: Dict[str, Table], year: int
) -> set[str]:
    """Return the figures at whose places something is doubted: made-up figures need not go together."""
    head = f"county: {{name: x}}\npack: {pack.id}\nperiod: {{from: {year}-01-01, to: {year}-12-31}}\nyear: {year}\n"
    filled, unread = fill.county(
        pack, _document(head, "county.yaml"), (_document(_text(given, judged), _NAME),), tables
    )
    first = _HEAD.count("\n") + len(_FIGURES) + 1
    lines = dict(enumerate(given, first))
    return {key for notice in (*unread, *check.county(pack, filled)) for key in _at(pack, notice, lines, free)}


def _at(pack: Pack, notice: Notice, lines: Dict[int, str], free: frozenset[str]) -> frozenset[str]:
    """Return the figures to leave out for a doubt: of a relation those that no example needs, else the one it points at."""
    place = notice.place
    key = lines.get(place.line, "") if place and place.file == _NAME else ""
    if not key:
        return frozenset()
    holds = next((one.holds for one in pack.relations if notice.code == f"relation.{one.id}"), "")
    return (frozenset(parse_formula(holds).names) & free & set(lines.values()) if holds else frozenset()) or frozenset(
        {key}
    )

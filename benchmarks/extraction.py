"""`python benchmarks/extraction.py TABLE DOCUMENT…`: precision, recall and F1 of `evalcli extract` against a table of quantities.

TABLE is tab-separated with the columns `line, fragment, comparator, value, unit`, and `seed` where it covers several
documents (a document belongs to the rows whose seed stands in its file name). A match is the same value, unit and class of comparator within the
same clause. Where the table leaves a choice, either counts: `>=(=)`, `decrease >=`, `~ (>)`; a slash, a range and a
plus list several quantities in one row; figures without a number are not asked for.
"""

import csv
import re
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from evalcli.extract import statements
from evalcli.model.statement import Statement
from evalcli.read.texts import text as read_text

_UNITS = [
    "万平方米",
    "平方米",
    "万人次",
    "万元",
    "亿元",
    "人次",
    "场次",
    "小时",
    "分钟",
    "课时",
    "学时",
    "个工作日",
    "公里",
    "万条",
    "万名",
    "万人",
    "万个",
    "百分点",
]
_RANGE = re.compile(r"^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One quantity that a document states: `comparators` that count, and the words around it."""

    line: int
    fragment: str
    comparators: frozenset[str]
    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Score:
    """How many were found, missed and made up."""

    hits: int
    missed: tuple[Wanted, ...]
    extra: tuple[Statement, ...]

    @property
    def precision(self) -> Decimal:
        """Return the share of the rows found that are right."""
        return _share(self.hits, self.hits + len(self.extra))

    @property
    def recall(self) -> Decimal:
        """Return the share of the rows wanted that were found."""
        return _share(self.hits, self.hits + len(self.missed))

    @property
    def f1(self) -> Decimal:
        """Return the harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else Decimal(0)


def _share(part: int, whole: int) -> Decimal:
    return Decimal(part) / Decimal(whole) if whole else Decimal(1)


def wanted(table: Path, document: Path) -> list[Wanted]:
    """Return the quantities that the table lists for a document."""
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_MINIMAL))
    return [one for row in rows if row.get("seed", "") in document.name for one in _wanted(row)]


def _wanted(row: dict[str, str]) -> Iterator[Wanted]:
    comparators = row["comparator"].split(" / ")
    units = row["unit"].split(" / ")
    values = list(_values(row["value"]))
    for number, value in enumerate(values):
        comparator = comparators[min(number, len(comparators) - 1)] if len(values) > 1 else row["comparator"]
        unit = units[min(number, len(units) - 1)]
        classes = _classes(comparator)
        if comparator == "range":
            classes = frozenset({">=" if number == 0 else "<="})
        unit = "" if " county + " in row["value"] else _unit(unit)
        yield Wanted(int(row["line"]), row["fragment"], classes, value, unit)


def _values(written: str) -> Iterator[Decimal]:
    if written == "no figure":
        written = "0"
    if " county + " in written:
        written = "1 / 1"
    text = re.sub(r"\(.*?\)", "", written).strip()
    text = re.sub(r" per \d+$| x \d+$", "", text)
    if found := _RANGE.fullmatch(text):
        yield Decimal(found[1])
        yield Decimal(found[2])
        return
    for part in re.split(r" / |,| \+ |(?<=\d)\+(?=\d)", text):
        yield Decimal(part.strip().removeprefix("1:"))


def _classes(written: str) -> frozenset[str]:
    found = set(re.findall(r">=|<=|>|<|=|increase|decrease", written))
    if "~" in written:
        found |= {"=", ">=", "<="} if len(found) == 0 else {"="}
    return frozenset({"any"} if not found else {_class(one) for one in found})


def _class(comparator: str) -> str:
    """Return the class of a comparator: with or without its bound is one class."""
    return {">": ">=", "<": "<="}.get(comparator, comparator)


def _unit(written: str) -> str:
    text = re.sub(r"[()]", "", written.split("/", maxsplit=1)[0]).strip()
    text = {"班": "个", "个班": "个", "名": "人", "位": "人"}.get(text, text)
    if ":" in text and "%" not in text:
        return ":"
    if text.startswith("%"):
        return "%"
    return next((unit for unit in _UNITS if text.startswith(unit)), text[:1] if text not in ("", "-") else "")


def score(asked: Sequence[Wanted], found: Sequence[Statement]) -> Score:
    """Return how well what was found answers what is asked."""
    left = list(found)
    missed = []
    hits = 0
    for one in asked:
        match = next((row for row in left if _same(one, row)), None)
        if match is None:
            missed.append(one)
        else:
            hits += 1
            left.remove(match)
    return Score(hits, tuple(missed), tuple(left))


def _same(one: Wanted, row: Statement) -> bool:
    comparators = one.comparators & {_class(row.comparator), "any"}
    unit = one.unit in ("", _unit(row.unit))
    return row.place.line == one.line and row.value == one.value and unit and bool(comparators) and _beside(one, row)


def _beside(one: Wanted, row: Statement) -> bool:
    """Return whether a row stands in the clause of a fragment, or in one that the fragment reaches into."""
    line = row.place.text
    start = line.find(one.fragment)
    if start < 0:
        return False
    while start >= 0:
        end = start + len(one.fragment)
        if start <= row.place.column + row.place.width - 1 and row.place.column - 1 < end:
            return True
        start = line.find(one.fragment, start + 1)
    return False


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores; return 1 where F1 over all is under the gate."""
    options = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("table", type=Path)
    options.add_argument("documents", type=Path, nargs="+")
    options.add_argument("-v", "--verbose", action="store_true", help="list what was missed and what was made up")
    options.add_argument("--at-least", type=Decimal, default=Decimal(0), help="end with 1 where F1 over all is lower")
    given = options.parse_args(arguments)
    scores = [_one(given.table, document, verbose=given.verbose) for document in given.documents]
    whole = Score(
        sum(score.hits for score in scores),
        tuple(one for score in scores for one in score.missed),
        tuple(one for score in scores for one in score.extra),
    )
    _say("all", whole)
    return int(whole.f1 < given.at_least)


def _one(table: Path, document: Path, *, verbose: bool) -> Score:
    read, notices = read_text(document, document.name)
    if read is None:
        sys.exit("\n".join(f"{document}: {notice.message}" for notice in notices))
    result = score(wanted(table, document), list(statements(read)))
    _say(document.name, result)
    if verbose:
        for miss in result.missed:
            print(
                f"  missed  {miss.line:>4} {'|'.join(sorted(miss.comparators))} {miss.value} {miss.unit}  {miss.fragment}"
            )
        for row in result.extra:
            print(f"  extra   {row.place.line:>4} {row.comparator} {row.value} {row.unit}  {row.fragment}")
    return result


def _say(name: str, result: Score) -> None:
    numbers = f"precision {result.precision:.3f}  recall {result.recall:.3f}  F1 {result.f1:.3f}"
    print(f"{name}: {numbers}  (found {result.hits}, missed {len(result.missed)}, extra {len(result.extra)})")


if __name__ == "__main__":
    sys.exit(main())

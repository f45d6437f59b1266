"""What calamine does not tell of an .xlsx: number formats, formulas never reckoned, errors, hidden rows and columns.

Parts are read with expat, which is linear in their size; a part that declares a document type is refused, so that no
entity is ever expanded.
"""

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from xml.parsers.expat import ParserCreate
from zipfile import ZipFile

from evalcli.model.frozen import dataclass, field
from evalcli.model.table import Span
from evalcli.read.limits import MOST_COLUMNS

_LETTERS = re.compile("([A-Z]+)([0-9]+)")
# Formats that every workbook has without naming them: 0% and 0.00%.
PERCENT_BUILT_IN = frozenset({9, 10})
# What stands in a format as text is no sign of it: "%" in quotes, \% and the like.
_SPELLED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_ON = ("1", "true")
# Errors by the numbers that binary workbooks give them.
ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


class Declared(Exception):
    """A part declares a document type, which no office program writes."""


@dataclass(slots=True)
class Facts:
    """What a sheet says of its cells beside their values; rows and columns count from 0.

    `merged` is for kinds of workbooks of which calamine does not tell it.
    """

    percent: set[tuple[int, int]] = field(default_factory=set)
    unreckoned: set[tuple[int, int]] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    merged: list[Span] = field(default_factory=list)

    def hide_columns(self, first: int, end: int) -> None:
        """Note hidden columns, each once: every format tells them in order, and a hostile file could tell them without end."""
        start = self.hidden_columns[-1] + 1 if self.hidden_columns else 0
        self.hidden_columns += range(max(first, start), min(end, MOST_COLUMNS))


def sheet_facts(book: ZipFile) -> dict[str, Facts]:
    """Return what the sheets of a workbook say of their cells, by the names of the sheets."""
    names = set(book.namelist())
    percent = _percent_styles(book.read("xl/styles.xml")) if "xl/styles.xml" in names else frozenset()
    targets = relations(book, "xl/_rels/workbook.xml.rels")
    found = {}
    for tag, attributes in _tags(book.read("xl/workbook.xml")):
        if tag == "sheet":
            link = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            part = part_of(targets.get(link, ""))
            if part in names:
                found[attributes.get("name", "")] = _facts(book.read(part), percent)
    return found


def relations(book: ZipFile, part: str) -> dict[str, str]:
    """Return where the relations that a part lists lead, by their ids; nothing where there is no such part."""
    tags = _tags(book.read(part)) if part in book.namelist() else ()
    return {found.get("Id", ""): found.get("Target", "") for tag, found in tags if tag == "Relationship"}


def part_of(target: str) -> str:
    """Return the name of the part that a relation of the workbook leads to."""
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _tags(xml: bytes) -> list[tuple[str, Mapping[str, str]]]:
    """Return every element's bare name and its attributes, in the order of the part."""
    found: list[tuple[str, Mapping[str, str]]] = []
    parser = guarded_parser()
    parser.StartElementHandler = lambda name, attributes: found.append((name.rpartition(":")[2], attributes))
    parser.ParseFile(BytesIO(xml))
    return found


def guarded_parser() -> Any:
    """Return a parser that refuses a part with a document type."""
    parser = ParserCreate()
    parser.StartDoctypeDeclHandler = _refused
    parser.buffer_text = True
    return parser


def _refused(*_declared: object) -> None:
    raise Declared


def shows_percent(code: str) -> bool:
    """Return whether a number format shows a number as a percentage."""
    return "%" in _SPELLED.sub("", code)


def _percent_styles(xml: bytes) -> frozenset[int]:
    """Return the numbers of the cell styles that show a number as a percentage."""
    formats, styles, inside = set(PERCENT_BUILT_IN), [], False
    for tag, attributes in _tags(xml):
        if tag == "numFmt" and shows_percent(attributes.get("formatCode", "")):
            formats.add(int(attributes.get("numFmtId", "-1")))
        elif tag in ("cellXfs", "cellStyles", "dxfs"):
            inside = tag == "cellXfs"
        elif tag == "xf" and inside:
            styles.append(int(attributes.get("numFmtId", "0")))
    return frozenset(number for number, shown in enumerate(styles) if shown in formats)


def _facts(xml: bytes, percent: frozenset[int]) -> Facts:
    found = Facts()
    if not _worth_reading(xml, percent):
        return found
    parser = guarded_parser()
    reader = _Reader(found, frozenset(str(style) for style in percent))
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.text
    parser.ParseFile(BytesIO(xml))
    return found


def _worth_reading(xml: bytes, percent: frozenset[int]) -> bool:
    """Return whether a sheet can hold anything of interest: most school sheets hold plain values only."""
    if not xml.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        return True  # UTF-16
    signs = [b"<!DOCTYPE", b"<f", b":f", b"hidden=", b't="e"', b"t='e'"]
    signs += [quote + str(style).encode() + quote for style in percent for quote in (b'"', b"'")]
    return any(sign in xml for sign in signs)


class _Reader:
    """Takes the events of a sheet; everything it learns goes to `facts`."""

    def __init__(self, facts: Facts, percent: frozenset[str]) -> None:
        self._facts, self._percent = facts, percent
        self._row, self._column, self._kind = -1, -1, ""
        self._formula, self._inside, self._value = False, False, ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "row":
                self._row, self._column = int(attributes.get("r", self._row + 2)) - 1, -1
                if attributes.get("hidden") in _ON:
                    self._facts.hidden_rows.append(self._row)
            case "col" if attributes.get("hidden") in _ON:
                self._facts.hide_columns(int(attributes.get("min", "1")) - 1, int(attributes.get("max", "0")))
            case "c":
                self._cell(attributes)
            case "f":
                self._formula = True
            case "v" | "t":
                self._inside = True

    def _cell(self, attributes: Mapping[str, str]) -> None:
        stated = _LETTERS.fullmatch(attributes.get("r", ""))
        self._column = _number(stated[1]) - 1 if stated else self._column + 1
        self._kind, self._formula, self._value = attributes.get("t", "n"), False, ""
        if attributes.get("s") in self._percent and self._kind == "n":
            self._facts.percent.add((self._row, self._column))

    def text(self, text: str) -> None:
        if self._inside:
            self._value += text

    def end(self, name: str) -> None:
        match name.rpartition(":")[2]:
            case "v" | "t":
                self._inside = False
            case "c":
                spot = self._row, self._column
                if self._kind == "e":
                    self._facts.errors[spot] = self._value
                elif self._formula and not self._value and self._kind != "str":
                    self._facts.unreckoned.add(spot)


def _number(letters: str) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    return sum((ord(letter) - 64) * 26**place for place, letter in enumerate(reversed(letters)))

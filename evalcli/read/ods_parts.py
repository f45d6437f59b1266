"""What calamine does not tell of an .ods: percentages, formulas never reckoned, errors, hidden rows and columns, merged cells."""

from collections.abc import Mapping
from io import BytesIO
from xml.parsers.expat import ExpatError
from zipfile import ZipFile

from evalcli.read.book_parts import Declared, Facts, guarded_parser
from evalcli.read.limits import MOST_ROWS
from evalcli.read.packages import BROKEN

_CONTENT = "content.xml"
_HIDDEN = ("collapse", "filter")


def sheet_facts(data: bytes) -> dict[str, Facts]:
    """Return what the sheets of an .ods say of their cells, by the names of the sheets; broken files are told elsewhere."""
    reader = _Reader()
    parser = guarded_parser()
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.text
    try:
        with ZipFile(BytesIO(data)) as book:
            parser.ParseFile(BytesIO(book.read(_CONTENT)))
    except (*BROKEN, Declared, ExpatError, KeyError):
        return {}
    return reader.sheets


class _Reader:
    """Takes the events of the content; rows and cells may stand for several of the same."""

    def __init__(self) -> None:
        self.sheets: dict[str, Facts] = {}
        self._facts = Facts()
        self._row, self._rows, self._column, self._columns = 0, 0, 0, 0
        # Columns are described before the rows.
        self._described = 0
        self._kind, self._shown = "", ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        match name:
            case "table:table":
                self._facts = self.sheets.setdefault(attributes.get("table:name", ""), Facts())
                self._row, self._rows, self._described = 0, 0, 0
            case "table:table-column":
                first, count = self._described, int(attributes.get("table:number-columns-repeated", "1"))
                self._described += count
                if attributes.get("table:visibility") in _HIDDEN:
                    self._facts.hide_columns(first, first + count)
            case "table:table-row":
                self._row += self._rows
                self._rows, self._column, self._columns = int(attributes.get("table:number-rows-repeated", "1")), 0, 0
                if attributes.get("table:visibility") in _HIDDEN:
                    self._facts.hidden_rows += range(self._row, min(self._row + self._rows, MOST_ROWS))
            case "table:table-cell" | "table:covered-table-cell":
                self._column += self._columns
                self._columns = int(attributes.get("table:number-columns-repeated", "1"))
                self._kind, self._shown = _kind(attributes), ""
                self._merge(attributes)

    def _merge(self, attributes: Mapping[str, str]) -> None:
        down = int(attributes.get("table:number-rows-spanned", "1"))
        across = int(attributes.get("table:number-columns-spanned", "1"))
        if down > 1 or across > 1:
            self._facts.merged.append((self._row, self._column, self._row + down - 1, self._column + across - 1))

    def text(self, text: str) -> None:
        self._shown += text if self._kind else ""

    def end(self, name: str) -> None:
        if name not in ("table:table-cell", "table:covered-table-cell") or not self._kind:
            return
        spots = ((row, column) for row in range(self._row, self._row + self._rows) for column in self._across())
        if self._kind == "percentage":
            self._facts.percent.update(spots)
        elif self._kind == "error":
            self._facts.errors |= dict.fromkeys(spots, self._shown.strip())
        else:
            self._facts.unreckoned.update(spots)
        self._kind = ""

    def _across(self) -> range:
        return range(self._column, self._column + self._columns)


def _kind(attributes: Mapping[str, str]) -> str:
    """Return percentage, error or unreckoned, or nothing for a cell of any other kind."""
    if "error" in (attributes.get("calcext:value-type"), attributes.get("office:value-type")):
        return "error"
    if attributes.get("office:value-type") == "percentage":
        return "percentage"
    return "unreckoned" if "table:formula" in attributes and "office:value-type" not in attributes else ""

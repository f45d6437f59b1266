"""Where something stands in a person's files."""

from evalcli.model.frozen import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file. `line` and `column` count from 1; `text` is the whole line.

    In a workbook `sheet` names the sheet, and the spot prints as people know cells: 填报表.xlsx › 财政 › F17.
    """

    file: str
    line: int = 0
    column: int = 0
    width: int = 1
    text: str = field(default="", compare=False, repr=False)
    sheet: str = ""

    def at(self, phrase: str) -> "Place":
        """Return where `phrase` stands in the line, or the place itself where the line does not hold it."""
        found = self.text.find(phrase)
        return self if found < 0 else Place(self.file, self.line, found + 1, len(phrase), self.text)

    def part(self, phrase: str, start: int, end: int) -> "Place":
        """Return where a part of `phrase` stands, or the place itself where its line does not hold the phrase."""
        found = self.text.find(phrase, max(self.column - 1, 0))
        return self if found < 0 else replace(self, column=found + start + 1, width=max(end - start, 1))

    def __str__(self) -> str:
        """Return the place as editors understand it (`county.yaml:37:12`), or as a cell of a sheet."""
        if self.sheet:
            return f"{self.file} › {self.sheet} › {letters(self.column)}{self.line}"
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


def letters(column: int) -> str:
    """Return a column as spreadsheets name it: 1 is A, 27 is AA."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name

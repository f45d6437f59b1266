"""Where something stands in a person's files."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a text file. `line` and `column` count from 1; `text` is the whole line."""

    file: str
    line: int = 0
    column: int = 0
    width: int = 1
    text: str = field(default="", compare=False, repr=False)

    def __str__(self) -> str:
        """Return the place as editors understand it: `county.yaml:37:12`."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

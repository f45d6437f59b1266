"""Sentences of plans as tests write them, and what is read out of them."""

from evalcli.extract.statements import stated
from evalcli.model.place import Place
from evalcli.model.statement import Statement
from evalcli.model.text import Paragraph, Text

NAME = "要点.txt"


def rows(sentence: str, *, year: int | None = 2024, ahead: bool = True) -> list[Statement]:
    """Return what one sentence states."""
    return stated(Paragraph(sentence, Place(NAME, 1, 1, text=sentence)), year, ahead=ahead)


def told(sentence: str, *, year: int | None = 2024, ahead: bool = True) -> list[str]:
    """Return comparator, value and unit of all that a sentence states."""
    return [f"{row.comparator} {row.value:f}{row.unit}" for row in rows(sentence, year=year, ahead=ahead)]


def text(*lines: str, tables: tuple = ()) -> Text:
    """Return a document of these lines, as a text file gives it."""
    from evalcli.read.text_file import parse

    found, notices = parse("\n".join(lines).encode(), NAME)
    assert found is not None
    assert notices == ()
    return Text(found.name, found.sha256, found.paragraphs, tables)

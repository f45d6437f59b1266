"""Targets and facts that a document states in running text and tables → rows for a person to confirm.

In:  a `Text` (a plan, a summary, a report) as `read` gives it.
Out: an `Extract` of `Statement`s with place, comparator, value, unit and what is unclear, and notices.
New unit, operator or name: a word in `words.py`. New way of writing a number: `quantities.py`.
"""

from collections.abc import Iterator

from evalcli.extract import moods
from evalcli.extract.grids import in_grid
from evalcli.extract.statements import stated
from evalcli.language import _
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.model.statement import Extract, Genre, Statement
from evalcli.model.text import Text

__all__ = ["extract", "statements"]


def extract(text: Text) -> tuple[Extract, tuple[Notice, ...]]:
    """Return what a document states; of one that is no paper of an office's work only what is certain."""
    genre = moods.genre(text)
    found = tuple(statements(text))
    kept = tuple(row for row in found if not row.unclear) if genre is Genre.OTHER else found
    notices = []
    if genre is Genre.OTHER:
        message = _("不像工作要点、计划、总结、公报一类的文件，只取了有把握的 {kept} 条，没有把握的 {left} 条没有取")
        notices.append(_hint("extract.genre", message.format(kept=len(kept), left=len(found) - len(kept)), text))
    if not kept:
        notices.append(_hint("extract.nothing", _("没有找到带数的目标或情况"), text))
    extracted = Extract(text.name, text.sha256, moods.title(text), moods.year_of(text), genre, kept)
    return extracted, tuple(notices)


def statements(text: Text) -> Iterator[Statement]:
    """Yield what a document states: its paragraphs in their order, then its tables."""
    year, whole = moods.year_of(text), moods.looks_ahead(text)
    for paragraph in text.paragraphs:
        above = paragraph.headings
        yield from stated(paragraph, moods.year_under(above, year), ahead=moods.section(above, whole=whole))
    for grid in text.tables:
        yield from in_grid(grid, year, whole=whole)


def _hint(code: str, message: str, text: Text) -> Notice:
    return Notice(code, Level.HINT, message, _("核对是不是放错了文件。"), Place(text.name))

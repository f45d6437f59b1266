"""A finished document on disk, whatever its format, becomes a `Text`, or notices that say why it cannot be read."""

from pathlib import Path
from typing import Final

from evalcli.language import _
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.model.text import Text
from evalcli.read import disk, text_file

Found = tuple[Text | None, tuple[Notice, ...]]

# The longest plan of a province has some hundred pages; with its pictures a Word file stays under this.
_LARGEST: Final = 50_000_000


def text(path: Path, name: str) -> Found:
    """Return the document in the file at `path`, called `name` in messages."""
    data, notices = disk.content(path, name, _LARGEST)
    if data is None:
        return None, notices
    found, notices = text_file.parse(data, name)
    return found, notices

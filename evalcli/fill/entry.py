"""What was found, before it is known whether others say the same: one value, or what offices' sheets hold."""

from evalcli.model.document import Document
from evalcli.model.filled import Value
from evalcli.model.frozen import dataclass, field
from evalcli.model.notice import Notice
from evalcli.model.table import Table

Key = tuple[str, str]
# Stated growth stands where a year would.
GROWTH = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One value found: of which field and member, for which year (0 is the stated growth)."""

    key: Key
    year: int
    value: Value


@dataclass(slots=True)
class Placed:
    """What the sheets are: documents, tables by id, what was said of them, and in `read` the fate of every sheet in words."""

    documents: list[Document] = field(default_factory=list)
    tables: dict[str, list[Table]] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    read: list[str] = field(default_factory=list)

"""One value found, before it is known whether others say the same."""

from evalcli.model.filled import Value
from evalcli.model.frozen import dataclass

Key = tuple[str, str]
# Stated growth stands where a year would.
GROWTH = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One value found: of which field and member, for which year (0 is the stated growth)."""

    key: Key
    year: int
    value: Value

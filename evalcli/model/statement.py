"""A quantity that a document states: a target, a fact, a standard, a condition."""

from decimal import Decimal
from enum import StrEnum

from evalcli.model.frozen import dataclass
from evalcli.model.place import Place


class Comparator(StrEnum):
    """How a stated number bounds what it measures."""

    AT_LEAST = ">="
    AT_MOST = "<="
    MORE = ">"
    LESS = "<"
    EQUAL = "="
    INCREASE = "increase"
    DECREASE = "decrease"


class Kind(StrEnum):
    """What a document states a number for."""

    TARGET = "target"
    ACHIEVED = "achieved"
    STANDARD = "standard"
    CONDITION = "condition"
    ACTIVITY = "activity"


@dataclass(frozen=True, slots=True)
class Statement:
    """One quantity of one document.

    `fragment` is the clause as it stands there, `headings` those above it, the outermost first. `value` and `unit` keep the
    scale that was written (7.2415, 亿元); a ratio is told by its unit (13.26 `:1`, 100 `1:`). `base` is what the number is held against (比上年, 从65%), `date` the year,
    month or day it is for (2025, 2022-06, 2023-12-31), `softness` the words that hedge it (力争, 约). `unclear` says
    why a person must look; it is empty where nothing is in doubt. `confirmed` is a person's word.
    """

    place: Place
    fragment: str
    measures: str
    comparator: Comparator
    value: Decimal
    unit: str
    base: str = ""
    date: str = ""
    softness: str = ""
    kind: Kind = Kind.TARGET
    unclear: str = ""
    headings: tuple[str, ...] = ()
    confirmed: bool = False


class Genre(StrEnum):
    """What kind of document it is: whether it looks ahead or back, or is no paper of an office's work."""

    PLAN = "plan"
    REPORT = "report"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Extract:
    """What one document states: its name, the hash of its bytes, its title, the year it is about, and its statements."""

    document: str
    sha256: str
    title: str
    year: int | None
    genre: Genre
    statements: tuple[Statement, ...]

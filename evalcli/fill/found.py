"""What a sheet of figures was found to hold, and which of several values of a field is the county's."""

from collections.abc import Callable, Iterable, Iterator

from evalcli.fill.match import Spot
from evalcli.model.frozen import dataclass, field, replace
from evalcli.model.table import Cell

PLAIN, TOTAL, SUBTOTAL, PART = "plain", "total", "subtotal", "part"


@dataclass(frozen=True, slots=True)
class Found:
    """One value of a sheet: what it is of, its cell, the unit that holds for it, where it comes from, and if a year is told."""

    spot: Spot
    cell: Cell
    unit: str
    said: str
    label: Cell
    kind: str = PLAIN
    dated: bool = False


@dataclass(slots=True)
class Layout:
    """What a sheet of figures holds, and what of it could not be placed.

    Those are labels that name no field (`strange`), values without a label (`nameless`), labels with several values (`unclear`),
    columns of which none says that it is the county's, columns that begin with a year and are not one's (`undated`: 2022年6月底),
    lines whose cells do not stand under their heads (`torn`), and tables of which nothing could be placed (`lost`, by their first cell).
    """

    found: list[Found] = field(default_factory=list)
    strange: list[Cell] = field(default_factory=list)
    nameless: list[Cell] = field(default_factory=list)
    unclear: list[Cell] = field(default_factory=list)
    columns: list[tuple[Cell, ...]] = field(default_factory=list)
    undated: list[Cell] = field(default_factory=list)
    torn: list[Cell] = field(default_factory=list)
    lost: list[Cell] = field(default_factory=list)
    sums: int = 0
    notes: int = 0
    by_code: bool = False

    def add(self, other: "Layout") -> None:
        """Take in what stands beside."""
        self.found += other.found
        self.strange += other.strange
        self.nameless += other.nameless
        self.unclear += other.unclear
        self.columns += other.columns
        self.undated += other.undated
        self.torn += other.torn
        self.lost += other.lost
        self.sums += other.sums
        self.notes = max(self.notes, other.notes)


def choose(found: Iterable[Found], into: Layout, *, parts: bool | None, last: Callable[[Found], bool]) -> None:
    """Keep of every field what is the county's: its members, its total, else the value itself.

    `parts` says that rows are those of towns or schools, of which none is the county's; None that a field has one row.
    A subtotal is the total where it is the only sum, and the `last` of its row or column.
    """
    by_spot: dict[Spot, list[Found]] = {}
    for one in _with_totals(list(_without_sums_of_years(list(found), into)), last):
        by_spot.setdefault(one.spot, []).append(one)
    parted = {spot.field for spot in by_spot if spot.member}
    several = any(_of_parts(ones) for spot, ones in by_spot.items() if not spot.member)
    only_totals = parts or (parts is not None and several)
    for spot, ones in by_spot.items():
        totals = [one for one in ones if one.kind == TOTAL]
        plain = [one for one in ones if one.kind == PLAIN]
        if spot.member:
            into.found += ones
        elif spot.field in parted:
            into.sums += len(ones)
        elif totals or (plain and not only_totals):
            into.found += totals or plain
        else:
            into.unclear.append(ones[0].label)


def _without_sums_of_years(found: list[Found], into: Layout) -> Iterator[Found]:
    """Yield all but the totals without a year of what has values with one: they add up the years (2020年, 2021年, 合计)."""
    dated = {one.spot.field for one in found if one.dated and one.kind == PLAIN}
    for one in found:
        if one.kind in (TOTAL, SUBTOTAL) and not one.dated and one.spot.field in dated:
            into.sums += 1
        else:
            yield one


def _with_totals(found: list[Found], last: Callable[[Found], bool]) -> list[Found]:
    """Return values of which those of a subtotal are totals, where there is no other sum."""
    sums = [one for one in found if one.kind in (TOTAL, SUBTOTAL)]
    if any(one.kind == TOTAL or not last(one) for one in sums):
        return found
    return [replace(one, kind=TOTAL) if one.kind == SUBTOTAL else one for one in found]


def _of_parts(ones: list[Found]) -> bool:
    """Return whether values under one head are those of places or schools: there are several, or a total of them."""
    return sum(one.kind == PLAIN for one in ones) > 1 or any(one.kind in (TOTAL, SUBTOTAL) for one in ones)

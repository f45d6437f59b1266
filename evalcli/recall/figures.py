"""Figures of an old report → the fields that they probably are: by unit first, then by name."""

from collections.abc import Iterator, Mapping

from evalcli.model.pack import Field, Pack
from evalcli.model.recalled import Guess
from evalcli.model.statement import Comparator, Extract, Kind, Statement
from evalcli.recall.likeness import alike

_ENOUGH = 45
# What the item under which a figure was told, and the member that it names, are worth beside its name.
_HOME = 30
_MEMBER = 30
# Whether a target or a fact is meant; short reports do not always tell.
_OTHER_KIND = 60
_UNCERTAIN = 15
# How reports write the members of 学段.
_LONG = {"中职": ("中等职业教育",), "普高": ("普通高中",), "幼儿园": ("学前教育",)}
# Money and areas are written in any scale; counting words stand for one another.
_SCALES = ("万亿", "亿", "万", "千", "百万")
_COUNTS = frozenset("人名位所个家场次条项间台套处期批")
# What a report only demands or plans is no figure of the year.
_NO_FACT = (Kind.TARGET, Kind.CONDITION, Kind.STANDARD)


def guesses(stated: Extract, pack: Pack, items: Mapping[int, str]) -> Iterator[Guess]:
    """Yield every quantity of a report with the field that it probably is.

    `items` says of paragraphs, by their numbers, under which item they were placed.
    """
    last: Guess | None = None
    for statement in stated.statements:
        item = items.get(statement.place.line, "")
        guess = _grown(statement, last) or _guess(statement, pack, item)
        yield guess
        last = guess if guess.field and not guess.growth else last


def _grown(statement: Statement, last: Guess | None) -> Guess | None:
    """Return a growth that follows a figure in the same paragraph as the growth of that figure."""
    grows = statement.comparator in (Comparator.INCREASE, Comparator.DECREASE) and statement.unit == "%"
    if not grows or last is None or not last.field or last.statement.place.line != statement.place.line:
        return None
    return Guess(statement, last.field, last.member, growth=True)


def _guess(statement: Statement, pack: Pack, item: str) -> Guess:
    fields = [field for field in pack.fields.values() if _fits(statement, field)]
    scores = [(_score(statement, field, pack, item), field) for field in fields]
    best, field = max(scores, key=lambda found: found[0], default=(0, None))
    return (
        Guess(statement, field.id, _member(statement, field, pack)) if field and best >= _ENOUGH else Guess(statement)
    )


def _fits(statement: Statement, field: Field) -> bool:
    return _bare(statement.unit) == _bare(field.unit)


def _bare(unit: str) -> str:
    """Return a unit without its scale, one sign for all counting words, and one for all ratios."""
    bare = next((unit.removeprefix(scale) for scale in _SCALES if unit.startswith(scale)), unit)
    if ":" in unit or unit == "比":
        return ":"
    return "个" if bare in _COUNTS else bare


def _score(statement: Statement, field: Field, pack: Pack, item: str) -> int:
    """Return how well a field fits: by name, by the member that is named, and by the item under which it was told."""
    names = (field.label, *field.aliases)
    by_name = max(max(alike(statement.measures, name), _held(statement, name)) for name in names)
    by_member = _MEMBER if field.by and _member(statement, field, pack) else 0
    by_item = _HOME if item and field.item == item else -_HOME
    return by_name + by_member + by_item - _misfit(statement, field, pack)


def _misfit(statement: Statement, field: Field, pack: Pack) -> int:
    """Return what speaks against a field: a target is seldom a figure of the year where targets have a field of their own."""
    planned = statement.kind in _NO_FACT
    if planned == bool(field.target_for):
        return 0
    own = any(other.target_for == field.id for other in pack.fields.values())
    return _OTHER_KIND if own or field.target_for else _UNCERTAIN


def _held(statement: Statement, name: str) -> int:
    """Return full likeness where the clause itself holds the name."""
    return 100 if name in statement.fragment else 0


def _member(statement: Statement, field: Field, pack: Pack) -> str:
    """Return the member that is named where the quantity is: the longest name first, since 小学 also stands in others."""
    names = [
        (name, member) for member in pack.dimensions.get(field.by, ()) for name in (*_LONG.get(member, ()), member)
    ]
    known = sorted(names, key=lambda found: len(found[0]), reverse=True)
    return next((member for name, member in known if name in statement.measures or name in statement.fragment), "")

"""Figures of a county that does not exist: from the pack's worked examples where they have some, else from what is usual.

Nothing is drawn by chance: the hash of a name decides, so that the same pack gives the same county.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from evalcli.forms.order import ByHand, asked, by_hand
from evalcli.model.document import Mapping as Entries
from evalcli.model.document import Node, Scalar, Sequence
from evalcli.model.facts import Verdict
from evalcli.model.numbers import fixed, plain
from evalcli.model.pack import Case, Field, Pack

# The year for which worked examples give their figures.
_CASES_YEAR = 2021
_YEAR = re.compile("[12][0-9]{3}")
_BARE = re.compile(r"-?\w[\w.%-]*")
# What a county of middle size has, by unit; other units count things by the dozen.
_USUAL = {
    "%": (90, 98), "亿元": (3, 9), "万元": (120, 980), "元": (6000, 15000), "人": (120, 900), "名": (40, 200),
    "万条": (2, 6), "比": (10, 14),
}  # fmt: skip
_DOZENS = (12, 36)
_PLACES = {"%": 1, "亿元": 4, "元": 2, "比": 1}
# A step up from last year to this one.
_GROWTH = Decimal("1.02")
# So many of the judgements are not the best one.
_NOT_BEST = Decimal("0.25")


def figures(pack: Pack, cases: Iterable[Case], year: int) -> tuple[dict[str, str], frozenset[str]]:
    """Return a figure for every field, as a county file writes it, by its key; and which of them no example gives."""
    given = _of_cases(pack, cases, year)
    found: dict[str, str] = {}
    free: set[str] = set()
    for field in asked(pack):
        members = {member: text for (name, member), text in given.items() if name == field.id}
        if not members:
            free.add(field.id)
        usual = "" if members else _usual(pack, field, year)
        found[field.id] = usual or members.get("") or _flow(members)
    return found, frozenset(free)


def _of_cases(pack: Pack, cases: Iterable[Case], year: int) -> dict[tuple[str, str], str]:
    """Return the figures of the first example of every key point that comes out 达标, by key and member; the first counts."""
    names = {name: field for field in asked(pack) for name in (*field.aliases, field.label, field.id)}
    found: dict[tuple[str, str], str] = {}
    met: set[str] = set()
    for case in cases:
        fresh = dict(_of_case(names, case, year))
        if case.indicator in met or case.expect.get("verdict") != Verdict.MET.value or not fresh:
            continue
        met.add(case.indicator)
        found = fresh | found
    return found


def _of_case(names: Mapping[str, Field], case: Case, year: int) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield what an example gives, by key and member; a figure of two years that it gives for one only is left to usage."""
    for key, node in case.given.pairs("given") if isinstance(case.given, Entries) else ():
        field = names.get(key.text)
        for member, text in _members(field, node, year - _CASES_YEAR) if field else ():
            if field and (field.years == 1 or f"{year - 1}: " in text):
                yield (field.id, member), text


def _members(field: Field, node: Node, later: int) -> Iterator[tuple[str, str]]:
    if field.by and isinstance(node, Entries):
        yield from ((key.text, written(value, later)) for key, value in node.entries)
    else:
        yield "", written(node, later)


def _flow(members: Mapping[str, str]) -> str:
    return f"{{{', '.join(f'{quoted(member)}: {text}' for member, text in members.items())}}}"


def written(node: Node, later: int = 0) -> str:
    """Return a node in one line of YAML, its years so much later."""
    if isinstance(node, Scalar):
        return json.dumps(node.text, ensure_ascii=False) if node.quoted else quoted(node.text)
    if isinstance(node, Sequence):
        return f"[{', '.join(written(item, later) for item in node.items)}]"
    return f"{{{', '.join(f'{_later(key.text, later)}: {written(value, later)}' for key, value in node.entries)}}}"


def _later(key: str, later: int) -> str:
    return str(int(key) + later) if _YEAR.fullmatch(key) else quoted(key)


def quoted(text: str) -> str:
    """Return a text as YAML takes it, in quotation marks where anything in it could mean more than itself."""
    return text if _BARE.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _usual(pack: Pack, field: Field, year: int) -> str:
    if field.kind == "yes_no":
        return "否"
    if field.kind == "names":
        return "[演示一, 演示二, 演示三]"
    if field.kind == "text":
        return "演示"
    if not field.by:
        return _years(field, field.id, year)
    return _flow({member: _years(field, field.id + member, year) for member in pack.dimensions[field.by]})


def _years(field: Field, key: str, year: int) -> str:
    last = _drawn(field, key, year)
    if field.years == 1:
        return _text(field, last)
    this = last * _GROWTH if field.high is None or last * _GROWTH <= field.high else last
    return f"{{{year}: {_text(field, this)}, {year - 1}: {_text(field, last)}}}"


def _drawn(field: Field, key: str, year: int) -> Decimal:
    if field.unit == "年":
        return _inside(field, Decimal(year), Decimal(year))[1]
    low, high = _inside(field, *(Decimal(limit) for limit in _USUAL.get(field.unit, _DOZENS)))
    return low + (high - low) * portion(key)


def _inside(field: Field, low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """Return as much of what is usual as the field allows; all that it allows where it allows nothing usual."""
    least = low if field.low is None else max(low, field.low)
    most = high if field.high is None else min(high, field.high)
    if least <= most:
        return least, most
    return (field.low or Decimal(0), field.high) if field.high is not None else (least, least)


def portion(key: str) -> Decimal:
    """Return a number from 0 up to 1 that belongs to a name."""
    return Decimal(int(hashlib.sha256(key.encode()).hexdigest()[:4], 16)) / 16**4


def _text(field: Field, number: Decimal) -> str:
    places = field.decimals if field.decimals is not None else _PLACES.get(field.unit, 0)
    value = fixed(number, places)
    return f'"{plain(Decimal(value))}:1"' if field.unit == "比" else f"{value}{field.unit}"


def judgements(pack: Pack, on: str) -> Mapping[str, str]:
    """Return a judgement of every key point that people judge, as a county file writes it."""
    return {one.point.id: _judgement(one, on) for one in by_hand(pack)}


def _judgement(one: ByHand, on: str) -> str:
    evidence = quoted(f"{one.indicator.id}-演示材料.pdf")
    said = [
        *_given(one),
        f"by: 县教育督导室, on: {on}, because: 演示用的评定, evidence: [{evidence}], illustrative: true",
    ]
    return f"{{{', '.join(said)}}}"


def _given(one: ByHand) -> Iterator[str]:
    """Yield the best level or, for one in four key points, the next; all that is listed; all points."""
    if one.levels:
        next_best = one.levels[1:-1][:1] if portion(one.point.id) < _NOT_BEST else ()
        yield f"level: {quoted((*next_best, one.levels[0])[0])}"
    elif one.by_points:
        yield f"points: {plain(one.point.points)}"
    if one.listed:
        yield f"met: [{', '.join(quoted(name) for name in one.listed)}]"

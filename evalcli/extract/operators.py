"""What the words around a number make of it: a bound, a change, or just so much."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from evalcli.extract.quantities import Quantity
from evalcli.extract.words import (
    ABOUT,
    AFTER,
    FALLS,
    FALLS_TO,
    FAR_FALLS,
    FAR_RISES,
    FILLERS,
    LIMITS,
    NEARLY,
    REACHES,
    RISES,
    SIDES,
    TIMES,
)
from evalcli.model.statement import Comparator


def _any(words: object) -> str:
    assert isinstance(words, tuple | dict)
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_OPERATOR: Final = re.compile(
    f"(?P<limit>{_any(LIMITS)})|(?P<reach>{_any(REACHES)})(?!标|州|人|产|代)|(?P<fall>{_any(FALLS_TO)})"
    f"|(?P<side>{_any(SIDES)})|(?P<rise>{_any(RISES)})(?!点)|(?P<drop>{_any(FALLS)})"
)
# What may stand between an operator and its number.
_FILLER: Final = re.compile(f"(?:{_any((*FILLERS, *ABOUT, *NEARLY))}|[:：“‘\"])*")
_NOUN_AFTER_CHANGE: Final = re.compile("(?:率|值|量|幅度|部分|点|面|比例)")
_NO_VERB: Final = re.compile("[^达至到于率占]*")
_OTHER: Final = re.compile("部分|规定|标准(?!化)")
_DAILY: Final = re.compile("(?:每[天日周生人]|每学[期年]|每个工作日|每月|每年|每学期|每晚|每节)[^,，。]{0,12}$")
_AFTER: Final = re.compile(f"(?:{_any(AFTER)})")
_JOINT: Final = re.compile(r"(?:^|[、和及与或])[^、,，]{0,10}$")
_RATE: Final = re.compile("率(?:为|达到?)?")
# So far from its number a limit may stand: 不低于在园幼儿总数的10%.
_FAR: Final = 20
_SHORT: Final = 9
_REQUIRED: Final = re.compile("要求|标准")
_LIMITED: Final = re.compile("(?:用|(?<![年期时])限)$")
_HUNDRED: Final = Decimal(100)
_SHARES: Final = ("%", "‰")


@dataclass(frozen=True, slots=True)
class Before:
    """What the quantity before in the sentence came out as, for those that share its operator."""

    comparator: Comparator
    unit: str
    by_left: bool
    same_clause: bool
    far: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """The comparator of a number, and whether words to its left alone decide on it."""

    comparator: Comparator
    by_left: bool = False
    far: bool = False


def outcome(quantity: Quantity, left: str, right: str, before: Before | None, *, wanted: bool) -> Outcome:
    """Return how a number is meant between the words `left` and `right`; `wanted` where it is a target."""
    if quantity.grows:
        return Outcome(Comparator.INCREASE)
    own = _own(quantity, left, right, wanted=wanted)
    if own is not None:
        return own
    shared = _shared(quantity, left, before)
    if shared is not None:
        assert before is not None
        return Outcome(shared, by_left=True, far=before.far)
    if quantity.unit in ("小时", "分钟", "课时", "学时", "节") and _DAILY.search(left):
        return Outcome(Comparator.AT_LEAST)
    return Outcome(Comparator.EQUAL)


def _own(quantity: Quantity, left: str, right: str, *, wanted: bool) -> Outcome | None:
    """Return what the number's own operators say."""
    found = _last(left)
    change = found and _change(quantity, *found)
    if found and change:
        return Outcome(change, by_left=True, far=not _FILLER.fullmatch(found[2]))
    if quantity.unit in TIMES and (right.startswith("时间") or _LIMITED.search(left)):
        return Outcome(Comparator.AT_MOST)
    if quantity.unit in ("条", "项") and _REQUIRED.search(right[:_FAR]) and found and found[0] == "reach":
        return Outcome(Comparator.EQUAL)
    after = _AFTER.match(right)
    if after and not (after[0] in ("内", "起") and not quantity.unit.endswith(TIMES)):
        if after[0] == "起":
            return None
        return Outcome(AFTER[after[0]])
    limit = found and _limit(*found)
    if limit:
        return Outcome(limit, by_left=True)
    if quantity.hedge in ("余", "多"):
        return Outcome(Comparator.MORE)
    if left.endswith(NEARLY):
        return Outcome(Comparator.LESS)
    return _reached(quantity, found, wanted=wanted)


def _last(left: str) -> tuple[str, str, str] | None:
    """Return kind and word of the last operator, and what stands between it and the number."""
    last = None
    for match in _OPERATOR.finditer(left):
        gap = left[match.end() :]
        if match.lastgroup in ("side", "limit") and _OTHER.search(gap):
            continue  # 超过规定比例部分的20%
        last = match
    return (str(last.lastgroup), last[0], left[last.end() :]) if last else None


def _change(quantity: Quantity, kind: str, word: str, gap: str) -> Comparator | None:
    if kind not in ("rise", "drop"):
        return None
    changed = Comparator.INCREASE if kind == "rise" else Comparator.DECREASE
    if _FILLER.fullmatch(gap) or (word in ("增长", "下降") and _RATE.fullmatch(gap)):
        return changed
    if _NOUN_AFTER_CHANGE.match(gap):
        return None
    far = word in FAR_RISES or word in FAR_FALLS
    points = quantity.unit == "百分点"
    if (points or (far and quantity.unit not in TIMES)) and _NO_VERB.fullmatch(gap):
        return changed
    return None


def _limit(kind: str, word: str, gap: str) -> Comparator | None:
    if kind == "limit" and len(gap) <= _FAR:
        return LIMITS[word]
    if kind == "side" and _FILLER.fullmatch(gap):
        return SIDES[word]
    return None


def _reached(quantity: Quantity, found: tuple[str, str, str] | None, *, wanted: bool) -> Outcome | None:
    if found is None or found[0] not in ("reach", "fall") or not _FILLER.fullmatch(found[2]):
        return None
    if not wanted or (quantity.unit in _SHARES and quantity.value == _HUNDRED):
        return Outcome(Comparator.EQUAL)
    return Outcome(Comparator.AT_MOST if found[0] == "fall" else Comparator.AT_LEAST, by_left=True)


def _shared(quantity: Quantity, left: str, before: Before | None) -> Comparator | None:
    """Return the comparator of the number before, where both hang on one operator: 控制在12个班、360人."""
    if before is None or not before.by_left or before.comparator is Comparator.EQUAL:
        return None
    if before.same_clause:
        return before.comparator if not left or (_JOINT.search(left) and not _OPERATOR.search(left)) else None
    short = len(left) <= _SHORT and left != "" and not _OPERATOR.search(left)
    if before.comparator in (Comparator.INCREASE, Comparator.DECREASE) and not before.far:
        return None
    return before.comparator if short and quantity.unit == before.unit else None

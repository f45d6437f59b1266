"""What the words around a number make of it: a bound, a change, or just so much."""

import re
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
    MORE_THAN,
    NEARLY,
    REACHES,
    RISES,
    SIDES,
    TIMES,
)
from evalcli.model.frozen import dataclass
from evalcli.model.statement import Comparator


def _any(words: object) -> str:
    assert isinstance(words, tuple | dict)
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_OPERATOR: Final = re.compile(
    f"(?P<limit>{_any(LIMITS)})|(?P<reach>{_any(REACHES)})(?!标|州|人|产|代)|(?P<fall>{_any(FALLS_TO)})"
    f"|(?P<side>{_any(SIDES)})|(?P<rise>{_any(RISES)})(?!点)|(?P<drop>{_any(FALLS)})"
)
# What may stand between an operator and its number.
_FILLER: Final = re.compile(f'(?:{_any((*FILLERS, *ABOUT, *NEARLY))}|[:：“‘"])*+')
_NOUN_AFTER_CHANGE: Final = re.compile("(?:率|值|量|幅度|部分|点|面|比例)")
_NO_VERB: Final = re.compile("[^达至到于率占]*")
_OTHER: Final = re.compile("部分|规定|标准(?!化)")
_DAILY: Final = re.compile("(?:每[天日周生人]|每学[期年]|每个工作日|每月|每年|每学期|每晚|每节)[^,，。]{0,12}$")
_AFTER: Final = re.compile(f"(?:{_any(AFTER)})")
_JOINT: Final = re.compile(r"^$|[、和及与或][^、,，]{0,10}$")
_RATE: Final = re.compile("率(?:为|达到?)?")
# So far from its number a limit may stand: 不低于在园幼儿总数的10%.
_FAR: Final = 20
_SHORT: Final = 9
_REQUIREMENT: Final = re.compile("要求|标准")
_LIMITED: Final = re.compile("(?:用|(?<!部)分|(?<![年期时])限)$")
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


@dataclass(frozen=True, slots=True)
class _Words:
    """The words around a number: its last operator with its kind, and the gap between that and the number."""

    left: str
    right: str
    wanted: bool
    kind: str = ""
    word: str = ""
    gap: str = ""

    @property
    def close(self) -> bool:
        """Return whether nothing but fillers stands between the operator and the number."""
        return bool(_FILLER.fullmatch(self.gap))


def _own(quantity: Quantity, left: str, right: str, *, wanted: bool) -> Outcome | None:
    """Return what the number's own operators say; the first that says anything decides."""
    words = _around(left, right, wanted=wanted)
    found = (judge(quantity, words) for judge in (_changed, _lasting, _required, _after, _limited, _hedged, _reached))
    return next((one for one in found if one is not None), None)


def _around(left: str, right: str, *, wanted: bool) -> _Words:
    last = None
    for match in _OPERATOR.finditer(left):
        gap = left[match.end() :]
        if match.lastgroup in ("side", "limit") and _OTHER.search(gap):
            continue  # 超过规定数部分的30%
        last = match
    if last is None:
        return _Words(left, right, wanted)
    return _Words(left, right, wanted, str(last.lastgroup), last[0], left[last.end() :])


def _changed(quantity: Quantity, words: _Words) -> Outcome | None:
    if words.kind not in ("rise", "drop"):
        return None
    changed = Comparator.INCREASE if words.kind == "rise" else Comparator.DECREASE
    if words.close or (words.word in ("增长", "下降") and _RATE.fullmatch(words.gap)):
        return Outcome(changed, by_left=True)
    if _NOUN_AFTER_CHANGE.match(words.gap):
        return None
    far = words.word in (*FAR_RISES, *FAR_FALLS) and quantity.unit not in TIMES
    if (far or quantity.unit == "百分点") and _NO_VERB.fullmatch(words.gap):
        return Outcome(changed, by_left=True, far=True)
    return None


def _lasting(quantity: Quantity, words: _Words) -> Outcome | None:
    """Return that a span of time is not to be exceeded: 用三年时间, 限15日."""
    if quantity.unit in TIMES and (words.right.startswith("时间") or _LIMITED.search(words.left)):
        return Outcome(Comparator.AT_MOST)
    return None


def _required(quantity: Quantity, words: _Words) -> Outcome | None:
    """Return that of a list of requirements all are meant: 达到16条办学要求."""
    if quantity.unit in ("条", "项") and words.kind == "reach" and _REQUIREMENT.search(words.right[:_FAR]):
        return Outcome(Comparator.EQUAL)
    return None


def _after(quantity: Quantity, words: _Words) -> Outcome | None:
    found = _AFTER.match(words.right)
    if found is None or (found[0] == "内" and not quantity.unit.endswith(TIMES)):
        return None
    return Outcome(AFTER[found[0]])


def _limited(_quantity: Quantity, words: _Words) -> Outcome | None:
    if words.kind == "limit" and len(words.gap) <= _FAR:
        return Outcome(LIMITS[words.word], by_left=True)
    if words.kind == "side" and words.close:
        return Outcome(SIDES[words.word], by_left=True)
    return None


def _hedged(quantity: Quantity, words: _Words) -> Outcome | None:
    if quantity.hedge in MORE_THAN:
        return Outcome(Comparator.MORE)
    return Outcome(Comparator.LESS) if words.left.endswith(NEARLY) else None


def _reached(quantity: Quantity, words: _Words) -> Outcome | None:
    if words.kind not in ("reach", "fall") or not words.close:
        return None
    if not words.wanted or (quantity.unit in _SHARES and quantity.value == _HUNDRED):
        return Outcome(Comparator.EQUAL)
    return Outcome(Comparator.AT_MOST if words.kind == "fall" else Comparator.AT_LEAST, by_left=True)


def _shared(quantity: Quantity, left: str, before: Before | None) -> Comparator | None:
    """Return the comparator of the number before, where both hang on one operator: 控制在9个班、270人."""
    if before is None or not before.by_left or before.comparator is Comparator.EQUAL:
        return None
    if before.same_clause:
        return before.comparator if not left or (_JOINT.search(left) and not _OPERATOR.search(left)) else None
    short = len(left) <= _SHORT and left != "" and not _OPERATOR.search(left)
    if before.comparator in (Comparator.INCREASE, Comparator.DECREASE) and not before.far:
        return None
    return before.comparator if short and quantity.unit == before.unit else None

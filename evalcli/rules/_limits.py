"""Limits as packs write them, and a value held against one."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from operator import eq, ge, gt, le, lt
from typing import Any, Final

from evalcli.language import _
from evalcli.model.facts import Facts, Judgement, Missing, Quantity
from evalcli.model.trace import Step
from evalcli.model.units import same
from evalcli.rules._answers import RuleFault, all_missing, known_steps, met, missed, no_data
from evalcli.rules._wording import amount, cell, gap, shown

_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?")
_PERCENT: Final = re.compile(r"(\d+(?:\.\d+)?)[%％]")
_RATIO: Final = re.compile(r"(\d+(?:\.\d+)?)[:：](\d*[1-9]\d*(?:\.\d+)?)")
_HOLDS: Final[dict[str, Callable[[Fraction, Fraction], bool]]] = {"≥": ge, ">": gt, "≤": le, "<": lt, "=": eq}
# How a limit is written beside a value, and the sign it is printed with.
SIGNS: Final = {"at_least": "≥", "at_most": "≤", "more_than": ">", "less_than": "<"}
# A difference of shares is counted like a share.
_PERCENT_UNITS: Final = {"百分点": "%"}


def formulas(*written: Any) -> tuple[str, ...]:
    """Return those of a rule's parameters that are formulas over fields."""
    return tuple(text for text in written if isinstance(text, str) and typed(text) is None)


def signed(given: Mapping[str, Any]) -> tuple[str, Any]:
    """Return the sign and the limit of the one of `SIGNS` that is written."""
    name = next(name for name in SIGNS if name in given)
    return SIGNS[name], given[name]


def typed(written: Any) -> Fraction | None:
    """Return the number of a limit that is typed (95, 95%, 1:100), None where it is a formula."""
    text = str(written).strip()
    if ratio := _RATIO.fullmatch(text):
        return Fraction(ratio[1]) / Fraction(ratio[2])
    return Fraction(text.rstrip("%％")) if _NUMBER.fullmatch(text) or _PERCENT.fullmatch(text) else None


def limit(facts: Facts, written: Any, unit: str) -> Quantity | Missing:
    """Return a limit: a typed number takes the unit of the value, a formula is reckoned."""
    text = str(written).strip()
    if _NUMBER.fullmatch(text):
        return _constant(Decimal(text), unit)
    if percent := _PERCENT.fullmatch(text):
        return _constant(Decimal(percent[1]), "%")
    if ratio := _RATIO.fullmatch(text):
        return _quantity(Fraction(ratio[1]) / Fraction(ratio[2]), "比", max(_places(ratio[1]), _places(ratio[2])))
    return facts.number(text)


def standard(facts: Facts, written: Any, sign: str, unit: str = "") -> str:
    """Return a limit for the table, such as ≥95%; empty where it is not known."""
    found = limit(facts, written, unit)
    return "" if isinstance(found, Missing) else sign + shown(found)


def held_against(facts: Facts, value: Quantity | Missing, written: Any, sign: str) -> Judgement:
    """Return full points where `value sign limit` holds, else none."""
    bound = limit(facts, written, value.unit)
    if isinstance(value, Missing) or isinstance(bound, Missing):
        return no_data(
            all_missing(value, bound), standard(facts, written, sign, value.unit), trace(value, bound, written)
        )
    steps = trace(value, bound, written)
    texts = {"value": cell(value, bound.number), "standard": sign + limit_text(value, bound)}
    if holds(sign, value, bound):
        return met(facts, **texts, found=passed(sign, value, bound), steps=steps)
    return missed(facts, **texts, found=failed(sign, value, bound), steps=steps)


def trace(value: Quantity | Missing, bound: Quantity | Missing, written: Any) -> tuple[Step, ...]:
    """Return the steps of a value and its limit; a typed number explains itself."""
    return known_steps(value, bound) if formulas(written) else known_steps(value)


def holds(sign: str, value: Quantity, bound: Quantity) -> bool:
    """Return whether a value keeps to a limit."""
    refuse_different_units(value, bound)
    return _HOLDS[sign](value.number, bound.number)


def refuse_different_units(value: Quantity, bound: Quantity) -> None:
    """Raise a fault where a value and its limit cannot be compared: 万元 against 元, a quotient against a share."""
    left, right = (_PERCENT_UNITS.get(unit, unit) for unit in (value.unit, bound.unit))
    if not same(left, right) and (("%" in (left, right)) or (left and right and "比" not in (left, right))):
        message = _("单位不同，不能比较：{value}的单位是“{left}”，标准的单位是“{right}”")
        raise RuleFault(message.format(value=value.step.label, left=value.unit, right=bound.unit))


def limit_text(value: Quantity, bound: Quantity) -> str:
    """Return a limit in the unit of the value, with enough places to tell the two apart."""
    unit = value.unit or bound.unit
    if unit == "比":
        return amount(bound.number, unit, bound.decimals)
    return amount(bound.number, unit, bound.decimals, value.number)


def passed(sign: str, value: Quantity, bound: Quantity) -> str:
    """Return why a value keeps to a limit."""
    messages = {
        "≥": _("{value}，达到标准{standard}"),
        ">": _("{value}，高于标准{standard}"),
        "≤": _("{value}，未超过标准{standard}"),
        "<": _("{value}，低于标准{standard}"),
        "=": _("{value}，等于标准{standard}"),
    }
    return messages[sign].format(value=shown(value, bound.number), standard=limit_text(value, bound))


def failed(sign: str, value: Quantity, bound: Quantity) -> str:
    """Return why a value does not keep to a limit, and by how much."""
    if value.number == bound.number:
        message = _("{value}，恰好等于标准{standard}，要求“{sign}”，等于不算")
    elif value.number < bound.number:
        message = _("{value}，低于标准{standard}，差{gap}")
    else:
        message = _("{value}，高于标准{standard}，超出{gap}")
    texts = {"value": shown(value, bound.number), "standard": limit_text(value, bound), "gap": gap(value, bound)}
    return message.format(**texts, sign=sign)


def _constant(number: Decimal, unit: str) -> Quantity:
    return _quantity(Fraction(number), unit, _places(f"{number:f}"))


def _quantity(number: Fraction, unit: str, decimals: int) -> Quantity:
    return Quantity(number, unit, decimals, Step(_("标准"), amount(number, unit, decimals)))


def _places(text: str) -> int:
    return len(text.partition(".")[2])

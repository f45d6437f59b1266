"""Numbers and reasons in words, the same for every rule."""

from fractions import Fraction
from typing import Final

from evalcli.language import _, day_in_words, enumerated
from evalcli.model.facts import Missing, Quantity
from evalcli.model.filled import HandJudgement
from evalcli.model.numbers import Number, exact, fixed, plain, rounded, telling

_RATIO: Final = "比"
_POINT_PLACES: Final = 2


def amount(number: Number, unit: str, decimals: int, against: Number | None = None) -> str:
    """Return a number with its unit and no needless zeros; enough places to tell it from `against`."""
    value = exact(number)
    limit = value if against is None else exact(against)
    if unit == _RATIO:
        return _ratio(value, decimals, limit)
    return _near(value, decimals, limit) + unit


def cell(quantity: Quantity, against: Number | None = None) -> str:
    """Return a quantity for the table: with all its places, more where rounding would hide the verdict."""
    limit = quantity.number if against is None else exact(against)
    hidden = quantity.number != limit and rounded(quantity.number, quantity.decimals) == rounded(
        limit, quantity.decimals
    )
    if hidden or quantity.unit == _RATIO:
        return shown(quantity, limit)
    return fixed(quantity.number, quantity.decimals) + quantity.unit


def shown(quantity: Quantity, against: Number | None = None) -> str:
    """Return a quantity for a sentence."""
    return amount(quantity.number, quantity.unit, quantity.decimals, against)


def gap(value: Quantity, limit: Quantity) -> str:
    """Return how far a value is from a limit; shares differ by 百分点, never by %."""
    places = max(value.decimals, limit.decimals)
    if value.unit == _RATIO and _reversed(limit.number) and value.number:
        return amount(abs(1 / value.number - 1 / limit.number), "", places, 0)
    return amount(abs(value.number - limit.number), gap_unit(value.unit), places, 0)


def gap_unit(unit: str) -> str:
    """Return the unit in which two values of `unit` differ."""
    return {"%": _("个百分点"), "百分点": _("个百分点"), _RATIO: ""}.get(unit, unit)


def points_text(points: Number) -> str:
    """Return points in words: 3.5分."""
    return _("{points}分").format(points=plain(points, _POINT_PLACES))


def lacking(missing: Missing) -> str:
    """Return what is missing, who owes it and why nothing can be reckoned."""
    parts = []
    if missing.fields and missing.offices:
        message = _("缺少数据：{fields}（由{offices}填报）")
        parts.append(message.format(fields=enumerated(missing.fields), offices=enumerated(missing.offices)))
    elif missing.fields:
        parts.append(_("缺少数据：{fields}").format(fields=enumerated(missing.fields)))
    if missing.because:
        parts.append(_("无法计算：{because}").format(because=missing.because))
    return _("；").join(parts) or _("缺少数据")


def _ratio(number: Fraction, decimals: int, limit: Fraction) -> str:
    """Return 12.38:1, or 1:95 where the limit is of that form."""
    if _reversed(limit) and number > 0:
        return "1:" + _near(1 / number, decimals, 1 / limit)
    return _near(number, decimals, limit) + ":1"


def _near(number: Fraction, decimals: int, limit: Fraction) -> str:
    """Return a number that shows on which side of the limit it lies, without needless zeros."""
    text = telling(number, decimals, limit)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _reversed(number: Fraction) -> bool:
    return 0 < number < 1


def demonstrated(hand: HandJudgement) -> str:
    """Return the mark of a judgement that was only made up to show how it works."""
    return _("（演示）") if hand.illustrative else ""


def judged_by(hand: HandJudgement) -> str:
    """Return who judged and when, in brackets."""
    inside = _("，").join(part for part in (hand.by, day_in_words(hand.on) if hand.on else "") if part)
    return _("（{inside}）").format(inside=inside) if inside else ""

"""Sums of money in one style: in 万元, in 亿元, or in whichever fits their size. The value is exact in each."""

from fractions import Fraction

from evalcli.model.filled import Value
from evalcli.model.numbers import fixed, plain
from evalcli.model.pack import Field
from evalcli.model.printing import places, printed

UNITS = {"元": 1, "千元": 10**3, "万元": 10**4, "亿元": 10**8}
BY_SIZE = "按大小"
# As many places as an 亿元 has 元: nothing is lost in another unit.
_MOST = 8


def styled(value: Value, field: Field, style: str) -> str:
    """Return a sum in the style that a county asks for; what is hedged, or no money, as it was typed.

    A field's own unit keeps the field's places; in another unit no digit is added and none is lost.
    """
    if not style or field.unit not in UNITS or value.number is None or value.text:
        return printed(value, field)
    yuan = Fraction(value.number) * UNITS[field.unit]
    unit = _fitting(yuan) if style == BY_SIZE else style
    if unit == field.unit:
        return f"{fixed(value.number, places(value, field))}{unit}"
    return f"{plain(yuan / UNITS[unit], _MOST)}{unit}"


def _fitting(yuan: Fraction) -> str:
    """Return the largest usual unit of which a sum has at least one."""
    return next((unit for unit in ("亿元", "万元") if abs(yuan) >= UNITS[unit]), "元")

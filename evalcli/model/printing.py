"""How a filled-in value is printed, the same in a table, a trace and a sentence."""

from decimal import Decimal

from evalcli.model.filled import Value
from evalcli.model.numbers import fixed, plain
from evalcli.model.pack import Field


def places(value: Value, field: Field) -> int:
    """Return the decimal places a value is printed with: the field's, else as many as were typed."""
    if field.decimals is not None:
        return field.decimals
    exponent = value.number.as_tuple().exponent if isinstance(value.number, Decimal) else None
    return max(0, -exponent) if isinstance(exponent, int) else 2


def conversion(value: Value, field: Field) -> str:
    """Return what was typed, what it comes to and by which factor; nothing where both say the same."""
    raw, shown = value.raw.strip(), printed(value, field)
    factor = ""
    if value.factor > 1:
        factor = f"，×{value.factor}"
    elif value.factor < 1:
        factor = f"，÷{1 / value.factor}"
    elif raw == shown or not (value.text or raw[-1:].isdecimal()):
        return ""
    if value.text and factor and value.number is not None:
        shown = f"{plain(value.number)}{value.unit}"
    return f"{raw} = {shown}{factor}"


def printed(value: Value, field: Field) -> str:
    """Return a value with its unit; hedged values, ratios and texts as they were typed."""
    if value.text:
        return value.text
    if value.number is None:
        return value.raw
    return f"{fixed(value.number, places(value, field))}{value.unit}"

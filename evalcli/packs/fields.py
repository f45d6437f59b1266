"""One entry of `fields.yaml`, or one column of `tables.yaml` → `Field`: both say the same of a figure."""

from decimal import Decimal

from evalcli.model.document import Mapping, Scalar, texts
from evalcli.model.pack import Field


def field(key: Scalar, entry: Mapping) -> Field:
    """Return what a pack says of one field, or of one column of a school table."""
    limits = [Decimal(limit) for limit in texts(entry.get("range"))]
    decimals = entry.text("decimals")
    return Field(
        id=key.text,
        label=entry.text("label"),
        unit=entry.text("unit"),
        kind=entry.text("kind") or "number",
        by=entry.text("by"),
        years=int(entry.text("years") or 1),
        basis=entry.text("basis"),
        office=entry.text("office"),
        decimals=int(decimals) if decimals else None,
        meaning=entry.text("meaning"),
        aliases=texts(entry.get("aliases")),
        required=entry.flag("required"),
        low=limits[0] if limits else None,
        high=limits[1] if limits else None,
        target_for=entry.text("target_for"),
        due=entry.text("due"),
        equals=entry.text("is"),
        sums=entry.text("sums"),
        jump=entry.text("jump"),
        better=entry.text("better"),
        item=entry.text("item"),
        place=key.place,
    )

"""What the commands about packs share: how a pack, an item and a key point are named."""

from difflib import get_close_matches
from pathlib import Path

import click

from evalcli.language import _
from evalcli.model.pack import KeyPoint, Pack

pack_argument = click.argument("pack", metavar=_("指标包"), help=_("指标包的编号（可写 编号@版本），或它的文件夹。"))
item_option = click.option("--item", default="", metavar=_("指标"), help=_("只要这一项指标，例如 2.4。"))


def opened(wish: str) -> Pack:
    """Return the pack that somebody named."""
    from evalcli.criteria import open_pack

    return open_pack(wish, Path())


def refuse_unknown_item(pack: Pack, item: str) -> None:
    """Stop where a pack has no such item."""
    known = [indicator.id for indicator in pack.indicators]
    if item and item not in known:
        raise click.UsageError(
            _("指标包 {pack} 没有指标“{item}”，").format(pack=pack.id, item=item) + _near(item, known)
        )


def point_of(pack: Pack, wish: str) -> KeyPoint:
    """Return the key point that is named; the only one of an item may be named by the item."""
    points = {point.id: point for indicator in pack.indicators for point in indicator.key_points}
    alone = {indicator.id: indicator.key_points[0] for indicator in pack.indicators if len(indicator.key_points) == 1}
    found = points.get(wish) or alone.get(wish)
    if found is None:
        message = _("指标包 {pack} 没有评估要点“{item}”，").format(pack=pack.id, item=wish)
        raise click.UsageError(message + _near(wish, list(points)))
    return found


def _near(wish: str, known: list[str]) -> str:
    near = get_close_matches(wish, known, 1)
    if near:
        return _("最接近的是“{near}”。").format(near=near[0])
    return _("编号从 {first} 到 {last}。").format(first=known[0], last=known[-1])

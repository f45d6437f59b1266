"""`evalcli pack resolve`: a pack after everything that it stands on."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from evalcli.cli.base import Command
from evalcli.cli.options import CountyFile
from evalcli.cli.packs import item_option, opened, pack_argument, refuse_unknown_item
from evalcli.language import _
from evalcli.model.document import Document, Mapping, Node, Sequence, mapping

if TYPE_CHECKING:
    from evalcli.criteria.layers import Layer

# What a pack is told of itself, and what only a layer says.
_OF_A_LAYER = ("extends", "change", "drop")


@click.command(cls=Command, short_help=_("展开：底包加本地化之后的全部内容"))
@pack_argument
@item_option
@click.option("--explain", is_flag=True, help=_("每个值后面注明由哪一层、哪个文件哪一行写的。"))
@click.option("--with", "county", type=CountyFile(), metavar=_("县文件"), help=_("再加上这个县的 tailored。"))
def command(pack: str, item: str, explain: bool, county: Path | None) -> int:
    """Print a pack as it is after all layers."""
    from evalcli.cli import show
    from evalcli.criteria.layers import open_layer
    from evalcli.packs.layers import written
    from evalcli.read.county import county_files

    refuse_unknown_item(opened(pack), item)
    layer = open_layer(pack, Path(), county_files(county).head.pairs("tailored") if county else ())
    versions = {file.name.partition("/")[0]: _version(file) for file in layer.files if file.name.endswith("/pack.yaml")}
    parts = [
        f"# yaml-language-server: $schema=urn:evalcli:{schema}:1\n# {name}\n{written(root, versions if explain else None)}"
        for name, schema, root in _documents(layer, item, reasons=explain)
    ]
    show.payload("---\n".join(parts))
    return 0


def _version(file: Document) -> str:
    assert isinstance(file.root, Mapping)  # the schema has seen to it
    return file.root.text("version")


def _documents(layer: "Layer", item: str, *, reasons: bool) -> Iterator[tuple[str, str, Node]]:
    """Yield the files that the pack would have if nothing lay below it."""
    if not item:
        own = tuple((key, value) for key, value in layer.root.entries if key.text not in _OF_A_LAYER)
        yield "pack.yaml", "pack", mapping(own, layer.root.place)
        for name, schema, document in (
            ("fields.yaml", "fields", layer.fields),
            ("tables.yaml", "tables", layer.sheets),
        ):
            if document:
                yield name, schema, document.root
    for area in layer.areas:
        root = _only(area.root, item, reasons=reasons)
        if root is not None:
            yield area.name.partition("/")[2], "area", root


def _only(root: Node, item: str, *, reasons: bool) -> Node | None:
    """Return an area with only one of its items, all without a name; None where it is not among them."""
    assert isinstance(root, Mapping)  # the schema has seen to it
    wanted = [one for one in root.items("indicators") if isinstance(one, Mapping) and item in ("", one.text("id"))]
    kept = tuple(one if reasons else _without_reason(one) for one in wanted)
    entries = tuple(
        (key, Sequence(kept, value.place) if key.text == "indicators" else value) for key, value in root.entries
    )
    return mapping(entries, root.place) if kept else None


def _without_reason(item: Mapping) -> Mapping:
    """Return an item as a file may hold it: why it was changed is no part of one."""
    return mapping((entry for entry in item.entries if entry[0].text != "because"), item.place)


command.help = _(
    "把一个指标包展开打印：底包、各层改动合在一起之后的全部 YAML，一个文件一段。--explain 注明每个值出自哪一层。"
)

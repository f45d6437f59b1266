"""Packs as folders of a county's own, for what only happens on a disk: found, laid over others, kept."""

from collections.abc import Callable
from pathlib import Path

import counties
import pytest

from evalcli.model.document import Mapping, Node, Scalar
from evalcli.model.notice import Level, Stopped

# The packs that evalcli brings along.
SHIPPED = sorted(file.parent.name for file in Path(__file__).parents[2].glob("indicators/*/pack.yaml"))
# The small pack as a file has to be: what a builder can do without, the schema asks for.
_TARGET = 'item: "1.2", unit: "%", office: 教体局, target_for'
HEAD = counties.HEAD.replace("areas: [area-1]", "areas: [area-1, area-2]")
FIELDS = counties.FIELDS.replace(_TARGET, _TARGET.replace("office", "range: [0, 100], office"))
AREA_1 = counties.AREA_1.replace("title: 教育投入", "title: 教育投入\n    short: 投入").replace(
    "title: 普惠和师资", "title: 普惠和师资\n    short: 普惠"
)
AREA_2 = counties.AREA_2.replace("joins:", "heading: 规范办学\njoins:")


def write_pack(county: Path, name: str = "small", /, **changed: str) -> Path:
    """Write a pack into a county's own `indicators/`: the small one, with the files `changed` (pack, fields, area_1)."""
    files = {"pack.yaml": HEAD, "fields.yaml": FIELDS, "area-1.yaml": AREA_1, "area-2.yaml": AREA_2} | {
        f"{key.replace('_', '-')}.yaml": text for key, text in changed.items()
    }
    return write_files(county / "indicators" / name, files)


def write_layer(county: Path, name: str, text: str, /, fields: str = "") -> Path:
    """Write a pack that extends another."""
    head = f"id: {name}\nversion: 1.2.0\ntitle: 某市评价\n{text}"
    return write_files(county / "indicators" / name, {"pack.yaml": head} | ({"fields.yaml": fields} if fields else {}))


def write_files(folder: Path, files: dict[str, str]) -> Path:
    """Write texts into a folder."""
    for name, text in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return folder


def tailoring(text: str) -> tuple[tuple[Scalar, Node], ...]:
    """Return what a county wrote under `tailored:`."""
    root = counties.document(text).root
    assert isinstance(root, Mapping)
    return root.entries


def stopped(load: Callable[[], object]) -> list[tuple[str, str, str, str]]:
    """Return the code, place, message and advice of the notices that stopped a load."""
    with pytest.raises(Stopped) as caught:
        load()
    assert {notice.level for notice in caught.value.notices} == {Level.STOP}
    return [(n.code, str(n.place or ""), n.message, n.advice) for n in caught.value.notices]

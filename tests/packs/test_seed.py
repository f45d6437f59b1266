"""The files of a new pack."""

from counties import document

from evalcli.model.document import Mapping
from evalcli.packs.seed import layer_seed, seed


def text(file: str, key: str) -> str:
    """Return what a file says under a key."""
    root = document(file).root
    assert isinstance(root, Mapping)
    return root.text(key)


def test_a_new_pack_is_whole() -> None:
    files = seed("my-pack")

    assert list(files) == ["pack.yaml", "fields.yaml", "area-1.yaml", "cases/area-1.yaml", "README.md"]
    assert text(files["pack.yaml"], "id") == "my-pack"
    assert [name for name, file in files.items() if file.startswith("# yaml-language-server: $schema=")] == list(files)[
        :4
    ]


def test_a_layer_says_what_it_stands_on() -> None:
    files = layer_seed("mine", "small", "1.0.0", "小评价")

    assert (text(files["pack.yaml"], "extends"), text(files["pack.yaml"], "title")) == (
        "small@1.0.0",
        "小评价（本地版，请改写）",
    )
    assert "evalcli pack diff small mine" in files["README.md"]

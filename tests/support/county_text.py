"""The small county's file with something else in it."""

from pathlib import Path


def change(folder: Path, old: str, new: str, *, name: str = "county.yaml") -> None:
    """Replace `old`, which stands in the file once, by `new`."""
    path = folder / name
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def add(folder: Path, text: str, *, name: str = "county.yaml") -> None:
    """Put `text` at the end of a file."""
    path = folder / name
    path.write_text(path.read_text("utf-8") + text, encoding="utf-8")

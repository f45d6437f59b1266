"""Goldens: what a run is known to give, kept in files that are reviewed like code."""

from pathlib import Path


def agrees(path: Path, found: str, *, update: bool) -> None:
    """Assert that `found` is what the file holds; with `update` write it there first."""
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(found.encode())
    kept = path.read_bytes().decode() if path.exists() else ""
    assert found == kept, f"{path.name} differs: look at it, then run pytest --update"

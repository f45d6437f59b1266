"""Where shipped files are: packs, templates, schemas.

`templates/` and `indicators/` stand at the top of the source tree and inside the installed package;
both places are tried, because an editable install has only the first (DECISIONS.md, 5).
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(kind: str) -> Path:
    """Return the folder of shipped `kind`: `indicators`, `templates` or `schemas`."""
    for folder in (_PACKAGE / kind, _PACKAGE.parent / kind):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(kind)


def find(kind: str, name: str, county: Path | None = None) -> Path | None:
    """Return the folder `name` of `kind`: the county's own first, then ours; None where neither has it."""
    roots = ([county / kind] if county else []) + [shipped(kind)]
    inside = (root / name for root in roots if not Path(name).is_absolute() and ".." not in Path(name).parts)
    return next((folder for folder in inside if folder.is_dir()), None)


def names(kind: str, county: Path | None = None) -> tuple[str, ...]:
    """Return the names of all folders of `kind` that `find` would find."""
    roots = ([county / kind] if county else []) + [shipped(kind)]
    return tuple(sorted({folder.name for root in roots if root.is_dir() for folder in root.iterdir() if folder.is_dir()}))

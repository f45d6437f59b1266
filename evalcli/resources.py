"""Where shipped files are: packs, templates, schemas.

`templates/` and `indicators/` stand at the top of the source tree and inside the installed package;
both places are tried, because an editable install has only the first (DECISIONS.md, 5).
"""

import re
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
# A name is one folder's name and nothing else: no way up, no way down, nothing that the system refuses to look for.
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


def shipped(kind: str) -> Path:
    """Return the folder of shipped `kind`: `indicators`, `templates` or `schemas`."""
    for folder in (_PACKAGE / kind, _PACKAGE.parent / kind):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(kind)


def find(kind: str, name: str, county: Path | None = None) -> Path | None:
    """Return the folder `name` of `kind`: the county's own first, then ours; None where neither has it."""
    if not _NAME.fullmatch(name):
        return None
    return next((root / name for root in _roots(kind, county) if (root / name).is_dir()), None)


def names(kind: str, county: Path | None = None) -> tuple[str, ...]:
    """Return the names of all folders of `kind` that `find` would find."""
    folders = (folder for root in _roots(kind, county) if root.is_dir() for folder in root.iterdir())
    return tuple(sorted({folder.name for folder in folders if _NAME.fullmatch(folder.name) and folder.is_dir()}))


def _roots(kind: str, county: Path | None) -> list[Path]:
    return [*([county / kind] if county else []), shipped(kind)]

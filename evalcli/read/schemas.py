"""The JSON Schemas of evalcli's own files."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).resolve().parent.parent / "schemas"


@cache
def schema(name: str) -> Mapping[str, Any]:
    """Return the schema `name`: county, data, pack, fields, area or cases."""
    import json  # whoever reads no file of ours by its schema does without

    text = (_FOLDER / f"{name}.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded

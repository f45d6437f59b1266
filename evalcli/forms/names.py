"""Names of sheets: what Excel takes, each once."""

import re

# Excel's limit, and what it does not take in a name.
_LONGEST = 31
_UNFIT = re.compile(r"[\x00-\x1f\[\]:*?/\\]")
# Excel keeps this one for itself.
_TAKEN = "history"


def sheet_name(wish: str, used: set[str]) -> str:
    """Return a name for a sheet that is as near to `wish` as Excel allows, and add it to those `used`."""
    bare = _cut(_UNFIT.sub("_", wish).strip("' "), _LONGEST).rstrip("' ") or "_"
    name, number = bare, 1
    while name.casefold() in used or name.casefold() == _TAKEN:
        number += 1
        name = f"{_cut(bare, _LONGEST - len(str(number)))}{number}"
    used.add(name.casefold())
    return name


def _cut(text: str, most: int) -> str:
    """Return as much of a text as fits; Excel counts a rare character (𠮷) twice."""
    while len(text.encode("utf-16-le")) > 2 * most:
        text = text[:-1]
    return text

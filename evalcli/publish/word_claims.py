"""Which figure came from which field, hidden in the Word file.

Every figure stands between the two ends of a bookmark `f_<stem>_<n>`: `stem` is made from the field's name,
`n` counts its uses. A name of lower-case letters, digits and single underscores is its own stem. Any other is
shortened to what a bookmark may hold, with the CRC-32 of the whole name behind it, so that a reader who knows the
fields finds each one again from the bookmark alone. The part `customXml/item1.xml` also lists every bookmark with its
field and the text as it was printed:

    <figures xmlns="urn:evalcli:figures">
      <figure bookmark="f_dropouts_1" field="dropouts" text="0"/>
      <figure bookmark="f_spending_8c915f03_1" field="spending.小学" text="13624"/>
    </figures>
"""

import re
from binascii import crc32
from functools import lru_cache

from evalcli.publish.text import clean
from evalcli.publish.xml import HEAD, attribute

NAMESPACE = "urn:evalcli:figures"
# Word allows 40 characters and takes no notice of case: 2 for `f_`, 29 for the stem, 1 for `_`, 8 for the count.
_PLAIN = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_LONGEST_STEM = 29


@lru_cache(maxsize=4096)
def stem(field: str) -> str:
    """Return the middle of the bookmark's name for `field`."""
    if len(field) <= _LONGEST_STEM and _PLAIN.fullmatch(field):
        return field
    readable = re.sub(r"[^a-z0-9]+", "_", field.lower())[:19].strip("_")
    checksum = format(crc32(field.encode("utf-8", "surrogatepass")), "08x")
    return f"{readable}_{checksum}" if readable else f"c{checksum}"


class Marks:
    """The bookmarks of one Word file, in the order of the text."""

    def __init__(self) -> None:
        """Start without any."""
        self._uses: dict[str, int] = {}
        self._figures: list[tuple[str, str, str]] = []

    def mark(self, field: str, text: str) -> tuple[str, str]:
        """Return the id and the name of a new bookmark around `text`, a figure from `field`."""
        middle = stem(field)
        self._uses[middle] = self._uses.get(middle, 0) + 1
        name = f"f_{middle}_{self._uses[middle]}"
        self._figures.append((name, field, text))
        return str(len(self._figures)), name

    def part(self) -> str:
        """Return the XML part that lists the figures."""
        figures = [
            f'<figure bookmark="{name}" field="{attribute(clean(field))}" text="{attribute(clean(text))}"/>'
            for name, field, text in self._figures
        ]
        return f'{HEAD}<figures xmlns="{NAMESPACE}">{"".join(figures)}</figures>'

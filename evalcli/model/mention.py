"""Figures named in a county's own text: `[[field]]`, `[[field.member]]`, `[[field.growth]]`.

Nothing else in such a text is anything but text, and what a mention prints is never read again.
"""

import re
from collections.abc import Iterator

from evalcli.model.frozen import dataclass
from evalcli.model.pack import Field, Pack

_MENTION = re.compile(r"\[\[([^\[\]\n]{1,80})\]\]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure that a text names, as typed."""

    typed: str
    offset: int

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the field's name and what follows it after points."""
        return tuple(part.strip() for part in self.typed.split("."))


@dataclass(frozen=True, slots=True)
class Figured:
    """A mention understood: which field, which member, and whether its growth is meant."""

    field: Field
    member: str
    growth: bool


def split(text: str) -> Iterator[str | Mention]:
    """Yield the text between mentions and the mentions, in order."""
    end = 0
    for match in _MENTION.finditer(text):
        if match.start() > end:
            yield text[end : match.start()]
        yield Mention(match[1], match.start())
        end = match.end()
    if end < len(text):
        yield text[end:]


def understood(pack: Pack, mention: Mention) -> Figured | None:
    """Return what a mention means, or None where the pack has no such figure."""
    name, *rest = mention.parts
    field = pack.fields.get(name) or next(
        (one for one in pack.fields.values() if name in (one.label, *one.aliases)), None
    )
    if field is None:
        return None
    growth = bool(rest) and rest[-1] == "growth"
    members = rest[:-1] if growth else rest
    known = pack.dimensions.get(field.by, ())
    if len(members) != bool(field.by) or any(member not in known for member in members):
        return None
    return Figured(field, members[0] if members else "", growth)

"""Text as it stands on the page: what a file cannot hold becomes visible, and lines become one line."""

import re

# XML 1.0 forbids or discourages these, escaped or not; a reader must see that something stood there.
# A list of what is forbidden compiles in a tenth of the time of a list of what is allowed; patterns are compiled when used.
_FORBIDDEN = "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
_LINE_END = "\r\n?"
_WIDE_RANGES = (
    "\u2e80-\u9fff", "\uac00-\ud7af", "\uf900-\ufaff", "\ufe30-\ufe4f", "\uff00-\uff60", "\uffe0-\uffe6",
    "\U00020000-\U0003ffff",
)  # fmt: skip
_WIDE_MARKS = "“”‘’—…"
_WIDE = "".join(_WIDE_RANGES) + _WIDE_MARKS
# Chinese takes no blank where a line of the source ends; Latin text does.
_BREAK_AT_HAN = rf"(?<=[{_WIDE}])\s*\n\s*|\s*\n\s*(?=[{_WIDE}])"
_BREAK = r"\s*\n\s*"


def clean(text: str) -> str:
    """Return `text` with U+FFFD for what XML forbids and with plain line feeds."""
    if text.isprintable():  # most is, and nothing that is printable is forbidden
        return text
    if "\r" in text:
        text = re.sub(_LINE_END, "\n", text)
    return re.sub(_FORBIDDEN, "\ufffd", text)


def flat(text: str) -> str:
    """Return `text`, cleaned, as one line."""
    text = clean(text)
    if "\n" not in text:
        return text
    return re.sub(_BREAK, " ", re.sub(_BREAK_AT_HAN, "", text))


def half_widths(text: str) -> int:
    """Return the room that `text` takes, in halves of a Han character."""
    return sum(map(_HALVES.__getitem__, text))


class _Halves(dict[str, int]):
    """The room that each character takes, found when it is first met: a pattern takes 4 ms to compile."""

    def __missing__(self, character: str) -> int:
        wide = character in _WIDE_MARKS or any(span[0] <= character <= span[2] for span in _WIDE_RANGES)
        self[character] = 2 if wide else 1
        return self[character]


_HALVES = _Halves()

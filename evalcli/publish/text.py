"""Text as it stands on the page: what a file cannot hold becomes visible, and lines become one line."""

import re

# XML 1.0 forbids or discourages these, escaped or not; a reader must see that something stood there.
_FORBIDDEN = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile("\r\n?")
_WIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003ffff“”‘’—…"
_WIDE_CHARACTER = re.compile(f"[{_WIDE}]")
# Chinese takes no blank where a line of the source ends; Latin text does.
_BREAK_AT_HAN = re.compile(rf"(?<=[{_WIDE}])\s*\n\s*|\s*\n\s*(?=[{_WIDE}])")
_BREAK = re.compile(r"\s*\n\s*")


def clean(text: str) -> str:
    """Return `text` with U+FFFD for what XML forbids and with plain line feeds."""
    if "\r" in text:
        text = _LINE_END.sub("\n", text)
    return _FORBIDDEN.sub("\ufffd", text)


def flat(text: str) -> str:
    """Return `text`, cleaned, as one line."""
    text = clean(text)
    if "\n" not in text:
        return text
    return _BREAK.sub(" ", _BREAK_AT_HAN.sub("", text))


def half_widths(text: str) -> int:
    """Return the room that `text` takes, in halves of a Han character."""
    return len(text) + len(_WIDE_CHARACTER.findall(text))

"""XML written as text: one way in for whatever somebody typed."""

import re

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPECIAL = re.compile('[&<>"\n\t]').search


def content(text: str) -> str:
    """Return cleaned `text` as it stands between tags."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text or ">" in text:
        text = text.replace("<", "&lt;").replace(">", "&gt;")
    return text


def attribute(text: str) -> str:
    """Return cleaned `text` as it stands in double quotes, its lines and tabs kept."""
    if not _SPECIAL(text):  # most is plain, and looking once is faster than five times
        return text
    return content(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")

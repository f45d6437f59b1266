"""Data on its way into Markdown: escaped once, so that nothing in it is ever markup, template or claim."""

from markupsafe import Markup

# Every character that the dialect of `markdown.py` or Jinja's own escaping could read as more than itself.
_SPECIAL = {ord(mark): f"&#{ord(mark)};" for mark in "&<>\"'*[]()#=:\n\r"}


def escaped(text: str) -> Markup:
    """Return `text` so that it reads as typed."""
    return Markup(text.translate(_SPECIAL))


def claimed(text: str, claim: str) -> Markup:
    """Return a figure's text with the field that it came from."""
    return Markup(f"[{text.translate(_SPECIAL)}]({claim.translate(_SPECIAL)})")


def lacking(label: str) -> Markup:
    """Return the yellow mark of a figure that is not there."""
    return Markup(f"=={('【缺：' + label + '】').translate(_SPECIAL)}==")

"""Ways of handing a report over.

In:  a `Draft`.   Out: the bytes of a file.
New: one module here with a function `Draft` → `bytes`, one name in `FORMATS`.

The text is the same in every format, and the same draft gives the same bytes.
"""

from collections.abc import Callable

from evalcli.language import _, enumerated
from evalcli.model.report import Draft


def _docx(draft: Draft) -> bytes:
    # Each writer is imported when it is wanted: lxml and python-docx cost more time than a whole HTML report.
    from evalcli.publish.word import word

    return word(draft)


def _html(draft: Draft) -> bytes:
    from evalcli.publish.html import html

    return html(draft)


def _md(draft: Draft) -> bytes:
    from evalcli.publish.markdown import markdown

    return markdown(draft)


def _xlsx(draft: Draft) -> bytes:
    from evalcli.publish.excel import excel

    return excel(draft)


FORMATS: dict[str, Callable[[Draft], bytes]] = {"docx": _docx, "html": _html, "md": _md, "xlsx": _xlsx}


def publish(draft: Draft, form: str) -> bytes:
    """Return the file that holds `draft` in the format `form`, a name in `FORMATS`."""
    if form not in FORMATS:
        raise ValueError(_("不认识的报告格式“{format}”，可用：{known}").format(format=form, known=enumerated(FORMATS)))
    return FORMATS[form](draft)

"""Items of the criteria that the text never mentions."""

from collections.abc import Iterator

from evalcli.language import _
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.proofread.text import Read


def notices(text: Read) -> Iterator[Notice]:
    """Yield a doubt for every item that neither a heading nor a sentence names, by title or in short."""
    words = "\n".join(part.words for part in text.body)
    for indicator in text.pack.indicators:
        if indicator.title not in words and indicator.short not in words:
            message = _("正文没有提到指标 {id} {title}").format(id=indicator.id, title=indicator.short)
            advice = _("写上这一项的情况；不适用的写明不适用。")
            yield Notice("draft.item", Level.DOUBT, message, advice, Place("报告正文"))

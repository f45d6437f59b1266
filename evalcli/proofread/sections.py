"""Sections: none missing, none out of order, none empty, and the whole not longer than the notice allows."""

from collections.abc import Iterator
from itertools import pairwise

from evalcli.language import _
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.proofread.text import Paragraph, Read

# What each genre tells, in this order; any one of the words in a heading of the first level stands for it.
FRAMES = {
    "self-assessment": (("基本情况",), ("成效", "自查", "自评情况", "落实情况"), ("问题",), ("下一步", "打算", "措施")),
    "work-points": (("完成情况", "总体"), ("问题", "未完成", "没有完成"), ("下一步", "打算", "措施")),
    "summary-and-plan": (("总结", "工作情况", "成效"), ("计划", "打算", "安排")),
}

# A part of fewer characters says nothing that a supervisor could check.
_SHORTEST = 20


def notices(text: Read) -> Iterator[Notice]:
    """Yield what is wrong with the order of things."""
    heads = [part for part in text.body if part.level == 1]
    yield from _framed(heads, FRAMES.get(text.filled.genre or text.pack.genre, ()))
    yield from _empty(text.body)
    yield from _thin(text.body)
    length = sum(len("".join(part.words.split())) for part in text.body)
    if 0 < text.filled.longest < length:
        message = _("正文{length}字，超过要求的{most}字").format(length=length, most=text.filled.longest)
        yield Notice("draft.length", Level.DOUBT, message, _("压缩做法一类的段落。"), Place("报告正文"))


def _framed(heads: list[Paragraph], frame: tuple[tuple[str, ...], ...]) -> Iterator[Notice]:
    found = [
        next((n for n, head in enumerate(heads) if any(word in head.words for word in words)), -1) for words in frame
    ]
    for words, at in zip(frame, found, strict=True):
        if at < 0:
            message = _("报告没有“{section}”一部分").format(section=words[0])
            yield Notice("draft.section", Level.DOUBT, message, _("补上这一部分，标题里写明。"), Place("报告正文"))
    there = [at for at in found if at >= 0]
    for before, after in pairwise(there):
        if after < before:
            message = _("“{later}”写在了“{earlier}”前面").format(later=heads[after].words, earlier=heads[before].words)
            yield Notice("draft.section", Level.DOUBT, message, _("按通知要求的次序排。"), heads[after].place)


def _thin(body: tuple[Paragraph, ...]) -> Iterator[Notice]:
    """Yield a hint for every part that has text and yet says next to nothing."""
    starts = [place for place, part in enumerate(body) if part.level == 1]
    for start, end in pairwise((*starts, len(body))):
        length = sum(len("".join(part.words.split())) for part in body[start + 1 : end])
        if 0 < length < _SHORTEST:
            message = _("“{head}”一共只有{length}字").format(head=body[start].words, length=length)
            yield Notice("draft.section", Level.HINT, message, _("补充情况，或并入别的部分。"), body[start].place)


def _empty(body: tuple[Paragraph, ...]) -> Iterator[Notice]:
    for part, following in zip(body, (*body[1:], None), strict=True):
        if part.level and (following is None or 0 < following.level <= part.level):
            message = _("标题“{head}”下面没有内容").format(head=part.words)
            yield Notice("draft.section", Level.DOUBT, message, _("补上内容，或删去标题。"), part.place)

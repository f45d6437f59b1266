"""Facts told as done that lie after the period of the report."""

import re
from collections.abc import Iterator
from datetime import date

from evalcli.language import _
from evalcli.model.filled import Filled, Paragraph
from evalcli.model.notice import Level, Notice
from evalcli.model.pack import Pack

_WHEN = re.compile(r"(\d{4})年(?:(\d{1,2})月|(春季|秋季|上半年|下半年|底|末))")
_BEGINS = {"春季": 2, "秋季": 9, "上半年": 1, "下半年": 7, "底": 12, "末": 12}
# A sentence that looks ahead may name a later day.
_AHEAD = re.compile(r"计划|拟|将|力争|争取|确保|到\d{4}年|至\d{4}年|预计|目标")


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield a notice for every sentence of the 做法 that names a day after the period as done."""
    for item, paragraphs in filled.text.items():
        for paragraph in paragraphs:
            for sentence in re.split(r"[。；]", paragraph.say):
                if not _AHEAD.search(sentence):
                    yield from _late(item, sentence, paragraph, filled.end)


def _late(item: str, sentence: str, paragraph: Paragraph, end: date) -> Iterator[Notice]:
    for match in _WHEN.finditer(sentence):
        month = int(match[2]) if match[2] else _BEGINS[match[3]]
        if (int(match[1]), month) > (end.year, end.month):
            message = _("{item} 的做法提到“{when}”，晚于评价期截止日（{end}）").format(item=item, when=match[0], end=end)
            yield Notice("text.after-period", Level.DOUBT, message, _("评价期外的事不作本期成效；删去或说明。"), paragraph.place.at(match[0]))

"""Facts told as done that lie after the period of the report, or that do not say in which year they lie."""

import re
from collections.abc import Iterator
from datetime import date

from evalcli.language import _
from evalcli.model.filled import Filled, Paragraph
from evalcli.model.frozen import replace
from evalcli.model.notice import About, Level, Notice
from evalcli.model.pack import Pack

_WHEN = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?|(春季|秋季|上半年|下半年|底|末))?")
_BEGINS = {"春季": 2, "秋季": 9, "上半年": 1, "下半年": 7, "底": 12, "末": 12}
_NO_YEAR = re.compile(r"(?<![\d年至—])(?:1[0-2]|[1-9])月(?:底|末|初|中旬|[上下]旬|\d{1,2}日)")
# A sentence that looks ahead may name a later day; one of every year names none; a title is a name.
_AHEAD = re.compile(r"计划|规划|拟|将|力争|争取|确保|到\d{4}年|至\d{4}年|预计|目标")
_EVERY = re.compile(r"\d{4}年|每年|每学年|每学期|历年")
_TITLE = re.compile(r"《[^》]*》")


def notices(_pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield a notice for every sentence of 基本情况 and 做法 that tells what came after the period as done."""
    told = [
        ("overview", _("基本情况"), filled.overview),
        *((item, _("{item} 的做法").format(item=item), text) for item, text in filled.text.items()),
    ]
    for at, where, paragraphs in told:
        for paragraph in paragraphs:
            for sentence in re.split(r"[。；\n]", _TITLE.sub("", paragraph.say)):
                for notice, when in _sentence(where, sentence, paragraph, filled.end):
                    yield replace(notice, about=About(at, where, "", (when,)))


def _sentence(where: str, sentence: str, paragraph: Paragraph, end: date) -> Iterator[tuple[Notice, str]]:
    """Yield every doubt about one sentence, with the words that it is about."""
    if _AHEAD.search(sentence):
        return
    for match in _WHEN.finditer(sentence):
        if _begins(match) > (end.year, end.month, end.day):
            message = _("{where}提到“{when}”，晚于评价期截止日（{end}）").format(where=where, when=match[0], end=end)
            advice = _("评价期外的事不作本期成效；删去或说明。")
            yield Notice("text.after-period", Level.DOUBT, message, advice, paragraph.place.at(match[0])), match[0]
    if not _EVERY.search(sentence):
        for match in _NO_YEAR.finditer(sentence):
            message = _("{where}提到“{when}”，没有写年份，看不出是否在评价期内").format(where=where, when=match[0])
            yield Notice("text.no-year", Level.HINT, message, _("补上年份。"), paragraph.place.at(match[0])), match[0]


def _begins(match: re.Match[str]) -> tuple[int, int, int]:
    """Return the first day that a phrase can mean; a bare year begins with it."""
    year, month, day, season = match.groups()
    return int(year), int(month or _BEGINS.get(season, 1)), int(day or 1)

"""Marks as official documents write them (GB/T 9704-2012, GB/T 15834-2011): 〔2022〕5号, 《》 in pairs, 2022年9月30日, one mark at a time."""

import re
from collections.abc import Iterator

from evalcli.language import _
from evalcli.model.notice import Level, Notice
from evalcli.proofread.text import Paragraph, Read

_HAN = "\u4e00-\u9fff"
_NUMBER = re.compile(r"[\[【(（﹝]((?:19|20)[0-9]{2})[\]】)）﹞](?=第?[0-9]+号)")
_DATE = re.compile(r"(?<![0-9.])((?:19|20)[0-9]{2})[./-]([0-9]{1,2})[./-]([0-9]{1,2})(?![0-9.])")
_DOUBLED = re.compile("[，。；、：！？]{2,}")
_HALF = re.compile(f"(?<=[{_HAN}])[,;:?!](?=[{_HAN}])")
_PAIRS = ("《》", "“”", "（）", "〔〕", "【】")


def notices(text: Read) -> Iterator[Notice]:
    """Yield a hint for every mark that is not as official documents write it."""
    for part in text.body:
        yield from _spelled(part)
        yield from _paired(part)


def _spelled(part: Paragraph) -> Iterator[Notice]:
    for match in _NUMBER.finditer(part.words):
        message = _("发文字号的年份用六角括号：{wrong}").format(wrong=match[0])
        yield _hint(message, _("写成〔{year}〕。").format(year=match[1]), part, match[0])
    for match in _DATE.finditer(part.words):
        message = _("正文的日期写全年月日：{wrong}").format(wrong=match[0])
        year, month, day = (int(number) for number in match.groups())
        advice = _("写成{year}年{month}月{day}日。").format(year=year, month=month, day=day)
        yield _hint(message, advice, part, match[0])
    for match in _DOUBLED.finditer(part.words):
        message = _("标点连用：{wrong}").format(wrong=match[0])
        yield _hint(message, _("只留一个。"), part, match[0])
    for match in _HALF.finditer(part.words):
        message = _("汉字之间用了半角标点“{wrong}”").format(wrong=match[0])
        yield _hint(message, _("改成全角标点。"), part, match[0])


def _paired(part: Paragraph) -> Iterator[Notice]:
    for pair in _PAIRS:
        if part.words.count(pair[0]) != part.words.count(pair[1]):
            message = _("“{pair}”没有成对").format(pair=pair)
            missing = pair[0] if part.words.count(pair[0]) > part.words.count(pair[1]) else pair[1]
            yield _hint(message, _("补上缺的一半，或删去多的一半。"), part, missing)


def _hint(message: str, advice: str, part: Paragraph, phrase: str) -> Notice:
    return Notice("draft.marks", Level.HINT, message, advice, part.at(phrase))

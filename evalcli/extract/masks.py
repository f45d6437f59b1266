"""What in a text holds numbers and counts nothing: titles, numbers of documents, ordinals, lists, telephones, names."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

from evalcli.extract.words import MEASURES, NAMES

Span = tuple[int, int]

_HAN: Final = "零〇一二两三四五六七八九十百"
_N: Final = rf"(?:\d{{1,9}}|[{_HAN}]{{1,9}})"
_PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        "《[^《》]{1,200}(?:》|$)",
        # 云府发〔2021〕12号, (2021)47号, 第3号, 12号
        r"[〔【\[(](?:19|20)\d{2}[〕】\])]第?\d*号?",
        r"\d{1,9}(?:-\d{1,9})?号(?!召)(?:文件?)?",
        rf"第\s?{_N}(?:[-~至、和到]第?{_N})?(?:个|届|次|名|位|条|款|项|章|节|期|批|轮|季度|学期|年|部分|所|课|天|周|阶段|产业|组)?",
        # 一、 (二) 3. 4、 ① at the head of a paragraph or a sentence; 一是 二要 and the like
        rf"(?:^|(?<=[。;；:：!！?？]))(?:[(（]?{_N}[)）]|{_N}[、.](?!\d)|[①-⑳])",
        rf"(?:^|(?<=[。;；:：,，]))(?:{_N}(?=是|要|抓)|其[{_HAN}])",
        r"(?<=[。;；])\d{1,2}[.、](?=\D)",
        # telephones, codes, addresses of pages and of post
        r"(?<!\d)0\d{2,3}[-)]\d{7,8}(?:-\d{1,9})?(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d{16,}+",
        r"(?:电话|热线|传真|邮编|邮政编码|QQ|微信|账号|帐号|代码|编号)[:：为]?[\d-]{1,30}",
        r"(?<![A-Za-z])[A-Za-z]{1,20}://[!-~]++|www\.[!-~]++|[A-Za-z0-9_.+-]{1,60}@[A-Za-z0-9_.-]{1,60}|(?<![A-Za-z])[A-Za-z]{1,20}-?\d{1,9}(?:\.\d{1,9}){0,5}",
        # versions, formulas, plans and programmes that are called by a number
        r"(?<![\d.])\d{1,9}(?:\.\d{1,9}){1,5}(?=工程|版|行动|计划|时代|模式|教育|提升)|[1一]\+[XxNn\d]{1,9}|(?<!\+)\d{1,9}\+\d{1,9}(?:\+\d{1,9}){0,5}(?![名个所项人])|[1-9]\+[A-Z]",
        rf"{_N}年(?=(?:发展|攻坚|提升)?(?:行动|规划|计划|攻坚|任务)|一贯|制|义务教育|级|期(?!间|末))",
        rf"(?:近|连续|过去|前|未来|今后|每隔|最近|这|后|上)[{_HAN}\d]{{1,9}}年(?:来|间|以来|中)?|[{_HAN}]{{1,9}}年(?:来|以来|多来|前|后)|\d{{1,9}}年(?:来|以来)",
        rf"{_N}(?:[-~至到]){_N}(?:周)?岁",
        rf"[{_HAN}]{{1,9}}(?:年级|等奖|等功|级|等|线|手抓|胎|孩|体化|流|律|般|定|致|切|些|系列|直|旦|贯|样|起|同|并|面|味|心|边|方|旁|时|向|度)",
        r"(?<!分)之一|连续\d{1,9}[次届]",
        rf"每(?:{_N}|[百千万两]){{1,3}}余?(?:个班|名|人|个|所|间|位|户|校)",
        "无一(?=[名例起人所个家])",
        rf"{_N}(?:年级|等奖|等功|孩|胎)",
        r"[一二三四五六七八九]{1,3}[\u4e00-\u9fff]{1,2}一(?:[\u4e00-\u9fff]{1,2}|$)(?=[,，。;；、”\"的工制])",
        rf"成[百千]上[千万]|(?:数|几|若干|上|好几)[{_HAN}万亿]{{1,9}}(?:余|多)?",
        rf"(?:“|‘)?(?:十[一二三四五六]?五|[{_HAN}]五)(?:”|’)?(?=规划|时期|期间|普法|末|开局|发展)",
        "|".join(map(re.escape, sorted(NAMES, key=len, reverse=True))),
        r"(?:五四|六一|七一|八一|九九|十一|五一|三八|七五|八五|六五|一二九|九三)(?=青年|儿童|建党|建军|重阳|国庆|劳动|妇女|普法|运动|学社|节|表彰)",
    )
)
# What stands between quotation marks is a name; of its numbers only measures count (“六个100%”, “每天运动一小时”).
_QUOTED: Final = re.compile('[“"‘]([^“”"‘’]{1,40})[”"’]')
_MEASURED: Final = re.compile(
    rf"(?:\d{{1,9}}(?:\.\d{{1,9}})?|[{_HAN}]{{1,9}})(?:万|亿)?(?:{'|'.join(map(re.escape, MEASURES))})(?!\+)"
)


class Masks:
    """The stretches of a text that no number is looked for in."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Keep them in order."""
        self._spans = _merged(list(spans))
        self._starts = [start for start, _end in self._spans]

    def cover(self, start: int, end: int) -> bool:
        """Return whether any of a stretch is masked."""
        at = bisect_right(self._starts, start) - 1
        if at >= 0 and self._spans[at][1] > start:
            return True
        return at + 1 < len(self._spans) and self._starts[at + 1] < end


def masked(text: str) -> Iterator[Span]:
    """Yield the stretches of a text that hold numbers and count nothing."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield match.span()
    for match in _QUOTED.finditer(text):
        yield from _around(match.start(), match.end(), text)


def _around(start: int, end: int, text: str) -> Iterator[Span]:
    """Yield what is left of a quoted name beside its measures."""
    for measure in _MEASURED.finditer(text, start, end):
        yield start, measure.start()
        start = measure.end()
    yield start, end


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        elif end > start:
            merged.append((start, end))
    return merged

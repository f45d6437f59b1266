"""One fact told twice with two values: the same definition, or the same rate, in two sentences."""

import re
from collections.abc import Iterator

from evalcli.language import _
from evalcli.model.frozen import dataclass
from evalcli.model.notice import Level, Notice
from evalcli.proofread.text import Paragraph, Read

_HAN = "\u4e00-\u9fff"
# 56人以上“大班额”: what a quoted word means is said by the number before it.
_DEFINED = re.compile(f"(?P<number>[0-9]+)(?P<unit>[{_HAN}]{{1,2}}?)(?:及?以上|以下)的?“(?P<name>[^”]{{2,8}})”")
_STATED = re.compile(
    f"(?P<name>[{_HAN}]{{2,12}}(?:率|占比|比例|总数|人数|面积))(?:为|达到?|是)(?P<number>[0-9]+(?:\\.[0-9]+)?)(?P<unit>%|个|人|所|名|平方米|万元|亿元)"
)
# What is planned, or was so in another year, may well differ from what is.
_OTHER_TIME = re.compile(
    "到?(?:19|20)[0-9]{2}年|力争|争取|确保|目标|计划|规划|上年|去年|此前|提高到|增加到|不低于|以上|以内|要求|标准"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A value as it was told."""

    name: str
    number: str
    unit: str
    part: Paragraph
    phrase: str


def notices(text: Read) -> Iterator[Notice]:
    """Yield a doubt for every value that differs from the one told first of the same thing."""
    yield from _differing([said for part in text.body for said in _found(_DEFINED, part, part.words)])
    sentences = ((part, sentence) for part in text.body if not part.level for sentence in part.sentences)
    present = [(part, sentence) for part, sentence in sentences if not _OTHER_TIME.search(sentence)]
    yield from _differing([said for part, sentence in present for said in _found(_STATED, part, sentence)])


def _found(pattern: re.Pattern[str], part: Paragraph, words: str) -> Iterator[_Said]:
    for match in pattern.finditer(words):
        yield _Said(match["name"], match["number"], match["unit"], part, match[0])


def _differing(told: list[_Said]) -> Iterator[Notice]:
    first: dict[tuple[str, str], _Said] = {}
    for said in told:
        one = first.setdefault((said.name, said.unit), said)
        if one.number != said.number:
            message = _("“{name}”说法不一：前面写“{one}”（第{at}段），这里写“{other}”")
            message = message.format(name=said.name, one=one.phrase, at=one.part.number, other=said.phrase)
            yield Notice("draft.two-values", Level.DOUBT, message, _("核实后统一。"), said.part.at(said.phrase))

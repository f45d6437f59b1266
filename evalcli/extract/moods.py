"""Whether a document looks back or ahead, where it turns, and what a number is stated for."""

import re
from typing import Final

from evalcli.extract.quantities import Quantity
from evalcli.model.statement import Comparator, Genre, Kind
from evalcli.model.text import Text

_AHEAD: Final = re.compile(
    "工作要点|计划|规划|方案|安排|目标|任务|打算|下一步|下一阶段|举措|措施|意见|部署|思路|总体要求|展望|改进|今后|要求|工作重点"
)
_BACK: Final = re.compile(
    "总结(?!经验)|回顾|自评|自查|成效|成绩|公报|基本情况|工作情况|完成情况|情况报告|发展基础|现状|存在|不足|困难|主要做法|工作开展|进展|汇报|概况|述职"
)
_WISH: Final = re.compile(
    "力争|争取|确保|将(?!教|其|[^,，。]{0,8}纳入)|(?<![重主需必只])要(?=在|达|实现|完成|把|建|确保|做到|新|到)|(?<![行动改善提升发展支持资助])计划(?=在|于|到|用|新|建|投|完成|利用|安排|招|实施)"
    "|拟|打算|目标是|底前|年内|逐步|努力|预计|务必|必须|应当|不得|力促|有望"
)
_FACT: Final = re.compile(
    "已(?!经)|已经|了|目前|现有|实现了|完成了|同比|比上年|较上年|比去年|荣获|获评|一年来|今年以来|上半年"
)
_ACTS: Final = re.compile(
    "召开|开展|举办|组织|发放|印发|下发|发出|推送|约谈|检查|走访|宣讲|培训会|座谈|调研|处理|问卷|演练|巡查|督查|督导|抽查|报道|编发|转发|受理|通报|会议"
)
_ACT_UNITS: Final = frozenset(("次", "场", "场次", "份", "期", "篇", "起", "件", "条", "组", "封", "人次"))
_BY_STANDARD: Final = re.compile("的?[^,，。;；]{0,4}标准(?!化)")
_PUSHED: Final = re.compile("力争|确保|提高到|覆盖率|达标率")
_NEAR: Final = 14
_STANDARD: Final = re.compile(
    "标准(?!化)|编制|按[^,，。]{0,6}配备|每[天日周生人]|每学[期年]|按照?|班额|规模|半径|课时|原则上|一般(?!公共|预算)"
)
_SIZE: Final = frozenset(("人", "名", "岁", "个", "个班", "分", "公里", "%", "万元", "元", "亩"))
_WHO: Final = re.compile('^(?:以上|以下|以内|及以上|及以下|左右|之内|内)?+的?[“‘"]?[\\u4e00-\\u9fff]{2}')
_BOUNDED: Final = re.compile("以上|以下|及以上|及以下|以内")
_BOUNDS: Final = re.compile("(?:不足|低于|少于|不满|未满|超过|高于)$")
_NAMED: Final = re.compile('^(?:以上|以下|及以上)?+的?[“‘"]?(?:超?大班额|大校额)')
_TO_YEAR: Final = re.compile(r"(?:到|至)(20\d\d)年")
_YEAR: Final = re.compile(r"(20\d\d)年?(?!底|末|前)")
# Numbers of documents and days hold years that the document is not about.
_NUMBER: Final = re.compile(r"[〔【\[(（]20\d\d[〕】\])）]|20\d\d[-/.]\d{1,2}")
_PAPER: Final = re.compile(
    "报告|通知|意见|决定|办法|细则|公告|纪要|请示|批复|标准|制度|讲话|责任书|清单|台账|分解表|简报"
)
_TITLE_PARAGRAPHS: Final = 12
_LONGEST_TITLE: Final = 60
_FEWEST_HEADED: Final = 3


def _heads(text: Text) -> list[str]:
    """Return the short lines that a document begins with: its title is among them."""
    first = [paragraph.text.strip() for paragraph in text.paragraphs[:_TITLE_PARAGRAPHS]]
    return [line for line in first if len(line) <= _LONGEST_TITLE]


def title(text: Text) -> str:
    """Return a document's title: the first line that names a genre, else the first line."""
    heads = _heads(text)
    return next((line for line in heads if turn(line) is not None), heads[0] if heads else text.name)


def year_of(text: Text) -> int | None:
    """Return the year that a document is about, as its first lines say; None where they do not."""
    first = (paragraph.text for paragraph in text.paragraphs[:_TITLE_PARAGRAPHS])
    for line in (*(line for line in _heads(text) if turn(line) is not None), *first):
        found = _YEAR.search(_NUMBER.sub("", line))
        if found:
            return int(found[1])
    return None


def year_under(headings: tuple[str, ...], whole: int | None) -> int | None:
    """Return the year that a part under `headings` is about: the last one that they name, else the document's."""
    named = (_YEAR.search(_NUMBER.sub("", heading)) for heading in reversed(headings))
    return next((int(found[1]) for found in named if found), whole)


def looks_ahead(text: Text) -> bool:
    """Return whether a document as a whole is a plan."""
    turns = (turn(line) for line in _heads(text))
    return next((turned for turned in turns if turned is not None), True)


def genre(text: Text) -> Genre:
    """Return what kind of document it is; a paper of an office's work has a title or numbered headings."""
    named = any(turn(line) is not None or _PAPER.search(line) for line in _heads(text))
    headed = sum(1 for paragraph in text.paragraphs if paragraph.headings or paragraph.level)
    if not named and headed < _FEWEST_HEADED:
        return Genre.OTHER
    return Genre.PLAN if looks_ahead(text) else Genre.REPORT


def section(headings: tuple[str, ...], *, whole: bool) -> bool:
    """Return whether the part of a document under `headings` looks ahead; the label of an item turns nothing."""
    turns = [turn(heading) for heading in headings if not heading[:1].isdigit()]
    return next((turned for turned in reversed(turns) if turned is not None), whole)


def turn(heading: str) -> bool | None:
    """Return whether a heading turns to what is to come (True) or to what was (False); None where it does not say."""
    ahead = [match.start() for match in _AHEAD.finditer(heading)]
    back = [match.start() for match in _BACK.finditer(heading)]
    if not ahead and not back:
        return None
    return max(ahead, default=-1) > max(back, default=-1)


def wanted(sentence: str, year: int | None, *, section: bool) -> bool:
    """Return whether a sentence states what is to be reached; `section` says so of what surrounds it."""
    to_come = any(int(later[1]) > (year or 0) for later in _TO_YEAR.finditer(sentence))
    wish, fact = to_come or bool(_WISH.search(sentence)), bool(_FACT.search(sentence))
    return section if wish == fact else wish


def kind_of(quantity: Quantity, left: str, right: str, comparator: Comparator, *, target: bool) -> Kind:
    """Return what a number is stated for."""
    if _NAMED.match(right) and comparator in (Comparator.AT_LEAST, Comparator.AT_MOST, Comparator.MORE):
        return Kind.STANDARD
    if quantity.unit in _SIZE and _WHO.match(right) and (_BOUNDED.match(right) or _BOUNDS.search(left)):
        return Kind.CONDITION
    if _BY_STANDARD.match(right) or (_STANDARD.search(left[-_NEAR:]) and not _PUSHED.search(left)):
        return Kind.STANDARD
    if not target and quantity.unit in _ACT_UNITS and _ACTS.search(left + right):
        return Kind.ACTIVITY
    return Kind.TARGET if target else Kind.ACHIEVED

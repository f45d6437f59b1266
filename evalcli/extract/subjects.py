"""What a number measures, what it is held against, and which words soften it."""

import re
from collections.abc import Sequence
from typing import Final

from evalcli.extract.words import RATES, SOFT, STAGES

_LONGEST: Final = 30
_LEAD: Final = re.compile(
    r"^(?:[、和及与或并且以及]|其中|同时|此外|到|至|截至|于|在|年底前|底前|前|目前|已|共计|共|有|将|要|使|并将|另|另有|均|都|也|还|再|再次|首次"
    r"|力争|争取|确保|努力|力促|基本|计划|拟|一般|原则上|全年|年内|全市|全县|全区|全省|我[市县区局]|全部|逐步|累计|分别|实现|[一二三四五六七八九]是)+"
)
_TRAIL: Final = re.compile(
    r"(?:达到|达成|达|不低于|不少于|不超过|不高于|不大于|至少|至多|控制在|稳定在|保持在|维持在|巩固在|保持|超过|突破|高于|低于|不足|少于|不到|接近|约为"
    r"|大约|约|近|逾|提高到|提高至|提升到|提升至|增加到|增至|降低到|降到|降至|下降到|减少到|增长|增加|提高|提升|上升|下降|降低|减少|压减|实现|占比为"
    r"|力争|争取|确保|基本|分别|均|都|各|仅|只|共计|共|合计|累计|一般|总数|平均|每年|每天|每周|每学期|比上年|较上年|同比上年|同比|比去年|为|是|有|了|的|到|在|至|将|由|从|[:：“‘\"])+$"
)
_VERBS: Final = re.compile(
    r"^(?:新建成|新建|改扩建|改造|建成|建设|建立|创建|创成|完成|打造|培育|培养|遴选|评选|认定|招聘|选派|选送|组织|开展|举办|召开|新增|增加|净增|投入|安排"
    r"|争取|落实|发放|减免|关停|撤并|终止|聘任|发展|推荐|选取|确定|配备|购置|升级|建|办好|办|完善|推进|实施|开工|启动)+"
)
_NOUN: Final = re.compile(r"^(?:以上|以下|以内|左右|及以上|之内)?的?([^,，。;；:：!！?？、“”\d()（）]{2,24})")
_NO_NOUN: Final = re.compile("^(?:以上|以下|以内|左右|及以上)?(?:的)?(?:$|用于|比|较|同比|并|和|及|与|达|占|已|均|为|提高|增长|等)")
_SPLIT: Final = re.compile("[、和及与]|以及")
_BASE: Final = re.compile(
    r"(?:同?比|较|与)(上一?年度?同期|上一?年度?|去年同期|去年|前年|年初|[“\"]?十[一二三四五]?五[”\"]?末?|20\d\d年(?:底|末)?|[一二三四五六七八九十]+年前)|(同比|环比)|(年均)"
)
_OF: Final = re.compile(r"占([^,，。;；、]{2,20}?)(?:的|比例为?|比重为?|总数的)?$")
_PER: Final = re.compile(r"(每(?:生每年|人每[天月年]|名?\w{0,3}?学?生|个[^,，。;；达至不]{1,8}|所[^,，。;；达至不]{1,6}|[一二三四五六七八九十\d]*(?:天|日|周|月|年|学期|学年|班|校)))")


def measured(left: str, right: str, before: str) -> str:
    """Return what a number between `left` and `right` measures; `before` is what the number before it measured."""
    subject = _trimmed(left)
    noun = _noun(right)
    if noun and (not subject or _VERBS.fullmatch(subject)):
        return (noun)[:_LONGEST]
    if noun and _VERBS.match(subject) and len(subject) <= 4:  # noqa
        return noun[:_LONGEST]
    return subject[-_LONGEST:] or noun[:_LONGEST] or before


def _trimmed(left: str) -> str:
    text = _BASE.sub("", left)
    text = _PER.sub("", text) if not _PER.fullmatch(text) else text
    return _VERBS.sub("", _LEAD.sub("", _TRAIL.sub("", text))) or _LEAD.sub("", _TRAIL.sub("", text))


def _noun(right: str) -> str:
    if _NO_NOUN.match(right):
        return ""
    match = _NOUN.match(right)
    return match[1] if match else ""


def shared_by(left: str) -> tuple[str, ...]:
    """Return the indicators that share one number: A率和B率达到100%, 小学、初中入学率均达到99%; one alone is none."""
    subject = _LEAD.sub("", _TRAIL.sub("", left))
    parts = [part for part in _SPLIT.split(subject) if part]
    if len(parts) < 2:  # noqa
        return ()
    if all(part.endswith(RATES) for part in parts):
        return tuple(parts)
    ending = next((rate for part in STAGES if (rate := parts[-1].removeprefix(part)) != parts[-1]), "")
    both = re.search("(?:均|都|分别)", left)
    if both and ending and all(part in STAGES for part in parts[:-1]):
        return (*(part + ending for part in parts[:-1]), parts[-1])
    return ()


def aligned(left: str, count: int) -> tuple[str, ...]:
    """Return the indicators that several numbers belong to, one each: A、B、C分别为 x、y、z."""
    head = left.partition("分别")[0]
    parts = [part for part in _SPLIT.split(_LEAD.sub("", head)) if part]
    if len(parts) != count:
        return ()
    rate = re.search("[\\u4e00-\\u9fff]{0,12}(?:" + "|".join(RATES) + ")$", parts[-1])
    ending = next((rest for part in STAGES if (rest := parts[-1].removeprefix(part)) != parts[-1]), "") if rate else ""
    return tuple(part if part.endswith(RATES) or not ending else part + ending for part in parts)


def base_of(left: str) -> str:
    """Return what a number is held against: 比上年, 占…的, 每所学校."""
    found = _BASE.search(left)
    if found:
        return found[0]
    part = _OF.search(left)
    if part:
        return part[1]
    per = _PER.search(left)
    return per[1] if per else ""


def soft(words: str, hedges: Sequence[str]) -> str:
    """Return the words that soften a number, in the order in which they stand."""
    found = sorted((words.find(word), word) for word in SOFT if word in words)
    return "、".join(dict.fromkeys((*(word for _spot, word in found), *(hedge for hedge in hedges if hedge))))

"""What a number measures, what it is held against, and which words soften it."""

import re
from collections.abc import Sequence
from typing import Final

from evalcli.extract.words import MEASURES, RATES, STAGES

_LONGEST: Final = 30
_LEAD: Final = re.compile(
    r"^(?:\d{1,2}[.、]|[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[、和及与或并且以了:：“]|其中|同时|此外|另外|截至|目前|已经|已|共计|共有|共|有|将|要(?!求)|使(?!用)|另有|均|都|也|还|再次|再|首次|包括|分别是|分别|是"
    r"|力争|争取|确保|努力|力促|基本|一般|原则上|全年|年内|全[市县区省]共?|我[市县区局校]|逐步|累计|实现|[一二三四五六七八九]是|到|至|于|在(?![校园职编籍建岗读])|为(?!主)|对(?!口|外|标)|按照?|把|由|从(?![业教事]))++"
)
_TRAIL: Final = re.compile(
    r"(?:达到|达成|达|不低于|不少于|不超过|不高于|不大于|至少|至多|控制在|稳定在|保持在|维持在|巩固在|保持|超过|突破|高于|低于|不足|少于|不到|接近|约为"
    r"|大约|约|近|逾|提高到|提高至|提升到|提升至|增加到|增至|降低到|降到|降至|下降到|减少到|增长|增加|提高|提升|上升|下降|降低|减少|压减|实现"
    r"|力争|争取|确保|基本|分别|占|均|都|各|仅|只|共计|共|合计|累计|一般|平均|每年|每天|每周|每学期|同比|为|是|有|所有|了|的|到|在|至|将|由|从|等|[、:：“‘\"(（])++$"
)
_VERBS: Final = re.compile(
    r"^(?:新建成|新建|改扩建|改造|建成|建设|建立|创建|创成|完成|打造|培育|培养|遴选|评选|认定|招聘|选派|选送|组织|开展|举办|召开|新增|增加|净增|投入"
    r"|安排|争取|落实|发放|减免|关停|撤并|终止|聘任|推荐|选取|确定|配备|购置|升级|建(?!筑|档)|办好|办(?!学)|完善|推进|实施|开工|启动|拨付|设立|设|、)++"
)
_NOUN: Final = re.compile(r"^(?:以上|以下|以内|左右|及以上|之内)?+的?([^,，。;；:：!！?？、\d()（）]{2,24})")
_NO_NOUN: Final = re.compile(
    "^(?:以上|以下|以内|左右|及以上)?+的?(?:$|用于|比|较|同比|并|和|及|与|达|占|已|均|为|提高|增长|等|内|时间|下降|计入|以)"
)
# Where a noun after a number ends and the sentence goes on.
_GOES_ON: Final = re.compile(
    "开展|已|完成|设立|共|达|实现|进行|参评|发放|用于|开工|投入|购买|转为|纳入|分别|全部|进入|被|成功|开通|正在|加入|予以|设置|到"
)
_SPLIT: Final = re.compile("[、和及与]|以及")
_BASE: Final = re.compile(
    r"(?:同比|较|与|(?<!占)比)(上一?年度?同期|上一?年度?|去年同期|去年|前年|年初|[“\"]?十[一二三四五]?五[”\"]?末?|20\d\d年(?:底|末)?|[一二三四五六七八九十]+年前)|同比|环比|年均"
)
_OF: Final = re.compile(r"占(?![地比])([^,，。;；、]{2,20}?)(?:的比例|比例|比重|总数)?的?[为达]?$")
_PER: Final = re.compile(
    r"每(?:生每年|人每[天月年]|名?[^,，。;；每]{0,3}?学?生|[个所名][^,，。;；达至不每]{1,6}?(?=每|都|均|至|不|建|配|要|有)|[一二三四五六七八九十\d]*(?:天|日|周|月|年|学期|学年|班|校))"
)
_SOFT: Final = re.compile(
    "力争|争取|努力|基本(?!公共|教育|均衡|情况|建设|办学|养老|医疗|条件|功)|原则上|(?:^|(?<=[,，。;；:：]))计划|拟(?!定|订)|有望|逐步"
    "|一般(?!公共|预算|性|债)|确保|务必|必须"
)
_COUNTED: Final = tuple(unit for unit in MEASURES if unit not in ("平方米", "课时", "学时"))


def measured(left: str, right: str, unit: str, before: str) -> str:
    """Return what a number between `left` and `right` measures; `before` is what the number before it measured."""
    subject, noun = _trimmed(left), _noun(right)
    counted = not unit.endswith(_COUNTED)
    if noun and (counted or not subject):
        return noun[:_LONGEST]
    if subject.startswith("占") and before:
        subject = before + subject
    return subject[:_LONGEST] if subject.startswith(before or "\n") else subject[-_LONGEST:] or before


def _trimmed(left: str) -> str:
    text = _LEAD.sub("", _TRAIL.sub("", _BASE.sub("", left)))
    return _VERBS.sub("", text) or text


def _noun(right: str) -> str:
    match = None if _NO_NOUN.match(right) else _NOUN.match(right)
    if match is None:
        return ""
    end = _GOES_ON.search(match[1])
    return match[1][: end.start()] if end else match[1]


def shared_by(left: str) -> tuple[str, ...]:
    """Return the indicators that share one number: A率和B率达到100%, 小学、初中入学率均达到99%; one alone is none."""
    subject = _LEAD.sub("", _TRAIL.sub("", left))
    parts = _parts(subject)
    if len(parts) > 1 and all(part.endswith(RATES) for part in parts):
        return parts
    both = re.search("均|都|分别", left)
    if both and len(parts) > 1 and all(part in STAGES for part in parts[:-1]):
        return tuple(part if part.endswith(RATES) else part + _ending(parts[-1]) for part in parts)
    return ()


def aligned(left: str, count: int) -> tuple[str, ...]:
    """Return the indicators that several numbers belong to, one each: A、B、C分别为 x、y、z."""
    head = left.partition("分别")[0]
    parts = _parts(_LEAD.sub("", head))
    if len(parts) != count:
        return ()
    ending = _ending(parts[-1])
    return tuple(part + ending if part in STAGES else part for part in parts)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in _SPLIT.split(text) if part)


def _ending(part: str) -> str:
    """Return what a stage and a rate share: 入学率 of 初中入学率."""
    stage = max((stage for stage in STAGES if part.startswith(stage)), key=len, default="")
    return part.removeprefix(stage) if stage else ""


def base_of(left: str) -> str:
    """Return what a number is held against: 比上年, 占…的, 每所学校."""
    found = _BASE.search(left) or _PER.search(left)
    part = _OF.search(left)
    return part[1] if part else found[0] if found else ""


def soft(words: str, hedges: Sequence[str]) -> str:
    """Return the words that soften a number, in the order in which they stand."""
    found = (match[0] for match in _SOFT.finditer(words))
    return "、".join(dict.fromkeys((*found, *(hedge for hedge in hedges if hedge))))

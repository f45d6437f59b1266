"""Problems and plans drafted from the result: one plan for each problem, with measure, office and day from the pack's advice.

They stand where a county has written none of its own. What costs most comes first; then what is not filled in, then what
contradicts itself.
"""

import re
from collections.abc import Iterator

from evalcli.model.facts import Verdict
from evalcli.model.filled import Filled
from evalcli.model.frozen import dataclass
from evalcli.model.notice import Level, Notice
from evalcli.model.scorecard import ItemResult, PointResult, Scored

_SHORT_OF = {Verdict.MISSED: "没有达到要求", Verdict.NEARLY: "还有差距"}
_USUAL = "对照标准查明原因，逐项补齐"
_OWING = "逐项核对原始台账，补齐所缺数据"
_FINDING = "会同填报单位核对原始凭证，更正或者说明"
# More findings than a report names one by one.
_NAMED = 5
_ASIDE = r"（[^（）]*）"
# What a key point says of points is how it is scored, not what it asks.
_SCORING = r"；[^；]*(?:扣|得分|得满分|得该)[^；]*|，[^，；]*(?:扣|得分|得满分|得该)[^；]*"
# Both sides of a relation end its message; in it a place, a day in figures or a name of the machine is for whoever mends the data.
_SIDES = r"(?s)（一边.*）"
_FOR_MENDING = r"（[^（）]*(?::[0-9]|[0-9]{4}-[0-9]{2})[^（）]*）|（[^（）㐀-鿿]*）"
# Official documents have no blank between digits and Chinese.
_BLANK = r"(?<=[^\x00-\x7f]) (?=[\x21-\x7e])|(?<=[\x21-\x7e]) (?=[^\x00-\x7f])"
_INNER_QUOTES = str.maketrans("“”", "‘’")
_UNDONE = {Verdict.MISSED: "未做到", Verdict.NEARLY: "未完全做到"}


@dataclass(frozen=True, slots=True)
class Drafted:
    """A problem and its plan: the item that it is about, what is wrong, the measure, who leads, and by when."""

    item: str
    head: str
    say: str
    measure: str
    office: str = ""
    by: str = ""


def drafted(scored: Scored, doubts: tuple[Notice, ...]) -> tuple[Drafted, ...]:
    """Return the problems that a result shows."""
    short = sorted((item for item in scored.card.items if item.verdict in _SHORT_OF), key=_weight)
    owing = [item for item in scored.card.items if item.verdict is Verdict.NO_DATA]
    wrong = [notice for notice in doubts if notice.level in (Level.MUST, Level.DOUBT)]
    return (
        *(_short(scored, item) for item in short),
        *([_owing(scored, owing)] if owing else []),
        *([_findings(wrong)] if wrong else []),
    )


def _weight(item: ItemResult) -> tuple[bool, int]:
    """Sort what is missed before what is nearly met, and what costs more before what costs less."""
    return item.verdict is not Verdict.MISSED, -int(item.lost * 10_000)


def _short(scored: Scored, item: ItemResult) -> Drafted:
    indicator = item.indicator
    found = "；".join(_gap(point) for point in item.points if point.judgement.verdict in _SHORT_OF)
    measure = indicator.advice.get(str(item.verdict), _USUAL).rstrip("。")
    return Drafted(
        item=indicator.id,
        head=indicator.short + _SHORT_OF[item.verdict],
        say=f"{found}。",
        measure=measure,
        office="、".join(indicator.offices),
        by=_by(scored.filled, indicator.within or scored.pack.mend_within),
    )


def _gap(point: PointResult) -> str:
    """Return what a key point asks and what was found: “生师比不高于12.5比1”未做到：12.6:1，高于标准12.5:1，超出0.1."""
    asked = re.sub(_SCORING, "", _plain(point.key_point.text)).rstrip("。；").translate(_INNER_QUOTES)
    if point.hand and point.hand.level:
        return f"“{asked}”评定为{point.hand.level}"
    # Schools by name would fill the paragraph, and stand in the score table.
    found = point.judgement.brief or point.judgement.found
    return f"“{asked}”{_UNDONE[point.judgement.verdict]}：{found.rstrip('。')}"


def _plain(text: str) -> str:
    """Return a text without what it says in brackets."""
    shorter = re.sub(_ASIDE, "", text)
    return shorter if shorter == text else _plain(shorter)


def _told(message: str) -> str:
    """Return a finding as a report tells it: without places and reckonings, and without blanks beside digits."""
    return re.sub(_BLANK, "", re.sub(_FOR_MENDING, "", re.sub(_SIDES, "", message))).rstrip("。")


def _owing(scored: Scored, items: list[ItemResult]) -> Drafted:
    named = "、".join(item.indicator.short for item in items)
    counted = f"共{len(items)}项指标" if len(items) > 1 else ""
    offices = dict.fromkeys(office for item in items for office in _offices(item))
    return Drafted(
        item=items[0].indicator.id,
        head="部分数据没有报齐",
        say=f"{named}{counted}缺少数据，尚不能判定。",
        measure=_OWING,
        office="、".join(offices),
        by=_by(scored.filled, scored.pack.mend_within),
    )


def _offices(item: ItemResult) -> Iterator[str]:
    missing = [point.judgement.missing for point in item.points]
    owed = [office for one in missing if one for office in one.offices]
    yield from owed or item.indicator.offices


def _findings(notices: list[Notice]) -> Drafted:
    named = "；".join(_told(notice.message) for notice in notices[:_NAMED])
    more = "等" if len(notices) > _NAMED else ""
    return Drafted("", "个别数据需要核实", f"自评数据有{len(notices)}处前后不一致或者存疑：{named}{more}。", _FINDING)


def _by(filled: Filled, months: int) -> str:
    """Return the end of the month that lies so many months after the period; nothing where no time is set."""
    if not months:
        return ""
    count = filled.end.year * 12 + filled.end.month - 1 + months
    return f"{count // 12}年{count % 12 + 1}月底前"

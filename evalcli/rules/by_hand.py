"""人工评定：由人按等级评定，各等级得分按比例。Covers R32, R33, R35.

People judge by levels; the level decides points and verdict. `passes` is the lowest level that is 达标 (the best one
when not written), `nearly` the lowest that is 基本达标. A coefficient of 0.8 is written 80%. A level may span points
(0%-59%): then people say the points too, inside the span.

    judge: {by_hand: {优秀: 100%, 良好: 85%, 一般: 60%, 较差: 0%}, passes: 良好, nearly: 一般}

    评定=优秀 | 达标     | 4   | 评定为优秀（区教育督导室，2022年8月20日），得满分
    评定=良好 | 达标     | 3.4 | 评定为良好（区教育督导室，2022年8月20日），得3.4分
    评定=一般 | 基本达标 | 2.4 | 评定为一般（区教育督导室，2022年8月20日），得2.4分
    评定=较差 | 未达标   | 0   | 评定为较差（区教育督导室，2022年8月20日），不得分
    演示=良好 | 达标     | 3.4 | 评定为良好（区教育督导室，2022年8月20日），得3.4分（演示）
    评定=很好 | 待评定   | -   | 没有“很好”这个等级，能用的有：优秀、良好、一般、较差
    无        | 待评定   | -   | 尚未评定

    judge: {by_hand: {合格: 100%, 不合格: 0%}}

    评定=合格   | 达标   | 4 | 评定为合格（区教育督导室，2022年8月20日），得满分
    评定=不合格 | 未达标 | 0 | 评定为不合格（区教育督导室，2022年8月20日），不得分
    无          | 待评定 | - | 尚未评定

    judge: {by_hand: {合格: 100%, 基本合格: 60%, 不合格: 0%}, nearly: 基本合格}

    评定=合格     | 达标     | 4   | 评定为合格（区教育督导室，2022年8月20日），得满分
    评定=基本合格 | 基本达标 | 2.4 | 评定为基本合格（区教育督导室，2022年8月20日），得2.4分
    评定=不合格   | 未达标   | 0   | 评定为不合格（区教育督导室，2022年8月20日），不得分

    judge: {by_hand: {优: 100%, 良: 80%, 中: 60%, 差: 0%-59%}, passes: 良, nearly: 中}

    评定=良          | 达标   | 3.2 | 评定为良（区教育督导室，2022年8月20日），得3.2分
    评定=差 评分=1.5 | 未达标 | 1.5 | 评定为差（区教育督导室，2022年8月20日），得1.5分
    评定=差          | 待评定 | -   | 评定为差，还要在0分至2.36分之间写明分数
    评定=差 评分=3   | 待评定 | -   | 评定为差，分数3分不在0分至2.36分之间
    评定=良 评分=3   | 待评定 | -   | 评定为良，分数3分与这一等级的3.2分不符
"""

from fractions import Fraction
from typing import Final

from evalcli.language import _, enumerated
from evalcli.model.facts import Facts, Judgement, Parameters, Verdict
from evalcli.model.filled import HandJudgement
from evalcli.model.trace import Step
from evalcli.rules._answers import RuleFault, earned, earning, pending
from evalcli.rules._schema import Schema, parameters, percents, text
from evalcli.rules._wording import demonstrated, judged_by, points_text

KIND: Final = "by_hand"
NEEDS_VALUE: Final[bool | None] = False
PARAMETERS: Final[Schema] = parameters(
    ["by_hand"],
    by_hand={
        "type": "object",
        "minProperties": 1,
        "additionalProperties": percents("这个等级得该要点分值的百分之几，或从百分之几到百分之几（0%-59%）"),
        "description": "等级和得分比例，从好到差",
    },
    passes=text("达标的最低等级，默认最好的一级"),
    nearly=text("基本达标的最低等级"),
)


def fields(_given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters: there are none."""
    return ()


def faults(given: Parameters) -> tuple[str, ...]:
    """Return what is wrong with the levels themselves."""
    levels = list(given["by_hand"])
    named = (given[key] for key in ("passes", "nearly") if key in given)
    return tuple(_unknown(level) for level in named if level not in levels)


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge as people did."""
    levels = list(given["by_hand"])
    passes = _rank(levels, given.get("passes", levels[0]))
    nearly = _rank(levels, given.get("nearly", levels[passes]))
    standard = levels[passes] if passes == 0 else _("{level}及以上").format(level=levels[passes])
    hand = facts.hand()
    if hand is None or not hand.level:
        return pending(standard=standard, found=_("尚未评定"))
    if hand.level not in levels:
        message = _("没有“{level}”这个等级，能用的有：{levels}")
        reason = message.format(level=hand.level, levels=enumerated(levels))
        return pending(standard=standard, found=reason, value=hand.level)
    points = _points(facts, given["by_hand"][hand.level], hand)
    if isinstance(points, str):
        return pending(standard=standard, found=points, value=hand.level)
    rank = levels.index(hand.level)
    verdict = Verdict.MET if rank <= passes else Verdict.NEARLY if rank <= nearly else Verdict.MISSED
    judged = _("评定为{level}").format(level=hand.level) + judged_by(hand)
    return Judgement(
        verdict, points, hand.level, standard, judged, (_step(hand, given),),
        earned=earned(facts, points), mark=demonstrated(hand),
    )  # fmt: skip


def _rank(levels: list[str], level: str) -> int:
    if level not in levels:
        raise RuleFault(_unknown(level))
    return levels.index(level)


def _unknown(level: str) -> str:
    return _("passes 和 nearly 要写 by_hand 里的等级，没有“{level}”").format(level=level)


def _points(facts: Facts, earns: str, hand: HandJudgement) -> Fraction | str:
    """Return the points of a level, or what still has to be said about them."""
    ends = [earning(facts, end) for end in earns.split("-")]
    low, high = ends[0], ends[-1]
    if hand.points is None:
        return low if low == high else _worded(_("评定为{level}，还要在{low}至{high}之间写明分数"), hand, low, high)
    given = Fraction(hand.points)
    if low <= given <= high:
        return given
    differs = _("评定为{level}，分数{given}与这一等级的{low}不符")
    outside = _("评定为{level}，分数{given}不在{low}至{high}之间")
    return _worded(differs if low == high else outside, hand, low, high)


def _worded(message: str, hand: HandJudgement, low: Fraction, high: Fraction) -> str:
    """Return `message` with the level, the points that it earns and those that were given."""
    given = "" if hand.points is None else points_text(hand.points)
    return message.format(level=hand.level, given=given, low=points_text(low), high=points_text(high))


def _step(hand: HandJudgement, given: Parameters) -> Step:
    percent_earned = given["by_hand"][hand.level]
    return Step(_("人工评定"), hand.level, _("得该要点分值的{percent}").format(percent=percent_earned), hand.place)

"""人工评定：由人按等级评定，各等级得分按比例。Covers R31, R32, R33, R35.

People judge by levels; the level decides points and verdict. `passes` is the lowest level that is 达标 (the best one
when not written), `nearly` the lowest that is 基本达标.

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
"""

from typing import Final

from evalcli.language import _
from evalcli.model.facts import Facts, Judgement, Parameters, Verdict
from evalcli.model.filled import HandJudgement
from evalcli.model.trace import Step
from evalcli.rules._answers import RuleFault, earning, pending, score_text
from evalcli.rules._schema import Schema, parameters, percent
from evalcli.rules._wording import day, demonstrated

KIND: Final = "by_hand"
NEEDS_VALUE: Final[bool | None] = False
PARAMETERS: Final[Schema] = parameters(
    ["by_hand"],
    by_hand={
        "type": "object",
        "minProperties": 1,
        "additionalProperties": percent("这个等级得该要点分值的百分之几"),
        "description": "等级和得分比例，从好到差",
    },
    passes={"type": "string", "description": "达标的最低等级，默认最好的一级"},
    nearly={"type": "string", "description": "基本达标的最低等级"},
)


def fields(_given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters: there are none."""
    return ()


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge as people did."""
    levels = list(given["by_hand"])
    passes = _rank(levels, given.get("passes", levels[0]))
    nearly = _rank(levels, given.get("nearly", levels[passes]))
    standard = levels[passes] if passes == 0 else _("{level}及以上").format(level=levels[passes])
    hand = facts.hand()
    if hand is None or not hand.level:
        return pending(standard=standard, reason=_("尚未评定"))
    if hand.level not in levels:
        message = _("没有“{level}”这个等级，能用的有：{levels}")
        reason = message.format(level=hand.level, levels="、".join(levels))
        return pending(standard=standard, reason=reason, value=hand.level)
    rank = levels.index(hand.level)
    verdict = Verdict.MET if rank <= passes else Verdict.NEARLY if rank <= nearly else Verdict.MISSED
    points = earning(facts, given["by_hand"][hand.level])
    reason = f"{_judged_by(hand)}，{score_text(facts, points)}{demonstrated(hand)}"
    return Judgement(verdict, points, hand.level, standard, reason, (_step(hand, given),))


def _rank(levels: list[str], level: str) -> int:
    if level not in levels:
        message = _("passes 和 nearly 要写 by_hand 里的等级，没有“{level}”")
        raise RuleFault(message.format(level=level))
    return levels.index(level)


def _judged_by(hand: HandJudgement) -> str:
    judge_and_day = "，".join(part for part in (hand.by, day(hand.on) if hand.on else "") if part)
    text = _("评定为{level}").format(level=hand.level)
    return f"{text}（{judge_and_day}）" if judge_and_day else text


def _step(hand: HandJudgement, given: Parameters) -> Step:
    percent_earned = given["by_hand"][hand.level]
    return Step(_("人工评定"), hand.level, _("得该要点分值的{percent}").format(percent=percent_earned), hand.place)

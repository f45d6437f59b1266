"""按步评分：由人从满分往下按步给分（如每步0.1分）。Covers R31.

People give points, in steps of so much, from the full points downward. What is no multiple of the step, or beyond the full
points, is no judgement yet.

    judge: {by_steps: 0.1}

    评分=4    | 达标     | 4   | 评定得4分（区教育督导室，2022年8月20日），得满分
    评分=3.9  | 基本达标 | 3.9 | 评定得3.9分（区教育督导室，2022年8月20日），满分4分
    评分=2.4  | 基本达标 | 2.4 | 评定得2.4分（区教育督导室，2022年8月20日），满分4分
    评分=2.3  | 未达标   | 2.3 | 评定得2.3分（区教育督导室，2022年8月20日），满分4分
    评分=0    | 未达标   | 0   | 评定得0分（区教育督导室，2022年8月20日），不得分
    评分=3.95 | 待评定   | -   | 评定得3.95分，不是每步0.1分能给出的分数
    评分=4.1  | 待评定   | -   | 评定得4.1分，不在0分至4分之间
    评定=优秀 | 待评定   | -   | 尚未评分
    无        | 待评定   | -   | 尚未评分
"""

from fractions import Fraction
from typing import Final

from evalcli.language import _
from evalcli.model.facts import Facts, Judgement, Parameters, Verdict
from evalcli.model.numbers import Number, plain
from evalcli.model.trace import Step
from evalcli.rules._answers import full, pending, score_text, stepped
from evalcli.rules._schema import Schema, parameters, positive
from evalcli.rules._wording import demonstrated, judged_by, points_text

KIND: Final = "by_steps"
NEEDS_VALUE: Final[bool | None] = False
PARAMETERS: Final[Schema] = parameters(["by_steps"], by_steps=positive("每步几分，从满分往下"))


def fields(_given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters: there are none."""
    return ()


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge as people did."""
    standard = points_text(full(facts))
    hand = facts.hand()
    if hand is None or hand.points is None:
        return pending(standard=standard, found=_("尚未评分"))
    points = Fraction(hand.points)
    step = Step(_("人工评定"), _points(points), _("每步{step}").format(step=_points(given["by_steps"])), hand.place)
    if doubt := _doubt(facts, points, Fraction(given["by_steps"])):
        return pending(standard=standard, found=doubt, value=_points(points), steps=(step,))
    verdict = Verdict.MET if points == full(facts) else stepped(facts, points)
    found = _("评定得{points}").format(points=_points(points)) + judged_by(hand)
    return Judgement(
        verdict, points, _points(points), standard, found, (step,),
        earned=_earned(facts, points), mark=demonstrated(hand),
    )  # fmt: skip


def _doubt(facts: Facts, points: Fraction, step: Fraction) -> str:
    if not 0 <= points <= full(facts):
        message = _("评定得{points}，不在0分至{full}之间")
        return message.format(points=_points(points), full=points_text(full(facts)))
    if (full(facts) - points) % step:
        message = _("评定得{points}，不是每步{step}能给出的分数")
        return message.format(points=_points(points), step=_points(step))
    return ""


def _earned(facts: Facts, points: Fraction) -> str:
    result = score_text(facts, points)
    if 0 < points < full(facts):
        result = _("满分{full}").format(full=points_text(full(facts)))
    return _("，") + result


def _points(points: Number) -> str:
    """Return points with all the places that were typed."""
    return _("{points}分").format(points=plain(points))

"""为零：不允许出现的情形一个也没有；可以写容许的比例。Covers R3, R4.

The count of what must not be is zero. The formula stands in the rule itself. With `tolerate` a share of a whole may
still be wrong; it is compared unrounded, the limit included, and `earns` what the pack says (all of the points where
nothing is written).

    judge: {none_of: large_classes}

    large_classes=0个 | 达标   | 4 | 0个，符合“一个没有”的标准
    large_classes=1个 | 未达标 | 0 | 1个，标准为0，不得分
    large_classes=12个 | 未达标 | 0 | 12个，标准为0，不得分
    large_classes=-   | 缺数据 | - | 缺少数据：large_classes（由教育局填报）

    judge: {none_of: below, tolerate: {share: 5%, of: kindergartens, earns: 60%}}

    below=0所 kindergartens=140所 | 达标     | 4   | 0所，符合“一个没有”的标准
    below=7所 kindergartens=140所 | 基本达标 | 2.4 | 140所中的7所，占5%，没有超出容许的5%，得2.4分
    below=8所 kindergartens=140所 | 未达标   | 0   | 140所中的8所，占5.7%，超出容许的5%，不得分
    below=251所 kindergartens=5000所 | 未达标 | 0  | 5000所中的251所，占5.02%，超出容许的5%，不得分
    below=0所 kindergartens=-     | 达标     | 4   | 0所，符合“一个没有”的标准
    below=7所 kindergartens=-     | 缺数据   | -   | 缺少数据：kindergartens（由教育局填报）
    below=9所 kindergartens=8所   | 缺数据   | -   | 无法计算：部分9所多于总数8所，请核对

    judge: {none_of: below, tolerate: {share: 3%, of: kindergartens}}

    below=3所 kindergartens=100所 | 达标   | 4 | 100所中的3所，占3%，没有超出容许的3%，得满分
    below=4所 kindergartens=100所 | 未达标 | 0 | 100所中的4所，占4%，超出容许的3%，不得分
"""

from typing import Final

from evalcli.language import _
from evalcli.model.facts import Facts, Judgement, Missing, Parameters
from evalcli.model.frozen import replace
from evalcli.model.numbers import telling
from evalcli.rules._answers import graded, met, missed, no_data, share_of
from evalcli.rules._limits import formulas
from evalcli.rules._parts import pair
from evalcli.rules._schema import Schema, formula, parameters, percent, verdict
from evalcli.rules._wording import cell, shown

KIND: Final = "none_of"
NEEDS_VALUE: Final[bool | None] = False
PARAMETERS: Final[Schema] = parameters(
    ["none_of"],
    none_of=formula("不允许出现的数量，写填报项或公式"),
    tolerate={
        **parameters(
            ["share", "of"],
            share=percent("容许占总数的百分之几，含本数"),
            of=formula("总数，写填报项或公式"),
            earns=percent("容许之内得该要点分值的百分之几，默认100%"),
            verdict=verdict("容许之内的判定；不写时得100%为达标，得一部分为基本达标"),
        ),
        "description": "容许的比例；不写时一个也不容许",
    },
)


def fields(given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters."""
    return formulas(given["none_of"], given.get("tolerate", {}).get("of"))


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge whether the count is zero."""
    count = facts.number(given["none_of"])
    if isinstance(count, Missing):
        return no_data(count, _standard(given))
    texts = {"value": cell(count, 0), "standard": _standard(given)}
    if count.number == 0:
        reason = _("{count}，符合“一个没有”的标准").format(count=shown(count))
        return met(facts, **texts, found=reason, steps=(count.step,))
    if "tolerate" in given:
        return _tolerated(facts, given)
    reason = _("{count}，标准为0").format(count=shown(count, 0))
    return missed(facts, **texts, found=reason, steps=(count.step,))


def _standard(given: Parameters) -> str:
    return "≤" + given["tolerate"]["share"] if "tolerate" in given else "0"


def _tolerated(facts: Facts, given: Parameters) -> Judgement:
    tolerated = given["tolerate"]
    standard = _standard(given)
    found = pair(facts, given["none_of"], tolerated["of"])
    if isinstance(found, Missing):
        return no_data(found, standard)
    wrong, whole = found
    share, allowed = wrong.number / whole.number, share_of(tolerated["share"])
    texts = {
        "part": shown(wrong, whole.number),
        "whole": shown(whole),
        "share": telling(share * 100, 1, allowed * 100),
        "allowed": tolerated["share"],
    }
    value = _("{share}%（{part}/{whole}）").format(**texts)
    steps = (wrong.step, whole.step)
    if share > allowed:
        reason = _("{whole}中的{part}，占{share}%，超出容许的{allowed}").format(**texts)
        return missed(facts, value=value, standard=standard, found=reason, steps=steps)
    placed = _("{whole}中的{part}，占{share}%，没有超出容许的{allowed}").format(**texts)
    band = {"earns": "100%", **tolerated}
    return replace(graded(facts, band, placed=placed, value=value, standard=standard), steps=steps)

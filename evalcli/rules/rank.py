"""名次：按在同类地区中的名次得分；名次由上级填写。Covers R18.

The value is a place among peers, which the city tells: 1 is the best, equal places may occur. The bands must begin at 1 and
leave no place out. A place beyond the last band earns nothing.

    judge: {rank: [{from: 1, to: 3, earns: 100%}, {from: 4, to: 6, earns: 80%}, {from: 7, earns: 40%, verdict: 未达标}]}

    1   | 达标     | 4   | 第1名，在第1至3名的档次，得满分
    3   | 达标     | 4   | 第3名，在第1至3名的档次，得满分
    4   | 基本达标 | 3.2 | 第4名，在第4至6名的档次，得3.2分
    7   | 未达标   | 1.6 | 第7名，在第7名及以后的档次，得1.6分
    0   | 缺数据   | -   | 无法计算：名次0不是大于零的整数，请核对
    2.5 | 缺数据   | -   | 无法计算：名次2.5不是大于零的整数，请核对
    -   | 缺数据   | -   | 缺少数据：数值（由教育局填报）

    judge: {rank: [{from: 1, to: 1, earns: 100%}, {from: 2, to: 3, earns: 50%}]}

    1名 | 达标   | 4 | 第1名，在第1名的档次，得满分
    4名 | 未达标 | 0 | 第4名，在计分的名次之外，不得分
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from evalcli.language import _
from evalcli.model.facts import Facts, Judgement, Missing, Parameters
from evalcli.model.frozen import replace
from evalcli.model.numbers import plain
from evalcli.rules._answers import graded, missed, no_data
from evalcli.rules._schema import Schema, parameters, percent, verdict

KIND: Final = "rank"
NEEDS_VALUE: Final[bool | None] = True
_PLACE: Final = {"type": "integer", "minimum": 1}
PARAMETERS: Final[Schema] = parameters(
    ["rank"],
    rank={
        "type": "array",
        "minItems": 1,
        "items": parameters(
            ["from", "earns"],
            from_={**_PLACE, "description": "从第几名"},
            to={**_PLACE, "description": "到第几名；不写时到最后"},
            earns=percent("得该要点分值的百分之几"),
            verdict=verdict("本档的判定；不写时100%为达标，0%为未达标，其余为基本达标"),
        ),
        "description": "名次分档，从第1名起，前后相接",
    },
)


def fields(_given: Parameters) -> tuple[str, ...]:
    """Return the formulas among the parameters: there are none."""
    return ()


def faults(given: Parameters) -> tuple[str, ...]:
    """Return what is wrong with the bands themselves."""
    return tuple(_faults(given["rank"]))


def judge(facts: Facts, given: Parameters) -> Judgement:
    """Judge by the band in which the place lies."""
    value = facts.value()
    standard = _places(given["rank"][0])
    if isinstance(value, Missing):
        return no_data(value, standard)
    place = plain(value.number)
    if value.number.denominator > 1 or value.number < 1:
        doubt = _("名次{place}不是大于零的整数，请核对").format(place=place)
        return no_data(Missing((), because=doubt), standard, (value.step,))
    texts = {"value": _("第{place}名").format(place=place), "standard": standard}
    for band in given["rank"]:
        if band["from"] <= value.number <= band.get("to", value.number):
            placed = _("第{place}名，在{places}的档次").format(place=place, places=_places(band))
            return replace(graded(facts, band, placed=placed, **texts), steps=(value.step,))
    reason = _("第{place}名，在计分的名次之外").format(place=place)
    return missed(facts, **texts, found=reason, steps=(value.step,))


def _places(band: Mapping[str, Any]) -> str:
    if "to" not in band:
        return _("第{first}名及以后").format(first=band["from"])
    message = _("第{first}名") if band["to"] == band["from"] else _("第{first}至{last}名")
    return message.format(first=band["from"], last=band["to"])


def _faults(bands: list[Mapping[str, Any]]) -> Iterator[str]:
    wanted = 1
    for number, band in enumerate(bands, 1):
        first, last = band["from"], band.get("to")
        if first > wanted:
            yield _("第{wanted}名不在任何一档，第{number}档却从第{first}名起").format(
                wanted=wanted, number=number, first=first
            )
        elif first < wanted:
            yield _("第{number}档从第{first}名起，与前一档重叠").format(number=number, first=first)
        if last is None and number < len(bands):
            yield _("第{number}档没有写 to，后面的档次轮不到").format(number=number)
            return
        if last is not None and last < first:
            yield _("第{number}档的 to 小于 from").format(number=number)
        wanted = (last or first) + 1

"""One item at a time."""

from decimal import Decimal

import pytest
from counties import AREA_1, COUNTY, FIELDS, HEAD, document, pack_of, scored_of

from evalcli import fill, score
from evalcli.model.facts import Verdict
from evalcli.model.notice import Stopped
from evalcli.score.indicators import worst

MISSED, NO_DATA, PENDING, NEARLY, MET = (Verdict(word) for word in ("未达标", "缺数据", "待评定", "基本达标", "达标"))


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ([MET, MET], MET),
        ([MET, NEARLY], NEARLY),
        ([NEARLY, PENDING], PENDING),
        ([PENDING, NO_DATA], NO_DATA),
        ([NO_DATA, MISSED], MISSED),
        ([MET, NEARLY, PENDING, NO_DATA, MISSED], MISSED),
    ],
)
def test_the_worst_that_is_known_decides(verdicts, expected):
    assert worst(verdicts) == expected
    assert worst(reversed(verdicts)) == expected


def points(text):
    return {
        p.key_point.id: p
        for item in scored_of(pack_of(HEAD, FIELDS, AREA_1, SECOND), text).card.items
        for p in item.points
    }


SECOND = """
id: "2"
title: 其他
indicators:
  - id: "2.3"
    title: 管理
    points: 30
    source: {document: 评价办法}
    office: [教体局]
    key_points:
      - {id: a, text: 评定, points: 29.5, judge: {by_hand: {好: 100%, 差: 0%}}}
      - {id: b, text: 评定, points: 0.5, judge: {by_hand: {好: 85%, 差: 0%}}}
"""


def test_points_are_rounded_half_up_at_the_key_point_and_nowhere_else():
    found = points("judged: {2.3b: {level: 好}}")["2.3b"]

    # 0.5 × 85% = 0.425
    assert (found.judgement.points * 1000, found.earned, found.lost) == (425, Decimal("0.43"), Decimal("0.07"))


def test_zero_is_not_missing():
    found = points("figures: {coverage: 0%}")

    assert (found["1.2a"].judgement.verdict, found["1.2a"].earned, found["1.2a"].open) == (MISSED, 0, 0)
    assert (found["1.2b"].judgement.verdict, found["1.2b"].earned, found["1.2b"].open) == (NO_DATA, None, 15)


@pytest.mark.parametrize("nothing", ["无", "-", "''"])
def test_what_says_that_there_is_nothing_to_say_is_missing_and_not_zero(nothing):
    pack = pack_of()
    filled, notices = fill.county(
        pack, document(COUNTY), (document(f"figures: {{coverage: {nothing}}}", "data/1.yaml"),)
    )

    assert [notice.code for notice in notices] == ["figure.nothing"]
    assert score.county(pack, filled).items[1].points[0].judgement.verdict == NO_DATA


def test_a_formula_that_cannot_be_reckoned_is_the_packs_fault():
    area = AREA_1.replace("value: coverage", 'value: "students + coverage"')

    with pytest.raises(Stopped) as stopped:
        scored_of(pack_of(HEAD, FIELDS, area, SECOND), "figures: {students: 1人, coverage: 1%}")

    (notice,) = stopped.value.notices
    message = "评估要点 1.2a 的公式算不下去：单位不同，不能相加减或比较：“人”和“%”"
    assert (notice.code, notice.message, notice.place.file) == ("pack.formula", message, "small/area-1.yaml")


def test_a_limit_in_another_unit_is_the_packs_fault_too():
    area = AREA_1.replace("value: coverage, judge: {at_least: 85}", "value: students, judge: {at_least: repairs}")

    with pytest.raises(Stopped, match="单位不同，不能比较"):
        scored_of(pack_of(HEAD, FIELDS, area, SECOND), "figures: {students: 1人, repairs: 1万元}")

"""From items to the grade on paper; sums of points in full are shown in test_explain."""

from dataclasses import replace
from decimal import Decimal

from counties import FULL, pack_of, scored_of

from evalcli.analyse import roll_up

PACK = pack_of()


def without_points(pack):
    """Return a pack that only says what is met: every item must be."""
    areas = tuple(
        replace(area, indicators=tuple(replace(item, points=Decimal(0)) for item in area.indicators))
        for area in pack.areas
    )
    return replace(pack, areas=areas, outcome=replace(pack.outcome, by="all"), total=Decimal(0))


def test_a_pack_without_points_counts_verdicts():
    scored = scored_of(without_points(PACK), "figures: {spending.growth: 0%, coverage: 84%}")

    # 1.1b, 1.2b and 2.3 lack data; 1.2a fails
    assert [*roll_up.areas(scored), *roll_up.of_total(scored)] == [
        "1 投入保障：2 项指标，缺数据 1 项、未达标 1 项",
        "2 规范办学：1 项指标，缺数据 1 项",
        "全部指标：3 项指标，缺数据 2 项、未达标 1 项",
        *(f"等次：{line}" for line in scored.card.grade.how),
        "结果：不通过",
    ]


def test_what_does_not_apply_is_no_part_of_the_sum():
    scored = scored_of(PACK, FULL + "not_applicable: {'1.1': {because: 无投入, approved: 市督导办}}\n")

    assert list(roll_up.areas(scored)) == [
        "1 投入保障：30.00（1.2） = 30.00 分，满分 30.00 分",
        "2 规范办学：30.00（2.3） = 30.00 分，满分 30.00 分",
    ]


def test_an_area_of_which_nothing_applies_comes_to_nothing():
    text = FULL + "not_applicable: {'2.3': {because: 无学校, approved: 市督导办}}\n"

    assert list(roll_up.areas(scored_of(PACK, text)))[1] == "2 规范办学：0 = 0.00 分，满分 0.00 分"

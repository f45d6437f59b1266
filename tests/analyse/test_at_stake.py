"""What missing data may still bring."""

from dataclasses import replace
from decimal import Decimal

from counties import pack_of, scored_of

from evalcli.analyse import at_stake
from evalcli.analyse.at_stake import Stake
from evalcli.model.facts import Missing

PACK = pack_of()


def test_every_missing_field_stands_with_its_office_and_all_that_hangs_on_it():
    found = at_stake(scored_of(PACK, "figures: {spending.growth: 0%, per_pupil: {小学: {2021: 2元}}, coverage: 85%}"))

    assert found == (
        Stake("生均支出（小学，2020年）", "财政局", ("1.1b",), Decimal(20)),
        Stake("学生数", "教体局", ("1.2b",), Decimal(15)),
        Stake("教师数", "编办", ("1.2b",), Decimal(15)),
        Stake("违规起数", "教体局", ("2.3a",), Decimal(10)),
    )


def test_a_field_that_several_key_points_want_is_worth_them_all():
    scored = scored_of(PACK, "{}")
    area, *rest = scored.card.areas
    item = area.items[1]
    shared = tuple(
        replace(point, judgement=replace(point.judgement, missing=Missing(("普惠率", "学校表"), ("督导室",))))
        for point in item.points
    )
    area = replace(area, items=(replace(item, points=shared),))

    assert at_stake(replace(scored, card=replace(scored.card, areas=(area,)))) == (
        Stake("普惠率", "教体局", ("1.2a", "1.2b"), Decimal(30)),
        Stake("学校表", "督导室", ("1.2a", "1.2b"), Decimal(30)),
    )
    assert rest


def test_what_is_judged_by_people_hangs_on_no_field():
    full = "figures: {spending.growth: 0%, per_pupil.growth: {小学: 0%}, coverage: 85%, students: 1人, teachers: 1名, cases: 0起}"

    assert at_stake(scored_of(PACK, full)) == ()
